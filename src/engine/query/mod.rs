//! What a person asks: the query as written, the selection of clauses, and what matches it.

pub mod amount;
pub mod ast;
pub mod both;
pub mod clauses;
pub mod collocates;
pub mod completion;
pub mod compose;
pub mod concordance;
pub mod eval;
pub mod facet_count;
mod has;
pub mod highlight;
pub mod histogram;
pub mod keyness;
pub mod line_order;
pub mod measures;
pub mod nodes;
pub mod parser;
pub mod pinyin;
mod range;
pub mod rank;
pub mod selection;
pub mod similar;
pub mod snippet;
mod terms;
pub mod units;
pub mod vocabulary;
pub mod word_counts;
pub mod words;

pub use crate::engine::index::date_step;
pub use selection::{Choice, Clause, DateRange, Facet, Selection};
