//! Set phrases with numerals in them that state no quantity (千家万户, 八项规定); reads `data/not_figures.tsv`.

use std::sync::LazyLock;

use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::table::{self, ByChar};
use crate::engine::text::Span;

/// Phrases by their first character, longest first.
static PHRASES: LazyLock<ByChar<Vec<&'static str>>> = LazyLock::new(|| {
    let mut phrases: Vec<&'static str> =
        table::rows(include_str!("../../../../data/not_figures.tsv")).map(|row| table::field(&row, 0)).collect();
    phrases.sort_by_key(|it| std::cmp::Reverse(it.len()));
    ByChar::of(phrases.into_iter(), |it| it, |all: &mut Vec<_>, it| all.push(it))
});

/// Where phrases stand, the longest at each place.
pub fn find(glyphs: &Glyphs) -> Vec<Span> {
    let mut res = vec![];
    let mut at = 0;
    while at < glyphs.len() {
        let phrases = PHRASES.get(glyphs.at(at)).map_or(&[][..], Vec::as_slice);
        let phrase = phrases.iter().find(|it| glyphs.starts_with(at, it));
        let n_chars = phrase.map_or(0, |it| it.chars().count());
        if n_chars > 0 {
            res.push(glyphs.span(at, at + n_chars));
        }
        at += n_chars.max(1);
    }
    res
}
