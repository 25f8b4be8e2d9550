//! Unquoted names: a run of nouns that ends in a head noun of its own (红蜂驿站), stands between a verb that sets something
//! up and what it is (推行党员积分制), is joined by + (党支部+合作社+农户), or is known as a name (积分制管理).

use super::words::{WordKind, heads, words};
use super::{is_break, of};
use crate::engine::extract::mention::ProgrammeMention;
use crate::engine::text::Span;

/// Characters of the longest unquoted name before its head noun.
const LONGEST_PLAIN: usize = 14;

/// The unquoted names of `text`, in no order.
pub(crate) fn plain(text: &str) -> Vec<ProgrammeMention> {
    let mut res = behind_verbs(text);
    res.extend(joined(text));
    for word in words(WordKind::Whole) {
        res.extend(text.match_indices(word).map(|(at, _)| of(text, Span::new(at, at + word.len()), "programme-whole")));
    }
    for head in heads().iter().filter(|it| it.plain) {
        for (at, _) in text.match_indices(head.text) {
            let start = name_start(text, at, &[WordKind::Boundary, WordKind::BoundaryPlace]);
            let span = Span::new(start, at + head.text.len());
            let n_chars = text[start..at].chars().count();
            let not = words(WordKind::Not).any(|it| span.slice(text).ends_with(it));
            if n_chars >= 2 && !not {
                res.push(of(text, span, "programme-plain"));
            }
        }
    }
    res
}

/// Where the run of nouns begins that ends at `at`; `at` itself where none stands before it.
fn name_start(text: &str, at: usize, boundaries: &[WordKind]) -> usize {
    let mut start = at;
    for (n_chars, (byte, ch)) in text[..at].char_indices().rev().enumerate() {
        let ends_phrase =
            is_break(ch) || boundaries.iter().flat_map(|it| words(*it)).any(|it| text[..start].ends_with(it));
        if ends_phrase {
            return start;
        }
        if n_chars >= LONGEST_PLAIN {
            // No border was found: the run is a clause.
            return at;
        }
        start = byte;
    }
    start
}

/// 推行党员积分制: what stands between a verb that sets something up and the noun that says what it is, with the noun.
fn behind_verbs(text: &str) -> Vec<ProgrammeMention> {
    let mut res = vec![];
    for verb in words(WordKind::PlainVerb) {
        for (at, _) in text.match_indices(verb) {
            let start = at + verb.len();
            let start =
                start + text[start..].chars().next().filter(|it| "了出起".contains(*it)).map_or(0, char::len_utf8);
            if let Some(end) = run_end(text, start) {
                res.push(of(text, Span::new(start, end), "programme-verb-plain"));
            }
        }
    }
    res
}

/// The end of the last noun in the run that begins at `start`, where something stands before it and it is no common word.
fn run_end(text: &str, start: usize) -> Option<usize> {
    let run: usize =
        text[start..].chars().take(LONGEST_PLAIN).take_while(|it| !is_break(*it)).map(char::len_utf8).sum();
    let run = &text[start..start + run];
    let noun = |head: &&str| run.rfind(*head).map(|at| (at, at + head.len()));
    let (at, end) = words(WordKind::PlainNoun).filter_map(|it| noun(&it)).max_by_key(|it| it.1)?;
    let own = run[..at].chars().count();
    let common = words(WordKind::Not).chain(words(WordKind::Slogan)).any(|it| run[..end].ends_with(it));
    let counted = run.starts_with(|it: char| it.is_ascii_digit() || "一两几多各本该全新".contains(it));
    (own >= 4 && !common && !counted).then_some(start + end)
}

/// 党支部+合作社+农户: three parts or more, or two before a noun that says what they are (党建+网格模式).
fn joined(text: &str) -> Vec<ProgrammeMention> {
    let mut res = vec![];
    let mut done = 0;
    for (at, _) in text.match_indices(['+', '＋']) {
        if at < done {
            continue;
        }
        let inside = |ch: char| ch != '+' && ch != '＋' && is_break(ch);
        let start = name_start(text, at, &[WordKind::Boundary]);
        let behind: usize = text[at..].chars().take_while(|it| !inside(*it)).map(char::len_utf8).sum();
        let run = &text[start..at + behind];
        done = at + behind;
        let last = run.rfind(['+', '＋']).map_or(0, |it| it + 1);
        let tail: usize = run[last..].chars().take(LONGEST_PART).map(char::len_utf8).sum();
        let called = || words(WordKind::PlainNoun).any(|it| run.ends_with(it));
        let n_marks = run.matches(['+', '＋']).count();
        if (n_marks >= 2 || called()) && start < at && last + tail == run.len() {
            res.push(of(text, Span::new(start, done), "programme-plus-plain"));
        }
    }
    res
}

/// Characters of the longest last part of a name joined by +. More takes the clause behind it.
const LONGEST_PART: usize = 12;
