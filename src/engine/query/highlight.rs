//! The hits of a query in one article, as spans of its headline and of its body, each a word or a mere run.

use serde::{Deserialize, Serialize};

use super::eval::QueryHits;
use crate::engine::arrange::Arrange;
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
    res.arrange_by(|a, b| a.cmp(b));
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

/// Whether a query stands in an article as whole words (词) or as a mere run of characters (串).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HitKind {
    /// 串: every hit begins or ends inside a word.
    Run,
    /// 词: some hit is made of whole words.
    Word,
}

impl HitKind {
    /// Every kind.
    pub const ALL: [HitKind; 2] = [HitKind::Run, HitKind::Word];

    /// Of a hit that is made of whole words, or is not.
    pub fn of(is_word: bool) -> Self {
        if is_word { HitKind::Word } else { HitKind::Run }
    }

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            HitKind::Run => "run",
            HitKind::Word => "word",
        }
    }
}

/// How the query's runs stand in an article, the best of all its hits; `None` without a hit, and before words are cut.
pub fn kind_in(index: &Index, hits: &QueryHits, article: u32) -> Option<HitKind> {
    let kinds = hits.terms.iter().flat_map(|term| {
        let places = term.in_article(index, article);
        let fields = places.chunk_by(|a, b| a.field == b.field);
        let words = fields.flat_map(|same| {
            let spans: Vec<Span> = same.iter().map(|it| it.span()).collect();
            index.are_words(article, same[0].field, &spans)
        });
        words.map(HitKind::of).collect::<Vec<_>>()
    });
    kinds.max().filter(|_| index.words.n_tokens(article) > 0)
}
