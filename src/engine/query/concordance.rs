//! The lines of a query in context (KWIC): each hit of a body with what stands before and after it in its paragraph.

use super::highlight::HitKind;
use super::line_order::{self, LineOrder};
use super::nodes::Nodes;
use super::units::{CutField, Range, Unit};
use crate::engine::index::{Field, Index};
use crate::engine::text::Span;

/// Characters on each side of a hit, where characters are counted.
const CONTEXT_CHARACTERS: usize = 20;
/// Words on each side of a hit, where words are counted; punctuation comes on top.
const CONTEXT_WORDS: usize = 12;

/// A hit: bytes of the body of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Number of the article.
    pub article: u32,
    /// The hit.
    pub range: Range,
}

/// One hit with what stands around it; spans are bytes of the article's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Number of the article.
    pub article: u32,
    /// What stands before it.
    pub left: Span,
    /// The hit.
    pub keyword: Span,
    /// What stands after it.
    pub right: Span,
}

/// Every hit of `nodes` in the bodies of `articles`, or those of one kind, in the order that is asked.
pub fn found(
    index: &Index,
    nodes: &Nodes,
    articles: &[u32],
    unit: Unit,
    order: LineOrder,
    wanted: Option<HitKind>,
) -> Vec<Found> {
    let in_body = |&article: &u32| {
        let ranges = nodes.in_field(index, article, Field::Body);
        let kinds = if wanted.is_some() { kinds(index, article, &ranges) } else { vec![] };
        let is_wanted = move |at: usize| wanted.is_none() || kinds.get(at).copied().flatten() == wanted;
        let found = ranges.into_iter().enumerate().filter(move |(at, _)| is_wanted(*at));
        found.map(move |(_, range)| Found { article, range })
    };
    line_order::sort(index, articles.iter().flat_map(in_body).collect(), unit, order)
}

/// Whether each hit in the body of an article, in order, is made of whole words; `None` before words are cut.
pub fn kinds(index: &Index, article: u32, ranges: &[Range]) -> Vec<Option<HitKind>> {
    let spans: Vec<Span> = ranges.iter().map(|it| Span::new(it.0, it.1)).collect();
    let are_cut = index.words.n_tokens(article) > 0;
    let words = index.are_words(article, Field::Body, &spans);
    words.into_iter().map(|it| are_cut.then(|| HitKind::of(it))).collect()
}

/// A hit with its context.
pub fn line(index: &Index, found: Found, unit: Unit) -> Line {
    let field = CutField::new(index, found.article, Field::Body, unit);
    let (start, end) = found.range;
    let first = within(&field, field.before(start), unit).map_or(start, |it| it.0);
    let last = within(&field, field.after(end), unit).map_or(end, |it| it.1);
    let (left, keyword, right) = (Span::new(first, start), Span::new(start, end), Span::new(end, last));
    Line { article: found.article, left, keyword, right }
}

/// The last of `units` that the context holds.
fn within(field: &CutField, units: impl Iterator<Item = Range>, unit: Unit) -> Option<Range> {
    match unit {
        Unit::Character => units.take(CONTEXT_CHARACTERS).last(),
        Unit::Word => {
            let mut n_words = 0;
            units
                .take_while(|it| {
                    n_words += usize::from(field.is_word(*it));
                    n_words <= CONTEXT_WORDS
                })
                .last()
        }
    }
}
