//! What stands where something is under way, has failed, or is not there.

use crate::ui::prelude::*;

use crate::error::Error;
use crate::ui::live::live;
use crate::ui::state::{AppState, tr};
use crate::view_model::labels::error_text;

/// Something is under way; `key` says what.
#[component]
pub fn LoadingNotice(
    /// What is under way: key of the translations.
    key: &'static str,
) -> impl IntoView {
    view! {
        <p class="notice notice--loading">
            <span class="notice__mark" aria-hidden="true"></span>
            {tr(key)}
        </p>
    }
}

/// Something failed; says what, and offers to try again.
#[component]
pub fn FailedNotice(
    /// What failed.
    error: Error,
    /// What the button does: tries again, or leaves.
    again: impl Fn() + 'static,
    /// What the button says: key of the translations.
    #[prop(default = "load.again")]
    label: &'static str,
) -> impl IntoView {
    let state = AppState::of_app();
    view! {
        <div class="notice notice--failed" role="alert">
            <p>{live(move || error_text(state.locale.get(), &error))}</p>
            <button class="button" type="button" on:click=move |_| again()>{tr(label)}</button>
        </div>
    }
}
