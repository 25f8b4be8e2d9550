//! Lets other requests be answered while many pages are read.

use js_sys::{Date, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Milliseconds of work between two rests: a request waits no longer than this and one page. Browsers stretch every rest to
/// some four milliseconds, so that less would slow an import down.
const STRETCH: f64 = 40.0;

/// Work that rests now and then.
pub struct Pace {
    since: f64,
}

impl Pace {
    /// Begins to work.
    pub fn start() -> Self {
        Pace { since: Date::now() }
    }

    /// Where the last rest was long ago, waits until whatever came meanwhile is answered.
    pub async fn rest(&mut self) {
        if Date::now() - self.since < STRETCH {
            return;
        }
        // Where there is no timer there is no rest, and the work goes on.
        let timer =
            Reflect::get(&js_sys::global(), &"setTimeout".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
        if let Some(timer) = timer {
            let wait = Promise::new(&mut |resolve, _| {
                let _ = timer.call1(&JsValue::NULL, &resolve);
            });
            let _ = JsFuture::from(wait).await;
        }
        self.since = Date::now();
    }
}
