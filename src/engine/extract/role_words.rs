//! Words that play roles, found where a text begins or ends with one of them: by its first or last character, so that at
//! most places one step says that there is none, however long the list.

use crate::engine::arrange::Arrange;
use crate::engine::text::by_char::{ByChar, last_character};

/// The words of a table, each with its roles.
#[derive(Debug, Clone, Default)]
pub struct RoleWords {
    by_first: ByChar<Vec<Entry>>,
    by_last: ByChar<Vec<Entry>>,
}

/// A word and one bit for each of its roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry {
    text: &'static str,
    roles: u64,
}

impl RoleWords {
    /// The words of `rows`, each with the number of a role, below 64; a word that comes again has both roles.
    pub fn of(rows: impl Iterator<Item = (&'static str, u32)>) -> Self {
        let mut entries: Vec<Entry> = vec![];
        for (text, role) in rows {
            entries.push(Entry { text, roles: 1 << role });
        }
        // The longest first, so that the first that fits is the longest.
        entries.arrange_by_key(|it| (std::cmp::Reverse(it.text.len()), it.text));
        entries.dedup_by(|again, first| {
            let is_same = again.text == first.text;
            first.roles |= if is_same { again.roles } else { 0 };
            is_same
        });
        let add = |all: &mut Vec<Entry>, it: Entry| all.push(it);
        RoleWords {
            by_first: ByChar::of(entries.iter().copied(), |it| it.text, add),
            by_last: ByChar::of(entries.iter().copied(), |it| last_character(it.text), add),
        }
    }

    /// The longest word with the role that `text` begins with.
    pub fn begins(&self, text: &str, role: u32) -> Option<&'static str> {
        let entries = self.by_first.get(text.chars().next()?)?;
        entries.iter().find(|it| it.has(role) && text.starts_with(it.text)).map(|it| it.text)
    }

    /// The longest word with the role that `text` ends with.
    pub fn ends(&self, text: &str, role: u32) -> Option<&'static str> {
        let entries = self.by_last.get(text.chars().next_back()?)?;
        entries.iter().find(|it| it.has(role) && text.ends_with(it.text)).map(|it| it.text)
    }

    /// True when `text` is a word with the role.
    pub fn is(&self, text: &str, role: u32) -> bool {
        let entries = text.chars().next().and_then(|it| self.by_first.get(it));
        entries.is_some_and(|it| it.iter().any(|it| it.has(role) && it.text == text))
    }

    /// Where in `text` a word with the role begins first.
    pub fn find(&self, text: &str, role: u32) -> Option<usize> {
        text.char_indices().map(|it| it.0).find(|&at| self.begins(&text[at..], role).is_some())
    }
}

impl Entry {
    fn has(self, role: u32) -> bool {
        self.roles & 1 << role != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_role_at_either_end() {
        let words = RoleWords::of([("推行", 0), ("行", 0), ("推行", 1), ("模式", 2)].into_iter());
        assert_eq!(words.begins("推行积分制", 0), Some("推行"));
        assert_eq!(words.ends("大力推行", 0), Some("推行"));
        assert_eq!(words.ends("大力推行", 1), Some("推行"));
        assert_eq!(words.ends("步行", 0), Some("行"));
        assert_eq!(words.find("新的模式", 2), Some(6));
        assert!(words.is("推行", 1) && !words.is("推行", 2) && !words.is("推", 0));
        assert_eq!((words.begins("", 0), words.ends("步行", 2), words.find("推行", 2)), (None, None, None));
    }
}
