//! Banmian 版面: an explorer of newspaper pages that runs whole in the browser.
//!
//! The engine is pure Rust; `service` answers requests with it; `worker` moves the bytes; `ui` reads, calls and
//! prints. ARCHITECTURE.md draws the map and lists what may use what.

/// The rows of a table of `data/`, as the build script left them.
macro_rules! data_table {
    ($name:ident) => {
        include_str!(concat!(env!("OUT_DIR"), "/", stringify!($name), ".tsv"))
    };
}

pub mod codec;
pub mod engine;
pub mod error;
pub mod protocol;
pub mod service;
pub mod view_model;

#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod worker;

rust_i18n::i18n!("locales", fallback = "zh-CN");
