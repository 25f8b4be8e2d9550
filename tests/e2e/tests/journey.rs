//! What a person does: search, pick a place and a section, narrow the dates, read, look at figures and charts, come back.

use banmian_e2e::page::Page;
use banmian_e2e::role::{part, whole};
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::screen;

/// Search, place, section, dates; every step narrows the list and stands in the address.
pub fn narrows_by_query_place_section_and_date(page: &Page) -> Outcome {
    start(page)?;
    page.see_text("全部 47 篇文章")?;
    page.type_into(&screen::search_box(), "流动党员")?;
    let by_query = n_found(page, 47)?;
    screen::see_marked(page, "流动党员")?;
    page.type_into(&whole("textbox", "筛选地名"), "化德县")?;
    page.click(&part("treeitem", "化德县"))?;
    page.type_into(&whole("textbox", "筛选地名"), "")?;
    let by_place = n_found(page, by_query)?;
    page.click(&part("checkbox", "广角"))?;
    page.type_into(&part("textbox", "版面日期 起始"), "2022-01")?;
    page.press(Key::Tab)?;
    page.type_into(&part("textbox", "版面日期 截止"), "2022-12")?;
    page.press(Key::Enter)?;
    page.settle()?;
    let at_last = n_found(page, by_place + 1)?;
    ensure(at_last == 1, || format!("{at_last} articles are left, not the one"))?;
    page.see(&screen::headline(screen::HEADLINE))?;
    same_after_reload(page)?;
    page.click(&whole("button", "全部清除"))?;
    page.see_text("全部 47 篇文章")?;
    page.back()?;
    page.settle()?;
    ensure(n_found(page, 47)? == 1, || "Back does not undo".to_owned())
}

/// A date that is none is said where it was typed; the list stays.
pub fn says_what_is_no_date(page: &Page) -> Outcome {
    start(page)?;
    page.type_into(&part("textbox", "版面日期 起始"), "上个月")?;
    page.press(Key::Tab)?;
    page.see_text("请写成 2022")?;
    page.see_text("全部 47 篇文章")
}

/// The reader shows the text, marks what it mentions, and tells each mark's normalised value on focus.
pub fn reads_an_article_with_its_marks(page: &Page) -> Outcome {
    start(page)?;
    page.click(&screen::headline(screen::HEADLINE))?;
    page.see_text("公腊胡洞乡民主村")?;
    for words in ["化德县", "5月中旬", "2155名"] {
        screen::see_marked(page, words)?;
    }
    page.script("document.querySelector('mark[tabindex=\"0\"]').focus()", vec![])?;
    let note = page.see(&part("tooltip", ""))?;
    page.press(Key::Right)?;
    page.settle()?;
    let text = page.script("return document.querySelector('[role=tooltip]').innerText", vec![])?;
    ensure(text.as_str().is_some_and(|text| !text.trim().is_empty()), || format!("the note {note:?} says nothing"))?;
    let programmes = part("button", "品牌/机制");
    page.click(&programmes)?;
    page.until("no marked programme", || {
        Ok((!screen::marked(page)?.iter().any(|words| words == "云支部")).then_some(()))
    })?;
    page.click(&programmes)?;
    screen::see_marked(page, "云支部")?;
    same_after_reload(page)
}

/// A place of the list narrows to that place; a chip takes it away again.
pub fn picks_a_place_with_the_keyboard(page: &Page) -> Outcome {
    start(page)?;
    page.script("document.querySelector('[role=treeitem][tabindex=\"0\"]').focus()", vec![])?;
    page.press(Key::Enter)?;
    page.settle()?;
    let n_articles = n_found(page, 48)?;
    ensure(page.url()?.contains("place="), || "the place is not in the address".to_owned())?;
    page.click(&part("button", "去掉条件"))?;
    page.see_text("全部 47 篇文章")?;
    ensure(n_articles <= 47, || format!("{n_articles} articles"))
}

/// From a figure of the table to its sentence.
pub fn goes_from_a_figure_to_its_sentence(page: &Page) -> Outcome {
    start(page)?;
    page.click(&screen::view("数字"))?;
    page.see(&whole("grid", "数字表"))?;
    page.see(&part("columnheader", "所指"))?;
    page.click(&part("button", "人数"))?;
    page.settle()?;
    ensure(page.url()?.contains("quantity=person"), || "the quantity is not in the address".to_owned())?;
    same_after_reload(page)?;
    page.click(&part("link", "2155名"))?;
    page.see_text("目前共有2155名")?;
    let pointed = page.script("return document.querySelector('.mention--pointed')?.textContent ?? ''", vec![])?;
    ensure(pointed.as_str().is_some_and(|words| words.contains("2155")), || {
        format!("points at {pointed}, not at 2155名")
    })
}

/// A click on a bar opens what is behind it.
pub fn opens_what_is_behind_a_bar(page: &Page) -> Outcome {
    start(page)?;
    page.click(&screen::view("图表"))?;
    page.click(&whole("button", "数字排名"))?;
    screen::see_bars(page)?;
    same_after_reload(page)?;
    let before = page.url()?;
    let bars = screen::see_bars(page)?;
    page.click_node(bars.first().ok_or("no bar")?)?;
    page.settle()?;
    let after = page.url()?;
    ensure(after != before, || "a click on a bar leads nowhere".to_owned())?;
    page.back()?;
    page.settle()?;
    ensure(page.url()? == before, || "Back does not lead back to the chart".to_owned())
}

/// Places and words: counts lead to their articles, and a query has its lines in context.
pub fn goes_from_places_and_words_to_articles(page: &Page) -> Outcome {
    start(page)?;
    page.click(&screen::view("地名"))?;
    same_after_reload(page)?;
    page.type_into(&whole("textbox", "找地名"), "化德县")?;
    page.click(&part("treeitem", "化德县"))?;
    page.settle()?;
    ensure(page.url()?.contains("place="), || "the place is not in the address".to_owned())?;
    screen::go(page, "#/words?q=流动党员")?;
    page.see_text("流动党员")?;
    same_after_reload(page)
}

/// A link that was pasted shows what it showed where it was copied.
pub fn a_pasted_link_gives_the_same_screen(page: &Page) -> Outcome {
    let running = start(page)?;
    screen::go(page, "#/articles?q=流动党员&section=广角&article=000-01")?;
    page.see_text("公腊胡洞乡民主村")?;
    let (url, text) = (page.url()?, screen::content(page)?);
    page.open("about:blank")?;
    page.open(&url)?;
    screen::wait_for_places(page)?;
    page.settle()?;
    ensure(url.starts_with(&running), || format!("strange address {url}"))?;
    let now = screen::content(page)?;
    ensure(now == text, || format!("another screen.\nbefore: {text}\n\nafter: {now}"))
}

/// Opens the page and waits until everything has come; gives its address.
fn start(page: &Page) -> Outcome<String> {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    screen::wait_for_places(page)?;
    Ok(running.url)
}

/// How many articles the list says it has, once that is fewer than `before`.
fn n_found(page: &Page, before: u64) -> Outcome<u64> {
    page.until(&format!("fewer than {before} articles"), || {
        let text = page.text()?;
        let count = text.lines().find_map(|line| line.split_once(" 篇符合条件")).map(|(number, _)| number);
        let count = count.or_else(|| text.split_once("全部 ")?.1.split_once(" 篇文章").map(|(number, _)| number));
        let number = count.and_then(|number| number.trim().parse::<u64>().ok());
        Ok(number.filter(|number| *number < before))
    })
}

/// Reloading changes neither the address nor the screen.
fn same_after_reload(page: &Page) -> Outcome {
    page.settle()?;
    let (url, text) = (page.url()?, screen::content(page)?);
    page.reload()?;
    screen::wait_for_places(page)?;
    page.settle()?;
    ensure(page.url()? == url, || "reloading changes the address".to_owned())?;
    let now = screen::content(page)?;
    ensure(now == text, || format!("reloading changes the screen.\nbefore: {text}\n\nafter: {now}"))
}

/// Goes through all places of a list, each for some milliseconds only, and says when it has come to the end.
const HURRY: &str = "
    const [locations, waits, done] = arguments;
    const steps = waits.flatMap((wait) => locations.map((location) => [location, wait]));
    (async () => {
        for (const [location, wait] of steps) {
            globalThis.location.hash = location;
            await (wait === 0 ? new Promise(requestAnimationFrame) : new Promise((on) => setTimeout(on, wait)));
        }
        done(steps.length);
    })();";

/// A screen that is left before it has come, while it comes and right after it has come takes nothing with it.
pub fn hurries_from_screen_to_screen(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_places(page)?;
    page.script_async(HURRY, vec![json!(screen::LOCATIONS), json!([0, 1, 5, 15, 40, 90, 200])])?;
    screen::go(page, "#/articles")?;
    page.see_text(screen::HEADLINE)
}
