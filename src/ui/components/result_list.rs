//! The result list: how many articles, the articles, more of them.

use std::sync::Arc;

use crate::ui::prelude::*;

use super::load_notice::{FailedNotice, LoadingNotice};
use super::result_row::ResultRow;
use super::take_away::TakeAway;
use crate::engine::query::Selection;
use crate::engine::text::Span;
use crate::error::Error;
use crate::protocol::{ArticleList, ArticleRow, Form, Request, Snippet, Window};
use crate::ui::live::{self, live, live_view, when};
use crate::ui::state::{AppState, ROWS_PER_STEP, tr};
use crate::view_model::Load;
use crate::view_model::format::count;

/// The articles of the selection, best first.
#[component]
pub fn ResultList() -> impl IntoView {
    let state = AppState::of_app();
    let shown = Memo::new(move |_| {
        state.articles.with(|it| match it {
            Load::Failed(error) => Some(Err(error.clone())),
            it => it.value().cloned().map(Ok),
        })
    });
    let is_pending = move || state.articles.with(|it| matches!(it, Load::Pending(_)));
    let list = Memo::new(move |_| shown.with(|it| it.clone().and_then(Result::ok).unwrap_or_default()));
    let stage = Memo::new(move |_| shown.with(Stage::of));
    let content = move || match stage.get() {
        Stage::Pending => view! { <LoadingNotice key="load.articles" /> }.into_any(),
        Stage::Failed(error) => view! { <FailedNotice error again=move || state.n_rows.notify() /> }.into_any(),
        Stage::NoLibrary => view! { <EmptyLibrary /> }.into_any(),
        Stage::NothingFound => view! { <NothingFound /> }.into_any(),
        Stage::Rows => view! { <Rows list /> }.into_any(),
    };
    view! {
        <section class="result-list" aria-label=tr("list.label") aria-busy=live(move || is_pending().to_string())>
            {live_view(content)}
        </section>
    }
}

/// What the list shows.
#[derive(Debug, Clone, PartialEq)]
enum Stage {
    Pending,
    Failed(Error),
    NoLibrary,
    NothingFound,
    Rows,
}

impl Stage {
    fn of(shown: &Option<Result<ArticleList, Error>>) -> Self {
        match shown {
            None => Stage::Pending,
            Some(Err(error)) => Stage::Failed(error.clone()),
            Some(Ok(list)) if list.n_all == 0 => Stage::NoLibrary,
            Some(Ok(list)) if list.n_total == 0 => Stage::NothingFound,
            Some(Ok(_)) => Stage::Rows,
        }
    }
}

/// All articles of the selection.
fn whole(state: AppState) -> Option<Request> {
    let window = Window { offset: 0, limit: 0 };
    Some(Request::Articles { selection: state.location.with_untracked(|it| it.selection.clone()), window })
}

/// Rows that did not change stay, and so does the focus on them.
#[component]
fn Rows(list: Memo<ArticleList>) -> impl IntoView {
    let state = AppState::of_app();
    let counts = Memo::new(move |_| list.with(|it| (it.rows.len(), it.n_total, it.n_all)));
    let words = move || match counts.get() {
        (_, n_total, n_all) if n_total == n_all => state.text_with("list.count.all", &[("n", &count(n_all))]),
        (_, n_total, n_all) => state.text_with("list.count", &[("n", &count(n_total)), ("all", &count(n_all))]),
    };
    let shown = move || {
        let (n_rows, n_total, _) = counts.get();
        state.text_with("list.shown", &[("n", &count(n_rows)), ("all", &count(n_total))])
    };
    let more = move |_| state.n_rows.update(|it| *it += ROWS_PER_STEP);
    view! {
        <div class="result-list__head">
            <p class="result-list__count">{live(words)}</p>
            <TakeAway id="take-articles" title="view.articles" forms=Form::OF_ARTICLES request=Arc::new(move || whole(state)) />
        </div>
        <ol class="result-list__rows">
            {live::rows(move || list.get().rows, row_key, move |row| view! { <ResultRow row list /> })}
        </ol>
        {when(move || counts.get().0 < counts.get().1, move || view! {
            <p class="result-list__more">
                <button class="button" type="button" on:click=more>{tr("list.more")}</button>
                {live_view(shown)}
            </p>
        })}
    }
}

/// What tells two states of a row apart: besides its article, what the query changes. Places and figures come into a
/// row that stays.
fn row_key(row: &ArticleRow) -> (String, Vec<Span>, Snippet) {
    (row.id.clone(), row.headline_hits.clone(), row.snippet.clone())
}

/// No article matches: says so, and offers the way back.
#[component]
fn NothingFound() -> impl IntoView {
    let state = AppState::of_app();
    let clear = move |_| state.navigate(|it| it.selection = Selection::default());
    view! {
        <div class="notice notice--empty">
            <p class="notice__title">{tr("list.none")}</p>
            <p>{tr("list.none.hint")}</p>
            <button class="button" type="button" on:click=clear>{tr("clause.clear")}</button>
        </div>
    }
}

/// There is no article at all: the corpus is empty, or nothing of it could be read.
#[component]
fn EmptyLibrary() -> impl IntoView {
    view! {
        <div class="notice notice--empty">
            <p class="notice__title">{tr("list.empty")}</p>
            <p>{tr("list.empty.hint")}</p>
        </div>
    }
}
