//! The hits of a query in one article, as spans of its headline and of its body.

use super::eval::QueryHits;
use crate::engine::index::{Field, Index};
use crate::engine::text::{CodePoints, Span};

/// A hit: characters `start..end` of a field, and the number of its term among the wanted terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// First character.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// Which term.
    pub term: usize,
}

/// Every hit in a field of an article, in order; hits of two terms may overlap.
pub fn hits_in(index: &Index, hits: &QueryHits, article: u32, field: Field) -> Vec<Hit> {
    let (first, last) = (index.layout.start(article, field), index.layout.end(article, field));
    let mut res = vec![];
    for (term_idx, term) in hits.terms.iter().enumerate() {
        for &position in term.in_article(article).iter().filter(|it| (first..last).contains(it)) {
            let start = (position - first) as usize;
            res.push(Hit { start, end: start + term.n_chars as usize, term: term_idx });
        }
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
    let table = CodePoints::new(&article.document.reading.text);
    let mut res = vec![];
    for (term, test) in (hits.terms.len()..).zip(&hits.tests) {
        let spans = test.spans(index, article);
        res.extend(spans.map(|it| table.span(it)).map(|[start, end]| Hit { start, end, term }));
    }
    res
}

/// The bytes of `text` that `hits` cover, in order, touching and overlapping hits of one place joined where they overlap.
pub fn spans(text: &str, hits: &[Hit]) -> Vec<Span> {
    let table = CodePoints::new(text);
    let mut res: Vec<Span> = vec![];
    for hit in hits {
        let span = Span::new(table.byte(hit.start), table.byte(hit.end));
        match res.last_mut() {
            Some(last) if last.overlaps(span) => last.end = last.end.max(span.end),
            _ => res.push(span),
        }
    }
    res
}
