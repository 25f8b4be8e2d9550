//! Which words say what a text is about.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::engine::arrange::gathered;

static STOP_WORDS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let table = data_table!(stop_words);
    gathered(table.lines().filter(|it| !it.starts_with('#')).filter_map(|it| it.split('\t').next()))
});

/// First letters of the word classes of jieba's dictionary whose words are never about anything: conjunctions, adverbs,
/// exclamations, localities, affixes, numerals, sounds, prepositions, measure words, pronouns, particles, punctuation.
const FUNCTION_CLASSES: [char; 14] = ['c', 'd', 'e', 'f', 'h', 'k', 'm', 'o', 'p', 'q', 'r', 'u', 'w', 'y'];

/// True of a word that can be a keyword: two characters or more, at least two of them letters, of a class that names,
/// does or describes something, no scrap of a phrase, and not a stop word.
pub fn is_content_word(word: &str, tag: &str) -> bool {
    may_be_content_word(word, tag) && is_content_by_letters(word)
}

/// What the word's class and length say of [`is_content_word`]: false of most words that are none.
pub fn may_be_content_word(word: &str, tag: &str) -> bool {
    let is_single = word.chars().nth(1).is_none();
    !is_single && (tag == "eng" || !tag.starts_with(FUNCTION_CLASSES)) && !is_scrap(word, tag)
}

/// What the word alone says of [`is_content_word`], whatever its class.
pub fn is_content_by_letters(word: &str) -> bool {
    word.chars().filter(|it| it.is_alphabetic()).nth(1).is_some() && !is_stop_word(word)
}

/// 不够, 不看, and what no dictionary has: 三多, 一弱, 更聚, 使人. They say something only with the words around them.
fn is_scrap(word: &str, tag: &str) -> bool {
    const FUNCTION_CHARACTERS: &str =
        "一二两三四五六七八九十几各每某更最很再又也就都被把使让为以与和及或在从到对向于是有能可会要将已其之";
    let mut chars = word.chars();
    let (first, is_short) = (chars.next(), chars.nth(1).is_none());
    let negates = first == Some('不') && is_short;
    negates || is_short && tag == "x" && first.is_some_and(|it| FUNCTION_CHARACTERS.contains(it))
}

/// True of a word in `data/stop_words.tsv`.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.contains(word)
}
