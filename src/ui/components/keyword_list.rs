//! The words that are typical of the selection, best first; a click searches one.

use crate::ui::prelude::*;

use crate::protocol::Keyword;
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::view_model::format;

/// Each with how often it stands there, as a number and as a bar.
#[component]
pub fn KeywordList(
    /// Best first.
    keywords: Memo<Vec<Keyword>>,
) -> impl IntoView {
    let most = Memo::new(move |_| keywords.with(|it| it.iter().map(|it| it.count).max().unwrap_or(1)));
    let items = move || {
        let most = most.get();
        keywords.get().into_iter().map(|keyword| view! { <Item keyword most /> }).collect_view()
    };
    view! { <ol class="keyword-list" aria-label=tr("words.keywords")>{live_view(items)}</ol> }
}

#[component]
fn Item(keyword: Keyword, most: usize) -> impl IntoView {
    let state = AppState::of_app();
    let Keyword { word, count, .. } = keyword;
    let (searched, asked) = (word.clone(), word.clone());
    let is_query = move || state.location.with(|it| it.selection.query.trim() == asked).to_string();
    let search = move |_| state.navigate(|it| it.selection.query.clone_from(&searched));
    let part = format!("{:.3}", count as f64 / most.max(1) as f64);
    view! {
        <li>
            <button class="keyword" type="button" aria-pressed=live(is_query) on:click=search>
                <span class="keyword__word">{word}</span>
                <span class="keyword__bar" style:--part=part aria-hidden="true"></span>
                <span class="keyword__count">{format::count(count)}</span>
            </button>
        </li>
    }
}
