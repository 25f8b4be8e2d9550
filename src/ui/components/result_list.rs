//! The result list: how many articles, the articles, more of them.

use leptos::prelude::*;

use super::load_notice::{FailedNotice, LoadingNotice};
use super::result_row::ResultRow;
use crate::engine::query::Selection;
use crate::protocol::ArticleList;
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
    let content = move || match shown.get() {
        None => view! { <LoadingNotice key="load.articles" /> }.into_any(),
        Some(Err(error)) => view! { <FailedNotice error again=move || state.n_rows.notify() /> }.into_any(),
        Some(Ok(list)) if list.n_all == 0 => view! { <EmptyLibrary /> }.into_any(),
        Some(Ok(list)) if list.n_total == 0 => view! { <NothingFound /> }.into_any(),
        Some(Ok(list)) => view! { <Rows list /> }.into_any(),
    };
    view! {
        <section class="result-list" aria-label=tr("list.label") aria-busy=move || is_pending().to_string()>
            {content}
        </section>
    }
}

#[component]
fn Rows(list: ArticleList) -> impl IntoView {
    let state = AppState::of_app();
    let ArticleList { n_total, n_all, rows } = list;
    let has_more = rows.len() < n_total;
    let n_shown = count(rows.len());
    let words = move || match n_total == n_all {
        true => state.text_with("list.count.all", &[("n", &count(n_all))]),
        false => state.text_with("list.count", &[("n", &count(n_total)), ("all", &count(n_all))]),
    };
    let more = move |_| state.n_rows.update(|it| *it += ROWS_PER_STEP);
    view! {
        <p class="result-list__count">{words}</p>
        <ol class="result-list__rows">{rows.into_iter().map(|row| view! { <ResultRow row /> }).collect_view()}</ol>
        {has_more.then(|| view! {
            <p class="result-list__more">
                <button class="button" type="button" on:click=more>{tr("list.more")}</button>
                {move || state.text_with("list.shown", &[("n", &n_shown), ("all", &count(n_total))])}
            </p>
        })}
    }
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
