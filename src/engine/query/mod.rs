//! What a person asks: the query as written, the selection of clauses, and what matches it.

pub mod selection;

pub use selection::{Clause, DateRange, Facet, Selection};
