//! The engine's Web Worker. One call; natively it does nothing, so that plain `cargo build` stays whole.

fn main() {
    #[cfg(target_arch = "wasm32")]
    banmian::worker::start();
}

/// What the page calls where it had to load this module on its own thread. Exported here and not in the library, so
/// that the page's own wasm does not link the engine.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn answer(request: Vec<u8>) -> Vec<u8> {
    banmian::worker::answer(request).await
}

/// Measures the engine in this browser. Load this module in a page of a build with `--features bench` and call it.
#[cfg(all(target_arch = "wasm32", feature = "bench"))]
#[wasm_bindgen::prelude::wasm_bindgen]
pub async fn bench(n_articles: usize) -> wasm_bindgen::JsValue {
    banmian::worker::bench(n_articles).await
}
