//! The lines of a query in context (KWIC), in the order of the pages and of the text.

use super::eval::QueryHits;
use super::highlight;
use crate::engine::index::{Field, Index};
use crate::engine::text::Span;

/// Characters on each side of a hit.
const CONTEXT_CHARS: usize = 20;

/// One hit with what stands around it in its paragraph; spans are bytes of the article's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Number of the article.
    pub article: u32,
    /// The hit's number among the body's hits.
    pub hit: usize,
    /// What stands before it.
    pub left: Span,
    /// The hit.
    pub keyword: Span,
    /// What stands after it.
    pub right: Span,
}

/// Lines `offset..offset + limit` of `articles`, and how many lines there are.
pub fn lines(index: &Index, hits: &QueryHits, articles: &[u32], offset: usize, limit: usize) -> (Vec<Line>, usize) {
    let mut res = vec![];
    let mut n_lines = 0;
    for &article in articles {
        let text = &index.article(article).document.reading.text;
        let in_body = highlight::hits_in(index, hits, article, Field::Body);
        for (hit, keyword) in highlight::spans(&in_body).into_iter().enumerate() {
            if (offset..offset.saturating_add(limit)).contains(&n_lines) {
                res.push(line(text, article, hit, keyword));
            }
            n_lines += 1;
        }
    }
    (res, n_lines)
}

fn line(text: &str, article: u32, hit: usize, keyword: Span) -> Line {
    let inside = |ch: &char| *ch != '\n';
    let before = text.get(..keyword.start).unwrap_or("").chars().rev().take_while(inside).take(CONTEXT_CHARS);
    let after = text.get(keyword.end..).unwrap_or("").chars().take_while(inside).take(CONTEXT_CHARS);
    let n_before: usize = before.map(char::len_utf8).sum();
    let n_after: usize = after.map(char::len_utf8).sum();
    Line {
        article,
        hit,
        left: Span::new(keyword.start - n_before, keyword.start),
        keyword,
        right: Span::new(keyword.end, keyword.end + n_after),
    }
}
