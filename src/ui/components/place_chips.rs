//! Places that can be clicked: each narrows the selection to what mentions it.

use crate::ui::prelude::*;

use crate::engine::query::Facet;
use crate::protocol::PlaceChip;
use crate::ui::live::live;
use crate::ui::state::{AppState, tr};
use crate::view_model::mention_note::path_text;
use crate::view_model::url::AppLocation;

/// A list of links; nothing where there is no place.
#[component]
pub fn PlaceChips(
    /// The places.
    places: Vec<PlaceChip>,
) -> impl IntoView {
    let state = AppState::of_app();
    let chip = move |place: PlaceChip| {
        let path = place.path.clone();
        let href = move || state.href(|it| narrow_to(it, &path));
        view! { <li><a class="chip chip--place" href=live(href) title=path_text(&place.path)>{place.name}</a></li> }
    };
    (!places.is_empty()).then(|| {
        view! { <ul class="place-chips" aria-label=tr("list.places")>{places.into_iter().map(chip).collect_view()}</ul> }
    })
}

fn narrow_to(location: &mut AppLocation, path: &str) {
    if !location.selection.values(Facet::Place).contains(&path) {
        location.selection.toggle(Facet::Place, path);
    }
}
