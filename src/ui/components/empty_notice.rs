//! What stands where a selection has nothing to show: why, and what to do about it.

use crate::ui::prelude::*;

use crate::engine::query::Selection;
use crate::ui::live::when;
use crate::ui::state::{AppState, tr};

/// Offers to clear the conditions where there are any.
#[component]
pub fn EmptyNotice(
    /// What there is none of: key of the translations.
    title: &'static str,
    /// What to do about it: key of the translations.
    hint: &'static str,
) -> impl IntoView {
    let state = AppState::of_app();
    let is_narrowed = move || state.location.with(|it| !it.selection.is_empty());
    let clear = move |_| state.navigate(|it| it.selection = Selection::default());
    view! {
        <div class="notice notice--empty">
            <p class="notice__title">{tr(title)}</p>
            <p>{tr(hint)}</p>
            {when(is_narrowed, move || view! {
                <button class="button" type="button" on:click=clear>{tr("clause.clear")}</button>
            })}
        </div>
    }
}
