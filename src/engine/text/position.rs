//! The only conversions between bytes, Unicode code points and UTF-16 units.
//!
//! Inside the engine every offset is a byte; `inspect` and exports speak code points, the browser's DOM ranges UTF-16.

use super::Span;

/// Byte ↔ code point table of one text. Building is linear; a look-up is a binary search in a sparse table.
#[derive(Debug, Clone)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// Byte offset of every 64th code point.
    marks: Vec<usize>,
}

/// Code points between two marks: lower is faster and larger.
const STRIDE: usize = 64;

impl<'a> CodePoints<'a> {
    /// The table of `text`.
    pub fn new(text: &'a str) -> Self {
        CodePoints { text, marks: text.char_indices().step_by(STRIDE).map(|(byte, _)| byte).collect() }
    }

    /// Code points before `byte`; a byte past the end counts as the end.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let mark = self.marks.partition_point(|&start| start <= byte);
        match mark.checked_sub(1) {
            None => 0,
            Some(it) => it * STRIDE + self.text[self.marks[it]..byte].chars().count(),
        }
    }

    /// The byte at which code point `at` begins; the end of the text for one past it.
    pub fn byte(&self, at: usize) -> usize {
        let Some(&mark) = self.marks.get(at / STRIDE) else { return self.text.len() };
        self.text[mark..].char_indices().nth(at % STRIDE).map_or(self.text.len(), |(byte, _)| mark + byte)
    }

    /// A byte span as `[start, end]` in code points.
    pub fn span(&self, span: Span) -> [usize; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}

/// UTF-16 units before `byte` of `text`, as DOM ranges count.
pub fn utf16_at(text: &str, byte: usize) -> usize {
    text.get(..byte).unwrap_or(text).chars().map(char::len_utf16).sum()
}

/// The byte of `text` at which its UTF-16 unit `at` stands; the end of the text for one past it.
pub fn byte_of_utf16(text: &str, at: usize) -> usize {
    let mut units = 0;
    let found = text.char_indices().find(|(_, it)| {
        let is_there = units >= at;
        units += it.len_utf16();
        is_there
    });
    found.map_or(text.len(), |it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_agree_with_counting() {
        let text = "版a面\r\n𠮷字".repeat(40);
        let table = CodePoints::new(&text);
        for (n_chars, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(table.at(byte), n_chars);
            assert_eq!(table.byte(n_chars), byte);
        }
        assert_eq!(table.at(text.len() + 9), text.chars().count());
        assert_eq!(table.byte(text.chars().count() + 9), text.len());
        assert_eq!((CodePoints::new("").at(0), CodePoints::new("").byte(0)), (0, 0));
    }

    #[test]
    fn utf16_counts_surrogate_pairs() {
        assert_eq!(utf16_at("𠮷a", "𠮷".len()), 2);
        assert_eq!(utf16_at("版面", 3), 1);
    }
}
