//! Answers for the search box: what is wrong with a query, and what it can go on with.

use super::Service;
use crate::engine::query::completion::{self, CompletionList, Names};
use crate::engine::query::parser;
use crate::engine::query::vocabulary::Vocabulary;
use crate::protocol::QueryCheck;

/// The parts of a query that make no sense.
pub fn check(query: &str) -> QueryCheck {
    QueryCheck { query: query.to_owned(), problems: parser::parse(query).problems }
}

impl Service {
    /// What `query` can go on with at `caret`.
    pub(super) fn complete(&self, query: &str, caret: usize, past: &[String]) -> CompletionList {
        let vocabulary = self.vocabulary.get_or_init(|| Vocabulary::of(&self.index));
        completion::complete(query, caret, past, Names { vocabulary, pinyin: self.pinyin.as_ref() })
    }
}
