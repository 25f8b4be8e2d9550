//! What the selection asks, one chip a clause value; each can be taken away, turned into its opposite, or copied as a link.

use crate::ui::prelude::*;

use crate::engine::query::Selection;
use crate::ui::clipboard;
use crate::ui::focus::focus_main;
use crate::ui::live::{self, live, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::clauses::{self, Chip};
use crate::view_model::url::{AppLocation, View};

/// Nothing where nothing is chosen.
#[component]
pub fn ClauseChips() -> impl IntoView {
    let state = AppState::of_app();
    let shown = Memo::new(move |_| state.location.with(|it| clauses::chips(&it.selection, state.locale.get())));
    // The chip that was copied last, or was to be.
    let copied = RwSignal::new(None::<(String, bool)>);
    let said = move || {
        let (label, is_copied) = copied.get()?;
        Some(state.text_with(if is_copied { "clause.copied" } else { "clause.refused" }, &[("value", &label)]))
    };
    view! {
        {when(move || !shown.with(Vec::is_empty), move || view! {
            <div class="clause-chips" role="group" aria-label=tr("clause.all")>
                <ul class="clause-chips__list">
                    {live::rows(move || shown.get(), Chip::clone, move |chip| view! { <ClauseChip chip copied /> })}
                </ul>
                <button class="clause-chips__clear" type="button" on:click=move |_| {
                    state.narrow(|it| it.selection = Selection::default());
                    focus_main();
                }>{tr("clause.clear")}</button>
                <span class="clause-chips__said" role="status">{live(said)}</span>
            </div>
        })}
    }
}

#[component]
fn ClauseChip(chip: Chip, copied: RwSignal<Option<(String, bool)>>) -> impl IntoView {
    let state = AppState::of_app();
    let Chip { name, label, negated, .. } = chip.clone();
    let words = format!("{name} {label}");
    let chip = StoredValue::new(chip);
    let button = move |key: &'static str, sign: &'static str, act: fn(AppState, &Chip) -> Option<bool>| {
        let words = words.clone();
        let name = move || state.text_with(key, &[("value", &words)]);
        let act = move |_| {
            chip.with_value(|it| copied.set(act(state, it).map(|is_copied| (it.label.clone(), is_copied))));
        };
        view! {
            <button class="chip__act" type="button" aria-label=live(name.clone()) title=live(name) on:click=act>{sign}</button>
        }
    };
    view! {
        <li class="chip chip--clause" class:chip--negated=negated>
            <span class="chip__name">{name}</span>
            {label}
            {button("clause.negate", "≠", negate)}
            {button("clause.copy", "", copy)}
            {button("clause.remove", "×", remove)}
        </li>
    }
}

fn remove(state: AppState, chip: &Chip) -> Option<bool> {
    state.narrow(|it| clauses::take_away(&mut it.selection, chip));
    focus_main();
    None
}

fn negate(state: AppState, chip: &Chip) -> Option<bool> {
    state.narrow(|it| clauses::negate(&mut it.selection, chip));
    focus_main();
    None
}

/// The address of the articles that the chip alone gives. False where the browser forbids copying.
fn copy(state: AppState, chip: &Chip) -> Option<bool> {
    let selection = state.location.with_untracked(|it| clauses::alone(&it.selection, chip));
    Some(clipboard::copy_link(&AppLocation { view: View::Articles, selection, ..AppLocation::default() }))
}
