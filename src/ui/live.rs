//! Values, views and lists that follow the state, without the types of their closures.
//!
//! Leptos makes code of its own for every closure in a view, for every `Show` and for every `For`. The functions here
//! do the same with one type each.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex};

use crate::ui::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;

/// `value`, computed anew whenever something it reads changes; for a text, an attribute or a class.
pub fn live<T>(value: impl Fn() -> T + Send + 'static) -> SharedReactiveFunction<T> {
    Arc::new(Mutex::new(value))
}

/// A part of a view that is made anew whenever something it reads changes.
pub fn live_view<V: IntoAny>(view: impl Fn() -> V + Send + 'static) -> SharedReactiveFunction<AnyView> {
    Arc::new(Mutex::new(move || view().into_any()))
}

/// `view` while `condition` holds, else nothing. The view stays as it is until the condition changes.
pub fn when<V: IntoAny>(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> V + Send + 'static,
) -> SharedReactiveFunction<AnyView> {
    let holds = memo(Box::new(condition));
    Arc::new(Mutex::new(move || if holds.get() { view().into_any() } else { ().into_any() }))
}

fn memo(condition: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<bool> {
    Memo::new(move |_| condition())
}

/// A row a value of `values`, in their order. A row whose key stays stays as it is; `row` is called for new keys only.
pub fn rows<T, K, V>(
    values: impl Fn() -> Vec<T> + Send + 'static,
    key: impl Fn(&T) -> K + Send + 'static,
    row: impl Fn(T) -> V + Send + Sync + 'static,
) -> AnyView
where
    T: Send + 'static,
    K: Hash,
    V: IntoAny,
{
    let row = Arc::new(row);
    let rows = move || {
        let pending = |value: T| {
            let row = row.clone();
            PendingRow { key: hash_of(&key(&value)), view: Box::new(move || row(value).into_any()) }
        };
        values().into_iter().map(pending).collect()
    };
    list(Box::new(rows))
}

struct PendingRow {
    /// 64 bits of hash: two keys of one list never share one in practice.
    key: u64,
    view: Box<dyn FnOnce() -> AnyView + Send>,
}

fn hash_of(key: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}

fn list(rows: Box<dyn Fn() -> Vec<PendingRow> + Send>) -> AnyView {
    view! { <For each=rows key=|it| it.key children=|it| (it.view)() /> }.into_any()
}
