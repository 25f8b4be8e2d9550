//! What is asked when the reader walks from article to article.

use serde::{Deserialize, Serialize};

use crate::engine::query::{Facet, Selection};

/// A mention of one thing in another article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionWanted {
    /// In which articles, in the order of the result list.
    pub selection: Selection,
    /// The article that the walk comes from.
    pub article: String,
    /// What is mentioned: a place, a date, a programme, or figures of a quantity.
    pub facet: Facet,
    /// Its value in the facet.
    pub value: String,
    /// Whether the walk goes down the list, or up.
    pub is_forward: bool,
}
