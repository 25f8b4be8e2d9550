//! From what was typed to a query; whatever was typed is one.
//!
//! Blanks separate terms, all of which must match. A term that begins with a quotation mark (`"` or `“`) goes to its
//! twin, blanks included; without a twin it goes to the end, because the person is still typing. A term that begins
//! with `-` (half- or full-width) excludes; a lone `-` or a pair of quotation marks with nothing inside says nothing.
//! Anywhere else these characters stand for themselves.

use super::ast::{Query, Sign, Term};
use crate::engine::index::postings::index_char;
use crate::engine::text::Span;
use crate::engine::text::normalize::fold;

/// The query of `text`; never fails.
pub fn parse(text: &str) -> Query {
    let mut res = Query::default();
    let mut at = 0;
    while let Some(start) = next_non_blank(text, at) {
        let (sign, body) = match text[start..].chars().next() {
            Some(ch) if fold(ch) == '-' => (Sign::Excluded, start + ch.len_utf8()),
            _ => (Sign::Wanted, start),
        };
        let (inside, end) = term_at(text, body);
        let pattern: Vec<char> = inside.slice(text).trim().chars().map(index_char).collect();
        if !pattern.is_empty() {
            res.terms.push(Term { pattern, span: Span::new(start, end), sign });
        }
        at = end;
    }
    res
}

/// What the term that begins at `start` looks for, and where it ends.
fn term_at(text: &str, start: usize) -> (Span, usize) {
    let rest = &text[start..];
    let closing = match rest.chars().next().map(|it| (it, fold(it))) {
        Some((open, '"')) => Some((open, ['"', '\u{ff02}'])),
        Some((open @ '“', _)) => Some((open, ['”', '“'])),
        _ => None,
    };
    let Some((open, closing)) = closing else {
        let end = rest.find(char::is_whitespace).map_or(text.len(), |it| start + it);
        return (Span::new(start, end), end);
    };
    let inside = start + open.len_utf8();
    match text[inside..].char_indices().find(|(_, it)| closing.contains(it)) {
        Some((n_bytes, close)) => (Span::new(inside, inside + n_bytes), inside + n_bytes + close.len_utf8()),
        None => (Span::new(inside, text.len()), text.len()),
    }
}

fn next_non_blank(text: &str, from: usize) -> Option<usize> {
    text[from..].find(|it: char| !it.is_whitespace()).map(|it| from + it)
}
