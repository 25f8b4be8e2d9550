//! A list to pick one of some values from, with its name.

use crate::ui::prelude::*;

use crate::ui::live::{live, live_view};
use crate::ui::state::tr;

/// A value, and how it is worded.
pub type Choice = (String, String);

/// The first choice should be that of all, with the value "".
#[component]
pub fn PickList(
    /// What is picked: key of the translations.
    label: &'static str,
    /// The values.
    choices: Memo<Vec<Choice>>,
    /// The one that is picked.
    chosen: Memo<String>,
    /// Takes another one.
    choose: Callback<String>,
) -> impl IntoView {
    let options = move || {
        let option = |(value, name): Choice| {
            let own = value.clone();
            let is_chosen = Memo::new(move |_| chosen.with(|it| *it == own));
            view! { <option value=value prop:selected=is_chosen>{name}</option> }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <label class="option-pick">
            <span class="option-pick__name">{live(move || tr(label)())}</span>
            <select class="field" on:change=move |event| choose.run(event_target_value(&event))>{live_view(options)}</select>
        </label>
    }
}
