//! Charts: walked and opened by keyboard, brushed with and without a pointer, taken apart by place, told as a table.

use banmian_e2e::page::Page;
use banmian_e2e::role::{part, whole};
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::screen;

/// One Tab stop; arrows, Home and End walk the marks, the detail says what has the focus, Enter opens its sentence.
pub fn walks_the_marks(page: &Page) -> Outcome {
    start(page, "#/charts?chart=figures-ranked&quantity=person")?;
    let stops = "return document.querySelectorAll('.chart__picture [tabindex=\"0\"]').length";
    page.until("one Tab stop", || Ok((page.script(stops, vec![])? == json!(1)).then_some(())))?;
    focus_mark(page)?;
    let first = focused(page)?;
    page.press(Key::Down)?;
    let second = focused(page)?;
    ensure(first != second && !second.is_empty(), || format!("still at {first}"))?;
    let detail = "return document.querySelector('.chart__detail').textContent";
    let told = page.script(detail, vec![])?;
    ensure(told.as_str().is_some_and(|it| it.chars().count() > 20), || format!("the detail says {told}"))?;
    page.press(Key::End)?;
    ensure(focused(page)? != second, || "End leads nowhere".to_owned())?;
    page.press(Key::Home)?;
    ensure(focused(page)? == first, || "Home does not lead back".to_owned())?;
    page.press(Key::Enter)?;
    see_in_url(page, "figure=")?;
    page.back()?;
    see_mark(page)
}

/// Shift and an arrow stretch the brush, Enter takes it; a range can be typed; a drag does the same.
pub fn brushes_the_dates(page: &Page) -> Outcome {
    start(page, "#/charts?chart=articles-over-time")?;
    focus_mark(page)?;
    page.script(
        "const mark = document.activeElement;
        for (const key of ['ArrowRight', 'Enter']) {
            const event = new KeyboardEvent('keydown', { key, shiftKey: key !== 'Enter', bubbles: true });
            document.activeElement.dispatchEvent(event);
        }",
        vec![],
    )?;
    see_in_url(page, "date=")?;
    page.see_text("在所选日期以外")?;
    page.back()?;
    page.until("no dates", || Ok((!page.url()?.contains("date=")).then_some(())))?;
    see_mark(page)?;
    page.script(
        "const marks = [...document.querySelectorAll('.chart__mark')];
        const at = (mark, type, buttons) => {
            const box = mark.getBoundingClientRect();
            const init = { bubbles: true, button: 0, buttons, clientX: box.x + box.width / 2, clientY: box.y + 5 };
            mark.dispatchEvent(new PointerEvent(type, init));
        };
        at(marks[0], 'pointerdown', 1);
        at(marks.at(-1), 'pointermove', 1);
        at(marks.at(-1), 'pointerup', 0);",
        vec![],
    )?;
    see_in_url(page, "date=")?;
    page.back()?;
    page.type_into(&whole("textbox", "版面日期 起始日期（如 2022-06）"), "2023")?;
    page.press(Key::Tab)?;
    see_in_url(page, "date=2023")
}

/// A bar of a place opens its parts and lists what it counts; the crumbs lead up again.
pub fn takes_places_apart(page: &Page) -> Outcome {
    start(page, "#/charts?chart=articles-by-place&within=内蒙古自治区")?;
    let label = "return document.querySelector('.chart__mark').getAttribute('aria-label')";
    let first = page.script(label, vec![])?;
    focus_mark(page)?;
    page.press(Key::Enter)?;
    see_in_url(page, "behind=")?;
    page.see(&part("heading", "条"))?;
    page.until("other bars", || Ok((page.script(label, vec![])? != first).then_some(())))?;
    page.click(&whole("link", "全部地名"))?;
    page.until("all places", || Ok((!page.url()?.contains("within=")).then_some(())))
}

/// The switch shows the same data as a table; what cannot be drawn says why; the scale can be chosen.
pub fn is_told_in_other_ways(page: &Page) -> Outcome {
    start(page, "#/charts?chart=figures-histogram&quantity=person")?;
    page.click(&whole("button", "对数"))?;
    see_in_url(page, "scale=log")?;
    page.click(&whole("button", "表"))?;
    see_in_url(page, "form=table")?;
    page.see(&whole("table", "图中的数据"))?;
    screen::go(page, "#/charts?q=没有这样的话")?;
    page.see_text("这里无图可画")?;
    let refused = "return document.querySelectorAll('.chart-picker [aria-disabled=true]').length";
    page.until("refused kinds", || Ok((page.script(refused, vec![])?.as_u64() >= Some(10)).then_some(())))
}

fn start(page: &Page, location: &str) -> Outcome {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_places(page)?;
    screen::go(page, location)?;
    see_mark(page)
}

fn see_mark(page: &Page) -> Outcome {
    let script = "return document.querySelectorAll('.chart__mark').length > 0";
    page.until("a mark", || Ok((page.script(script, vec![])? == json!(true)).then_some(())))
}

fn focus_mark(page: &Page) -> Outcome {
    page.script("document.querySelector('.chart__picture [tabindex=\"0\"]').focus()", vec![]).map(drop)
}

fn focused(page: &Page) -> Outcome<String> {
    let script = "return document.activeElement.getAttribute('aria-label') ?? ''";
    Ok(page.script(script, vec![])?.as_str().unwrap_or_default().to_owned())
}

fn see_in_url(page: &Page, words: &str) -> Outcome {
    page.until(&format!("{words} in the address"), || Ok(page.url()?.contains(words).then_some(())))
}
