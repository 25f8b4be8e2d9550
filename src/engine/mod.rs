//! The engine: from the text of a page to articles, mentions, an index, selections and charts.
//!
//! This module never sees a DOM, clock, storage, locale or worker, and never fails on text: whatever it cannot read
//! becomes a [`diagnostic::Diagnostic`]. The reference date and text measurement come in as arguments.

pub mod analysis;
pub mod archive;
pub mod arrange;
pub mod chart;
pub mod diagnostic;
pub mod extract;
pub mod figures;
pub mod index;
pub mod lexicon;
pub mod measure;
pub mod page;
pub mod query;
pub mod small_map;
pub mod text;
pub mod token;
