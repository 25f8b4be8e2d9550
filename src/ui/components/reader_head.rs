//! The head of an article: section, headline, byline, and the page's date with how it is known.

use crate::ui::prelude::*;

use crate::protocol::ArticleDetail;
use crate::ui::live::live;
use crate::ui::state::AppState;
use crate::view_model::article_words::{byline_text, stand_in};
use crate::view_model::dates::published_text;
use crate::view_model::labels::Label;

/// An article without a headline is named by its first clause.
#[component]
pub fn ReaderHead(
    /// The open article.
    article: StoredValue<ArticleDetail>,
) -> impl IntoView {
    let state = AppState::of_app();
    let it = article.get_value();
    let (kind, has_byline, has_section) = (it.kind, !it.byline.is_empty(), !it.section.is_empty());
    let (byline, published, clues) = (it.byline, it.published.clone(), it.published.clues.join("、"));
    let headline = if it.headline.is_empty() { stand_in(&it.text) } else { it.headline.clone() };
    let has_clues = it.published.inferred && !clues.is_empty();
    view! {
        <header class="reader__head">
            <p class="reader__kicker">
                {has_section.then(|| view! { <span class="reader__section" lang="zh-Hans">{it.section}</span> })}
                <span>{live(move || kind.label(state.locale.get()))}</span>
            </p>
            <h2 class="reader__headline" class:reader__headline--stand-in=it.headline.is_empty() lang="zh-Hans">{headline}</h2>
            {has_byline.then(|| view! {
                <p class="reader__byline" lang="zh-Hans">{byline_text(&byline)}</p>
            })}
            <p class="reader__date">
                {live(move || published_text(state.locale.get(), &published))}
                {has_clues.then(|| view! {
                    <span class="reader__clues">{live(move || state.text_with("reader.clues", &[("clues", &clues)]))}</span>
                })}
            </p>
        </header>
    }
}
