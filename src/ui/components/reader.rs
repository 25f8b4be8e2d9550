//! The reader: one article, with what the page says about it and every mention marked.

use crate::ui::prelude::*;
use leptos::ev::KeyboardEvent;
use leptos::html;

use super::article_text::ArticleText;
use super::hit_walk::walk as walk_hits;
use super::load_notice::{FailedNotice, LoadingNotice};
use super::mark_legend::MarkLegend;
use super::mention_walk::MentionWalk;
use super::page_remarks::PageRemarks;
use super::reader_foot::ReaderFoot;
use super::reader_head::ReaderHead;
use crate::protocol::ArticleDetail;
use crate::ui::focus::{focus, focus_id, show_id};
use crate::ui::live::{live, live_view, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::Load;
use crate::view_model::opening::open_article;

/// The open article, or an invitation to open one.
#[component]
pub fn Reader() -> impl IntoView {
    let state = AppState::of_app();
    let pane = NodeRef::<html::Section>::new();
    let shown = Memo::new(move |_| {
        state.article.with(|it| match it {
            Load::Idle => None,
            Load::Failed(error) => Some(Err(error.clone())),
            it => Some(Ok(it.value().cloned())),
        })
    });
    let remarks_are_open = RwSignal::new(false);
    let (hit, walk) = (RwSignal::new(None), MentionWalk::new(state));
    let key = move |event: KeyboardEvent| {
        let is_forward = event.key() == "n";
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if is_plain && (is_forward || event.key() == "N") {
            let n_hits = state.article.with_untracked(|it| it.value().map_or(0, |it| it.hits.len()));
            walk_hits(hit, n_hits, is_forward);
        }
    };
    let close = move || state.navigate(|it| it.close_article());
    let content = move || match shown.get() {
        None => view! { <Invitation /> }.into_any(),
        Some(Err(error)) => view! { <FailedNotice error again=close label="reader.close" /> }.into_any(),
        Some(Ok(None)) => view! { <LoadingNotice key="load.article" /> }.into_any(),
        Some(Ok(Some(article))) => view! { <OpenArticle article remarks_are_open hit walk /> }.into_any(),
    };
    keep_in_view(state, pane);
    view! {
        <section class="reader" node_ref=pane tabindex="0" aria-label=tr("reader.label") on:keydown=key>
            {live_view(content)}
            <p class="visually-hidden" role="status">{live(move || walk.said.get())}</p>
        </section>
    }
}

#[component]
fn Invitation() -> impl IntoView {
    view! {
        <div class="notice notice--empty reader__invitation">
            <p class="notice__title">{tr("reader.none")}</p>
            <p>{tr("reader.none.hint")}</p>
        </div>
    }
}

#[component]
fn OpenArticle(
    article: ArticleDetail,
    remarks_are_open: RwSignal<bool>,
    hit: RwSignal<Option<usize>>,
    walk: MentionWalk,
) -> impl IntoView {
    let state = AppState::of_app();
    hit.set(None);
    walk.arrive();
    let (previous, next) = (article.previous.clone(), article.next.clone());
    let waits = !article.lexicon_ready;
    let article = StoredValue::new(article);
    view! {
        <nav class="reader__bar" aria-label=tr("reader.bar")>
            <a class="reader__back" href=live(move || state.href(|it| it.close_article()))>{tr("reader.back")}</a>
            <Neighbour id=previous key="reader.previous" />
            <Neighbour id=next key="reader.next" />
        </nav>
        <article class="reader__article">
            <ReaderHead article />
            <MarkLegend article />
            {when(move || state.location.with(|it| it.reading), move || view! {
                <PageRemarks article is_open=remarks_are_open />
            })}
            {waits.then(|| view! { <p class="notice notice--quiet">{tr("reader.wait")}</p> })}
            <ArticleText article hit walk />
            <ReaderFoot article walk />
        </article>
    }
}

/// A link to an article beside this one in the result list; without one, a word that leads nowhere.
#[component]
fn Neighbour(id: Option<String>, key: &'static str) -> impl IntoView {
    let state = AppState::of_app();
    match id {
        None => view! { <span class="reader__neighbour reader__neighbour--none" aria-hidden="true">{tr(key)}</span> }
            .into_any(),
        Some(id) => {
            let href = move || state.href(|it| open_article(it, &id));
            view! { <a class="reader__neighbour" href=live(href)>{tr(key)}</a> }.into_any()
        }
    }
}

/// A newly opened article begins at its top, and on a narrow screen, where it takes the place of the list, the focus
/// goes with it; closing it there gives the focus back to its row. On a wide screen its row comes into view.
fn keep_in_view(state: AppState, pane: NodeRef<html::Section>) {
    let opened = Memo::new(move |_| state.location.with(|it| it.article.clone()));
    Effect::new(move |before: Option<Option<String>>| {
        let opened = opened.get();
        let is_change = before.as_ref().is_some_and(|it| *it != opened);
        if is_change && let Some(pane) = pane.get_untracked() {
            let is_narrow = state.is_narrow.get_untracked();
            let row = before.clone().flatten().map(|it| format!("result-{it}"));
            let is_open = opened.is_some();
            let current = opened.clone().map(|it| format!("result-{it}"));
            request_animation_frame(move || {
                pane.set_scroll_top(0);
                if !is_narrow && let Some(current) = current {
                    show_id(&current);
                }
                if is_narrow && is_open {
                    focus(&pane);
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                } else if is_narrow && let Some(row) = row {
                    focus_id(&row);
                }
            });
        }
        opened
    });
}
