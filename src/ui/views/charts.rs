//! The view of charts.

use leptos::prelude::*;

use crate::ui::state::tr;

/// The heading of the view; its content follows.
#[component]
pub fn ChartsView() -> impl IntoView {
    view! { <h1 class="view__title">{tr("view.charts")}</h1> }
}
