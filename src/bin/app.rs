//! The page. One call; natively it does nothing, so that plain `cargo build` stays whole.

fn main() {
    #[cfg(target_arch = "wasm32")]
    banmian::ui::start();
}
