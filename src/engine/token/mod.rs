//! Words: jieba's tokens, stop words, and the dictionary they are cut with.

pub mod content;
pub mod dictionary;
pub mod join;
pub mod tag;
pub mod tokenizer;
pub mod unknown;

use serde::{Deserialize, Serialize};

use super::text::Span;
pub use tag::Tag;
pub use tokenizer::Tokenizer;

/// A word of a text. The tokens of a text cover every non-blank character once, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// Where, in bytes of the text that was cut.
    pub span: Span,
    /// Its class in jieba's dictionary.
    pub tag: Tag,
}
