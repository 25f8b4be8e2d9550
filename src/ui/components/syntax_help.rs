//! How queries are written: examples to click.

use crate::ui::prelude::*;

use super::popover::Popover;
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::view_model::words;

/// The translations have `search.example.1` and `search.meaning.1` to this number.
const N_EXAMPLES: usize = 11;

/// A short list; the examples are in the language of the screen.
#[component]
pub fn SyntaxHelp(
    /// Gets the example that was clicked.
    take: Callback<String>,
) -> impl IntoView {
    let state = AppState::of_app();
    let open = RwSignal::new(false);
    let example = move |n: usize| {
        let locale = state.locale.get();
        let text = words::text(locale, &format!("search.example.{n}"));
        let shown = text.clone();
        let click = move |_| {
            open.set(false);
            take.run(text.clone());
        };
        view! {
            <li class="syntax-help__item">
                <button class="syntax-help__example" type="button" lang="zh-Hans" on:click=click>{shown}</button>
                <span>{words::text(locale, &format!("search.meaning.{n}"))}</span>
            </li>
        }
    };
    let content = move || {
        view! {
            <p>{tr("search.help.lead")}</p>
            <ul class="syntax-help" lang=live(move || state.locale.get().html_lang())>
                {live_view(move || (1..=N_EXAMPLES).map(example).collect_view())}
            </ul>
            <p>{tr("search.help.keys")}</p>
        }
    };
    view! { <Popover id="syntax-help" sign="?" label="search.help" open children=content.into() /> }
}
