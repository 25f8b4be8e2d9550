//! Where sentences end and whether a run of text begins inside one: by punctuation and by what hardly begins a word.
//!
//! Column breaks cut sentences; these are the signs by which the two halves are seen. Full and half width are the same.

use std::sync::LazyLock;

use super::normalize::fold;
use super::table;
use crate::engine::arrange::gathered;
use crate::engine::small_map::SmallMap;

/// How a run of text ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// With a stop, also one inside closing quotes or before a bracket: the sentence is whole.
    Whole,
    /// With a colon, a semicolon or a closing quote or bracket without a stop: it may go on or not.
    Open,
    /// In the middle of a sentence.
    Cut,
}

/// True for the marks that end a sentence.
pub fn is_stop(ch: char) -> bool {
    matches!(ch, '。' | '！' | '？' | '!' | '?' | '…' | '．' | '｡' | '‼' | '⋯')
}

/// True for closing quotes and brackets.
pub fn is_closer(ch: char) -> bool {
    matches!(ch, '”' | '’' | '」' | '』' | '）' | ')' | '》' | '〉' | '】' | '］' | ']' | '〕' | '＂' | '"')
}

/// True for opening quotes and brackets.
pub fn is_opener(ch: char) -> bool {
    matches!(ch, '“' | '‘' | '「' | '『' | '（' | '(' | '《' | '〈' | '【' | '［' | '[' | '〔')
}

/// How `text` ends; blanks at its end do not count, and an empty text is whole.
pub fn end_of(text: &str) -> End {
    let text = text.trim_end();
    let bare = text.trim_end_matches(|it: char| is_closer(it) || it.is_whitespace());
    let Some(last) = bare.chars().next_back() else { return if text.is_empty() { End::Whole } else { End::Open } };
    if is_stop(last) || is_sentence_point(bare) || stop_before_bracket(text) {
        return End::Whole;
    }
    let closes = bare.len() < text.len();
    match last {
        '：' | ':' | '；' | ';' => End::Open,
        '，' | ',' | '、' => End::Cut,
        _ if closes => End::Open,
        _ => End::Cut,
    }
}

/// True when `text` begins as no sentence does: with a stop, a comma, a closing mark, one character and a comma, or two
/// characters of which the first seldom begins a word, least of all one that goes on so.
pub fn begins_inside(text: &str) -> bool {
    let mut chars = text.trim_start().chars();
    let (Some(first), second) = (chars.next(), chars.next().unwrap_or(' ')) else { return false };
    let torn = NONINITIAL.get(&first).is_some_and(|it| is_han(second) && !it.contains(second));
    let lone = is_han(first) && matches!(second, '，' | ',' | '、' | '。') && !ALONE.contains(&first);
    begins_with_mark(text) || torn || lone
}

/// True for Han characters.
pub fn is_han(ch: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&ch) || ('\u{20000}'..='\u{323af}').contains(&ch)
}

/// True when `text` begins with punctuation that only stands inside or behind a sentence.
pub fn begins_with_mark(text: &str) -> bool {
    let mut chars = text.trim_start().chars();
    let (first, second) = (chars.next(), chars.next());
    first.is_some_and(|it| {
        matches!(fold(it), ',' | '、' | ';' | ':' | '%' | '~' | '·' | '/') || is_stop(it) || depth_of(it, second) < 0
    })
}

/// By how much a character opens (1) or closes (-1) a quote or bracket; an apostrophe before a letter or digit (’98) does not.
fn depth_of(ch: char, next: Option<char>) -> i32 {
    let apostrophe = ch == '’' && next.is_some_and(|it| it.is_ascii_alphanumeric());
    let closes = is_closer(ch) && ch != '"' && ch != '＂' && !apostrophe;
    i32::from(is_opener(ch)) - i32::from(closes)
}

/// Open quotes and brackets at the end of `text` less those that only close there: above 0, something waits for its closing mark.
pub fn open_marks(text: &str) -> i32 {
    let (mut depth, mut lowest) = (0i32, 0i32);
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        depth += depth_of(ch, chars.peek().copied());
        lowest = lowest.min(depth);
    }
    depth - lowest
}

/// True when `text` closes a quote or bracket that it never opened.
pub fn closes_foreign_mark(text: &str) -> bool {
    let mut depth = 0i32;
    let mut chars = text.chars().peekable();
    while let Some(ch) = chars.next() {
        depth += depth_of(ch, chars.peek().copied());
        if depth < 0 {
            return true;
        }
    }
    false
}

/// Enough of a text to see how it ends or begins, so that very long lines cost no more than others.
pub const REACH: usize = 600;

/// The last [`REACH`] bytes of `text` or a little less, from a character border.
pub fn tail(text: &str) -> &str {
    let start = (text.len().saturating_sub(REACH)..=text.len()).find(|&it| text.is_char_boundary(it)).unwrap_or(0);
    &text[start..]
}

/// The first [`REACH`] bytes of `text` or a little less, to a character border.
pub fn head(text: &str) -> &str {
    let end = (0..=REACH.min(text.len())).rev().find(|&it| text.is_char_boundary(it)).unwrap_or(0);
    &text[..end]
}

/// Characters that seldom begin a word, each with those behind it with which it does.
static NONINITIAL: LazyLock<SmallMap<char, &str>> = LazyLock::new(|| {
    let rows = table::rows(data_table!(noninitial));
    gathered(rows.filter_map(|row| Some((row.first()?.chars().next()?, row.get(1).copied().unwrap_or("")))))
});

/// Characters that stand alone before a comma at the beginning of a sentence, and numerals of lists.
const ALONE: [char; 20] = [
    '是', '对', '好', '看', '瞧', '听', '嘿', '嗯', '啊', '哎', '一', '二', '三', '四', '五', '六', '七', '八', '九',
    '十',
];

/// A Latin full stop after a letter or a Han character, not after a digit (`3.`).
fn is_sentence_point(text: &str) -> bool {
    let mut chars = text.chars().rev();
    chars.next() == Some('.') && chars.next().is_some_and(|it| !it.is_ascii_digit())
}

/// True for `…做好。（节选）`: a bracket that follows a stop.
fn stop_before_bracket(text: &str) -> bool {
    let Some(inside) = text.strip_suffix(['）', ')']) else { return false };
    let Some(open) = tail(inside).rfind(['（', '(']) else { return false };
    tail(inside)[..open].trim_end_matches(|it: char| is_closer(it) || it.is_whitespace()).ends_with(is_stop)
}
