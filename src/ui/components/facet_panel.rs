//! The panel of facets: a column on a wide screen, a disclosure on a narrow one. Each facet is a group that closes.

use crate::ui::prelude::*;

use super::date_facet::DateFacet;
use super::place_facet::PlaceFacet;
use super::value_facet::ValueFacet;
use crate::engine::query::Facet;
use crate::ui::live::live;
use crate::ui::state::{AppState, tr};
use crate::view_model::labels::Label;

/// Groups that are open at first: what people ask for most. The others open where they are chosen.
const OPEN: [Facet; 3] = [Facet::Section, Facet::Place, Facet::Date];

/// Every facet.
#[component]
pub fn FacetPanel() -> impl IntoView {
    let state = AppState::of_app();
    let n_chosen = Memo::new(move |_| state.location.with(|it| it.selection.clauses.len()));
    let label = move || match n_chosen.get() {
        0 => state.text("facet.toggle"),
        n => state.text_with("facet.toggle.chosen", &[("n", &n.to_string())]),
    };
    let toggle = move |_| state.facets_open.update(|it| *it = !*it);
    view! {
        <aside class="facet-panel" aria-label=tr("facet.panel")>
            <button class="facet-panel__toggle" type="button" aria-controls="facets"
                aria-expanded=live(move || state.facets_open.get().to_string()) on:click=toggle>
                {live(label)}
            </button>
            <div class="facet-panel__body" id="facets" class:facet-panel__body--open=live(move || state.facets_open.get())>
                {Facet::ALL.into_iter().map(|facet| view! { <Group facet /> }).collect_view()}
            </div>
        </aside>
    }
}

#[component]
fn Group(facet: Facet) -> impl IntoView {
    let state = AppState::of_app();
    let is_chosen = state.location.with_untracked(|it| it.selection.clauses.contains_key(&facet));
    let content = match facet {
        Facet::Place => view! { <PlaceFacet /> }.into_any(),
        _ if facet.is_date() => view! { <DateFacet facet /> }.into_any(),
        _ => view! { <ValueFacet facet /> }.into_any(),
    };
    let id = title_id(facet);
    view! {
        <details class="facet" open=is_chosen || OPEN.contains(&facet)>
            <summary class="facet__title" id=id.clone()>{live(move || facet.label(state.locale.get()))}</summary>
            <div role="group" aria-labelledby=id>{content}</div>
        </details>
    }
}

/// The id of a group's title.
pub fn title_id(facet: Facet) -> String {
    format!("facet-{}", facet.as_str())
}
