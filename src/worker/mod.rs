//! The worker's glue: message event → codec → service → post back; it also fetches the corpus and the lexicon.
//!
//! The same module answers on the main thread where no worker can start: then nothing registers, and the page calls
//! [`answer`] through the export of `bin/worker.rs`.

mod fetch;
mod loader;
mod pace;
mod wire;

use std::cell::RefCell;

use gloo::worker::{HandlerId, Registrable, Worker, WorkerScope};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::DedicatedWorkerGlobalScope;

use crate::codec;
pub use crate::protocol::Bytes;
use crate::protocol::{Envelope, Request, Response};
use crate::service::Service;
pub use wire::Wire;

thread_local! {
    /// The one service of this thread. Borrowed only between two awaits, never across one.
    static SERVICE: RefCell<Service> = RefCell::new(Service::new());
}

/// The engine behind gloo's bridge: bytes in, bytes out.
pub struct EngineWorker;

impl Worker for EngineWorker {
    type Message = ();
    type Input = Bytes;
    type Output = Bytes;

    fn create(_scope: &WorkerScope<Self>) -> Self {
        EngineWorker
    }

    fn update(&mut self, _scope: &WorkerScope<Self>, _message: ()) {}

    fn received(&mut self, scope: &WorkerScope<Self>, message: Bytes, id: HandlerId) {
        let scope = scope.clone();
        spawn_local(async move { scope.respond(id, Bytes(answer(message.0).await)) });
    }
}

/// Registers the worker; on the main thread it only makes panics readable.
pub fn start() {
    console_error_panic_hook::set_once();
    if js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>().is_ok() {
        EngineWorker::registrar().encoding::<Wire>().register();
    }
}

/// The answer to one encoded request. A request that cannot be read is answered under the number 0, and an answer
/// that cannot be written is no bytes at all: either way the page learns that the two do not fit together.
pub async fn answer(request: Vec<u8>) -> Vec<u8> {
    let envelope = match codec::decode::<Envelope<Request>>(&request) {
        Ok(Envelope { id, message }) => Envelope { id, message: carry_out(&message).await },
        Err(error) => Envelope { id: 0, message: Response::Failed(error) },
    };
    codec::encode(&envelope).unwrap_or_default()
}

/// Loads everything, then measures the engine on an archive of about `n_articles` articles: a JavaScript object with the
/// fields of [`crate::engine::measure::Report`], or `null` where loading failed. Only `bench` builds have it.
#[cfg(feature = "bench")]
pub async fn bench(n_articles: usize) -> wasm_bindgen::JsValue {
    if loader::load_corpus().await.is_err() || loader::load_lexicon().await.is_err() {
        return wasm_bindgen::JsValue::NULL;
    }
    let report = with_service(|service| service.measure(n_articles, &now));
    serde_wasm_bindgen::to_value(&report).unwrap_or(wasm_bindgen::JsValue::NULL)
}

/// Milliseconds by the browser's finest clock, in a worker as on the main thread.
#[cfg(feature = "bench")]
fn now() -> f64 {
    let property = |of: &wasm_bindgen::JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).unwrap_or_default();
    let performance = property(&js_sys::global(), "performance");
    let function: js_sys::Function = property(&performance, "now").unchecked_into();
    function.call0(&performance).ok().and_then(|it| it.as_f64()).unwrap_or_default()
}

/// Fetches what the request names, then lets the service answer.
async fn carry_out(request: &Request) -> Response {
    let fetched = match request {
        Request::LoadCorpus => loader::load_corpus().await,
        Request::LoadLexicon => loader::load_lexicon().await,
        Request::Complete { .. } => {
            loader::load_pinyin().await;
            loader::load_tables().await
        }
        Request::Library => Ok(()),
        _ => loader::load_tables().await,
    };
    match fetched {
        Ok(()) => with_service(|service| service.handle(request)),
        Err(error) => Response::Failed(error),
    }
}

/// Lends the service for as long as `work` runs.
fn with_service<T>(work: impl FnOnce(&mut Service) -> T) -> T {
    SERVICE.with_borrow_mut(work)
}
