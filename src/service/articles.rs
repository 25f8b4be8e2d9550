//! The result list and the article to read.

use std::collections::BTreeSet;

use super::Service;
use crate::engine::arrange::{Arrange, gathered};
use crate::engine::extract::{Mentions, confidence};
use crate::engine::index::{Field, IndexedArticle};
use crate::engine::query::eval::{self, QueryHits};
use crate::engine::query::highlight::HitKind;
use crate::engine::query::{Selection, highlight, keyness, rank, snippet};
use crate::engine::small_map::SmallMap;
use crate::engine::text::Span;
use crate::protocol::{ArticleDetail, ArticleList, ArticleRow, Keyword, PlaceChip, RuleWords, Snippet, Window};

/// Chips of a row.
const MAX_CHIPS: usize = 4;
/// Keywords of one article.
const MAX_KEYWORDS: usize = 12;

impl Service {
    /// A window of the result list.
    pub(super) fn articles(&self, selection: &Selection, window: Window) -> ArticleList {
        let (articles, hits) = eval::select(&self.index, selection);
        let n_total = articles.len();
        let best = rank::best(&self.index, &hits, articles, window.offset.saturating_add(window.limit));
        let rows = best.into_iter().skip(window.offset).map(|it| self.row(it, &hits)).collect();
        ArticleList { n_total, n_all: self.index.len(), rows }
    }

    /// The article to read; `None` where there is none of this id.
    pub(super) fn article(&self, id: &str, selection: &Selection) -> Option<ArticleDetail> {
        let number = self.index.number_of(id)?;
        let (articles, hits) = eval::select(&self.index, selection);
        let n_articles = articles.len();
        let ranked = rank::best(&self.index, &hits, articles, n_articles);
        let at = ranked.iter().position(|it| *it == number);
        let neighbour = |at: Option<usize>| Some(self.index.article(*ranked.get(at?)?).document.article.id.clone());
        let in_body = highlight::hits_in(&self.index, &hits, number, Field::Body);
        let detail = self.detail(number);
        Some(ArticleDetail {
            rules: rules_of(&detail.mentions),
            hits: highlight::spans(&in_body),
            keywords: self.keywords(&[number], MAX_KEYWORDS),
            previous: neighbour(at.and_then(|it| it.checked_sub(1))),
            next: neighbour(at.map(|it| it + 1)),
            ..detail
        })
    }

    /// An article without what depends on a query or on other articles, and without the words of its rules.
    pub(super) fn detail(&self, number: u32) -> ArticleDetail {
        let article = self.index.article(number);
        let document = &article.document;
        let page = self.pages.iter().find(|it| it.page.id == article.page);
        ArticleDetail {
            id: document.article.id.clone(),
            page: article.page.clone(),
            headline: document.headline.clone(),
            section: document.article.section.clone(),
            kind: document.article.kind,
            byline: document.article.byline.clone(),
            published: article.published.clone(),
            front_matter: page.map(|it| it.page.front_matter.entries.clone()).unwrap_or_default(),
            text: document.reading.text.clone(),
            mentions: document.mentions.clone(),
            rules: vec![],
            hits: vec![],
            keywords: vec![],
            previous: None,
            next: None,
            lexicon_ready: self.is_ready(),
        }
    }

    /// The most typical words of `articles`.
    pub(super) fn keywords(&self, articles: &[u32], n_wanted: usize) -> Vec<Keyword> {
        let words = keyness::keywords(&self.index, articles, n_wanted);
        let keyword = |it: keyness::KeyWord| Keyword { word: it.word, count: it.count as usize, score: it.score };
        words.into_iter().map(keyword).collect()
    }

    fn row(&self, number: u32, hits: &QueryHits) -> ArticleRow {
        let article = self.index.article(number);
        let document = &article.document;
        let in_headline = highlight::hits_in(&self.index, hits, number, Field::Headline);
        let in_body = highlight::hits_in(&self.index, hits, number, Field::Body);
        let text = &document.reading.text;
        let spans = highlight::spans(&in_body);
        let passage = snippet::passage(text, &in_body);
        let shown: Vec<Span> = spans.iter().copied().filter(|it| passage.contains(*it)).collect();
        let hit_kinds = self.index.are_words(number, Field::Body, &shown).into_iter().map(HitKind::of).collect();
        ArticleRow {
            id: document.article.id.clone(),
            page: article.page.clone(),
            headline: document.headline.clone(),
            headline_hits: highlight::spans(&in_headline),
            hit_kind: highlight::kind_in(&self.index, hits, number),
            section: document.article.section.clone(),
            kind: document.article.kind,
            byline: document.article.byline.clone(),
            published: article.published.clone(),
            places: place_chips(article),
            n_figures: document.mentions.figures.len(),
            snippet: Snippet { hit_kinds, ..snippet_of(text, passage, &spans) },
        }
    }
}

/// The passage of `text` as it crosses to the page; `hits` are spans of `text`.
pub(super) fn snippet_of(text: &str, passage: Span, hits: &[Span]) -> Snippet {
    let inside = hits.iter().filter(|it| passage.contains(**it));
    Snippet {
        hit_kinds: vec![],
        text: passage.slice(text).to_owned(),
        hits: inside.map(|it| Span::new(it.start - passage.start, it.end - passage.start)).collect(),
        cut_before: !text.get(..passage.start).unwrap_or("").trim().is_empty(),
        cut_after: !text.get(passage.end..).unwrap_or("").trim().is_empty(),
    }
}

/// The chip of a place.
pub(super) fn place_chip(path: &str) -> PlaceChip {
    PlaceChip { path: path.to_owned(), name: path.rsplit('/').next().unwrap_or(path).to_owned() }
}

/// The rules that the mentions name, by name.
fn rules_of(mentions: &Mentions) -> Vec<RuleWords> {
    let named: BTreeSet<&str> = gathered(mentions.rules());
    let words = |rule: &str| confidence::words_of_rule(rule).map(str::to_owned);
    named.into_iter().map(|it| RuleWords { rule: it.to_owned(), words: words(it) }).collect()
}

/// The places most mentioned, ties in the order of the text.
fn place_chips(article: &IndexedArticle) -> Vec<PlaceChip> {
    let mut counts: SmallMap<&str, (usize, usize)> = SmallMap::new();
    for (mention_idx, mention) in article.document.mentions.places.iter().enumerate() {
        counts.value_or(&mention.canonical, (0, mention_idx)).0 += 1;
    }
    let mut ranked: Vec<(&str, (usize, usize))> = counts.into_iter().collect();
    ranked.arrange_by_key(|(_, (count, first))| (std::cmp::Reverse(*count), *first));
    ranked.into_iter().take(MAX_CHIPS).map(|(path, _)| place_chip(path)).collect()
}
