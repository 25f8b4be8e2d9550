//! What the search box is told about what is typed into it.

use serde::{Deserialize, Serialize};

use crate::engine::query::ast::Problem;

/// A query and the parts of it that make no sense.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct QueryCheck {
    /// The query as it was asked about.
    pub query: String,
    /// In the order of writing; spans are bytes of `query`.
    pub problems: Vec<Problem>,
}
