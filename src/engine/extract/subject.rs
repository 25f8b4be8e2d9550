//! The shortest phrase of the text that says what a figure counts or measures.

use super::figure::Draft;
use super::glyph::Glyphs;
use super::overlap::Taken;
use crate::engine::text::Span;
use crate::engine::token::Token;

/// The subject of each of `drafts`, in their order.
pub fn of(_glyphs: &Glyphs, _tokens: &[Token], drafts: &[Draft], _dates: &Taken) -> Vec<Option<Span>> {
    vec![None; drafts.len()]
}
