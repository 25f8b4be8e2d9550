//! Fetches the translations: those of the page's language before anything is shown, then the other ones.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::preferences::stored_locale;
use crate::view_model::Locale;
use crate::view_model::translations;

/// Fetches the words of the language that the page begins with, or of the other where they cannot be had.
pub async fn load_first() {
    let first = stored_locale();
    if !load(first).await {
        load_others(first).await;
    }
}

/// Fetches the words of every language, so that the switch finds them.
pub async fn load_rest() {
    load_others(stored_locale()).await;
}

async fn load_others(first: Locale) {
    for locale in Locale::ALL.into_iter().filter(|it| *it != first) {
        load(locale).await;
    }
}

async fn load(locale: Locale) -> bool {
    // `public/boot.js` has asked for the first of them already, while the program was on its way.
    let file = text(&format!("words/{}.txt", locale.as_str())).await;
    file.is_some_and(|it| translations::give(locale, it))
}

async fn text(path: &str) -> Option<String> {
    let response = JsFuture::from(leptos::prelude::window().fetch_with_str(path)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok().filter(|_| response.ok())?).await.ok()?;
    text.as_string()
}
