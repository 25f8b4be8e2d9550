//! The location and the URL's hash: Back and Forward are undo and redo.

use crate::ui::prelude::*;
use leptos::ev;
use wasm_bindgen::JsValue;

use crate::view_model::url::AppLocation;

/// The location that the address names.
pub fn current() -> AppLocation {
    AppLocation::parse(&window().location().hash().unwrap_or_default())
}

/// The address of a location, relative to the page.
pub fn href(location: &AppLocation) -> String {
    let hash = location.to_hash();
    if hash.starts_with('#') { hash } else { format!("#{hash}") }
}

/// Makes `location` the address, with a step in the history.
pub fn push(location: &AppLocation) {
    if let Ok(history) = window().history() {
        // Refused in a frame without the right to it: then the address stays, and the screen changes all the same.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&href(location)));
    }
}

/// Makes `location` the address in place of the present one.
pub fn replace(location: &AppLocation) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&href(location)));
    }
}

/// Follows Back, Forward, links and an address typed by hand.
pub fn follow(location: RwSignal<AppLocation>) {
    let read = move || {
        let found = current();
        if found != location.get_untracked() {
            location.set(found);
        }
    };
    let hash_change = window_event_listener(ev::hashchange, move |_| read());
    let pop_state = window_event_listener(ev::popstate, move |_| read());
    on_cleanup(move || {
        hash_change.remove();
        pop_state.remove();
    });
}
