//! The passage of a text that shows a query best.
//!
//! Among all passages of at most [`MAX_CHARS`] characters within one paragraph, the one with the most different terms
//! wins, then the one with the most hits, then the first. It begins and ends at a sentence's border where one is near.

use super::highlight::Hit;
use crate::engine::text::{CodePoints, Span};

/// Characters of a passage: more shows more context, fewer more articles on a screen.
pub const MAX_CHARS: usize = 90;
/// Characters shown before the first hit where its sentence begins further away.
const LEAD_CHARS: usize = 20;
/// A passage may end this many characters early, to end with a sentence.
const SLACK_CHARS: usize = 30;

/// The best passage for `hits`, which are characters of `text` in order; its beginning where there are none.
pub fn passage(text: &str, hits: &[Hit]) -> Span {
    let chars: Vec<char> = text.chars().collect();
    let (first, last) = cluster(&chars, hits);
    let (start, end) = widen(&chars, first, last);
    let table = CodePoints::new(text);
    Span::new(table.byte(start), table.byte(end))
}

/// The sentence of `text` that holds `span`, blanks at its ends left out.
pub fn sentence(text: &str, span: Span) -> Span {
    let before = text.get(..span.start).unwrap_or("");
    let start = before.char_indices().rev().find(|(_, it)| ends_sentence(*it)).map_or(0, |(at, it)| at + it.len_utf8());
    let after = text.get(span.end..).unwrap_or("");
    let end = after
        .char_indices()
        .find(|(_, it)| ends_sentence(*it))
        .map_or(text.len(), |(at, it)| span.end + at + if it == '\n' { 0 } else { it.len_utf8() });
    let inside = text.get(start..end).unwrap_or("");
    let start = (start + inside.len() - inside.trim_start().len()).min(span.start);
    Span::new(start, (start + inside.trim().len()).max(span.end))
}

/// True of a character that ends a sentence.
pub fn ends_sentence(ch: char) -> bool {
    matches!(ch, '。' | '！' | '？' | '；' | '!' | '?' | ';' | '\n' | '\r')
}

/// The first and last character of the best group of hits.
fn cluster(chars: &[char], hits: &[Hit]) -> (usize, usize) {
    let mut best: Option<((usize, usize), usize, usize)> = None;
    for (from, first) in hits.iter().enumerate() {
        let limit = paragraph_end(chars, first.start, MAX_CHARS);
        let group: Vec<&Hit> =
            hits[from..].iter().take_while(|it| it.start < limit).filter(|it| it.end <= limit).collect();
        let mut terms: Vec<usize> = group.iter().map(|it| it.term).collect();
        terms.sort_unstable();
        terms.dedup();
        let merit = (terms.len(), group.len());
        if best.is_none_or(|it| merit > it.0) {
            let end = group.iter().map(|it| it.end).max().unwrap_or(first.end);
            best = Some((merit, first.start, end));
        }
    }
    let beginning = chars.iter().position(|it| !it.is_whitespace()).unwrap_or(0);
    best.map_or((beginning, beginning), |(_, start, end)| (start, end.min(chars.len())))
}

/// The end of the paragraph that has character `from`, but at most `n_chars` further.
fn paragraph_end(chars: &[char], from: usize, n_chars: usize) -> usize {
    let reach = chars.get(from..chars.len().min(from + n_chars)).unwrap_or(&[]);
    from + reach.iter().position(|it| *it == '\n').unwrap_or(reach.len())
}

/// Grows `first..last` to a passage.
fn widen(chars: &[char], first: usize, last: usize) -> (usize, usize) {
    let is_end = |at: &usize| chars.get(*at).is_some_and(|it| ends_sentence(*it));
    let is_pause =
        |at: &usize| chars.get(*at).is_some_and(|it| matches!(it, '，' | '、' | '：' | ',' | ' ' | '\u{3000}'));
    let room = MAX_CHARS.saturating_sub(last - first);
    let earliest = first.saturating_sub(room);
    let sentence = (earliest..first).rev().find(is_end).map(|it| it + 1).or((earliest == 0).then_some(0));
    let lead = first.saturating_sub(LEAD_CHARS.min(room));
    let mut start = match sentence {
        Some(it) => it,
        None => (lead..first).find(is_pause).map_or(lead, |it| it + 1),
    };
    while start < first && chars[start].is_whitespace() {
        start += 1;
    }
    let limit = paragraph_end(chars, last, (start + MAX_CHARS).saturating_sub(last));
    if limit == chars.len() || chars.get(limit) == Some(&'\n') {
        return (start, limit);
    }
    let slack = limit.saturating_sub(SLACK_CHARS).max(last);
    let end = (slack..limit).rev().find(is_end).or_else(|| (slack..limit).rev().find(is_pause));
    (start, end.map_or(limit, |it| it + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown<'a>(text: &'a str, word: &str) -> &'a str {
        let chars: Vec<char> = text.chars().collect();
        let word: Vec<char> = word.chars().collect();
        let hits: Vec<Hit> = chars
            .windows(word.len())
            .enumerate()
            .filter(|(_, it)| *it == word)
            .map(|(start, _)| Hit { start, end: start + word.len(), term: 0 })
            .collect();
        passage(text, &hits).slice(text)
    }

    #[test]
    fn a_passage_begins_with_its_sentence_and_stays_in_its_paragraph() {
        assert_eq!(shown("甲村来人。乙村修路。\n丙村。", "修路"), "乙村修路。");
        let long = "一".repeat(200);
        let text = format!("{long}，甲村修路，{long}");
        assert!(shown(&text, "修路").chars().count() <= MAX_CHARS && shown(&text, "修路").contains("修路"));
        assert_eq!(shown("　甲村。", "没有"), "甲村。");
        assert_eq!(shown("", "没有"), "");
    }

    #[test]
    fn a_sentence_holds_its_span() {
        let text = "甲村。 乙村有3户；丙村";
        let at = text.find("3户").unwrap();
        assert_eq!(sentence(text, Span::new(at, at + 4)).slice(text), "乙村有3户；");
        assert_eq!(sentence("", Span::default()), Span::default());
    }
}
