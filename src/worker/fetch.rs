//! Files of this site as bytes, and the two things the browser does for us with bytes: gunzip and GB18030.
//!
//! Addresses are relative: in a worker to its own file, on the main thread to the page. Both stand at the root of the
//! built folder, wherever that is served.

use gloo::net::http::Request;
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableWritablePair, Response, TextDecoder, TextDecoderOptions};

use crate::error::Error;

/// The first bytes of every gzip file.
const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];

/// The bytes of the file at `path`.
pub async fn bytes(path: &str) -> Result<Vec<u8>, Error> {
    let failed = |status| Error::Fetch { path: path.to_owned(), status };
    let response = Request::get(path).send().await.map_err(|_| failed(0))?;
    if !response.ok() {
        return Err(failed(response.status()));
    }
    response.binary().await.map_err(|_| failed(0))
}

/// The text of the gzip file at `path`.
pub async fn gzip_text(path: &str) -> Result<String, Error> {
    String::from_utf8(gzip_bytes(path).await?).map_err(|_| Error::Asset { path: path.to_owned() })
}

/// What is in the gzip file at `path`. A server that has already unpacked it (`Content-Encoding: gzip`) is welcome.
pub async fn gzip_bytes(path: &str) -> Result<Vec<u8>, Error> {
    let mut bytes = bytes(path).await?;
    if bytes.starts_with(&GZIP_MAGIC) {
        bytes = gunzip(&mut bytes).await.map_err(|_| Error::Asset { path: path.to_owned() })?;
    }
    Ok(bytes)
}

/// `path` with every part of it escaped for an address.
pub fn escaped(path: &str) -> String {
    let parts: Vec<String> = path.split('/').map(|it| js_sys::encode_uri_component(it).into()).collect();
    parts.join("/")
}

/// Reads GB18030 strictly with the browser's own decoder; `None` on any fault, or where the browser has none.
pub fn gb18030(bytes: &[u8]) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    let decoder = TextDecoder::new_with_label_and_options("gb18030", &options).ok()?;
    decoder.decode_with_js_u8_array(&Uint8Array::from(bytes)).ok()
}

/// Unpacks gzip through the browser's DecompressionStream, which web-sys only has as an unstable binding.
async fn gunzip(bytes: &mut [u8]) -> Result<Vec<u8>, JsValue> {
    let constructor: Function = Reflect::get(&js_sys::global(), &"DecompressionStream".into())?.dyn_into()?;
    let stream = Reflect::construct(&constructor, &Array::of1(&"gzip".into()))?;
    let packed = Response::new_with_opt_u8_array(Some(bytes))?.body().ok_or(JsValue::NULL)?;
    let unpacked = packed.pipe_through(stream.unchecked_ref::<ReadableWritablePair>());
    let buffer = JsFuture::from(Response::new_with_opt_readable_stream(Some(&unpacked))?.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
