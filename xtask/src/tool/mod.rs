//! What must be installed, and how it gets there. What is already there in the right version is taken.

mod browser;
mod npm;
mod rust;
mod system;

use crate::{Outcome, step};

pub use browser::Browser;

/// All that a build of the page needs.
pub fn for_build() -> Outcome {
    step::run("set-up: crates (some seconds; the first time up to a minute)", rust::fetch)?;
    step::run("set-up: wasm32 target (some seconds)", rust::wasm_target)?;
    step::run("set-up: Trunk (compiled the first time: about 5 to 10 minutes)", rust::trunk)?;
    step::run("set-up: wasm-bindgen (compiled the first time: about 2 to 4 minutes)", rust::wasm_bindgen)
}

/// All that the tests need beyond the build. Gives the browser.
pub fn for_tests() -> Outcome<Browser> {
    step::run("set-up: Rust components (some seconds)", rust::components)?;
    let browser =
        step::run("set-up: Chromium, ChromeDriver, Chinese fonts (the first time: 1 to 3 minutes)", browser::set_up)?;
    step::run("set-up: axe-core by npm (the first time: up to a minute)", npm::set_up)?;
    Ok(browser)
}
