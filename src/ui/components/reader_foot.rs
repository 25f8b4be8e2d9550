//! What stands under an article: what reading its page noticed, its keywords, its places, and what the page says about
//! itself.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::diagnostics_list::RemarkList;
use super::place_chips::PlaceChips;
use crate::protocol::{ArticleDetail, Keyword, PlaceChip};
use crate::ui::live::{live, live_view, when};
use crate::ui::state::{AppState, tr};

/// Keywords search, places narrow; front matter is kept as printed, unknown keys too.
#[component]
pub fn ReaderFoot(
    /// The open article.
    article: StoredValue<ArticleDetail>,
) -> impl IntoView {
    let state = AppState::of_app();
    let it = article.get_value();
    let places = places_of(&it);
    let keyword = move |keyword: Keyword| {
        let Keyword { word, .. } = keyword;
        let query = word.clone();
        view! { <li><a class="chip" href=live(move || state.href(|it| it.selection.query = query.clone()))>{word}</a></li> }
    };
    view! {
        <footer class="reader__foot">
            {when(move || state.location.with(|it| it.reading), move || view! { <PageRemarks article /> })}
            {(!it.keywords.is_empty()).then(|| view! {
                <section class="reader__part">
                    <h3 class="reader__subtitle">{tr("reader.keywords")}</h3>
                    <ul class="place-chips" lang="zh-Hans">{it.keywords.into_iter().map(keyword).collect_view()}</ul>
                </section>
            })}
            {(!places.is_empty()).then(|| view! {
                <section class="reader__part">
                    <h3 class="reader__subtitle">{tr("reader.places")}</h3>
                    <PlaceChips places />
                </section>
            })}
            <section class="reader__part">
                <h3 class="reader__subtitle">{tr("reader.page")}</h3>
                <dl class="front-matter" lang="zh-Hans">
                    {it.front_matter.into_iter().map(|(key, value)| view! {
                        <div class="front-matter__row"><dt>{key}</dt><dd>{value}</dd></div>
                    }).collect_view()}
                    <div class="front-matter__row"><dt>{tr("reader.id")}</dt><dd>{it.id}</dd></div>
                </dl>
            </section>
        </footer>
    }
}

#[component]
fn PageRemarks(article: StoredValue<ArticleDetail>) -> impl IntoView {
    let state = AppState::of_app();
    let remarks = Memo::new(move |_| {
        let page = article.with_value(|it| it.page.clone());
        state.library.with(|it| {
            let page = it.value()?.pages.iter().find(|it| it.id == page)?;
            Some(page.diagnostics.clone())
        })
    });
    let list = move || match remarks.get().unwrap_or_default() {
        it if it.is_empty() => view! { <p>{tr("reader.remarks.none")}</p> }.into_any(),
        remarks => view! { <RemarkList remarks /> }.into_any(),
    };
    view! {
        <section class="reader__part reader__remarks">
            <h3 class="reader__subtitle">{tr("reader.remarks")}</h3>
            {live_view(list)}
        </section>
    }
}

/// Every place of the article once, in the order of the text.
fn places_of(article: &ArticleDetail) -> Vec<PlaceChip> {
    let mut seen = BTreeSet::new();
    let first = article.mentions.places.iter().filter(|it| seen.insert(&it.canonical));
    let chip =
        |path: &str| PlaceChip { path: path.to_owned(), name: path.rsplit('/').next().unwrap_or(path).to_owned() };
    first.map(|it| chip(&it.canonical)).collect()
}
