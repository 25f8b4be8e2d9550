//! Which words are typical of some articles.
//!
//! Against other articles a word is weighed by log-likelihood ([`measures`](super::measures)); only words that stand
//! there more often count. Where there are no others, by how often it stands there times the logarithm of how rare it
//! is among the articles (Spärck Jones, *A statistical interpretation of term specificity*, 1972).

use super::measures::{Deviation, Frequencies};
use super::word_counts::{self, Wanted, WordCounts};
use crate::engine::arrange::Arrange;
use crate::engine::index::Index;

/// A word that is typical of some articles.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyWord {
    /// The word.
    pub word: String,
    /// How often it stands in the articles.
    pub count: u32,
    /// Log-likelihood, or count times rarity; larger is more typical.
    pub score: f64,
}

/// A word of some articles, weighed against other articles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Typical<'a> {
    /// The word.
    pub word: &'a str,
    /// How often it stands in both, and how many tokens both have.
    pub frequencies: Frequencies,
    /// Gries' deviation of proportions over the articles.
    pub deviation: f64,
    /// Count times rarity, for where there are no other articles.
    pub weight: f64,
}

/// The words of `articles` that stand there more often than in `others` and at least `least` times; all of them where
/// `others` have no token. In no order that means anything.
pub fn typical<'a>(index: &'a Index, articles: &[u32], others: &[u32], wanted: Wanted, least: u32) -> Vec<Typical<'a>> {
    let mut word_counts = WordCounts::new(index, wanted);
    let there = word_counts.totals(articles);
    let elsewhere = word_counts.totals(others);
    let (n_a, n_b) = (word_counts::n_tokens(index, articles), word_counts::n_tokens(index, others));
    let spread = spread(index, &mut word_counts, articles, &there, n_a);
    let mut res = vec![];
    for (number, &count) in there.iter().enumerate().filter(|(_, count)| **count >= least.max(1)) {
        let b = elsewhere.get(number).copied().unwrap_or(0);
        let frequencies = Frequencies { a: f64::from(count), n_a, b: f64::from(b), n_b };
        if n_b == 0.0 || frequencies.is_more_in_first() {
            let (deviation, n_articles) = spread[number];
            let rarity = (articles.len() as f64 / f64::from(n_articles.max(1))).ln();
            let weight = f64::from(count) * rarity;
            res.push(Typical {
                word: word_counts.word(number),
                frequencies,
                deviation: deviation.proportions(),
                weight,
            });
        }
    }
    res
}

/// The `n_wanted` most typical content words of `articles` against the rest of the library, best first, ties by count,
/// then by the word itself.
pub fn keywords(index: &Index, articles: &[u32], n_wanted: usize) -> Vec<KeyWord> {
    let key = |it: Typical| {
        let score = if it.frequencies.n_b > 0.0 { it.frequencies.log_likelihood() } else { it.weight };
        KeyWord { word: it.word.to_owned(), count: it.frequencies.a as u32, score }
    };
    let all = typical(index, articles, &rest(index, articles), Wanted::ContentWords, 1);
    let mut res: Vec<KeyWord> = all.into_iter().map(key).filter(|it| it.score > 0.0).collect();
    res.arrange_by(|a, b| b.score.total_cmp(&a.score).then(b.count.cmp(&a.count)).then_with(|| a.word.cmp(&b.word)));
    res.truncate(n_wanted);
    res
}

/// The articles of the library that are not among `articles`, which are in order.
pub fn rest(index: &Index, articles: &[u32]) -> Vec<u32> {
    (0..index.len() as u32).filter(|it| articles.binary_search(it).is_err()).collect()
}

/// How evenly each word is spread over `articles`, and in how many of them it stands.
fn spread(
    index: &Index,
    word_counts: &mut WordCounts,
    articles: &[u32],
    totals: &[u32],
    n_tokens: f64,
) -> Vec<(Deviation, u32)> {
    let mut res = vec![(Deviation::default(), 0); totals.len()];
    for &article in articles {
        let of_tokens = f64::from(index.words.n_tokens(article)) / n_tokens;
        for (number, count) in word_counts.counts(article) {
            let (deviation, n_articles) = &mut res[number as usize];
            deviation.add(of_tokens, f64::from(count) / f64::from(totals[number as usize]));
            *n_articles += 1;
        }
    }
    res
}
