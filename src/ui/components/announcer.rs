//! Says to screen readers what changed on the screen: how many articles the selection has.

use crate::ui::prelude::*;

use crate::ui::live::live;
use crate::ui::state::AppState;
use crate::view_model::Load;

/// A live region that nobody sees.
#[component]
pub fn Announcer() -> impl IntoView {
    let state = AppState::of_app();
    let counts = Memo::new(move |_| {
        state.articles.with(|it| match it {
            Load::Ready(list) => Some((list.n_total, list.n_all)),
            _ => None,
        })
    });
    let words = move || {
        counts.get().map(|(n_total, n_all)| {
            state.text_with("list.count", &[("n", &n_total.to_string()), ("all", &n_all.to_string())])
        })
    };
    view! { <p class="visually-hidden" role="status">{live(words)}</p> }
}
