//! The table of figures sorted, grouped and narrowed, a sentence beside it, and the start screen's ways in.

use banmian_e2e::page::Page;
use banmian_e2e::role::{part, whole};
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::screen;

/// Heads sort, groups part the rows and close, Back undoes each step.
pub fn sorts_groups_and_goes_back(page: &Page) -> Outcome {
    start(page)?;
    screen::go(page, "#/figures?quantity=money")?;
    page.see(&whole("grid", "数字表"))?;
    page.click(&part("button", "数值"))?;
    see_in_url(page, "sort=value-descending")?;
    let sorted = "return document.querySelector('[role=columnheader][aria-sort]').ariaSort;";
    page.until("a sorted head", || Ok((page.script(sorted, vec![])? == json!("descending")).then_some(())))?;
    page.set_value(&whole("combobox", "分组"), "year")?;
    see_in_url(page, "group=year")?;
    page.until("heads of groups", || Ok((n_groups(page)? > 1).then_some(())))?;
    let n_rows = row_count(page)?;
    page.script("document.querySelector('[role=grid]').focus()", vec![])?;
    page.press(Key::Home)?;
    page.press(Key::Enter)?;
    see_in_url(page, "turned=")?;
    page.until("fewer rows", || Ok((row_count(page)? < n_rows).then_some(())))?;
    page.back()?;
    page.until("all rows again", || Ok((row_count(page)? == n_rows).then_some(())))?;
    page.click(&whole("button", "只看各组"))?;
    page.until("heads alone", || Ok((n_groups(page)? as u64 == row_count(page)?).then_some(())))
}

/// A range is typed, or walked to on the bars; what makes no sense is said; sums appear and are refused.
pub fn narrows_by_value(page: &Page) -> Outcome {
    start(page)?;
    screen::go(page, "#/figures")?;
    page.see_text("类别不同，不能合计")?;
    page.click(&part("button", "金额"))?;
    see_in_url(page, "quantity=money")?;
    page.see_text("中位数 ")?;
    let all = row_count(page)?;
    page.type_into(&whole("textbox", "数值范围 最小"), "1千万元")?;
    page.press(Key::Tab)?;
    page.until("the value in the address", || Ok(page.url()?.contains("min=").then_some(())))?;
    page.until("fewer rows", || Ok((row_count(page)? < all).then_some(())))?;
    page.type_into(&whole("textbox", "数值范围 最小"), "很多")?;
    page.press(Key::Tab)?;
    page.see_text("请写成 300")?;
    page.script("document.querySelector('.value-bars [tabindex=\"0\"]').focus()", vec![])?;
    page.press(Key::End)?;
    page.press(Key::Enter)?;
    page.until("the last bar chosen", || Ok(page.url()?.contains("max=%3C").then_some(())))?;
    page.until("few rows", || Ok((row_count(page)? < all).then_some(())))?;
    page.press(Key::Escape)?;
    page.until("all rows again", || Ok((row_count(page)? == all && !page.url()?.contains("max=")).then_some(())))
}

/// A row opens its sentence beside the table, on a phone in its place; the link carries it.
pub fn opens_a_sentence_beside_the_table(page: &Page) -> Outcome {
    start(page)?;
    screen::go(page, "#/figures?quantity=person")?;
    page.click(&part("link", "2155名"))?;
    see_in_url(page, "#/figures?")?;
    see_in_url(page, "figure=")?;
    page.see_text("目前共有2155名")?;
    page.see(&whole("grid", "数字表"))?;
    let pointed = "return document.querySelector('.reader .mention--pointed')?.textContent ?? ''";
    page.until("the figure marked", || {
        Ok(page.script(pointed, vec![])?.as_str().is_some_and(|it| it.contains("2155")).then_some(()))
    })?;
    page.resize(360, 740)?;
    page.reload()?;
    page.see_text("目前共有2155名")?;
    page.see_no(&whole("grid", "数字表"))?;
    let back = "document.querySelector('.reader__back').click()";
    page.script(back, vec![])?;
    page.see(&whole("grid", "数字表"))?;
    let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    ensure(page.script(wide, vec![])? == json!(true), || "the table makes the page scroll sideways".to_owned())
}

/// Few of many rows are drawn, and the last one can be gone to.
pub fn draws_only_the_rows_in_sight(page: &Page) -> Outcome {
    start(page)?;
    screen::go(page, "#/figures")?;
    page.see(&whole("grid", "数字表"))?;
    let n_drawn = "return document.querySelectorAll('[role=grid] [role=row]').length";
    let n_drawn = page.script(n_drawn, vec![])?.as_u64().unwrap_or_default();
    ensure(row_count(page)? > 100 && n_drawn < 80, || format!("{n_drawn} rows are drawn"))?;
    page.script("document.querySelector('[role=grid]').focus()", vec![])?;
    page.press(Key::End)?;
    page.until("the last row", || {
        let script = "const grid = document.querySelector('[role=grid]');
            const row = document.getElementById(grid.getAttribute('aria-activedescendant'));
            return row?.ariaRowIndex === grid.ariaRowCount;";
        Ok((page.script(script, vec![])? == json!(true)).then_some(()))
    })
}

/// The start screen says what is there, and each entry leads on.
pub fn starts_with_an_overview(page: &Page) -> Outcome {
    start(page)?;
    page.see(&whole("heading", "这里有什么"))?;
    for title in ["按栏目", "按地名", "最大的数字", "报道最多的品牌/机制"] {
        page.see(&whole("heading", title))?;
    }
    let lead = |title: &str, of: &str| {
        let script = "const list = [...document.querySelectorAll('.overview__list')]
            .find((it) => it.querySelector('h2').textContent === arguments[0]);
            list.querySelector(arguments[1]).click();";
        page.script(script, vec![json!(title), json!(of)]).map(drop)
    };
    lead("按栏目", "a")?;
    see_in_url(page, "#/articles?section=")?;
    page.back()?;
    page.see(&whole("heading", "这里有什么"))?;
    lead("最大的数字", ".overview__figure")?;
    see_in_url(page, "figure=")?;
    screen::see_marked(page, "")?;
    page.back()?;
    page.see(&whole("heading", "这里有什么"))?;
    lead("最大的数字", "a")?;
    see_in_url(page, "#/figures?quantity=")?;
    page.see(&whole("grid", "数字表")).map(drop)
}

fn see_in_url(page: &Page, words: &str) -> Outcome {
    page.until(&format!("{words} in the address"), || Ok(page.url()?.contains(words).then_some(())))
}

/// Rows without the head.
fn row_count(page: &Page) -> Outcome<u64> {
    let script = "return Number(document.querySelector('[role=grid]')?.ariaRowCount ?? 1) - 1";
    Ok(page.script(script, vec![])?.as_u64().unwrap_or_default())
}

fn n_groups(page: &Page) -> Outcome<usize> {
    let script = "return document.querySelectorAll('[role=grid] [aria-expanded]').length";
    Ok(page.script(script, vec![])?.as_u64().unwrap_or_default() as usize)
}

/// Opens the page and waits until everything has come.
fn start(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    screen::wait_for_places(page)
}
