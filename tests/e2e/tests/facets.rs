//! Every facet narrows by including and by excluding, says its count, is undone by Back and reloads by its link; the tree
//! and the histograms work with the keyboard alone.

use banmian_e2e::page::Page;
use banmian_e2e::role::{Node, part, whole};
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::screen;

/// Facets that are lists: title, the key of the link, and a value of the bundled pages ("" for the first).
const LISTS: [(&str, &str, &str); 6] = [
    ("栏目", "section", "知行合一"),
    ("类型", "kind", "短讯"),
    ("署名", "byline", "宋爽"),
    ("品牌/机制", "programme", ""),
    ("数字所计", "measures", "人数"),
    ("版面", "page", "000"),
];

/// What a check box says is what it gives; the button beside it gives the rest; Back undoes, Forward does it again.
pub fn lists_include_and_exclude(page: &Page) -> Outcome {
    let all = start(page)?;
    for (title, key, value) in LISTS {
        open_group(page, title)?;
        let name = named(page, title, value)?;
        let wanted = number_in(&name.name)?;
        page.click_node(&name)?;
        see_count(page, wanted)?;
        ensure(page.url()?.contains(&format!("{key}=")), || format!("{title} is not in the address"))?;
        page.back()?;
        see_count(page, all)?;
        page.forward()?;
        see_count(page, wanted)?;
        let value = value_in(&name.name).to_owned();
        page.click(&whole("button", &format!("排除：{value}")))?;
        see_count(page, all - wanted)?;
        ensure(page.url()?.contains(&format!("-{key}=")), || format!("{title} is not excluded in the address"))?;
        page.reload()?;
        screen::wait_for_places(page)?;
        see_count(page, all - wanted)?;
        page.click(&part("button", "去掉条件"))?;
        see_count(page, all)?;
    }
    Ok(())
}

/// A chip is turned into its opposite, copied, and taken away.
pub fn chips_negate_and_copy(page: &Page) -> Outcome {
    let all = start(page)?;
    let section = named(page, "栏目", "知行合一")?;
    let wanted = number_in(&section.name)?;
    page.click_node(&section)?;
    see_count(page, wanted)?;
    page.click(&whole("button", "改为相反：栏目 知行合一"))?;
    see_count(page, all - wanted)?;
    page.see(&whole("button", "改为相反：栏目 除知行合一"))?;
    page.click(&whole("button", "复制链接：栏目 除知行合一"))?;
    page.see_text("已复制")?;
    page.type_into(&screen::search_box(), &format!("{}v", char::from(Key::Control)))?;
    page.until("the copied link in the search box", || {
        let text = page.script("return document.activeElement.value ?? ''", vec![])?;
        Ok(text.as_str().is_some_and(|it| it.contains("#/articles?-section=")).then_some(()))
    })?;
    // The pasted text is searched for a moment later; the list that finds nothing moves what is to be clicked.
    see_count(page, 0)?;
    page.click(&whole("button", "全部清除"))?;
    see_count(page, all)
}

/// One Tab stop; arrows, Home, End, star and letters move; Enter includes, minus excludes; several branches at once.
pub fn the_tree_by_keyboard(page: &Page) -> Outcome {
    let all = start(page)?;
    let stops = "return document.querySelectorAll('[role=treeitem][tabindex=\"0\"]').length";
    ensure(page.script(stops, vec![])? == json!(1), || "the tree has not one Tab stop".to_owned())?;
    page.script("document.querySelector('[role=treeitem][tabindex=\"0\"]').focus()", vec![])?;
    press(page, "*")?;
    press(page, "ArrowRight")?;
    let first = focused(page)?;
    press(page, "End")?;
    ensure(focused(page)? != first, || format!("End stays at {first}"))?;
    press(page, "Home")?;
    press(page, "ArrowDown")?;
    ensure(focused(page)? == first, || format!("{first} is not below the first row"))?;
    press(page, "Home")?;
    let letter: String = first.chars().take(1).collect();
    press(page, &letter)?;
    let named = focused(page)?;
    ensure(named.starts_with(&letter), || format!("{letter} leads to {named}"))?;
    press(page, "Home")?;
    press(page, "Enter")?;
    let wanted = number_in(&focused(page)?)?;
    see_count(page, wanted)?;
    press(page, "-")?;
    see_count(page, all - wanted)?;
    let excluded = focused(page)?;
    ensure(excluded.contains("已排除"), || format!("{excluded} does not say that it is excluded"))?;
    press(page, "-")?;
    see_count(page, all)?;
    press(page, "ArrowRight")?;
    press(page, "Enter")?;
    let one = n_articles(page, all)?;
    press(page, "ArrowDown")?;
    press(page, "Enter")?;
    page.settle()?;
    let url = page.url()?;
    ensure(url.matches("place=").count() == 2, || format!("{url} has not both places"))?;
    ensure(n_articles(page, all + 1)? >= one, || "a second branch takes articles away".to_owned())
}

/// Presses, keys, dragging and typing give the same filter; all of them are undone by one step back.
pub fn histograms_without_a_mouse_and_with_one(page: &Page) -> Outcome {
    let all = start(page)?;
    open_group(page, "文中日期")?;
    let group = "[...document.querySelectorAll('[role=listbox]')].at(-1)";
    page.script(&format!("{group}.querySelector('[tabindex=\"0\"]').focus()"), vec![])?;
    press(page, "End")?;
    let last = focused(page)?;
    press(page, "Enter")?;
    see_count(page, number_in(last.rsplit('：').next().unwrap_or_default())?)?;
    let by_key = page.url()?;
    press(page, "Escape")?;
    see_count(page, all)?;
    ensure(!page.url()?.contains("mentioned="), || "Escape does not clear the range".to_owned())?;

    // The last bar, pressed with the mouse; then the last but two: all three.
    drag(page, group, 0, 0)?;
    page.until("the range of the keyboard", || Ok((page.url()? == by_key).then_some(())))?;
    drag(page, group, 2, 2)?;
    page.settle()?;
    let by_presses = page.url()?;
    ensure(by_presses != by_key, || "a second press does not stretch the range".to_owned())?;
    page.click(&whole("button", "全部清除"))?;
    see_count(page, all)?;
    drag(page, group, 2, 0)?;
    page.until("the range of the presses", || Ok((page.url()? == by_presses).then_some(())))?;
    page.back()?;
    see_count(page, all)?;

    // The same range typed.
    let range = by_presses.rsplit("mentioned=").next().unwrap_or_default().to_owned();
    let (from, to) = range.split_once('/').ok_or("no range in the address")?;
    page.type_into(&part("textbox", "文中日期 起始"), from)?;
    page.press(Key::Tab)?;
    page.type_into(&part("textbox", "文中日期 截止"), to)?;
    page.press(Key::Enter)?;
    page.until("the range that was typed", || Ok((page.url()? == by_presses).then_some(())))?;
    page.click(&part("button", "改为相反"))?;
    page.until("the range negated", || Ok(page.url()?.contains("-mentioned=").then_some(())))
}

/// Opens the page and waits until everything has come; gives how many articles there are.
fn start(page: &Page) -> Outcome<u64> {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    screen::wait_for_places(page)?;
    n_articles(page, u64::MAX)
}

/// Opens the group of a facet, if it is closed.
fn open_group(page: &Page, title: &str) -> Outcome {
    let script =
        "const title = [...document.querySelectorAll('summary')].find((it) => it.innerText.trim() === arguments[0]);
        if (!title.parentElement.open) title.click();";
    page.script(script, vec![json!(title)])?;
    page.settle()
}

/// The check box of a value, or the first of its group.
fn named(page: &Page, title: &str, value: &str) -> Outcome<Node> {
    let script =
        "const title = [...document.querySelectorAll('summary')].find((it) => it.innerText.trim() === arguments[0]);
        return title.parentElement.querySelector('.facet__name').innerText.trim()";
    let first = page.script(script, vec![json!(title)])?;
    let value = if value.is_empty() { first.as_str().unwrap_or_default().to_owned() } else { value.to_owned() };
    page.until(&format!("the check box {value}"), || {
        let boxes = page.all(&part("checkbox", &value))?;
        Ok(boxes.into_iter().find(|it| value_in(&it.name) == value))
    })
}

/// Presses a key where the focus is.
fn press(page: &Page, key: &str) -> Outcome {
    let script = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
        { key: arguments[0], bubbles: true, cancelable: true }))";
    page.script(script, vec![json!(key)])?;
    page.settle()
}

/// What the thing that has the focus is called.
fn focused(page: &Page) -> Outcome<String> {
    let script = "const it = document.activeElement; return it.getAttribute('aria-label') ?? it.innerText";
    Ok(page.script(script, vec![])?.as_str().unwrap_or_default().replace('\n', " "))
}

/// Presses the mouse on one bar and lets go on another, both counted from the end, wherever they stand by now.
fn drag(page: &Page, group: &str, from: usize, to: usize) -> Outcome {
    let script = format!(
        "{group}.scrollIntoView({{ block: 'center' }});
        const box = {group}.getBoundingClientRect();
        const middle = (fromEnd) => box.right - box.width * (fromEnd + 0.5) / {group}.children.length;
        return [middle(arguments[0]), middle(arguments[1]), box.top + box.height / 2];"
    );
    let at = page.script(&script, vec![json!(from), json!(to)])?;
    for (kind, x) in [("mousePressed", &at[0]), ("mouseMoved", &at[1]), ("mouseReleased", &at[1])] {
        let event = json!({ "type": kind, "x": x, "y": at[2], "button": "left", "buttons": 1, "clickCount": 1 });
        page.devtools("Input.dispatchMouseEvent", event)?;
    }
    page.settle()
}

/// The value that a check box is called by, its count apart.
fn value_in(name: &str) -> &str {
    name.split(',').next().unwrap_or_default().trim()
}

/// The last number of a text.
fn number_in(text: &str) -> Outcome<u64> {
    let mut words = text.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
    // A page is called by its number; its count comes last.
    words.next_back().and_then(|it| it.parse().ok()).ok_or_else(|| format!("no number in {text}"))
}

/// How many articles the list says it has, once that is other than `before`.
fn n_articles(page: &Page, before: u64) -> Outcome<u64> {
    page.until("the number of articles", || {
        let found = count_shown(page)?;
        Ok(found.filter(|it| *it != before))
    })
}

fn see_count(page: &Page, wanted: u64) -> Outcome {
    page.until(&format!("{wanted} articles"), || Ok((count_shown(page)? == Some(wanted)).then_some(())))
}

fn count_shown(page: &Page) -> Outcome<Option<u64>> {
    let script = "const line = document.querySelector('.result-list__count');
        return line ? line.innerText.match(/\\d+/)[0] : document.querySelector('.result-list .notice__title') ? '0' : ''";
    Ok(page.script(script, vec![])?.as_str().and_then(|it| it.parse().ok()))
}
