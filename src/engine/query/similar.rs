//! Which articles are like one: by the words that are typical of it, and by the places it names.
//!
//! Of the article's typical words (keyness, so that what every article says weighs nothing) the part that the other
//! also says, by weight, counts [`WORDS`]; of its places, each weighed by how rare it is among the articles, ln(N/n),
//! the part that the other also names counts [`PLACES`]. Both parts lie between 0 and 1, and so does their sum: 1 is an
//! article that says all of it. It is a share of the first article's, so that a long article is not like everything:
//! what it says besides is not counted for it.

use std::collections::BTreeMap;

use super::{Facet, keyness};
use crate::engine::arrange::{Arrange, gathered};
use crate::engine::index::Index;

/// Share of the words. Raising it finds the same subject elsewhere, lowering it finds the same place's other subjects.
pub const WORDS: f64 = 0.7;

/// Share of the places.
pub const PLACES: f64 = 0.3;

/// Typical words that are compared. More of them bring words that are hardly typical.
const MAX_WORDS: usize = 24;

/// Least likeness that is worth telling: below it the articles share a place, or a word or two.
const MIN_LIKENESS: f64 = 0.12;

/// An article that is like another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Similar {
    /// Its number.
    pub article: u32,
    /// 0 to 1.
    pub likeness: f64,
}

/// At most `n_wanted` articles like `article`, most like first, ties in the order of the pages. Linear in the words of
/// the library.
pub fn similar(index: &Index, article: u32, n_wanted: usize) -> Vec<Similar> {
    let words = typical_words(index, article);
    let places = rare_places(index, article);
    let others = (0..index.len() as u32).filter(|it| *it != article);
    let likeness = |other: u32| {
        let said = index.words.counts(other).filter_map(|(word, _)| words.get(&word)).sum::<f64>();
        let named = index.facets.column(Facet::Place).of(other).iter().filter_map(|it| places.get(it)).sum::<f64>();
        WORDS * part(said, words.values().sum()) + PLACES * part(named, places.values().sum())
    };
    let mut res: Vec<Similar> = others.map(|it| Similar { article: it, likeness: likeness(it) }).collect();
    res.retain(|it| it.likeness >= MIN_LIKENESS);
    res.arrange_by(|a, b| b.likeness.total_cmp(&a.likeness).then(a.article.cmp(&b.article)));
    res.truncate(n_wanted);
    res
}

/// The most typical words of an article, by number, with their weights.
fn typical_words(index: &Index, article: u32) -> BTreeMap<u32, f64> {
    let typical = keyness::keywords(index, &[article], MAX_WORDS);
    let totals = index.words.totals();
    let weight = |word: u32| typical.iter().find(|it| *it.word == *totals[word as usize].word).map(|it| it.score);
    gathered(index.words.counts(article).filter_map(|(word, _)| Some((word, weight(word)?))))
}

/// The places of an article and those above them, by number, with how rare each is.
fn rare_places(index: &Index, article: u32) -> BTreeMap<u32, f64> {
    let column = index.facets.column(Facet::Place);
    let n_articles = |place: u32| column.totals().get(place as usize).copied().unwrap_or(0).max(1);
    let rarity = |place: u32| (index.len() as f64 / f64::from(n_articles(place))).ln();
    gathered(column.of(article).iter().map(|it| (*it, rarity(*it))))
}

fn part(shared: f64, all: f64) -> f64 {
    if all > 0.0 { shared / all } else { 0.0 }
}
