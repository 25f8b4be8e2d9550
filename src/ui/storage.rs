//! What this browser keeps between visits.

use leptos::prelude::window;
use web_sys::Storage;

/// The browser keeps nothing here, or has no room left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotKept;

/// What was kept under `key`; `None` where nothing was, or where nothing may be.
pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps `value` under `key`.
pub fn write(key: &str, value: &str) -> Result<(), NotKept> {
    storage().and_then(|it| it.set_item(key, value).ok()).ok_or(NotKept)
}

/// Forbidden in a frame of another site, say.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
