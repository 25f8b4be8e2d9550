//! Banmian 版面: an explorer of newspaper pages that runs whole in the browser.
//!
//! The engine is pure Rust; `service` answers requests with it; `worker` moves the bytes; `ui` reads, calls and
//! prints. ARCHITECTURE.md draws the map and lists what may use what.

/// The rows of a table of `data/`: embedded natively, as the build script left them; in the browser from the asset of
/// tables.
#[cfg(not(target_arch = "wasm32"))]
macro_rules! data_table {
    ($name:ident) => {
        include_str!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".tsv"))
    };
}
#[cfg(target_arch = "wasm32")]
macro_rules! data_table {
    ($name:ident) => {
        $crate::engine::text::asset::given(stringify!($name))
    };
}

pub mod codec;
pub mod engine;
pub mod error;
pub mod export;
pub mod protocol;
pub mod service;
pub mod view_model;

#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod worker;

#[cfg(not(target_arch = "wasm32"))]
rust_i18n::i18n!("locales", fallback = "zh-CN");
// In the browser the words are fetched: there is no such folder, so that nothing is embedded.
#[cfg(target_arch = "wasm32")]
rust_i18n::i18n!("locales/embedded", fallback = ["zh-CN", "en"], backend = view_model::translations::Translations);
