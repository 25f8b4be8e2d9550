//! Values that follow the state, without the type of their closure.
//!
//! Leptos makes code of its own for every closure in a view; a value of this one type shares it. That halves what each
//! such place adds to the page's wasm.

use std::sync::{Arc, Mutex};

use leptos::prelude::{AnyView, IntoAny};
use leptos::tachys::reactive_graph::SharedReactiveFunction;

/// `value`, computed anew whenever something it reads changes; for a text, an attribute, a class or a part of a view.
pub fn live<T>(value: impl Fn() -> T + Send + 'static) -> SharedReactiveFunction<T> {
    Arc::new(Mutex::new(value))
}

/// A part of a view that is made anew whenever something it reads changes, of one type whatever it holds.
pub fn live_view<V: IntoAny>(view: impl Fn() -> V + Send + 'static) -> SharedReactiveFunction<AnyView> {
    Arc::new(Mutex::new(move || view().into_any()))
}
