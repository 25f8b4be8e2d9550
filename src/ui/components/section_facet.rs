//! The facet of sections: a check box each, with how many articles it would give.

use leptos::prelude::*;

use crate::engine::query::Facet;
use crate::protocol::FacetValue;
use crate::ui::state::AppState;
use crate::view_model::clauses::value_words;
use crate::view_model::format::count;
use crate::view_model::labels::Label;

/// Sections, most articles first.
#[component]
pub fn SectionFacet() -> impl IntoView {
    let state = AppState::of_app();
    let sections =
        Memo::new(move |_| state.facets.with(|it| it.value().map(|it| it.sections.clone()).unwrap_or_default()));
    let boxes = move || sections.get().into_iter().map(|value| view! { <SectionBox value /> }).collect_view();
    view! {
        <fieldset class="facet">
            <legend class="facet__title">{move || Facet::Section.label(state.locale.get())}</legend>
            <ul class="facet__values">{boxes}</ul>
        </fieldset>
    }
}

#[component]
fn SectionBox(value: FacetValue) -> impl IntoView {
    let state = AppState::of_app();
    let FacetValue { value, count: n_articles, chosen } = value;
    let section = value.clone();
    let toggle = move |_| state.narrow(|it| it.selection.toggle(Facet::Section, &section));
    view! {
        <li>
            <label class="facet__value" class:facet__value--none=n_articles == 0>
                <input class="facet__box" type="checkbox" prop:checked=chosen on:change=toggle />
                <span class="facet__name">{move || value_words(Facet::Section, &value, state.locale.get())}</span>
                <span class="facet__count">{count(n_articles)}</span>
            </label>
        </li>
    }
}
