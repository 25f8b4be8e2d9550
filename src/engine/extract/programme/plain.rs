//! Unquoted names: a run of nouns that ends in a head noun of its own (红蜂驿站), stands between a verb that sets something
//! up and what it is (推行党员积分制), is joined by + (党支部+合作社+农户), or is known as a name (积分制管理).

use std::sync::LazyLock;

use super::words::{self, Plain, WordKind, ends, heads, holds, words};
use super::{is_break, of};
use crate::engine::extract::begin::{self, Begin};
use crate::engine::extract::mention::ProgrammeMention;
use crate::engine::extract::table::ByChar;
use crate::engine::text::Span;

/// Characters of the longest unquoted name before its head noun.
const LONGEST_PLAIN: usize = 14;

/// What an unquoted name is found by.
#[derive(Debug, Clone, Copy)]
enum Sign {
    Verb,
    Head,
    Whole,
    Coining,
}

/// The unquoted names of `text`, in no order. One pass: signs are looked up by their first character.
pub(crate) fn plain(text: &str) -> Vec<ProgrammeMention> {
    let mut res = joined(text);
    for (at, ch) in text.char_indices().filter(|it| begin::may(it.1, Begin::Programme)) {
        for (word, sign) in SIGNS.get(ch).into_iter().flatten() {
            if text[at..].starts_with(word) {
                match sign {
                    Sign::Whole => res.push(of(text, Span::new(at, at + word.len()), "programme-whole")),
                    Sign::Head => res.extend(ending(text, at, word)),
                    Sign::Coining => res.extend(coined(text, at, word)),
                    Sign::Verb => behind_verb(text, at + word.len(), &mut res),
                }
            }
        }
    }
    res
}

/// True for the characters that signs begin with.
pub(crate) fn may_begin(ch: char) -> bool {
    SIGNS.get(ch).is_some()
}

static SIGNS: LazyLock<ByChar<Vec<(&'static str, Sign)>>> = LazyLock::new(|| {
    let verbs = words(WordKind::PlainVerb).map(|it| (it, Sign::Verb));
    let whole = words(WordKind::Whole).map(|it| (it, Sign::Whole));
    let plain = heads().iter().filter(|it| it.plain.is_some()).map(|it| (it.text, Sign::Head));
    let coining = words(WordKind::Coining).map(|it| (it, Sign::Coining));
    ByChar::of(verbs.chain(whole).chain(plain).chain(coining), |it| it.0, |all: &mut Vec<_>, it| all.push(it))
});

/// The name that ends in the head noun at `at`.
fn ending(text: &str, at: usize, head: &str) -> Option<ProgrammeMention> {
    let start = name_start(text, at, &[WordKind::Boundary, WordKind::BoundaryPlace]);
    let span = Span::new(start, at + head.len());
    let common = ends(span.slice(text), WordKind::Not).is_some();
    let themed = heads().iter().any(|it| it.text == head && it.plain == Some(Plain::Themed));
    let theme = holds(&text[start..at], WordKind::Theme);
    let long = text[start..at].chars().count() >= 2;
    (long && !common && (theme || !themed)).then(|| of(text, span, "programme-plain"))
}

/// 定制公交, 云药房: what new things are called by, right before a noun that is coined so.
fn coined(text: &str, at: usize, coining: &str) -> Option<ProgrammeMention> {
    let noun = at + coining.len();
    // 白云药房 is no 云药房.
    let begins = coining.chars().nth(1).is_some() || text[..at].chars().next_back().is_none_or(is_break);
    let noun = words::begins(&text[noun..], WordKind::Coined).filter(|_| begins)?;
    Some(of(text, Span::new(at, at + coining.len() + noun.len()), "programme-coined-plain"))
}

/// Where the run of nouns begins that ends at `at`; `at` itself where none stands before it.
fn name_start(text: &str, at: usize, boundaries: &[WordKind]) -> usize {
    let mut start = at;
    for (n_chars, (byte, ch)) in text[..at].char_indices().rev().enumerate() {
        // 乡村振兴 names no place.
        let of_country = ["乡村", "农村"].iter().any(|it| text[..start].ends_with(it))
            || text[..start].ends_with('乡') && text[start..].starts_with('村');
        let bounds = |it: &WordKind| *it != WordKind::BoundaryPlace || !of_country;
        let ends_phrase = is_break(ch) || boundaries.iter().any(|it| bounds(it) && ends(&text[..start], *it).is_some());
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

/// 实施头雁培育工程和北疆英才计划: what stands between a verb that ends at `at` and the noun that says what it is, with the
/// noun; and what is joined to it.
fn behind_verb(text: &str, at: usize, res: &mut Vec<ProgrammeMention>) {
    let particle = text[at..].chars().next().filter(|it| matches!(it, '了' | '出' | '起'));
    let mut start = at + particle.map_or(0, char::len_utf8);
    while let Some(end) = run_end(text, start) {
        res.push(of(text, Span::new(start, end), "programme-verb-plain"));
        let Some(and) = text[end..].chars().next().filter(|it| matches!(it, '和' | '与' | '及' | '、')) else {
            return;
        };
        start = end + and.len_utf8();
    }
}

/// The end of the last noun in the run that begins at `start`, where something stands before it and it is no common word.
fn run_end(text: &str, start: usize) -> Option<usize> {
    let run: usize =
        text[start..].chars().take(LONGEST_PLAIN).take_while(|it| !is_break(*it)).map(char::len_utf8).sum();
    let run = &text[start..start + run];
    let noun = |head: &&str| run.rfind(*head).map(|at| (at, at + head.len()));
    let (at, end) = words(WordKind::PlainNoun).filter_map(|it| noun(&it)).max_by_key(|it| it.1)?;
    let own = run[..at].chars().count();
    let common = [WordKind::Not, WordKind::Slogan].iter().any(|it| ends(&run[..end], *it).is_some());
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
        let last = run.rmatch_indices(['+', '＋']).next().map_or(0, |(at, sign)| at + sign.len());
        let tail: usize = run[last..].chars().take(LONGEST_PART).map(char::len_utf8).sum();
        let called = || ends(run, WordKind::PlainNoun).is_some();
        let n_marks = run.matches(['+', '＋']).count();
        if (n_marks >= 2 || called()) && start < at && last + tail == run.len() {
            res.push(of(text, Span::new(start, done), "programme-plus-plain"));
        }
    }
    res
}

/// Characters of the longest last part of a name joined by +. More takes the clause behind it.
const LONGEST_PART: usize = 12;
