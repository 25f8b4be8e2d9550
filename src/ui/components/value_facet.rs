//! A facet that is a list: a check box each to include it and a button to exclude it, with how many articles it would give.

use crate::ui::prelude::*;

use crate::engine::query::{Choice, Facet};
use crate::protocol::FacetValue;
use crate::ui::focus;
use crate::ui::live::{self, live, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::clauses::value_words;
use crate::view_model::format::count;
use crate::view_model::labels::Label;

/// More values than this can be filtered. Kinds and quantities are few, and have other names on the screen.
const MANY: usize = 8;

/// The values that the engine lists, chosen ones first.
#[component]
pub fn ValueFacet(
    /// Which.
    facet: Facet,
) -> impl IntoView {
    let state = AppState::of_app();
    let list = Memo::new(move |_| {
        state.facets.with(|it| it.value().and_then(|it| it.lists.iter().find(|it| it.facet == facet).cloned()))
    });
    let values = Memo::new(move |_| list.with(|it| it.as_ref().map(|it| it.values.clone()).unwrap_or_default()));
    let n_more = Memo::new(move |_| list.with(|it| it.as_ref().map_or(0, |it| it.n_more)));
    let is_named = !matches!(facet, Facet::Kind | Facet::Quantity);
    let is_long = move || is_named && list.with(|it| it.as_ref().is_some_and(|it| it.n_all > MANY));
    // A row that moves to the chosen ones loses the focus on its way.
    let acted = StoredValue::new(String::new());
    Effect::new(move || {
        values.track();
        let id = acted.try_update_value(std::mem::take).unwrap_or_default();
        if !id.is_empty() {
            request_animation_frame(move || focus::regain(&id));
        }
    });
    let name = move || state.text_with("facet.filter", &[("name", &facet.label(state.locale.get()))]);
    let more = move || state.text_with("facet.more", &[("n", &count(n_more.get()))]);
    view! {
        {when(is_long, move || view! {
            <input class="field" type="text" autocomplete="off" aria-label=live(name) placeholder=live(name)
                on:input=move |event| state.show_of(facet, |it| it.filter = event_target_value(&event)) />
        })}
        <ul class="facet__values">
            {live::rows(
                move || values.get(),
                |it| it.value.clone(),
                move |it| view! { <Value facet value=it.value values acted /> },
            )}
        </ul>
        {when(move || values.with(Vec::is_empty), move || view! { <p class="facet__wait">{tr("facet.none")}</p> })}
        {when(move || n_more.get() > 0, move || view! {
            <button class="link-button" type="button" on:click=move |_| state.show_of(facet, |it| it.n_more += 1)>
                {live(more)}
            </button>
        })}
    }
}

/// Looks itself up in the list, so that it, and the focus on it, stays while counts change.
#[component]
fn Value(facet: Facet, value: String, values: Memo<Vec<FacetValue>>, acted: StoredValue<String>) -> impl IntoView {
    let state = AppState::of_app();
    let value = StoredValue::new(value);
    let found = Memo::new(move |_| {
        values
            .with(|it| {
                it.iter().find(|it| value.with_value(|value| it.value == *value)).map(|it| (it.count, it.choice))
            })
            .unwrap_or_default()
    });
    let words = move || value.with_value(|it| value_words(facet, it, state.locale.get()));
    let id = move |choice: Choice| value.with_value(|it| format!("{}-{}-{it}", facet.as_str(), choice as u8));
    let turn = move |choice: Choice| {
        acted.set_value(id(choice));
        value.with_value(|value| state.narrow(|it| it.selection.turn(facet, value, choice)));
    };
    let not = move || state.text_with("facet.exclude", &[("value", &words())]);
    view! {
        <li class="facet__value" class:facet__value--none=live(move || found.get().0 == 0)
            class:facet__value--excluded=live(move || found.get().1 == Choice::Excluded)>
            <label class="facet__pick">
                <input class="facet__box" type="checkbox" id=id(Choice::Included)
                    prop:checked=live(move || found.get().1 == Choice::Included)
                    on:change=move |_| turn(Choice::Included) />
                <span class="facet__name">{live(words)}</span>
                <span class="visually-hidden">", "</span>
                <span class="facet__count">{live(move || count(found.get().0))}</span>
                <span class="visually-hidden">{tr("facet.unit")}</span>
            </label>
            <button class="facet__not" type="button" id=id(Choice::Excluded) aria-label=live(not) title=live(not)
                aria-pressed=live(move || (found.get().1 == Choice::Excluded).to_string())
                on:click=move |_| turn(Choice::Excluded)>"−"</button>
        </li>
    }
}
