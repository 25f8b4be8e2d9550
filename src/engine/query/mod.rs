//! What a person asks: the query as written, the selection of clauses, and what matches it.

pub mod ast;
pub mod concordance;
pub mod eval;
pub mod facet_count;
pub mod highlight;
pub mod keyness;
pub mod parser;
pub mod rank;
pub mod selection;
pub mod snippet;

pub use selection::{Clause, DateRange, Facet, Selection};
