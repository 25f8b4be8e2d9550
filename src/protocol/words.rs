//! Messages of the view of words: lines in context, one line's wider context, tables of words, and their export.

use serde::{Deserialize, Serialize};

use crate::engine::extract::published::Published;
use crate::engine::query::Selection;
use crate::engine::query::highlight::HitKind;
use crate::engine::query::line_order::LineOrder;
use crate::engine::query::units::Unit;
use crate::protocol::{Passage, Snippet, TableOptions, Window};

/// Which lines in context.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinesWanted {
    /// In which articles.
    pub selection: Selection,
    /// Of which query; blank for the selection's own.
    pub node: String,
    /// What contexts are counted in.
    pub unit: Unit,
    /// By what they are sorted.
    pub order: LineOrder,
    /// Only hits that are whole words, or only mere runs; `None` for all.
    pub hits: Option<HitKind>,
    /// Lines `offset..offset + limit`.
    pub window: Window,
}

/// Some lines in context.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Lines {
    /// How many lines there are.
    pub n_total: usize,
    /// Lines before the first one here.
    pub offset: usize,
    /// The lines of the window.
    pub rows: Vec<ConcordanceLine>,
}

/// One line of the concordance.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ConcordanceLine {
    /// Where the hit stands.
    pub passage: Passage,
    /// What stands before it.
    pub left: String,
    /// The hit.
    pub keyword: String,
    /// What stands after it.
    pub right: String,
    /// Whether the hit is a word or a run; `None` until words are known.
    pub kind: Option<HitKind>,
    /// The page's date in EDTF; "" for none.
    pub date: String,
    /// The place that the line belongs to; "" for none.
    pub place: String,
    /// The article's section; "" for none.
    pub section: String,
}

/// A line with more of what is around it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WideLine {
    /// Where the hit stands.
    pub passage: Passage,
    /// The article's headline; "" for most briefs.
    pub headline: String,
    /// The article's section; "" for none.
    pub section: String,
    /// The page's date.
    pub published: Published,
    /// The paragraph, with the hit.
    pub text: Snippet,
}

/// Which words a table lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum WordsOf {
    /// Those typical of the selection against the rest of the library.
    Keyness,
    /// Those around the hits of a query, blank for the selection's own; so many words to the left and to the right.
    Collocates {
        /// The query.
        node: String,
        /// Words to the left.
        left: usize,
        /// Words to the right.
        right: usize,
    },
}

/// A table of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordTable {
    /// Of which articles.
    pub selection: Selection,
    /// Which words.
    pub of: WordsOf,
    /// How it is made.
    pub options: TableOptions,
}
