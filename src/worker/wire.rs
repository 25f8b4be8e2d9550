//! How the messages of gloo's bridge itself are written: in the project's own format. The bridge's default would bring a
//! second format into both programs.

use gloo::worker::Codec;
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsValue, throw_str};

use crate::codec;

/// Writes the bridge's messages with [`codec`].
pub struct Wire;

impl Codec for Wire {
    fn encode<I: Serialize>(input: I) -> JsValue {
        Uint8Array::from(codec::encode(&input).unwrap_or_default().as_slice()).into()
    }

    fn decode<O: for<'de> Deserialize<'de>>(input: JsValue) -> O {
        // Page and worker come from one build; the bridge has no other answer where they do not.
        codec::decode(&Uint8Array::from(input).to_vec()).unwrap_or_else(|_| throw_str("not a message of this build"))
    }
}
