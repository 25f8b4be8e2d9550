//! What leaves the page as a file.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlElement, Url};

/// Milliseconds after which every browser has begun to save.
const PATIENCE: u32 = 60_000;

/// Offers `bytes` as a file of that name.
pub fn save(name: &str, bytes: &[u8]) -> Result<(), JsValue> {
    offer(name, &Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?)
}

/// Offers a blob as a file of that name.
pub fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link = document().create_element("a")?.unchecked_into::<HtmlElement>();
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    Timeout::new(PATIENCE, move || {
        // Fails only for an address that is no longer one.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
