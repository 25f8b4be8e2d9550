//! Draws an owner's own map. A program of its own: its two crates are fetched only where there is a map and somebody wants
//! to see it. Natively it does nothing, so that plain `cargo build` stays whole.

#[cfg(target_arch = "wasm32")]
mod draw;
#[cfg(target_arch = "wasm32")]
mod projection;
#[cfg(target_arch = "wasm32")]
mod read;

fn main() {}

/// The answer to an encoded `MapJob`: an encoded `Result<DrawnMap, MapProblem>`.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn run(job: Vec<u8>) -> Vec<u8> {
    use banmian::codec;
    use banmian::protocol::{MapJob, MapProblem};

    let job = codec::decode::<MapJob>(&job).map_err(|_| MapProblem::NotFetched);
    codec::encode(&job.and_then(|it| draw::draw(&it))).unwrap_or_default()
}
