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
    /// Leads to the first mention of a place; `None` where there is no text.
    #[prop(optional)]
    walk: Option<Callback<String>>,
) -> impl IntoView {
    let state = AppState::of_app();
    let chip = move |place: PlaceChip| {
        let (path, walked) = (place.path.clone(), place.path.clone());
        let to = {
            let name = place.name.clone();
            move || state.text_with("reader.walk.to", &[("what", &name)])
        };
        let to = walk.map(|walk| {
            view! {
                <button class="chip__act" type="button" aria-label=live(to.clone()) title=live(to)
                    on:click=move |_| walk.run(walked.clone())>"¶"</button>
            }
        });
        let href = move || state.href(|it| narrow_to(it, &path));
        view! { <li><a class="chip chip--place" href=live(href) title=path_text(&place.path)>{place.name}</a>{to}</li> }
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
