//! The facet of sections: a check box each, with how many articles it would give.

use leptos::prelude::*;

use crate::engine::query::Facet;
use crate::protocol::FacetValue;
use crate::ui::live::{self, live, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::clauses::value_words;
use crate::view_model::format::count;
use crate::view_model::labels::Label;

/// Sections, most articles first.
#[component]
pub fn SectionFacet() -> impl IntoView {
    let state = AppState::of_app();
    let sections =
        Memo::new(move |_| state.facets.with(|it| it.value().map(|it| it.sections.clone()).unwrap_or_default()));
    view! {
        <fieldset class="facet">
            <legend class="facet__title">{live(move || Facet::Section.label(state.locale.get()))}</legend>
            <ul class="facet__values">
                {live::rows(
                    move || sections.get(),
                    |it| it.value.clone(),
                    move |it| view! { <SectionBox section=it.value sections /> },
                )}
            </ul>
            {when(move || sections.with(Vec::is_empty), move || view! {
                <p class="facet__wait">{tr("facet.none")}</p>
            })}
        </fieldset>
    }
}

/// Looks itself up in the list, so that it, and the focus on it, stays while counts change.
#[component]
fn SectionBox(section: String, sections: Memo<Vec<FacetValue>>) -> impl IntoView {
    let state = AppState::of_app();
    let (wanted, toggled) = (section.clone(), section.clone());
    let found = Memo::new(move |_| sections.with(|it| it.iter().find(|it| it.value == wanted).cloned()));
    let n_articles = move || found.with(|it| it.as_ref().map_or(0, |it| it.count));
    let is_chosen = move || found.with(|it| it.as_ref().is_some_and(|it| it.chosen));
    let toggle = move |_| state.narrow(|it| it.selection.toggle(Facet::Section, &toggled));
    view! {
        <li>
            <label class="facet__value" class:facet__value--none=live(move || n_articles() == 0)>
                <input class="facet__box" type="checkbox" prop:checked=live(is_chosen) on:change=toggle />
                <span class="facet__name">{live(move || value_words(Facet::Section, &section, state.locale.get()))}</span>
                <span class="facet__count">{live(move || count(n_articles()))}</span>
            </label>
        </li>
    }
}
