//! How loading a view's content goes: nothing once it is there.

use crate::ui::prelude::*;

use super::load_notice::{FailedNotice, LoadingNotice};
use crate::error::Error;
use crate::ui::state::AppState;
use crate::view_model::Load;

/// Under way, waiting for dictionary and gazetteer, or failed with a way to try again.
#[component]
pub fn LoadStatus(
    /// See `Asked::status`.
    status: Memo<Option<Result<(), Error>>>,
    /// What is under way: key of the translations.
    waiting: &'static str,
    /// Tries again.
    again: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let state = AppState::of_app();
    let lexicon_failed = Memo::new(move |_| state.lexicon.with(|it| matches!(it, Load::Failed(_))));
    move || match status.get() {
        None => view! { <LoadingNotice key=waiting /> }.into_any(),
        Some(Err(Error::LexiconPending)) if !lexicon_failed.get() => {
            view! { <LoadingNotice key="load.lexicon" /> }.into_any()
        }
        Some(Err(error)) => view! { <FailedNotice error again /> }.into_any(),
        Some(Ok(())) => ().into_any(),
    }
}
