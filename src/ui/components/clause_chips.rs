//! What the selection asks, one chip a clause, each of which can be taken away.

use leptos::prelude::*;

use crate::engine::query::{Clause, Facet, Selection};
use crate::ui::focus::focus_main;
use crate::ui::live::{self, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::clauses::{Chip, chips};

/// Nothing where nothing is chosen.
#[component]
pub fn ClauseChips() -> impl IntoView {
    let state = AppState::of_app();
    let shown = Memo::new(move |_| state.location.with(|it| chips(&it.selection, state.locale.get())));
    view! {
        {when(move || !shown.with(Vec::is_empty), move || view! {
            <div class="clause-chips" role="group" aria-label=tr("clause.all")>
                <ul class="clause-chips__list">
                    {live::rows(move || shown.get(), Chip::clone, |chip| view! { <ClauseChip chip /> })}
                </ul>
                <button class="clause-chips__clear" type="button" on:click=move |_| {
                    state.narrow(|it| it.selection = Selection::default());
                    focus_main();
                }>{tr("clause.clear")}</button>
            </div>
        })}
    }
}

#[component]
fn ClauseChip(chip: Chip) -> impl IntoView {
    let state = AppState::of_app();
    let Chip { facet, value, name, label } = chip;
    let remove = move |_| {
        state.narrow(|it| take_away(&mut it.selection, facet, &value));
        focus_main();
    };
    view! {
        <li>
            <button class="chip chip--clause" type="button" on:click=remove>
                <span class="visually-hidden">{tr("clause.remove")}</span>
                <span class="chip__name">{name}</span>
                {label}
                <span class="chip__cross" aria-hidden="true">"×"</span>
            </button>
        </li>
    }
}

/// Takes one value, the range, or (no facet) the query away.
fn take_away(selection: &mut Selection, facet: Option<Facet>, value: &str) {
    match facet {
        None => selection.query.clear(),
        Some(facet) if matches!(selection.clauses.get(&facet), Some(Clause::AnyOf(_))) => {
            selection.toggle(facet, value)
        }
        Some(facet) => {
            selection.clauses.remove(&facet);
        }
    }
}
