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

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::eval::{QueryHits, TermHits};
use crate::engine::index::layout::FieldLengths;
use crate::engine::index::{Field, Index};
use crate::engine::text::Span;

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
    /// Never negative.
    score: f64,
}

impl Merit {
    /// A number that is larger for the better one: six bits for each tier, then the score's upper 52 bits, which leave
    /// nine decimal digits and are in the order of the numbers.
    fn key(&self) -> u64 {
        let tier = |it: u32| u64::from(it.min(63));
        tier(self.n_words) << 58 | tier(self.n_headline) << 52 | self.score.to_bits() >> 12
    }
}

/// An article in the queue; the greatest is the next: by what it is worth or at most may be, then the first of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Waiting {
    key: u64,
    article: Reverse<u32>,
    is_exact: bool,
}

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
            res.push(first.article.0);
        } else {
            queue.push(Waiting { key: ranking.merit(first.article.0).key(), is_exact: true, ..first });
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
    /// One over the average length of each field.
    shares: [f64; Field::ALL.len()],
}

impl<'a> Ranking<'a> {
    fn new(index: &'a Index, hits: &'a QueryHits) -> Self {
        let rarity = hits.terms.iter().map(|it| inverse_frequency(index.len(), it.n_articles())).collect();
        Ranking { index, terms: &hits.terms, rarity, shares: index.layout.mean_lengths().map(f64::recip) }
    }

    /// What each of `articles`, which are in order, may be worth at most.
    fn promises(&self, articles: &[u32]) -> Vec<Waiting> {
        let mut groups: Vec<_> = self.terms.iter().map(|it| it.groups().iter().peekable()).collect();
        let promise = |&article: &u32| {
            let lengths = self.index.layout.lengths(article);
            let mut merit = Merit { n_words: 0, n_headline: 0, score: 0.0 };
            for (groups, rarity) in groups.iter_mut().zip(&self.rarity) {
                while groups.next_if(|it| it.article < article).is_some() {}
                let Some(group) = groups.next_if(|it| it.article == article) else { continue };
                merit.n_words += 1;
                merit.n_headline += u32::from(group.n_short > 0);
                let mut weight = f64::from(group.n_hits() - group.n_short) / self.norm(lengths, Field::Body);
                if group.n_short > 0 {
                    let short = Field::ALL.into_iter().filter(|it| *it != Field::Body);
                    let best = short.map(|it| FIELDS[it as usize].0 / self.norm(lengths, it)).fold(0.0, f64::max);
                    weight += f64::from(group.n_short) * best;
                }
                merit.score += rarity * saturated(weight);
            }
            Waiting { key: merit.key(), article: Reverse(article), is_exact: false }
        };
        articles.iter().map(promise).collect()
    }

    /// What an article is worth.
    fn merit(&self, article: u32) -> Merit {
        let lengths = self.index.layout.lengths(article);
        let mut res = Merit { n_words: 0, n_headline: 0, score: 0.0 };
        for (term, rarity) in self.terms.iter().zip(&self.rarity) {
            let (mut weight, mut n_words) = (0.0, 0);
            for same in term.in_article(self.index, article).chunk_by(|a, b| a.field == b.field) {
                let field = same[0].field;
                let spans: Vec<Span> = same.iter().map(|it| it.span()).collect();
                let words = self.index.are_words(article, field, &spans).into_iter().filter(|it| *it).count();
                let counted = words as f64 + RUN_WEIGHT * (same.len() - words) as f64;
                weight += counted * FIELDS[field as usize].0 / self.norm(lengths, field);
                n_words += words;
                res.n_headline += u32::from(field == Field::Headline);
            }
            res.n_words += u32::from(n_words > 0);
            res.score += rarity * saturated(weight);
        }
        res
    }

    /// How much a field's length counts against hits in it: 1 for an average length.
    fn norm(&self, lengths: FieldLengths, field: Field) -> f64 {
        let by_length = FIELDS[field as usize].1;
        1.0 - by_length + by_length * f64::from(lengths[field as usize]) * self.shares[field as usize]
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
