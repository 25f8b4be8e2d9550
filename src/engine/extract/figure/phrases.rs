//! Set phrases with numerals in them that state no quantity (千家万户, 八项规定); reads `data/not_figures.tsv`.

use std::sync::LazyLock;

use crate::engine::arrange::Arrange;
use crate::engine::extract::begin::{self, Begin};
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::table::{self, ByChar};
use crate::engine::text::Span;

/// Phrases by their first character, longest first.
static PHRASES: LazyLock<ByChar<Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: Vec<&'static str> =
        table::rows(data_table!(not_figures)).map(|row| table::field(&row, 0)).collect();
    phrases.arrange_by_key(|it| std::cmp::Reverse(it.len()));
    let phrases = phrases.into_iter().map(|text| Phrase { text, second: text.chars().nth(1).unwrap_or_default() });
    ByChar::of(phrases, |it| it.text, |all: &mut Vec<_>, it| all.push(it))
});

/// A phrase, of two characters at least: many begin with 一, few go on alike.
struct Phrase {
    text: &'static str,
    second: char,
}

/// True for the characters that phrases begin with.
pub fn may_begin(ch: char) -> bool {
    PHRASES.get(ch).is_some()
}

/// Where phrases stand, the longest at each place.
pub fn find(glyphs: &Glyphs) -> Vec<Span> {
    let mut res = vec![];
    let mut at = 0;
    while at < glyphs.len() {
        if !begin::may(glyphs.at(at), Begin::Phrase) {
            at += 1;
            continue;
        }
        let phrases = PHRASES.get(glyphs.at(at)).map_or(&[][..], Vec::as_slice);
        let next = glyphs.at(at + 1);
        let phrase = phrases.iter().find(|it| it.second == next && glyphs.starts_with(at, it.text));
        let n_chars = phrase.map_or(0, |it| it.text.chars().count());
        if n_chars > 0 {
            res.push(glyphs.span(at, at + n_chars));
        }
        at += n_chars.max(1);
    }
    res
}
