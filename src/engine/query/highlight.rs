//! The hits of a query in one article, as spans of its headline and of its body, each a word or a mere run.

use super::eval::QueryHits;
use crate::engine::index::{Field, Index};
use crate::engine::text::Span;

/// A hit: bytes `start..end` of a field, and the number of its term among the wanted terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Which term.
    pub term: usize,
}

/// Every hit in a field of an article, in order; hits of two terms may overlap.
pub fn hits_in(index: &Index, hits: &QueryHits, article: u32, field: Field) -> Vec<Hit> {
    let mut res = vec![];
    for (term_idx, term) in hits.terms.iter().enumerate() {
        let places = term.in_article(index, article).into_iter().filter(|it| it.field == field);
        res.extend(places.map(|it| it.span()).map(|it| Hit { start: it.start, end: it.end, term: term_idx }));
    }
    if field == Field::Body && !hits.tests.is_empty() {
        res.extend(mentions_in(index, hits, article));
    }
    res.sort_unstable();
    res
}

/// What the query's tests of values hold of, as further terms.
fn mentions_in(index: &Index, hits: &QueryHits, article: u32) -> Vec<Hit> {
    let article = index.article(article);
    let mut res = vec![];
    for (term, test) in (hits.terms.len()..).zip(&hits.tests) {
        res.extend(test.spans(index, article).map(|it| Hit { start: it.start, end: it.end, term }));
    }
    res
}

/// The bytes that `hits` cover, in order, hits that overlap joined.
pub fn spans(hits: &[Hit]) -> Vec<Span> {
    let mut res: Vec<Span> = vec![];
    for hit in hits {
        let span = Span::new(hit.start, hit.end);
        match res.last_mut() {
            Some(last) if last.overlaps(span) => last.end = last.end.max(span.end),
            _ => res.push(span),
        }
    }
    res
}
