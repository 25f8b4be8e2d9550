//! The order of a result list: whole words first, then hits in the headline, then how much of the article speaks of it.
//!
//! A tier is how many of the wanted terms stand in the article as whole words (词: jieba's borders at both ends) and not
//! as mere runs (串: 段简 inside 一段简单); within it, how many stand in the headline. The score within these is BM25F:
//! hits of each field are weighted, divided by how long the field is against the average, added up over the fields, and
//! only then saturated (Robertson, Zaragoza and Taylor, *Simple BM25 Extension to Multiple Weighted Fields*, CIKM 2004;
//! Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*, 2009, section 3.6). Ties stand in the
//! order of the pages.
//!
//! The index says how often a term stands in an article, but not without looking whether as a word. So every article
//! first gets the merit that it would have if all its hits were words; the best one is looked at, put back with what was
//! seen, and taken when nothing that may still be better is left (Fagin, Lotem and Naor, *Optimal Aggregation Algorithms
//! for Middleware*, 2003). Of ten thousand articles some thirty are looked at for a list of twenty.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::eval::{QueryHits, TermHits};
use crate::engine::index::layout::FieldLengths;
use crate::engine::index::{Field, Index};

/// Saturation of repeated hits: lower counts the tenth hit less; 0 counts only whether there is one. The usual value
/// (Robertson and Zaragoza 2009, 3.4.2: between 1.2 and 2).
const K1: f64 = 1.2;
/// A hit that begins or ends inside a word, against 1 for whole words: lower pushes chance runs further down.
const RUN_WEIGHT: f64 = 0.4;

/// What a hit in a field is worth, and how much the field's length counts against it: 0 not at all, 1 as much as it
/// can. In the order of [`Field::ALL`]. Headlines say what an article is about, and their length says nothing more:
/// titles get several times the weight of a body in all published settings of BM25F. Names in the byline are rarely meant
/// as topics; a section's name says little, of all its articles alike. The body has BM25's usual 0.75.
const FIELDS: [(f64, f64); Field::ALL.len()] = [(4.0, 0.3), (0.6, 0.3), (0.5, 0.0), (1.0, 0.75)];

/// How well an article answers; larger is better.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Merit {
    /// How many terms stand in it as whole words.
    n_words: u32,
    /// How many terms stand in the headline.
    n_headline: u32,
    score: f64,
}

/// An article in the queue; the greatest is the next.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    article: u32,
    /// What it is worth, or at most may be.
    merit: Merit,
    is_exact: bool,
}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> Ordering {
        let tiers = |it: &Waiting| (it.merit.n_words, it.merit.n_headline);
        let scores = self.merit.score.total_cmp(&other.merit.score);
        tiers(self).cmp(&tiers(other)).then(scores).then(other.article.cmp(&self.article))
    }
}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Waiting {}

/// The first `n_wanted` of `articles`, which are in order, best first. Without a query, as they are.
pub fn best(index: &Index, hits: &QueryHits, mut articles: Vec<u32>, n_wanted: usize) -> Vec<u32> {
    if hits.terms.is_empty() {
        articles.truncate(n_wanted);
        return articles;
    }
    let ranking = Ranking::new(index, hits);
    let n_wanted = n_wanted.min(articles.len());
    let mut queue = BinaryHeap::from(ranking.promises(&articles));
    let mut res = Vec::with_capacity(n_wanted);
    while res.len() < n_wanted {
        let Some(first) = queue.pop() else { break };
        if first.is_exact {
            res.push(first.article);
        } else {
            queue.push(Waiting { merit: ranking.merit(first.article), is_exact: true, ..first });
        }
    }
    res
}

/// What all articles of one ranking share.
struct Ranking<'a> {
    index: &'a Index,
    terms: &'a [TermHits],
    /// Of each term.
    rarity: Vec<f64>,
    mean_lengths: [f64; Field::ALL.len()],
}

impl<'a> Ranking<'a> {
    fn new(index: &'a Index, hits: &'a QueryHits) -> Self {
        let rarity = hits.terms.iter().map(|it| inverse_frequency(index.len(), it.n_articles())).collect();
        Ranking { index, terms: &hits.terms, rarity, mean_lengths: index.layout.mean_lengths() }
    }

    /// What each of `articles`, which are in order, may be worth at most.
    fn promises(&self, articles: &[u32]) -> Vec<Waiting> {
        let mut groups: Vec<_> = self.terms.iter().map(|it| it.groups().iter().peekable()).collect();
        let promise = |&article: &u32| {
            let weights = self.field_weights(self.index.layout.lengths(article));
            let short = weights[0].max(weights[1]).max(weights[2]);
            let mut merit = Merit { n_words: 0, n_headline: 0, score: 0.0 };
            for (groups, rarity) in groups.iter_mut().zip(&self.rarity) {
                while groups.next_if(|it| it.article < article).is_some() {}
                let Some(group) = groups.next_if(|it| it.article == article) else { continue };
                merit.n_words += 1;
                merit.n_headline += u32::from(group.n_short > 0);
                let n_body = group.n_hits() - group.n_short;
                merit.score += rarity * saturated(f64::from(group.n_short) * short + f64::from(n_body) * weights[3]);
            }
            Waiting { article, merit, is_exact: false }
        };
        articles.iter().map(promise).collect()
    }

    /// What an article is worth.
    fn merit(&self, article: u32) -> Merit {
        let weights = self.field_weights(self.index.layout.lengths(article));
        let mut res = Merit { n_words: 0, n_headline: 0, score: 0.0 };
        for (term, rarity) in self.terms.iter().zip(&self.rarity) {
            // Words and runs of each field.
            let mut counts = [[0u32; 2]; Field::ALL.len()];
            for place in term.in_article(self.index, article) {
                let is_word = self.index.is_word(article, place.field, place.span());
                counts[place.field as usize][usize::from(!is_word)] += 1;
            }
            res.n_words += u32::from(counts.iter().any(|it| it[0] > 0));
            res.n_headline += u32::from(counts[Field::Headline as usize] != [0, 0]);
            let weighted = counts
                .iter()
                .zip(weights)
                .map(|([n_words, n_runs], weight)| (f64::from(*n_words) + RUN_WEIGHT * f64::from(*n_runs)) * weight);
            res.score += rarity * saturated(weighted.sum());
        }
        res
    }

    /// What one hit in each field of such an article is worth.
    fn field_weights(&self, lengths: FieldLengths) -> [f64; Field::ALL.len()] {
        let mut res = [0.0; Field::ALL.len()];
        for (field, (weight, by_length)) in FIELDS.into_iter().enumerate() {
            res[field] = weight / (1.0 - by_length + by_length * f64::from(lengths[field]) / self.mean_lengths[field]);
        }
        res
    }
}

fn saturated(weight: f64) -> f64 {
    weight * (K1 + 1.0) / (weight + K1)
}

/// BM25's weight of a term that `n_with` of `n_all` articles have; always positive.
fn inverse_frequency(n_all: usize, n_with: usize) -> f64 {
    let (n_all, n_with) = (n_all as f64, n_with as f64);
    (1.0 + (n_all - n_with + 0.5) / (n_with + 0.5)).ln()
}
