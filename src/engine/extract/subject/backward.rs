//! The phrase before a figure: 耕地22044亩, 产值达450万元, 增收5万元, and that of the clause before.

use super::words::{Class, Words};
use crate::engine::text::Span;

/// How many words to look back; more is another clause.
const FARTHEST: usize = 16;

/// The phrase that ends right before figure `idx`.
pub fn touching(words: &Words, idx: usize) -> Option<Span> {
    let noun = words.figure(idx).checked_sub(1)?;
    let dimension = words.class(noun) == Class::Attribute && words.class(noun.saturating_sub(1)) == Class::Noun;
    let is_noun =
        matches!(words.class(noun), Class::Noun | Class::NounVerb | Class::Close | Class::Bracket) || dimension;
    let counted = noun.checked_sub(1).is_some_and(|it| words.is_number(it));
    (is_noun && !counted).then(|| phrase_ending(words, noun)).flatten().filter(|it| !compared(words, *it))
}

/// 比全国平均水平高1.6个百分点: what a figure is compared with is not what it measures.
fn compared(words: &Words, phrase: Span) -> bool {
    let mut at = words.index(phrase.start);
    while at > 0 && matches!(words.class(at - 1), Class::Lead | Class::Place | Class::Date | Class::Number | Class::De)
    {
        at -= 1;
    }
    let front = at.checked_sub(1).and_then(|it| words.at(it)).map_or("", |it| words.text(it));
    matches!(front, "比" | "较" | "比去年" | "同")
}

/// The phrase before the words that link it to figure `idx`, or the verb that is measured.
pub fn linked(words: &Words, idx: usize) -> Option<Span> {
    let figure = words.figure(idx);
    let mut verb: Option<usize> = None;
    let mut at = figure;
    let farthest = figure.saturating_sub(FARTHEST);
    while at > farthest {
        at -= 1;
        match words.class(at) {
            Class::Noun if at > farthest && words.is_number(at - 1) => {}
            Class::NounVerb if verb.is_none() && at + 1 < figure && acts(words, at) => verb = Some(at),
            Class::Noun | Class::NounVerb | Class::Close | Class::Bracket => {
                let strong = verb.filter(|it| words.class(*it) == Class::Verb);
                return match strong {
                    Some(verb) => Some(verbs_ending(words, verb)),
                    None => phrase_ending(words, at).filter(|it| !compared(words, *it)),
                };
            }
            Class::Verb if verb.is_none_or(|it| words.class(it) != Class::Verb) => verb = Some(at),
            Class::Change | Class::Weak if verb.is_none() => verb = Some(at),
            Class::De if at > 0 && matches!(words.class(at - 1), Class::Date | Class::Attribute) => at -= 1,
            Class::De => match share(words, at) {
                Some(before) => at = before,
                None => return verb.and_then(|it| verb_span(words, it)),
            },
            Class::Comma | Class::Stop | Class::Figure(_) | Class::Pause | Class::Open => break,
            _ => {}
        }
    }
    verb.filter(|it| matches!(words.class(*it), Class::Verb | Class::NounVerb)).and_then(|it| verb_span(words, it))
}

/// 社员已发展到120户: a noun made of a verb that is what a noun before it does.
fn acts(words: &Words, at: usize) -> bool {
    at > 0 && matches!(words.class(at - 1), Class::Link | Class::Adverb)
}

/// True where a verb has figure `idx` as its object: 造成至少3人受伤.
pub fn acted_on(words: &Words, idx: usize) -> bool {
    let figure = words.figure(idx);
    let linked = |it: &usize| matches!(words.class(*it), Class::Link | Class::Adverb | Class::Particle);
    let before = (figure.saturating_sub(4)..figure).rev().find(|it| !linked(it));
    before.is_some_and(|it| matches!(words.class(it), Class::Weak | Class::Verb))
}

/// Who is as old as figure `idx` says: the last pronoun of the sentence.
pub fn person(words: &Words, idx: usize) -> Option<Span> {
    let figure = words.figure(idx);
    (figure.saturating_sub(2 * FARTHEST)..figure)
        .rev()
        .take_while(|it| words.class(*it) != Class::Stop)
        .filter_map(|it| words.at(it))
        .find(|it| ["他", "她", "我", "你", "他们", "她们"].contains(&words.text(*it)))
        .map(|it| it.span)
}

/// The phrase that the clause before the figure's is about.
pub fn clause_before(words: &Words, idx: usize) -> Option<Span> {
    let figure = words.figure(idx);
    let farthest = figure.saturating_sub(2 * FARTHEST);
    let comma = (farthest..figure).rev().find(|it| matches!(words.class(*it), Class::Comma | Class::Stop))?;
    if words.class(comma) == Class::Stop {
        return None;
    }
    let start = (farthest..comma)
        .rev()
        .find(|it| matches!(words.class(*it), Class::Comma | Class::Stop))
        .map_or(farthest, |it| it + 1);
    let is_noun = |it: &usize| matches!(words.class(*it), Class::Noun | Class::NounVerb);
    let first = (start..comma).find(is_noun)?;
    let led = (start..first)
        .all(|it| matches!(words.class(it), Class::Lead | Class::Date | Class::Place | Class::Attribute | Class::Open));
    let last = (start..comma).rev().find(is_noun)?;
    let run_end =
        (first..comma).take_while(|it| words.class(*it) != Class::Verb && is_noun(it)).last().unwrap_or(first);
    phrase_ending(words, if led { run_end } else { last })
}

/// 占全市的60%: what is left of 占.
fn share(words: &Words, de: usize) -> Option<usize> {
    let farthest = de.saturating_sub(8);
    (farthest..de)
        .rev()
        .take_while(|it| !matches!(words.class(*it), Class::Comma | Class::Stop))
        .find(|it| words.at(*it).is_some_and(|word| is_share(words.text(word))))
}

fn is_share(verb: &str) -> bool {
    verb.starts_with('占') || ["超过", "相当于", "高于", "低于", "达到"].contains(&verb)
}

/// 率, 额: a noun of one character that makes a noun of the verb before it (整改率, 销售额).
fn is_suffix(words: &Words, last: usize) -> bool {
    let verb = last > 0 && matches!(words.class(last - 1), Class::Verb | Class::Weak | Class::Change);
    verb && words.at(last).is_some_and(|it| words.text(it).chars().count() == 1)
}

/// The phrase whose last word is `last`: nouns and attributes to the left, up to a 的, its leading words cut.
fn phrase_ending(words: &Words, last: usize) -> Option<Span> {
    let farthest = last.saturating_sub(FARTHEST);
    let mut start = last;
    if words.class(last) == Class::Bracket {
        start = (farthest..last).rev().find(|it| words.class(*it) == Class::Bracket)?;
    } else if words.class(last) == Class::Close {
        start = opening(words, last)?;
    } else if is_suffix(words, last) {
        start = last - 1;
    }
    while start > farthest {
        match words.class(start - 1) {
            Class::Noun | Class::NounVerb | Class::Attribute => start -= 1,
            Class::Close => match opening(words, start - 1) {
                Some(open) => start = open,
                None => break,
            },
            Class::Place | Class::Lead | Class::Direction
                if start >= 2 && words.class(start - 2) == Class::Noun && words.class(start - 1) != Class::Lead =>
            {
                start -= 1;
            }
            _ => break,
        }
    }
    while start < last && matches!(words.class(start), Class::Lead | Class::Place | Class::Direction) {
        start += 1;
    }
    let whole = words.class(start) == Class::Open && words.class(last) == Class::Close && last > start + 1;
    let (start, last) = if whole { (start + 1, last - 1) } else { (start, last) };
    let phrase = Span::new(words.at(start)?.span.start, words.at(last)?.span.end);
    (!["分", "率", "额"].contains(&phrase.slice(words.glyphs.text()))).then_some(phrase)
}

fn opening(words: &Words, close: usize) -> Option<usize> {
    (close.saturating_sub(10)..close)
        .rev()
        .take_while(|it| !matches!(words.class(*it), Class::Stop | Class::Comma))
        .find(|it| words.class(*it) == Class::Open)
}

/// Verbs side by side up to `last`: 帮扶销售.
fn verbs_ending(words: &Words, last: usize) -> Span {
    let mut start = last;
    while start > 0 && last - start < 2 && matches!(words.class(start - 1), Class::Verb | Class::NounVerb) {
        start -= 1;
    }
    let first = words.at(start).map_or(0, |it| it.span.start);
    Span::new(first, words.at(last).map_or(first, |it| it.span.end))
}

fn verb_span(words: &Words, verb: usize) -> Option<Span> {
    let span = verbs_ending(words, verb);
    (span.slice(words.glyphs.text()).chars().count() >= 2).then_some(span)
}
