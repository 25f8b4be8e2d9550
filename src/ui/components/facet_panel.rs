//! The panel of facets: a column on a wide screen, a disclosure on a narrow one.

use leptos::prelude::*;

use super::date_facet::DateFacet;
use super::place_facet::PlaceFacet;
use super::section_facet::SectionFacet;
use crate::ui::live::live;
use crate::ui::state::{AppState, tr};

/// Section, place, date.
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
                <SectionFacet />
                <PlaceFacet />
                <DateFacet />
            </div>
        </aside>
    }
}
