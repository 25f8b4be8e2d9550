//! One article of the result list.

use crate::ui::prelude::*;

use super::marked_text::MarkedText;
use super::place_chips::PlaceChips;
use crate::engine::query::highlight::HitKind;
use crate::protocol::{ArticleList, ArticleRow, PlaceChip, Snippet};
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::view_model::article_words::{byline_text, stand_in};
use crate::view_model::dates::published_text;
use crate::view_model::format::count;
use crate::view_model::labels::Label;
use crate::view_model::opening::open_article;

/// The headline opens the article; the row of the open article is marked as current.
#[component]
pub fn ResultRow(
    /// The article.
    row: ArticleRow,
    /// The list that it stands in, for what comes later: its places and figures.
    list: Memo<ArticleList>,
) -> impl IntoView {
    let state = AppState::of_app();
    let (id, opened) = (row.id.clone(), row.id.clone());
    let href = move || state.href(|it| open_article(it, &id));
    let is_open = Memo::new(move |_| state.location.with(|it| it.article.as_ref() == Some(&opened)));
    let (kind, published, byline) = (row.kind, row.published, row.byline);
    let id = row.id.clone();
    let later = Memo::new(move |_| list.with(|it| later_parts(it, &id)));
    let date = move || published_text(state.locale.get(), &published);
    let has_byline = !byline.is_empty();
    let is_run = row.hit_kind == Some(HitKind::Run);
    let byline = byline_text(&byline);
    let figures = move || match later.with(|it| it.1) {
        0 => None,
        n => {
            Some(view! { <span class="result__figures">{state.text_with("list.figures", &[("n", &count(n))])}</span> })
        }
    };
    let places = move || view! { <PlaceChips places=later.with(|it| it.0.clone()) /> };
    let headline = match row.headline.is_empty() {
        true => view! { <span class="result__stand-in">{stand_in(&row.snippet.text)}</span> }.into_any(),
        false => view! { <MarkedText text=row.headline hits=row.headline_hits /> }.into_any(),
    };
    view! {
        <li class="result" class:result--open=is_open>
            <p class="result__kicker">
                {(!row.section.is_empty()).then(|| view! { <span class="result__section" lang="zh-Hans">{row.section}</span> })}
                <span>{live(move || kind.label(state.locale.get()))}</span>
                <span>{live(date)}</span>
            </p>
            <h2 class="result__headline" lang="zh-Hans">
                <a class="result__link" id=format!("result-{}", row.id) href=live(href)
                    aria-current=live(move || is_open.get().then_some("true"))>{headline}</a>
            </h2>
            <SnippetText snippet=row.snippet />
            <div class="result__foot">
                {has_byline.then(|| view! { <span class="result__byline" lang="zh-Hans">{byline}</span> })}
                {is_run.then(|| view! { <span>{tr("list.run")}</span> })}
                {live(figures)}
                {live_view(places)}
            </div>
        </li>
    }
}

fn later_parts(list: &ArticleList, id: &str) -> (Vec<PlaceChip>, usize) {
    let row = list.rows.iter().find(|it| it.id == id);
    row.map(|it| (it.places.clone(), it.n_figures)).unwrap_or_default()
}

#[component]
fn SnippetText(snippet: Snippet) -> impl IntoView {
    let Snippet { text, hits, cut_before, cut_after, .. } = snippet;
    view! {
        <p class="result__snippet" lang="zh-Hans">
            {cut_before.then_some("……")}
            <MarkedText text hits />
            {cut_after.then_some("……")}
        </p>
    }
}
