//! The words of `data/place_words.tsv`, which decide whether a name is a place.

use std::collections::BTreeMap;
use std::sync::LazyLock;

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
    /// Begins with the type of a name.
    Tail,
    /// Before a type it makes no name.
    Generic,
    /// A common noun that ends with a type.
    Noun,
    /// A family name.
    Surname,
    /// Stands before a name and is no part of it.
    Border,
    /// A character that village names end with.
    Ending,
    /// Makes a word with 村 before it.
    Village,
    /// Says which place is meant where nothing else does.
    First,
}

impl Role {
    const ALL: [Role; 12] = [
        Role::Never,
        Role::Doubtful,
        Role::After,
        Role::Office,
        Role::Tail,
        Role::Generic,
        Role::Noun,
        Role::Surname,
        Role::Border,
        Role::Ending,
        Role::Village,
        Role::First,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Role::Never => "never",
            Role::Doubtful => "doubtful",
            Role::After => "after",
            Role::Office => "office",
            Role::Tail => "tail",
            Role::Generic => "generic",
            Role::Noun => "noun",
            Role::Surname => "surname",
            Role::Border => "border",
            Role::Ending => "ending",
            Role::Village => "village",
            Role::First => "first",
        }
    }
}

/// Longest word of the table that is looked for inside a text, in characters.
const MAX_CHARS: usize = 5;

static TABLE: LazyLock<BTreeMap<&'static str, Entry>> = LazyLock::new(|| {
    let mut res: BTreeMap<&'static str, Entry> = BTreeMap::new();
    for line in include_str!("../../../../data/place_words.tsv").lines().filter(|it| !it.starts_with('#')) {
        let mut fields = line.split('\t');
        let (Some(word), Some(role)) = (fields.next(), fields.next()) else { continue };
        let Some(role) = Role::ALL.into_iter().find(|it| it.as_str() == role) else { continue };
        let entry = res.entry(word).or_default();
        entry.roles |= 1 << role as u16;
        entry.first = fields.next().or(entry.first);
    }
    res
});

#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    /// One bit a role.
    roles: u16,
    /// Path, for `Role::First`.
    first: Option<&'static str>,
}

/// True when `word` has the role.
pub(super) fn is(word: &str, role: Role) -> bool {
    TABLE.get(word).is_some_and(|it| it.roles & (1 << role as u16) != 0)
}

/// The path that the name means where nothing else tells.
pub(super) fn first(name: &str) -> Option<&'static str> {
    TABLE.get(name).and_then(|it| it.first)
}

/// True when `text` begins with a word of the role.
pub(super) fn begins(text: &str, role: Role) -> bool {
    let ends = text.char_indices().map(|(it, character)| it + character.len_utf8());
    ends.take(MAX_CHARS).any(|it| text.get(..it).is_some_and(|word| is(word, role)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_role_of_the_table() {
        for line in include_str!("../../../../data/place_words.tsv").lines().filter(|it| !it.starts_with('#')) {
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
