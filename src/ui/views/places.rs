//! The view of places.

use leptos::prelude::*;

use crate::ui::state::tr;

/// The heading of the view; its content follows.
#[component]
pub fn PlacesView() -> impl IntoView {
    view! { <h1 class="view__title">{tr("view.places")}</h1> }
}
