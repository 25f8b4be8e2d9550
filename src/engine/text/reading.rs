//! The healed text of one article, with a map back to the page.
//!
//! Column breaks cut sentences; an article's paragraphs are lists of spans in reading order. A [`Reading`] joins them
//! into one string, a paragraph a line, so that extractors, search and the reader see whole sentences, and maps any
//! span of that string back to the page. It adds nothing but the line breaks between paragraphs.

use serde::{Deserialize, Serialize};

use super::Span;

/// A text to read and where each of its runs stands in the source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reading {
    /// Paragraphs in reading order, one a line, without a final line break.
    pub text: String,
    /// Runs of `text` that are verbatim runs of the source, ordered by `at`.
    pub pieces: Vec<Piece>,
}

/// Bytes `source` of the page stand at byte `at` of the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// First byte in the reading.
    pub at: usize,
    /// The run in the page's text; the reading holds the same bytes.
    pub source: Span,
}

impl Reading {
    /// Joins `paragraphs` of `source`: each a list of spans in reading order.
    pub fn of(source: &str, paragraphs: &[Vec<Span>]) -> Self {
        let mut res = Reading::default();
        for (paragraph_idx, paragraph) in paragraphs.iter().enumerate() {
            if paragraph_idx > 0 {
                res.text.push('\n');
            }
            for &span in paragraph {
                res.pieces.push(Piece { at: res.text.len(), source: span });
                res.text.push_str(span.slice(source));
            }
        }
        res
    }

    /// A passage that is its own source.
    pub fn plain(text: &str) -> Self {
        Reading { text: text.to_owned(), pieces: vec![Piece { at: 0, source: Span::new(0, text.len()) }] }
    }

    /// Where `span` of the reading stands in the source: one span, or `None` where it straddles two runs of the source
    /// with something other than blanks between them.
    pub fn to_source(&self, source: &str, span: Span) -> Option<Span> {
        let first = self.piece_at(span.start)?;
        let last = self.piece_at(span.end.saturating_sub(1).max(span.start))?;
        let start = first.source.start + (span.start - first.at);
        let end = last.source.start + (span.end - last.at);
        let hull = Span::new(start, end);
        let squeeze = |text: &str| text.chars().filter(|it| !it.is_whitespace()).collect::<String>();
        (first == last || (start < end && squeeze(hull.slice(source)) == squeeze(span.slice(&self.text))))
            .then_some(hull)
    }

    /// The runs of the source that `span` of the reading is made of, in reading order.
    pub fn runs(&self, span: Span) -> Vec<Span> {
        let run = |piece: &Piece| {
            let (start, end) = (span.start.max(piece.at), span.end.min(piece.at + piece.source.len()));
            let at = |byte: usize| piece.source.start + (byte - piece.at);
            (start < end).then(|| Span::new(at(start), at(end)))
        };
        self.pieces.iter().filter_map(run).collect()
    }

    /// Where `span` of the source stands in the reading: from its first to its last byte that is read; `None` where none is.
    pub fn of_source(&self, span: Span) -> Option<Span> {
        let read = |piece: &Piece| {
            let (start, end) = (span.start.max(piece.source.start), span.end.min(piece.source.end));
            let at = |byte: usize| piece.at + (byte - piece.source.start);
            (start < end).then(|| Span::new(at(start), at(end)))
        };
        self.pieces.iter().filter_map(read).reduce(|a, b| Span::new(a.start.min(b.start), a.end.max(b.end)))
    }

    fn piece_at(&self, byte: usize) -> Option<Piece> {
        let idx = self.pieces.partition_point(|it| it.at <= byte).checked_sub(1)?;
        let piece = self.pieces[idx];
        (byte < piece.at + piece.source.len().max(1)).then_some(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_map_back_across_a_column_break() {
        let source = "甲村有3100\n\n图注\n\n多亩地。\n乙村。";
        let at = |it: &str| Span::new(source.find(it).unwrap(), source.find(it).unwrap() + it.len());
        let reading = Reading::of(source, &[vec![at("甲村有3100"), at("多亩地。")], vec![at("乙村。")]]);
        assert_eq!(reading.text, "甲村有3100多亩地。\n乙村。");
        let find = |it: &str| {
            let start = reading.text.find(it).unwrap();
            Span::new(start, start + it.len())
        };
        assert_eq!(reading.to_source(source, find("乙村")), Some(at("乙村")));
        assert_eq!(reading.to_source(source, find("亩地")), Some(at("亩地")));
        assert_eq!(reading.to_source(source, find("3100多亩")), None, "a caption stands between the halves");
        for words in ["3100", "多亩", "乙村。"] {
            assert_eq!(reading.of_source(at(words)), Some(find(words)));
        }
        assert_eq!(reading.of_source(at("图注")), None);
        assert_eq!(reading.runs(find("3100多亩")), [at("3100"), at("多亩")]);
        assert_eq!(reading.of_source(Span::new(at("3100").start, at("多亩").end)), Some(find("3100多亩")));
    }

    #[test]
    fn only_blanks_between_the_halves_still_map() {
        let source = "甲\n\n村有";
        let reading = Reading::of(source, &[vec![Span::new(0, 3), Span::new(5, 11)]]);
        assert_eq!(reading.to_source(source, Span::new(0, 6)), Some(Span::new(0, 8)));
    }
}
