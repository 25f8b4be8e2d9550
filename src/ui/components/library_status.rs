//! What is loaded and what is still coming: the dictionary, and what reading noticed.

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::diagnostics_list::DiagnosticsList;
use super::load_notice::LoadingNotice;
use crate::ui::live::live;
use crate::ui::loading;
use crate::ui::state::{AppState, tr};
use crate::view_model::Load;
use crate::view_model::format::count;
use crate::view_model::labels::error_text;

/// A quiet line.
#[component]
pub fn LibraryStatus() -> impl IntoView {
    view! {
        <div class="library-status">
            <LexiconStatus />
            <DiagnosticsList />
        </div>
    }
}

/// How far reading has come, while it goes on.
#[component]
fn ImportStatus() -> impl IntoView {
    let state = AppState::of_app();
    let words = move || {
        let (n, n_all) = state
            .library
            .with(|it| it.value().map(|it| (it.pages.len() + it.failed.len(), it.n_expected)).unwrap_or_default());
        state.text_with("load.some", &[("n", &count(n)), ("all", &count(n_all))])
    };
    view! { <p class="notice notice--loading"><span class="notice__mark" aria-hidden="true"></span>{live(words)}</p> }
}

/// Says that pages, or words and places, are on their way, or that they did not come and what still works.
#[component]
fn LexiconStatus() -> impl IntoView {
    let state = AppState::of_app();
    let is_importing = Memo::new(move |_| state.is_importing());
    move || match state.lexicon.get() {
        Load::Idle if is_importing.get() => view! { <ImportStatus /> }.into_any(),
        Load::Ready(()) => ().into_any(),
        Load::Idle | Load::Pending(_) => view! { <LoadingNotice key="load.lexicon" /> }.into_any(),
        Load::Failed(error) => view! {
            <p class="notice notice--quiet" role="alert">
                {state.text_with("load.lexicon.failed", &[("error", &error_text(state.locale.get(), &error))])}
                <button class="button button--quiet" type="button"
                    on:click=move |_| spawn_local(loading::load_lexicon(state))>{tr("load.again")}</button>
            </p>
        }
        .into_any(),
    }
}
