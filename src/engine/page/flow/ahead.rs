//! What comes next on the page: a label or a short line is judged by the paragraph behind it.

use super::Reader;
use crate::engine::page::head::Piece;

/// For each piece, and for the end, the block of the first paragraph from it on. Read from the end, since looking ahead from
/// each piece would read a page without paragraphs over and over.
pub(super) fn next_paragraphs(pieces: &[Piece]) -> Vec<Option<usize>> {
    let mut next = None;
    let paragraph = |piece: &Piece| {
        next = if let Piece::Paragraph(it) = piece { Some(*it) } else { next };
        next
    };
    let mut res: Vec<Option<usize>> = std::iter::once(None).chain(pieces.iter().rev().map(paragraph)).collect();
    res.reverse();
    res
}

impl Reader<'_> {
    /// The first paragraph of `rest`, which is what is left of the page.
    pub(super) fn next_paragraph(&self, rest: &[Piece]) -> Option<usize> {
        let at = self.next_paragraphs.len().checked_sub(rest.len() + 1)?;
        self.next_paragraphs.get(at).copied().flatten()
    }
}
