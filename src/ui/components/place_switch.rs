//! A switch of the view of places: one of a few choices, in the location.

use crate::ui::prelude::*;

use crate::ui::live::live;
use crate::ui::state::{AppState, tr};
use crate::view_model::url::AppLocation;

/// A button a choice, named by `keys` of the translations; `chosen` says which is pressed, `choose` presses one.
pub fn switch(
    label: &'static str,
    keys: Vec<String>,
    chosen: fn(&AppLocation) -> usize,
    choose: fn(&mut AppLocation, usize),
) -> AnyView {
    let state = AppState::of_app();
    let chosen = Memo::new(move |_| state.location.with(chosen));
    let buttons = keys.into_iter().enumerate().map(|(idx, key)| {
        view! {
            <button class="choice choice--small" type="button" aria-pressed=live(move || (chosen.get() == idx).to_string())
                on:click=move |_| state.navigate(|it| choose(it, idx))>{live(move || state.text(&key))}</button>
        }
    });
    view! { <div class="chart-form" role="group" aria-label=tr(label)>{buttons.collect_view()}</div> }.into_any()
}
