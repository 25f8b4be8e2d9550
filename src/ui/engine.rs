//! How the engine is reached: a worker through gloo's bridge, or the worker's module on this thread.

use gloo::worker::{Spawnable, WorkerBridge};
use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use crate::error::Error;
use crate::worker::{Bytes, EngineWorker, Wire};

const LOADER: &str = "worker_loader.js";
const PROBE: &str = "worker_probe.js";
const MODULE: &str = "worker.js";

#[wasm_bindgen(module = "/src/ui/engine_module.js")]
extern "C" {
    #[wasm_bindgen(js_name = workerStarts)]
    async fn worker_starts(probe: &str) -> JsValue;

    #[wasm_bindgen(catch, js_name = loadEngine)]
    async fn load_engine(name: &str) -> Result<JsValue, JsValue>;

    /// The worker's module, loaded on this thread.
    pub type EngineModule;

    #[wasm_bindgen(method, catch)]
    async fn answer(this: &EngineModule, request: Vec<u8>) -> Result<JsValue, JsValue>;
}

/// A running engine.
pub enum Engine {
    /// In its own thread: the page never waits for it.
    Worker(WorkerBridge<EngineWorker>),
    /// On this thread, because no worker can start here.
    Module(EngineModule),
}

impl Engine {
    /// Starts the engine; `on_answer` gets every answer's bytes.
    pub async fn start(on_answer: impl Fn(Vec<u8>) + 'static) -> Result<Engine, Error> {
        if worker_starts(PROBE).await.is_truthy() {
            let mut spawner = EngineWorker::spawner().encoding::<Wire>();
            spawner.callback(move |bytes| on_answer(bytes.0)).with_loader(true).as_module(true);
            return Ok(Engine::Worker(spawner.spawn(LOADER)));
        }
        let module = load_engine(MODULE).await.map_err(|_| Error::WorkerStart)?;
        Ok(Engine::Module(module.unchecked_into()))
    }

    /// Sends a request. A worker answers through `on_answer` and gives `None` here; a module gives its answer's bytes.
    pub async fn send(&self, request: Vec<u8>) -> Option<Vec<u8>> {
        match self {
            Engine::Worker(bridge) => {
                bridge.send(Bytes(request));
                None
            }
            Engine::Module(module) => {
                let answer = module.answer(request).await.ok();
                Some(answer.map(|it| Uint8Array::new(&it).to_vec()).unwrap_or_default())
            }
        }
    }
}
