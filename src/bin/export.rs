//! The program that writes files: a module of its own, fetched when something is first taken away. Natively it does
//! nothing, so that plain `cargo build` stays whole.

fn main() {
    #[cfg(target_arch = "wasm32")]
    console_error_panic_hook::set_once();
}

/// The bytes of the file that an encoded job asks for; none where there is no such file.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn run(job: Vec<u8>) -> Vec<u8> {
    banmian::export::answer(&job)
}
