//! The shortest phrase of the text that says what a figure counts or measures.
//!
//! By word classes and order, in this order: the phrase right behind the figure (157个实践基地), the phrase right before it
//! (耕地22044亩), the phrase before the words that link it (产值达450万元), the verb that is measured (增收5万元), the subject of the
//! figure before it in the sentence (114户286人), the phrase of the clause before. Without tokens there is no subject.

mod backward;
mod forward;
mod words;

use super::figure::{Draft, counted_at};
use super::glyph::Glyphs;
use super::overlap::Taken;
use super::unit::{Kind, Quantity, Unit};
use crate::engine::text::Span;
use crate::engine::token::Token;
use words::{Class, Words};

/// The subject of each of `drafts`, in their order.
pub fn of(glyphs: &Glyphs, tokens: &[Token], drafts: &[Draft], dates: &Taken) -> Vec<Option<Span>> {
    if tokens.is_empty() {
        return vec![None; drafts.len()];
    }
    let words = Words::new(glyphs, tokens, drafts, dates);
    let ahead = forward_subjects(&words, drafts);
    let mut res: Vec<Option<Span>> = vec![];
    for (idx, draft) in drafts.iter().enumerate() {
        let before = idx.checked_sub(1).and_then(|it| res[it]);
        res.push(subject(&words, idx, draft, ahead[idx], before));
    }
    res
}

/// The phrases behind the figures; a figure right before another shares its phrase (7大类41项具体事项).
fn forward_subjects(words: &Words, drafts: &[Draft]) -> Vec<Option<forward::Found>> {
    let mut res: Vec<Option<forward::Found>> = vec![None; drafts.len()];
    for idx in (0..drafts.len()).rev() {
        let shared = words.touches_next(idx).then(|| res.get(idx + 1).copied().flatten()).flatten();
        res[idx] = forward::phrase(words, idx, &drafts[idx]).or(shared.map(|it| forward::Found { sure: false, ..it }));
    }
    res
}

fn subject(
    words: &Words,
    idx: usize,
    draft: &Draft,
    ahead: Option<forward::Found>,
    before: Option<Span>,
) -> Option<Span> {
    let sure = ahead.filter(|it| it.sure).map(|it| it.span);
    let carried = || before.filter(|_| words.same_sentence(idx));
    sure.or_else(|| own_unit(words, draft))
        .or_else(|| backward::touching(words, idx).filter(|it| !counted_already(words, idx, *it, before)))
        .or_else(|| ahead.map(|it| it.span))
        .or_else(|| counted_noun(words, draft))
        .or_else(|| duration_of(words, idx, draft))
        .or_else(|| fate(words, idx, draft).filter(|_| backward::acted_on(words, idx)))
        .or_else(|| backward::linked(words, idx))
        .or_else(|| fate(words, idx, draft))
        .or_else(|| aged(words, idx, draft))
        .or_else(|| backward::touching(words, idx))
        .or_else(carried)
        .or_else(|| backward::clause_before(words, idx))
}

/// 6家企业106名快递员: the phrase before the figure is what the figure before it counts.
fn counted_already(words: &Words, idx: usize, phrase: Span, before: Option<Span>) -> bool {
    let previous = idx.checked_sub(1).and_then(|it| words.at(words.figure(it)));
    previous.is_some_and(|figure| before.is_some_and(|it| it.end == phrase.end && it.start >= figure.span.end))
}

/// 5积分, 13国: the unit is what is counted.
fn own_unit(words: &Words, draft: &Draft) -> Option<Span> {
    let named = |it: &&Unit| it.quantity == Quantity::Score && it.word.chars().count() > 1 || it.kind == Kind::Noun;
    let unit = draft.unit.filter(named)?;
    let n_chars = unit.word.chars().count();
    Some(words.glyphs.span(draft.end - n_chars, draft.end))
}

/// 三部门: the noun that is counted without a measure word.
fn counted_noun(words: &Words, draft: &Draft) -> Option<Span> {
    let end = counted_at(words.glyphs, draft.end).filter(|_| draft.unit.is_none())?;
    Some(words.glyphs.span(draft.end, end))
}

/// 她今年42岁.
fn aged(words: &Words, idx: usize, draft: &Draft) -> Option<Span> {
    draft.unit.filter(|it| it.quantity == Quantity::Age).and_then(|_| backward::person(words, idx))
}

/// 2059人受伤: where no noun is said, what happens to those who are counted.
fn fate(words: &Words, idx: usize, draft: &Draft) -> Option<Span> {
    let person = draft.unit.is_some_and(|it| it.word == "人");
    let verb = words.at(words.figure(idx) + 1).filter(|_| person)?;
    matches!(verb.class, Class::Verb | Class::NounVerb).then_some(verb.span)
}

/// 不到1小时就办完了手续: what took the time.
fn duration_of(words: &Words, idx: usize, draft: &Draft) -> Option<Span> {
    let is_duration = draft.unit.is_some_and(|it| it.quantity == Quantity::Duration);
    let next = words.at(words.figure(idx) + 1).map_or("", |it| words.text(it));
    let within = ["就", "便", "即", "才", "内", "可", "能"].contains(&next);
    (is_duration && within).then(|| forward::action(words, idx)).flatten()
}
