//! A query as written: terms that must all match, or must not.

use crate::engine::text::Span;

/// What a person asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// In the order of writing.
    pub terms: Vec<Term>,
}

/// One run of characters to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The characters as the index has them; never empty.
    pub pattern: Vec<char>,
    /// Where it stands in the query, with its sign and quotation marks.
    pub span: Span,
    /// Whether articles must have it.
    pub sign: Sign,
}

/// Whether a term is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Articles must have it.
    Wanted,
    /// Articles must not have it.
    Excluded,
}

impl Query {
    /// The terms that articles must have.
    pub fn wanted(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|it| it.sign == Sign::Wanted)
    }

    /// True when nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}
