//! Where the keyboard's focus goes when the thing that had it leaves the screen.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// To the main content: of the skip link, and of a condition that was taken away.
pub fn focus_main() {
    focus_id("main");
}

/// To the element of that id, if there is one.
pub fn focus_id(id: &str) {
    let element = document().get_element_by_id(id).and_then(|it| it.dyn_into::<HtmlElement>().ok());
    element.iter().for_each(focus);
}

/// To an element.
pub fn focus(element: &HtmlElement) {
    // Fails only for an element that has gone meanwhile.
    let _ = element.focus();
}
