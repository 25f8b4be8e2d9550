//! A list to pick one of an option's values from.

use crate::ui::prelude::*;

use crate::ui::live::live;
use crate::ui::state::AppState;
use crate::view_model::word_options::{WordOption, option_text, value_text};

/// The choice goes to the location.
#[component]
pub fn OptionPick(
    /// What is chosen.
    option: WordOption,
) -> impl IntoView {
    let state = AppState::of_app();
    let chosen = Memo::new(move |_| state.location.with(|it| it.words.options.get(option)));
    let choose = move |event: leptos::ev::Event| {
        let value = event_target_value(&event);
        state.navigate(|it| it.words.options.set(option, &value));
    };
    let values = option.values().iter().map(|value| {
        let is_chosen = Memo::new(move |_| chosen.get() == *value);
        view! { <option value=*value prop:selected=is_chosen>{live(move || value_text(state.locale.get(), value))}</option> }
    });
    view! {
        <label class="option-pick">
            <span class="option-pick__name">{live(move || option_text(state.locale.get(), option))}</span>
            <select class="field" on:change=choose>{values.collect_view()}</select>
        </label>
    }
}
