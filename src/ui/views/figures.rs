//! The view of figures.

use leptos::prelude::*;

use crate::ui::state::tr;

/// The heading of the view; its content follows.
#[component]
pub fn FiguresView() -> impl IntoView {
    view! { <h1 class="view__title">{tr("view.figures")}</h1> }
}
