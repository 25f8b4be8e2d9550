//! Words in context: lines that are walked and sorted, collocates that open their lines, two places side by side.

use banmian_e2e::page::Page;
use banmian_e2e::role::{part, whole};
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::screen;

/// The text of every line that is drawn, in order.
const LINES: &str = "return [...document.querySelectorAll('[role=grid] [role=row]')]
    .sort((a, b) => a.ariaRowIndex - b.ariaRowIndex)
    .map((row) => [...row.children].map((cell) => cell.textContent));";

/// The list is one Tab stop; its lines are sorted, walked and opened by keyboard.
pub fn walks_the_lines_of_a_query(page: &Page) -> Outcome {
    start(page)?;
    screen::go(page, "#/words?q=党员")?;
    page.see(&whole("grid", "上下文"))?;
    let in_text = lines(page)?;
    page.set_value(&whole("combobox", "排序"), "right-1")?;
    page.settle()?;
    ensure(page.url()?.contains("order=right-1"), || "the order is not in the address".to_owned())?;
    page.until("another order", || Ok((lines(page)? != in_text).then_some(())))?;
    let sorted = lines(page)?;
    let right: Vec<&str> = sorted.iter().map(|it| it[2].trim_start_matches(|it: char| !it.is_alphanumeric())).collect();
    let first = |it: &&str| it.chars().next();
    ensure(right.windows(2).all(|it| first(&it[0]) <= first(&it[1]) || it[1].is_empty()), || {
        format!("not sorted: {right:?}")
    })?;
    page.script("document.querySelector('[role=grid]').focus()", vec![])?;
    page.press(Key::End)?;
    page.settle()?;
    let last = "const grid = document.querySelector('[role=grid]');
        const row = document.getElementById(grid.getAttribute('aria-activedescendant'));
        return [row?.ariaRowIndex, grid.ariaRowCount];";
    let last = page.script(last, vec![])?;
    ensure(last[0] == last[1] && last[0] != json!(null), || format!("End leads to {last}"))?;
    page.press(Key::Space)?;
    page.see(&whole("region", "整段"))?;
    page.press(Key::Enter)?;
    page.settle()?;
    ensure(page.url()?.contains("&at="), || "Enter does not open the sentence".to_owned())
}

/// Ten thousand lines are as many rows for the keyboard and for readers, of which few are drawn.
pub fn draws_only_the_lines_in_sight(page: &Page) -> Outcome {
    start(page)?;
    screen::go(page, "#/words?q=的")?;
    page.see(&whole("grid", "上下文"))?;
    let counts = "const grid = document.querySelector('[role=grid]');
        return [Number(grid.ariaRowCount), grid.querySelectorAll('[role=row]').length];";
    let counts = page.script(counts, vec![])?;
    ensure(counts[0].as_u64() > Some(200) && counts[1].as_u64() < Some(100), || format!("{counts} lines"))?;
    page.script("document.querySelector('[role=grid]').scrollTop = 1e6", vec![])?;
    page.until("the last line", || {
        let shown = "const grid = document.querySelector('[role=grid]');
            return [...grid.querySelectorAll('[role=row]')].some((row) => row.ariaRowIndex === grid.ariaRowCount);";
        Ok((page.script(shown, vec![])? == json!(true)).then_some(()))
    })
}

/// From a word to the lines that have it near the query.
pub fn goes_from_a_collocate_to_its_lines(page: &Page) -> Outcome {
    start(page)?;
    screen::go(page, "#/words?q=党员&panel=collocates")?;
    page.see(&part("columnheader", "logDice"))?;
    page.click(&part("button", "logDice"))?;
    page.settle()?;
    ensure(page.url()?.contains("by=log-dice-descending"), || "the sort is not in the address".to_owned())?;
    page.click(&part("link", "流动"))?;
    page.settle()?;
    ensure(page.url()?.contains("node="), || "the word is not in the address".to_owned())?;
    page.see(&whole("grid", "上下文"))?;
    let found = lines(page)?;
    ensure(!found.is_empty() && found.iter().all(|it| it[1].contains("党员") && it[1].contains("流动")), || {
        format!("other lines: {found:?}")
    })
}

/// Two places, each taken from the selection.
pub fn compares_two_places(page: &Page) -> Outcome {
    start(page)?;
    for (side, place) in ["化德县", "翁牛特旗"].into_iter().enumerate() {
        page.type_into(&whole("textbox", "筛选地名"), place)?;
        page.click(&part("treeitem", place))?;
        page.settle()?;
        screen::go(page, &with_view(&page.url()?, "compare"))?;
        page.see(&whole("heading", "比较"))?;
        let takes = page.all(&whole("button", "用当前筛选"))?;
        page.click_node(takes.get(side).ok_or("no button for the side")?)?;
        page.settle()?;
        page.click(&whole("button", "全部清除"))?;
        page.settle()?;
    }
    page.see(&whole("rowheader", "化德县"))?;
    page.see(&whole("rowheader", "翁牛特旗"))?;
    let (url, text) = (page.url()?, screen::content(page)?);
    page.reload()?;
    screen::wait_for_places(page)?;
    page.settle()?;
    ensure(page.url()? == url && screen::content(page)? == text, || "reloading changes the comparison".to_owned())?;
    let links = "return [...document.querySelectorAll('.word-table a')].map((link) => link.getAttribute('href'));";
    let links = page.script(links, vec![])?;
    let leads =
        |name: &str| links.as_array().into_iter().flatten().any(|it| it.as_str().is_some_and(|it| it.contains(name)));
    ensure(leads("化德县") && leads("翁牛特旗"), || format!("the sides lead nowhere: {links}"))
}

fn lines(page: &Page) -> Outcome<Vec<Vec<String>>> {
    serde_json::from_value(page.script(LINES, vec![])?).map_err(|error| error.to_string())
}

/// The hash of an address with another view.
fn with_view(url: &str, view: &str) -> String {
    let parts = url.split_once('?').map_or("", |it| it.1);
    format!("#/{view}?{parts}")
}

/// Opens the page and waits until everything has come.
fn start(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    screen::wait_for_places(page)
}
