//! The sentences of a text, found once for all that stands in it.

use crate::engine::text::Span;

/// Where the sentences of a text begin.
pub(super) struct Sentences {
    starts: Vec<usize>,
    len: usize,
}

impl Sentences {
    /// The sentences of `text`, each ended by a character of which `ends` is true.
    pub(super) fn new(text: &str, ends: impl Fn(char) -> bool) -> Self {
        let behind = text.char_indices().filter(|(_, ch)| ends(*ch)).map(|(at, ch)| at + ch.len_utf8());
        Sentences { starts: [0].into_iter().chain(behind).collect(), len: text.len() }
    }

    /// The sentence that byte `at` stands in.
    pub(super) fn around(&self, at: usize) -> Span {
        let next = self.starts.partition_point(|it| *it <= at);
        let start = next.checked_sub(1).and_then(|it| self.starts.get(it)).copied().unwrap_or(0);
        Span::new(start, self.starts.get(next).copied().unwrap_or(self.len))
    }
}
