//! Everything that can be used with a mouse can be reached with Tab, and shows that it has the focus.

use banmian_e2e::page::Page;
use banmian_e2e::site::{serve, site};
use banmian_e2e::{Outcome, ensure};
use serde_json::{Value, json};

use crate::screen;

/// Notes every element that gets the focus, and whether that can be seen.
const NOTE_FOCUS: &str = "
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const wanted = [...document.querySelectorAll(selector)].filter((element) =>
        !element.disabled && element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }));
    const name = (element) => element.tagName + '.' + element.getAttribute('class') + ' '
        + (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 30);
    // A group of a picture has no border of its own: what answers to the pointer in it is framed.
    const parts = (element) => [[element, null], [element, '::after'], [element, '::before'],
        ...[...element.querySelectorAll(':scope > .chart__target')].map((it) => [it, null])];
    const look = (element) => parts(element).map(([part, pseudo]) => {
        const style = getComputedStyle(part, pseudo);
        return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.borderColor,
            style.backgroundColor, style.textDecoration, style.stroke, style.fill].join();
    }).join();
    const before = new Map(wanted.map((element) => [element, look(element)]));
    const seen = new Set();
    const dim = [];
    globalThis.e2eFocus = { n_wanted: wanted.length, missed: () => wanted.filter((element) => !seen.has(element))
        .map(name), dim };
    document.activeElement?.blur();
    document.addEventListener('focusin', ({ target }) => {
        seen.add(target);
        if (before.has(target) && look(target) === before.get(target)) dim.push(name(target));
    });
    window.scrollTo(0, 0);
    return wanted.length;";

/// On every view, Tab reaches every control, and each shows its focus.
pub fn tab_reaches_everything(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    screen::wait_for_places(page)?;
    for location in screen::LOCATIONS {
        // A fresh document, so that the listeners of the view before are gone and Tab begins at the top.
        screen::go(page, location)?;
        page.reload()?;
        screen::wait_for_places(page)?;
        let n_wanted = page.script(NOTE_FOCUS, vec![])?.as_u64().unwrap_or_default();
        ensure(n_wanted > 5, || format!("{location} has only {n_wanted} controls"))?;
        page.press_tab(usize::try_from(n_wanted).unwrap_or_default() + 5)?;
        let missed = names(&page.script("return e2eFocus.missed()", vec![])?);
        ensure(missed.is_empty(), || format!("{location}: Tab never reached {missed:#?}"))?;
        let dim = names(&page.script("return e2eFocus.dim", vec![])?);
        ensure(dim.is_empty(), || format!("{location}: the focus cannot be seen on {dim:#?}"))?;
    }
    Ok(())
}

/// What the accessibility tree offers to be used can have the focus, itself or through the widget it belongs to.
pub fn what_can_be_used_can_have_the_focus(page: &Page) -> Outcome {
    let running = serve(site()?)?;
    page.open(&running.url)?;
    screen::wait_for_articles(page)?;
    screen::wait_for_places(page)?;
    for location in screen::LOCATIONS {
        screen::go(page, location)?;
        let tree = page.devtools("Accessibility.getFullAXTree", json!({}))?;
        let nodes = tree.get("nodes").and_then(Value::as_array).cloned().unwrap_or_default();
        let stuck: Vec<String> =
            nodes.iter().filter(|node| is_control(node) && !is_focusable(node)).map(describe).collect();
        ensure(stuck.is_empty(), || format!("{location}: these cannot have the focus: {stuck:#?}"))?;
    }
    Ok(())
}

fn is_control(node: &Value) -> bool {
    let controls =
        ["button", "link", "checkbox", "radio", "switch", "slider", "searchbox", "textbox", "combobox", "menuitem"];
    let role = node.pointer("/role/value").and_then(Value::as_str).unwrap_or_default();
    node.get("ignored") != Some(&json!(true)) && controls.contains(&role)
}

fn is_focusable(node: &Value) -> bool {
    let properties = node.get("properties").and_then(Value::as_array);
    let has = |name: &str| {
        let mut all = properties.into_iter().flatten();
        all.any(|property| {
            property.get("name") == Some(&json!(name)) && property.pointer("/value/value") == Some(&json!(true))
        })
    };
    has("focusable") || has("disabled")
}

fn describe(node: &Value) -> String {
    let text = |pointer: &str| node.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
    format!("{} “{}”", text("/role/value"), text("/name/value"))
}

fn names(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}
