//! What the browser tells as it changes: whether a media query holds, how wide an element is, and when a rest is over.
//!
//! Written with gloo and web-sys instead of leptos-use, whose general forms would be a fiftieth of the page's wasm.

use crate::ui::prelude::*;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Date;
use leptos::html::Div;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MediaQueryList, ResizeObserver};

/// Whether the media query holds, as long as the application runs.
pub fn media(query: &str) -> Memo<bool> {
    let Some(list) = window().match_media(query).ok().flatten() else { return Memo::new(|_| false) };
    let holds = RwSignal::new(list.matches());
    EventListener::new(&list, "change", move |event| {
        if let Some(list) = event.target().and_then(|it| it.dyn_into::<MediaQueryList>().ok()) {
            holds.set(list.matches());
        }
    })
    .forget();
    Memo::new(move |_| holds.get())
}

/// The day by the person's own clock, `2023-04-01`.
pub fn today() -> String {
    let now = Date::new_0();
    let here = Date::new(&(now.get_time() - now.get_timezone_offset() * 60_000.0).into());
    String::from(here.to_iso_string()).split('T').next().unwrap_or_default().to_owned()
}

/// Width of `element` in pixels, 0 until it is on the page; followed as long as the caller's part of the page stays.
pub fn width(element: NodeRef<Div>) -> RwSignal<f64> {
    let width = RwSignal::new(0.0);
    let watched = StoredValue::new_local(None::<(ResizeObserver, Closure<dyn FnMut()>)>);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let measure = {
            let element = element.clone();
            move || {
                width.try_set(f64::from(element.client_width()));
            }
        };
        measure();
        let changed = Closure::<dyn FnMut()>::new(measure);
        if let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&element);
            watched.set_value(Some((observer, changed)));
        }
    });
    on_cleanup(move || {
        watched.try_update_value(|it| {
            if let Some((observer, _)) = it.take() {
                observer.disconnect();
            }
        });
    });
    width
}

/// `action`, put off until it was not asked for again for `rest` milliseconds.
pub fn after_rest(rest: u32, action: impl Fn() + Copy + 'static) -> impl Fn() + Copy {
    let waiting = StoredValue::new_local(None::<Timeout>);
    move || waiting.set_value(Some(Timeout::new(rest, action)))
}
