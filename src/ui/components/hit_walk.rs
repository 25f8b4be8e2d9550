//! The hits of the query in the open article: how many, at which one the reader is, and the way to the next.

use crate::ui::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::ui::live::live;
use crate::ui::state::{AppState, tr};
use crate::view_model::format::count;
use crate::view_model::highlight::next_hit;

/// "3 / 12" with two buttons; the keys n and N of the reader do the same.
#[component]
pub fn HitWalk(
    /// How many hits there are; more than none.
    n_hits: usize,
    /// At which one the reader is, from 0.
    at: RwSignal<Option<usize>>,
) -> impl IntoView {
    let state = AppState::of_app();
    let words = move || match at.get() {
        Some(hit) => state.text_with("reader.hit.at", &[("n", &count(hit + 1)), ("all", &count(n_hits))]),
        None => state.text_with("reader.hits", &[("all", &count(n_hits))]),
    };
    let step = Callback::new(move |is_forward| walk(at, n_hits, is_forward));
    view! { <p class="walk"><span role="status">{live(words)}</span>{steps(["N", "Shift+N"], None, step)}</p> }
}

/// The buttons of a walk: back and on. `keys` go on and back.
pub fn steps(keys: [&'static str; 2], tabindex: Option<&'static str>, step: Callback<bool>) -> AnyView {
    let [on, back] = keys;
    let button = |label: &'static str, key: &'static str, is_forward: bool| {
        view! {
            <button class="button button--quiet" type="button" tabindex=tabindex aria-keyshortcuts=key
                on:click=move |_| step.run(is_forward)>{tr(label)}</button>
        }
        .into_any()
    };
    vec![button("reader.hit.previous", back, false), button("reader.hit.next", on, true)].into_any()
}

/// Goes to the next hit or the one before, round the ends.
pub fn walk(at: RwSignal<Option<usize>>, n_hits: usize, is_forward: bool) {
    if let Some(hit) = next_hit(at.get_untracked(), n_hits, is_forward) {
        at.set(Some(hit));
        show(hit);
    }
}

/// Marks every piece of a hit as the current one, and brings it into view.
fn show(hit: usize) {
    for old in marks(".article-text mark[aria-current]") {
        // Refused only for a name that is none; so is the other.
        let _ = old.remove_attribute("aria-current");
    }
    let pieces = marks(&format!(".article-text mark[data-hit=\"{hit}\"]"));
    for piece in &pieces {
        let _ = piece.set_attribute("aria-current", "true");
    }
    if let Some(first) = pieces.first() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        first.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn marks(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else { return vec![] };
    (0..list.length()).filter_map(|idx| list.item(idx)?.dyn_into().ok()).collect()
}
