//! The view of articles: the result list, and the reader beside it.

use leptos::prelude::*;

use crate::ui::state::tr;

/// List and reader.
#[component]
pub fn ArticlesView() -> impl IntoView {
    view! { <h1 class="visually-hidden">{tr("view.articles")}</h1> }
}
