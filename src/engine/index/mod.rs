//! Documents, their postings and facet values: mutable while it is built, immutable when it answers.

pub mod document;

pub use document::IndexedArticle;
