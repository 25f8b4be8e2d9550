//! Which words say what a text is about.

use std::collections::BTreeSet;
use std::sync::LazyLock;

static STOP_WORDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let table = include_str!("../../../data/stop_words.tsv");
    table.lines().filter(|it| !it.starts_with('#')).filter_map(|it| it.split('\t').next()).collect()
});

/// First letters of the word classes of jieba's dictionary whose words are never about anything: conjunctions, adverbs,
/// exclamations, localities, affixes, numerals, sounds, prepositions, measure words, pronouns, particles, punctuation.
const FUNCTION_CLASSES: [char; 14] = ['c', 'd', 'e', 'f', 'h', 'k', 'm', 'o', 'p', 'q', 'r', 'u', 'w', 'y'];

/// True of a word that can be a keyword: two characters or more, at least two of them letters, of a class that names,
/// does or describes something, and not a stop word.
pub fn is_content_word(word: &str, tag: &str) -> bool {
    word.chars().filter(|it| it.is_alphabetic()).nth(1).is_some()
        && (tag == "eng" || !tag.starts_with(FUNCTION_CLASSES))
        && !is_stop_word(word)
}

/// True of a word in `data/stop_words.tsv`.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(word)
}
