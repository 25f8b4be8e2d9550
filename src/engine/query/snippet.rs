//! The passage of a text that shows a query best.
//!
//! Among all passages of at most [`MAX_CHARS`] characters within one paragraph, the one with the most different terms
//! wins, then the one with the most hits, then the first. It begins and ends at a sentence's border where one is near.

use super::highlight::Hit;
use crate::engine::arrange::Arrange;
use crate::engine::text::Span;

/// Characters of a passage: more shows more context, fewer more articles on a screen.
pub const MAX_CHARS: usize = 90;
/// Characters shown before the first hit where its sentence begins further away.
const LEAD_CHARS: usize = 20;
/// A passage may end this many characters early, to end with a sentence.
const SLACK_CHARS: usize = 30;

/// The best passage for `hits`, which are bytes of `text` in order; its beginning where there are none.
pub fn passage(text: &str, hits: &[Hit]) -> Span {
    let (first, last) = cluster(text, hits);
    widen(text, first, last)
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

/// From the first to the last byte of the best group of hits.
fn cluster(text: &str, hits: &[Hit]) -> (usize, usize) {
    let mut best: Option<((usize, usize), usize, usize)> = None;
    for (from, first) in hits.iter().enumerate() {
        let limit = paragraph_end(text, first.start, MAX_CHARS);
        let group = || hits[from..].iter().take_while(|it| it.start < limit).filter(|it| it.end <= limit);
        let mut terms: Vec<usize> = group().map(|it| it.term).collect();
        let n_hits = terms.len();
        terms.arrange_by_key(|it| *it);
        terms.dedup();
        let merit = (terms.len(), n_hits);
        if best.is_none_or(|it| merit > it.0) {
            let end = group().map(|it| it.end).max().unwrap_or(first.end);
            best = Some((merit, first.start, end));
        }
    }
    let beginning = text.find(|it: char| !it.is_whitespace()).unwrap_or(0);
    best.map_or((beginning, beginning), |(_, start, end)| (start, end))
}

/// The end of the paragraph that has byte `from`, but at most `n_chars` characters further.
fn paragraph_end(text: &str, from: usize, n_chars: usize) -> usize {
    let rest = text.get(from..).unwrap_or("");
    let end = rest.char_indices().enumerate().find(|(idx, (_, ch))| *idx == n_chars || *ch == '\n');
    from + end.map_or(rest.len(), |(_, (at, _))| at)
}

/// The characters before byte `end`, from the last back, at most `n_chars`, each with its first byte.
fn back(text: &str, end: usize, n_chars: usize) -> impl Iterator<Item = (usize, char)> {
    text.get(..end).unwrap_or("").char_indices().rev().take(n_chars)
}

/// Grows `first..last` to a passage.
fn widen(text: &str, first: usize, last: usize) -> Span {
    let n_chars = |from: usize, to: usize| text.get(from..to).map_or(0, |it| it.chars().count());
    let after = |(at, ch): (usize, char)| at + ch.len_utf8();
    let is_pause = |ch: char| matches!(ch, '，' | '、' | '：' | ',' | ' ' | '\u{3000}');
    let room = MAX_CHARS.saturating_sub(n_chars(first, last));
    let reaches_start = back(text, first, room + 1).count() <= room;
    let sentence = back(text, first, room).find(|it| ends_sentence(it.1)).map(after);
    let mut start = match sentence.or(reaches_start.then_some(0)) {
        Some(it) => it,
        None => {
            let lead: Vec<(usize, char)> = back(text, first, LEAD_CHARS.min(room)).collect();
            let pause = lead.iter().rev().find(|it| is_pause(it.1)).map(|it| after(*it));
            pause.or(lead.last().map(|it| it.0)).unwrap_or(first)
        }
    };
    let lead = text.get(start..first).unwrap_or("");
    start += lead.len() - lead.trim_start().len();
    let limit = paragraph_end(text, last, MAX_CHARS.saturating_sub(n_chars(start, last)));
    if limit == text.len() || text.get(limit..).is_some_and(|it| it.starts_with('\n')) {
        return Span::new(start, limit);
    }
    let slack = || back(text, limit, SLACK_CHARS).take_while(|it| it.0 >= last);
    let end = slack().find(|it| ends_sentence(it.1)).or_else(|| slack().find(|it| is_pause(it.1)));
    Span::new(start, end.map_or(limit, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown<'a>(text: &'a str, word: &str) -> &'a str {
        let hit = |(start, word): (usize, &str)| Hit { start, end: start + word.len(), term: 0 };
        let hits: Vec<Hit> = text.match_indices(word).map(hit).collect();
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
