//! Programs of their own beside page and engine, each fetched when it is first needed: bytes in, bytes out.
//!
//! One is a file `src/bin/NAME` that exports `run(bytes) -> bytes`, a line in `index.html`, and a line in `xtask/src/size.rs`.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use crate::error::Error;

#[wasm_bindgen(module = "/src/ui/side_module.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = runModule)]
    async fn run_module(name: &str, bytes: Vec<u8>) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = fetchBytes)]
    async fn fetch_bytes(path: &str) -> Result<JsValue, JsValue>;
}

/// What the program of that name makes of `job`.
pub async fn run(name: &str, job: Vec<u8>) -> Result<Vec<u8>, Error> {
    let answer = run_module(name, job).await;
    answer.map(|it| Uint8Array::new(&it).to_vec()).map_err(|_| Error::SideModule { path: format!("{name}.js") })
}

/// The bytes of a file of this site, by its path from the page.
pub async fn file(path: &str) -> Option<Vec<u8>> {
    let bytes = fetch_bytes(path).await.ok().filter(|it| it.is_truthy())?;
    Some(Uint8Array::new(&bytes).to_vec())
}
