//! Copying, by a way that works on plain `http://` and in frames too, where `navigator.clipboard` does not exist.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlElement, HtmlTextAreaElement};

use super::focus::focus;
use super::history;
use crate::view_model::url::AppLocation;

/// Copies the whole address of a location. False where the browser forbids all copying.
pub fn copy_link(location: &AppLocation) -> bool {
    let page = window().location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    copy(&format!("{page}{}", history::href(location)))
}

/// Copies `text`; the focus stays where it is. False where the browser forbids it.
pub fn copy(text: &str) -> bool {
    let focused = document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let field = document().create_element("textarea").ok().and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
    let (Some(field), Some(body)) = (field, document().body()) else { return false };
    field.set_value(text);
    // Out of sight by the stylesheet, not hidden: what is hidden cannot be selected.
    field.set_class_name("visually-hidden");
    let mut is_copied = false;
    if body.append_child(&field).is_ok() {
        field.select();
        is_copied = document().unchecked_into::<HtmlDocument>().exec_command("copy").unwrap_or(false);
        field.remove();
    }
    focused.iter().for_each(focus);
    is_copied
}
