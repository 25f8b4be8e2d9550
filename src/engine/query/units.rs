//! A field of an article cut into units: words, by the borders that the index keeps, or characters.
//!
//! Offsets are bytes of the field. Blanks belong to no unit. A part without letters and digits is punctuation: a
//! context shows it, but it is never counted as a neighbour.

use serde::{Deserialize, Serialize};

use crate::engine::index::{Field, Index};

/// What a context is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Unit {
    /// Words as the dictionary cuts them; characters until it is there.
    #[default]
    Word,
    /// Characters.
    Character,
}

/// A field's text with its units.
#[derive(Debug, Clone)]
pub struct CutField<'a> {
    text: &'a str,
    units: Vec<Range>,
}

/// Bytes from the first to before the second.
pub type Range = (usize, usize);

impl<'a> CutField<'a> {
    /// The headline or the body of an article; other fields are never cut, and taken for the body.
    pub fn new(index: &'a Index, article: u32, field: Field, unit: Unit) -> Self {
        let document = &index.article(article).document;
        let text = if field == Field::Headline { &document.headline } else { &document.reading.text };
        // An empty run is a word exactly where a border stands.
        let is_border = |position: u32| index.words.is_word(position, 0);
        let mut units = vec![];
        let mut word = None;
        let mut is_cut = false;
        for (position, (byte, ch)) in (index.layout.start(article, field)..).zip(text.char_indices()) {
            let has_border = unit == Unit::Character || is_border(position);
            if has_border || ch.is_whitespace() {
                units.extend(word.take().map(|from| (from, byte)));
            }
            if !ch.is_whitespace() {
                is_cut |= has_border;
                word = word.or(Some(byte));
            }
        }
        units.extend(word.map(|from| (from, text.len())));
        if !is_cut && unit == Unit::Word && !units.is_empty() {
            return CutField::new(index, article, field, Unit::Character);
        }
        CutField { text, units }
    }

    /// Every unit, in order.
    pub fn units(&self) -> &[Range] {
        &self.units
    }

    /// The text of a range.
    pub fn slice(&self, (from, to): Range) -> &'a str {
        self.text.get(from..to).unwrap_or("")
    }

    /// The units before byte `at` in its paragraph, the nearest first; one that holds `at` is cut off there.
    pub fn before(&self, at: usize) -> impl Iterator<Item = Range> {
        let first = self.text.get(..at).and_then(|it| it.rfind('\n')).map_or(0, |it| it + 1);
        let units = &self.units[..self.units.partition_point(|it| it.0 < at)];
        units.iter().rev().map(move |it| (it.0, it.1.min(at))).take_while(move |it| it.0 >= first)
    }

    /// The units from byte `at` on in its paragraph; of one that holds `at`, the part after it.
    pub fn after(&self, at: usize) -> impl Iterator<Item = Range> {
        let last = self.text.get(at..).and_then(|it| it.find('\n')).map_or(self.text.len(), |it| at + it);
        let units = &self.units[self.units.partition_point(|it| it.1 <= at)..];
        units.iter().map(move |it| (it.0.max(at), it.1)).take_while(move |it| it.0 < last)
    }

    /// True of a range with a letter or a digit.
    pub fn is_word(&self, range: Range) -> bool {
        is_word(self.slice(range))
    }
}

/// True of a part that is no punctuation.
pub fn is_word(part: &str) -> bool {
    part.chars().any(char::is_alphanumeric)
}
