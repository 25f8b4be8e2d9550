//! Where the keyboard's focus goes when the thing that had it leaves the screen.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// To the main content: of the skip link, and of a condition that was taken away.
pub fn focus_main() {
    focus_id("main");
}

/// To the element of that id, if there is one.
pub fn focus_id(id: &str) {
    let element = document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    element.iter().for_each(focus);
}

/// To the element of that id, where nothing else has the focus.
pub fn regain(id: &str) {
    let nowhere = document().active_element().is_none_or(|it| it.tag_name() == "BODY");
    if nowhere {
        focus_id(id);
    }
}

/// Scrolls as little as needed to show the element of that id.
pub fn show_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// To an element.
pub fn focus(element: &HtmlElement) {
    // Fails only for an element that has gone meanwhile.
    let _ = element.focus();
}
