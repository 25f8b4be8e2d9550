//! What stands under an article: its keywords, its places, and what the page says about itself.

use crate::ui::prelude::*;

use super::mention_walk::MentionWalk;
use super::place_chips::PlaceChips;
use super::reader_related::{FigureList, ReaderRelated};
use crate::protocol::{ArticleDetail, Keyword, PlaceChip};
use crate::ui::live::live;
use crate::ui::state::{AppState, tr};

/// Keywords search, places narrow; front matter is kept as printed, unknown keys too.
#[component]
pub fn ReaderFoot(
    /// The open article.
    article: StoredValue<ArticleDetail>,
    /// The walk from mention to mention.
    walk: MentionWalk,
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
            {(!it.keywords.is_empty()).then(|| view! {
                <section class="reader__part">
                    <h3 class="reader__subtitle">{tr("reader.keywords")}</h3>
                    <ul class="place-chips" lang="zh-Hans">{it.keywords.into_iter().map(keyword).collect_view()}</ul>
                </section>
            })}
            {(!places.is_empty()).then(|| view! {
                <section class="reader__part">
                    <h3 class="reader__subtitle">{tr("reader.places")}</h3>
                    <PlaceChips places walk=Callback::new(move |path: String| walk.begin(article, &path)) />
                </section>
            })}
            <FigureList article />
            <ReaderRelated id=it.id.clone() />
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

/// Every place of the article once, in the order of the text.
fn places_of(article: &ArticleDetail) -> Vec<PlaceChip> {
    let mut res: Vec<PlaceChip> = vec![];
    for path in article.mentions.places.iter().map(|it| &it.canonical) {
        if !res.iter().any(|it| it.path == *path) {
            let name = path.rsplit('/').next().unwrap_or(path).to_owned();
            res.push(PlaceChip { path: path.clone(), name });
        }
    }
    res
}
