//! The characters of a text as rules compare them: full-width forms narrowed, case kept, each with its byte offset.
//!
//! Rules walk over character indices; [`Glyphs::span`] turns a run of them into a span of the text, so that what they
//! find is always a slice of the source.

use crate::engine::text::Span;

/// What stands outside the text.
pub const NOTHING: char = '\0';

/// Characters of one text. Building is linear; every look-up by index is constant.
#[derive(Debug, Clone)]
pub struct Glyphs<'a> {
    text: &'a str,
    chars: Vec<char>,
    starts: Vec<usize>,
}

impl<'a> Glyphs<'a> {
    /// The characters of `text`.
    pub fn new(text: &'a str) -> Self {
        let (mut chars, mut starts) = (Vec::with_capacity(text.len() / 3), Vec::with_capacity(text.len() / 3));
        for (byte, ch) in text.char_indices() {
            chars.push(narrow(ch));
            starts.push(byte);
        }
        Glyphs { text, chars, starts }
    }

    /// The text itself.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// How many characters there are.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// True for an empty text.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The character at `idx`, or [`NOTHING`] past the end.
    pub fn at(&self, idx: usize) -> char {
        self.chars.get(idx).copied().unwrap_or(NOTHING)
    }

    /// The character before `idx`, or [`NOTHING`] at the start.
    pub fn before(&self, idx: usize) -> char {
        idx.checked_sub(1).map_or(NOTHING, |it| self.at(it))
    }

    /// Characters `start..end` as bytes of the text.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.byte(start), self.byte(end))
    }

    /// Characters `start..end` as printed.
    pub fn slice(&self, start: usize, end: usize) -> &'a str {
        self.span(start, end).slice(self.text)
    }

    /// Characters `start..end`, narrowed.
    pub fn word(&self, start: usize, end: usize) -> String {
        self.chars.get(start..end.min(self.len())).unwrap_or(&[]).iter().collect()
    }

    /// The byte where character `idx` begins; the length of the text past the end.
    pub fn byte(&self, idx: usize) -> usize {
        self.starts.get(idx).copied().unwrap_or(self.text.len())
    }

    /// The index of the first character that begins at `byte` or after it.
    pub fn index(&self, byte: usize) -> usize {
        self.starts.partition_point(|&it| it < byte)
    }

    /// True when `word` stands at `idx`.
    pub fn starts_with(&self, idx: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(n, ch)| self.at(idx + n) == ch)
    }

    /// True when `word` stands right before `idx`.
    pub fn ends_with(&self, idx: usize, word: &str) -> bool {
        idx.checked_sub(word.chars().count()).is_some_and(|it| self.starts_with(it, word))
    }

    /// The first index from `idx` on that is no blank, looking at most one character ahead.
    pub fn past_blank(&self, idx: usize) -> usize {
        if matches!(self.at(idx), ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}') { idx + 1 } else { idx }
    }
}

/// Full-width ASCII and the ideographic blank as their half-width forms; the traditional characters that numbers are
/// written with as the simple ones.
fn narrow(ch: char) -> char {
    match ch {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(ch as u32 - 0xfee0).unwrap_or(ch),
        '￥' => '¥',
        '萬' => '万',
        '億' => '亿',
        '兩' => '两',
        '個' => '个',
        '幾' => '几',
        '數' => '数',
        '點' => '点',
        '負' => '负',
        '餘' => '余',
        '貳' => '贰',
        '叄' => '叁',
        '陸' => '陆',
        '圓' => '圆',
        '雙' => '双',
        '對' => '对',
        _ => ch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indices_lead_back_to_the_source() {
        let glyphs = Glyphs::new("共１２户𠮷");
        assert_eq!((glyphs.at(1), glyphs.before(0), glyphs.at(9)), ('1', NOTHING, NOTHING));
        assert_eq!(glyphs.slice(1, 4), "１２户");
        assert_eq!(glyphs.word(1, 9), "12户𠮷");
        assert_eq!(glyphs.index(glyphs.byte(3)), 3);
        assert!(glyphs.starts_with(1, "12") && glyphs.ends_with(4, "2户") && !glyphs.ends_with(1, "共共"));
    }
}
