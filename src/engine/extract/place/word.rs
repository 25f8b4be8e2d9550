//! The words of `data/place_words.tsv`, which decide whether a name is a place.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::engine::arrange::gathered;
use crate::engine::extract::table::{self, ByChar};
use crate::engine::text::Span;

/// What a word does; the head of the table explains each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A short name that is nearly always the common word.
    Never,
    /// A short name that is often something else.
    Doubtful,
    /// Behind a short name it makes a road, a water, a people.
    After,
    /// An office that carries the name of its area before it.
    Office,
    /// A firm or another body that carries the name of its area before it.
    Body,
    /// Begins with the type of a name.
    Tail,
    /// Before a type it makes no name.
    Generic,
    /// A common noun that ends with a type.
    Noun,
    /// Before a short name it says that a place follows.
    Site,
    /// Behind a short name it says that it is a place.
    Beside,
    /// Stands before a name and is no part of it.
    Border,
    /// A character that village names end with.
    Ending,
    /// A country or city abroad.
    Foreign,
    /// An everyday phrase that a name is a part of.
    Phrase,
    /// Makes a word with 村 before it.
    Village,
    /// Says which place is meant where nothing else does.
    First,
    /// Before a name it says that a person follows.
    Person,
    /// Stands between a person and the name.
    Called,
    /// Behind a name it says that a person bears it.
    Act,
    /// Behind a name that begins the clause: a person's, where it is a county's too.
    Say,
    /// Stands between those who compete.
    Contest,
}

impl Role {
    const ALL: [Role; 21] = [
        Role::Never,
        Role::Doubtful,
        Role::After,
        Role::Office,
        Role::Body,
        Role::Tail,
        Role::Generic,
        Role::Noun,
        Role::Site,
        Role::Beside,
        Role::Foreign,
        Role::Phrase,
        Role::Border,
        Role::Ending,
        Role::Village,
        Role::First,
        Role::Person,
        Role::Called,
        Role::Act,
        Role::Say,
        Role::Contest,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Role::Never => "never",
            Role::Doubtful => "doubtful",
            Role::After => "after",
            Role::Office => "office",
            Role::Body => "body",
            Role::Tail => "tail",
            Role::Generic => "generic",
            Role::Noun => "noun",
            Role::Site => "site",
            Role::Beside => "beside",
            Role::Foreign => "foreign",
            Role::Phrase => "phrase",
            Role::Border => "border",
            Role::Ending => "ending",
            Role::Village => "village",
            Role::First => "first",
            Role::Person => "person",
            Role::Called => "called",
            Role::Act => "act",
            Role::Say => "say",
            Role::Contest => "contest",
        }
    }
}

/// Longest word of the table that is looked for inside a text, in characters.
const MAX_CHARS: usize = 5;

static TABLE: LazyLock<ByChar<Vec<Entry>>> = LazyLock::new(|| {
    let rows = table::rows(data_table!(place_words)).filter_map(|row| Entry::parse(&row));
    let add = |entries: &mut Vec<Entry>, row: Entry| match entries.iter_mut().find(|it| it.word == row.word) {
        Some(same) => *same = Entry { word: same.word, roles: same.roles | row.roles, first: row.first.or(same.first) },
        None => entries.push(row),
    };
    ByChar::of(rows, |it| it.word, add)
});

/// Family names of one character.
static SURNAMES: LazyLock<BTreeSet<char>> = LazyLock::new(|| {
    let rows = table::rows(data_table!(name_characters));
    let surnames = rows.filter(|row| table::field(row, 0) == "surname");
    gathered(surnames.flat_map(|row| table::field(&row, 1).chars()))
});

#[derive(Debug, Clone, Copy)]
struct Entry {
    word: &'static str,
    /// One bit a role.
    roles: u32,
    /// Path, for `Role::First`.
    first: Option<&'static str>,
}

impl Entry {
    fn parse(row: &[&'static str]) -> Option<Self> {
        let role = Role::ALL.into_iter().find(|it| it.as_str() == table::field(row, 1))?;
        Some(Entry { word: table::field(row, 0), roles: 1 << role as u32, first: row.get(2).copied() })
    }

    fn has(&self, role: Role) -> bool {
        self.roles & (1 << role as u32) != 0
    }
}

/// True when `word` has the role.
pub(super) fn is(word: &str, role: Role) -> bool {
    entry(word).is_some_and(|it| it.has(role))
}

/// True for a family name that is no word that stands before places (于, 从, 原).
pub(super) fn is_surname(character: char) -> bool {
    SURNAMES.contains(&character) && !is(character.encode_utf8(&mut [0; 4]), Role::Border)
}

/// The path that the name means where nothing else tells.
pub(super) fn first(name: &str) -> Option<&'static str> {
    entry(name).and_then(|it| it.first)
}

/// The entries whose words begin as `text` does.
fn entries(text: &str) -> &'static [Entry] {
    text.chars().next().and_then(|it| TABLE.get(it)).map_or(&[], Vec::as_slice)
}

fn entry(word: &str) -> Option<&'static Entry> {
    entries(word).iter().find(|it| it.word == word)
}

/// True when `text` begins with a word of the role.
pub(super) fn begins(text: &str, role: Role) -> bool {
    entries(text).iter().any(|it| it.has(role) && it.word.chars().count() <= MAX_CHARS && text.starts_with(it.word))
}

/// True when a word of the role begins in `text` at `span` or at most three characters before it, and reaches its end.
pub(super) fn covers(text: &str, span: Span, role: Role) -> bool {
    let before = text.get(..span.start).unwrap_or("");
    let starts = before.char_indices().rev().map(|it| it.0).take(3).chain([span.start]);
    starts.into_iter().any(|start| {
        let rest = text.get(start..).unwrap_or("");
        entries(rest).iter().any(|it| {
            let is_longer = it.word.len() > span.len() && start + it.word.len() >= span.end;
            it.has(role) && is_longer && rest.starts_with(it.word)
        })
    })
}

/// True when the first character of `text` is a word of the role.
pub(super) fn begins_with(text: &str, role: Role) -> bool {
    text.chars().next().and_then(|it| text.get(..it.len_utf8())).is_some_and(|it| is(it, role))
}

/// True when `text` ends with a word of the role that has at least `min_chars` characters.
pub(super) fn ends(text: &str, min_chars: usize, role: Role) -> bool {
    let starts = text.char_indices().rev().map(|(it, _)| it).take(MAX_CHARS);
    starts.skip(min_chars - 1).any(|it| text.get(it..).is_some_and(|word| is(word, role)))
}

/// The longest word of the role, of two characters at least, that `text` ends with.
pub(super) fn ending(text: &str, role: Role) -> Option<&str> {
    let starts = text.char_indices().rev().map(|(it, _)| it).take(MAX_CHARS);
    starts.skip(1).filter_map(|it| text.get(it..)).filter(|word| is(word, role)).last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_role_of_the_table() {
        for line in data_table!(place_words).lines().filter(|it| !it.starts_with('#')) {
            let role = line.split('\t').nth(1).unwrap_or("");
            assert!(Role::ALL.into_iter().any(|it| it.as_str() == role), "{line}");
        }
    }

    #[test]
    fn words_are_found_at_either_end() {
        assert!(begins("沙漠边缘", Role::After));
        assert!(!begins("边缘沙漠", Role::After));
        assert!(ends("记者来到", 1, Role::Border));
        assert!(ends("新农", 1, Role::Generic) && !ends("神农", 2, Role::Generic));
    }
}
