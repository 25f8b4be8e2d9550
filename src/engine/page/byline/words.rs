//! The words of bylines, and what tells a name.

use std::sync::LazyLock;

use crate::engine::arrange::Arrange;
use crate::engine::text::by_char::{ByChar, last_character};
use crate::engine::text::sentence::is_han;
use crate::engine::text::table;

/// How the words of the table are used; the table tells what each means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// Stands before names.
    Role,
    /// Its names are photographers.
    Photo,
    /// Its names wrote and photographed.
    Both,
    /// Stands before names where a slash or colon follows.
    Short,
    /// The same, and its names are photographers.
    PhotoShort,
    /// A role before names, nothing behind them.
    Either,
    /// Begins or ends what is no part of the body.
    Aside,
    /// Begins a report.
    Opener,
    /// Ends the name of who sends or employs.
    Organization,
}

/// A row of the table.
pub struct Word {
    /// The word.
    pub text: &'static str,
    /// What it does.
    pub usage: Use,
}

/// The words of bylines and credits, the longest first.
static WORDS: LazyLock<Vec<Word>> = LazyLock::new(|| {
    let mut res: Vec<Word> = table::rows(data_table!(bylines))
        .filter_map(|row| {
            let usage = match *row.get(1)? {
                "role" => Use::Role,
                "photo" => Use::Photo,
                "both" => Use::Both,
                "short" => Use::Short,
                "photo-short" => Use::PhotoShort,
                "either" => Use::Either,
                "aside" => Use::Aside,
                "opener" => Use::Opener,
                "organization" => Use::Organization,
                _ => return None,
            };
            Some(Word { text: row.first()?, usage })
        })
        .collect();
    res.arrange_by_key(|it| std::cmp::Reverse(it.text.len()));
    res
});

/// The words of bylines and credits that begin with `ch`, the longest first.
pub fn words_from(ch: char) -> &'static [&'static Word] {
    static BY_FIRST: LazyLock<ByChar<Vec<&Word>>> =
        LazyLock::new(|| ByChar::of(WORDS.iter(), |it| it.text, |all: &mut Vec<_>, it| all.push(it)));
    BY_FIRST.get(ch).map_or(&[], Vec::as_slice)
}

/// The organizations' endings that end with `ch`.
fn endings(ch: char) -> &'static [&'static str] {
    static BY_LAST: LazyLock<ByChar<Vec<&str>>> = LazyLock::new(|| {
        let endings = WORDS.iter().filter(|it| it.usage == Use::Organization).map(|it| it.text);
        ByChar::of(endings, |it| last_character(it), |all: &mut Vec<_>, it| all.push(it))
    });
    BY_LAST.get(ch).map_or(&[], Vec::as_slice)
}

struct Names {
    surname: Vec<char>,
    double: Vec<&'static str>,
    transliteration: Vec<char>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut res = Names { surname: vec![], double: vec![], transliteration: vec![] };
    for row in table::rows(data_table!(name_characters)) {
        match row[..] {
            ["surname", characters] => res.surname.extend(characters.chars()),
            ["double", names] => res.double.extend(names.split_whitespace()),
            ["transliteration", characters] => res.transliteration.extend(characters.chars()),
            _ => {}
        }
    }
    res
});

/// True when `text` looks like one person's name: a surname and one or two characters, or a name in transliteration.
pub fn is_namelike(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let names = &*NAMES;
    if text.contains(['·', '•', '・', '‧']) {
        return chars.len() >= 3;
    }
    let transliterated = (2..=7).contains(&chars.len()) && chars.iter().all(|it| names.transliteration.contains(it));
    let double = names.double.iter().any(|it| text.starts_with(it));
    transliterated
        || (2..=3).contains(&chars.len()) && chars.first().is_some_and(|it| names.surname.contains(it))
        || (3..=4).contains(&chars.len()) && double
}

/// True for the name of a body that sends reports: `旗委组织部`.
pub fn is_organization(text: &str) -> bool {
    let endings = text.chars().next_back().map_or(&[][..], endings);
    endings.iter().any(|it| text.ends_with(it)) && (4..=16).contains(&text.chars().count()) && text.chars().all(is_han)
}
