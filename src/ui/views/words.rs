//! The view of words.

use leptos::prelude::*;

use crate::ui::state::tr;

/// The heading of the view; its content follows.
#[component]
pub fn WordsView() -> impl IntoView {
    view! { <h1 class="view__title">{tr("view.words")}</h1> }
}
