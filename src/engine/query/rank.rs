//! The order of a result list: headline hits first, then whole words, then how much of the article speaks of it.
//!
//! The score within a tier is BM25 (Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*,
//! 2009) over hits that are weighted by what they are. Ties stand in the order of the pages.

use std::cmp::Ordering;

use super::eval::{QueryHits, TermHits};
use crate::engine::index::{Field, Index};

/// Saturation of repeated hits: lower counts the tenth hit less; 0 counts only whether there is one.
const K1: f64 = 1.2;
/// Length normalisation from 0 (long articles win by length) to 1 (only density counts).
const B: f64 = 0.75;
/// A hit that begins and ends inside words, against 1 for a whole word: lower pushes chance runs further down.
const RUN_WEIGHT: f64 = 0.4;
/// A hit in the byline: between a run and a word, since names are rarely meant as topics.
const BYLINE_WEIGHT: f64 = 0.6;

/// How well an article answers; larger is better.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Merit {
    /// How many terms stand in the headline.
    n_headline: u32,
    /// How many terms stand in the headline or as whole words in the body.
    n_words: u32,
    score: f64,
}

impl Merit {
    fn compare(&self, other: &Merit) -> Ordering {
        (self.n_headline, self.n_words).cmp(&(other.n_headline, other.n_words)).then(self.score.total_cmp(&other.score))
    }
}

/// The first `n_wanted` of `articles`, best first. Without a query, as they are.
pub fn best(index: &Index, hits: &QueryHits, mut articles: Vec<u32>, n_wanted: usize) -> Vec<u32> {
    if hits.terms.is_empty() {
        articles.truncate(n_wanted);
        return articles;
    }
    let mean = index.layout.n_chars() as f64 / index.len().max(1) as f64;
    let mut ranked: Vec<(u32, Merit)> = articles.into_iter().map(|it| (it, merit(index, hits, it, mean))).collect();
    let order = |a: &(u32, Merit), b: &(u32, Merit)| b.1.compare(&a.1).then(a.0.cmp(&b.0));
    if n_wanted < ranked.len() && n_wanted > 0 {
        ranked.select_nth_unstable_by(n_wanted - 1, order);
    }
    ranked.truncate(n_wanted);
    ranked.sort_unstable_by(order);
    ranked.into_iter().map(|(article, _)| article).collect()
}

fn merit(index: &Index, hits: &QueryHits, article: u32, mean: f64) -> Merit {
    let start = index.layout.start(article, Field::Headline);
    let length = f64::from(index.layout.end(article, Field::Body) - start);
    let norm = K1 * (1.0 - B + B * length / mean);
    let mut res = Merit { n_headline: 0, n_words: 0, score: 0.0 };
    for term in &hits.terms {
        let counts = Counts::of(index, term, article);
        res.n_headline += u32::from(counts.headline > 0);
        res.n_words += u32::from(counts.headline + counts.words > 0);
        let weight = counts.weight();
        res.score += inverse_frequency(index.len(), term.n_articles()) * weight * (K1 + 1.0) / (weight + norm);
    }
    res
}

/// Where a term's hits in one article stand.
#[derive(Default)]
struct Counts {
    headline: u32,
    byline: u32,
    words: u32,
    runs: u32,
}

impl Counts {
    fn of(index: &Index, term: &TermHits, article: u32) -> Self {
        let mut res = Counts::default();
        for &position in term.in_article(article) {
            match index.layout.field_at(article, position) {
                Field::Headline => res.headline += 1,
                Field::Byline => res.byline += 1,
                Field::Body if index.words.is_word(position, term.n_chars) => res.words += 1,
                Field::Body => res.runs += 1,
            }
        }
        res
    }

    fn weight(&self) -> f64 {
        f64::from(self.headline + self.words)
            + BYLINE_WEIGHT * f64::from(self.byline)
            + RUN_WEIGHT * f64::from(self.runs)
    }
}

/// BM25's weight of a term that `n_with` of `n_all` articles have; always positive.
fn inverse_frequency(n_all: usize, n_with: usize) -> f64 {
    let (n_all, n_with) = (n_all as f64, n_with as f64);
    (1.0 + (n_all - n_with + 0.5) / (n_with + 0.5)).ln()
}
