//! The shortest phrase of the text that says what a figure counts or measures.
//!
//! By word classes and order, in this order: the phrase right behind the figure (157个实践基地), the phrase right before it
//! (耕地22044亩), what is done for money or in a time (赔了3万多元), the phrase before the words that link it (产值达450万元), the verb that is measured (增收5万元), the subject of the
//! figure before it in the sentence (114户286人), the phrase of the clause before. Without tokens there is no subject.

mod backward;
mod deed;
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
    if tokens.is_empty() || drafts.is_empty() {
        return vec![None; drafts.len()];
    }
    let words = Words::new(glyphs, tokens, drafts, dates);
    let ahead = forward_subjects(&words, drafts);
    let mut res: Vec<Option<Span>> = vec![];
    for (idx, ahead) in ahead.into_iter().enumerate() {
        res.push(subject(&words, idx, drafts, ahead, &res));
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
    drafts: &[Draft],
    ahead: Option<forward::Found>,
    subjects: &[Option<Span>],
) -> Option<Span> {
    let draft = drafts.get(idx)?;
    let before = idx.checked_sub(1).and_then(|it| subjects[it]);
    let sure = ahead.filter(|it| it.sure).map(|it| it.span);
    let of_its_own = || carries(draft) || backward::changes(words, idx);
    let carried = || before.filter(|_| of_its_own() && words.same_sentence(idx));
    let unsure = || ahead.map(|it| it.span).filter(|_| !is_age(draft));
    if sure.is_none() && is_time_of_clause(words, idx, draft) {
        return backward::touching(words, idx);
    }
    owned(words, idx, draft)
        .or_else(|| deed::earning(words, idx, draft))
        .or_else(|| deed::done(words, idx, draft).filter(|_| sure.is_none() || !carries(draft)))
        .or_else(|| deed::called(words, idx, draft))
        .or(sure)
        .or_else(|| deed::superlative(words, idx))
        .or_else(|| own_unit(words, draft))
        .or_else(|| backward::touching(words, idx).filter(|it| !counted_already(words, idx, *it, before)))
        .or_else(unsure)
        .or_else(|| counted_noun(words, draft))
        .or_else(|| duration_of(words, idx, draft))
        .or_else(|| fate(words, idx, draft).filter(|_| backward::acted_on(words, idx)))
        .or_else(|| same_counted(words, idx, drafts, subjects))
        .or_else(|| backward::linked(words, idx, draft))
        .or_else(|| fate(words, idx, draft))
        .or_else(|| aged(words, idx, draft))
        .or_else(|| backward::touching(words, idx))
        .or_else(|| backward::dimension(words, idx, before))
        .or_else(carried)
        .or_else(|| of_its_own().then(|| backward::clause_before(words, idx)).flatten())
        .or_else(|| backward::verb_before(words, idx))
        .or_else(|| deed::each(words, idx))
        .or_else(|| bare_verb(words, idx))
}

/// 走了3里地, 32个小时没合眼: where nothing else is said, the verb beside the figure.
fn bare_verb(words: &Words, idx: usize) -> Option<Span> {
    let figure = words.figure(idx);
    let verb = |at: &usize| matches!(words.class(*at), Class::Verb | Class::NounVerb);
    let ends = |at: &usize| words.at(*at).is_none() || words.class(*at) == Class::Stop;
    let before = (figure.saturating_sub(2)..figure).rev().take_while(|it| !ends(it)).find(verb);
    let at = before.or_else(|| (figure + 1..figure + 4).take_while(|it| !ends(it)).find(verb))?;
    words.at(at).map(|it| it.span)
}

/// 三年来, 5天前: the figure says when, and measures nothing; but 三年的努力 does.
fn is_time_of_clause(words: &Words, idx: usize, draft: &Draft) -> bool {
    let next = words.at(words.figure(idx) + 1).map_or("", |it| words.text(it));
    let is_duration = draft.unit.is_some_and(|it| it.quantity == Quantity::Duration);
    is_duration && ["来", "以来", "前", "之前", "以前", "后", "之后", "以后", "间"].contains(&next)
}

/// True where the figure may share the subject of the one before it: a time or an age has its own or none.
fn carries(draft: &Draft) -> bool {
    draft.unit.is_none_or(|it| it.quantity != Quantity::Duration)
}

fn is_age(draft: &Draft) -> bool {
    draft.unit.is_some_and(|it| it.quantity == Quantity::Age)
}

/// 面积达360平方公里的湿地: the noun that names an amount, where the figure with 的 stands before what has it.
fn owned(words: &Words, idx: usize, draft: &Draft) -> Option<Span> {
    let figure = words.figure(idx);
    let attached = words.class(figure + 1) == Class::De;
    // 有职工500人以上的企业.
    let bound = words.at(figure + 1).is_some_and(|it| ["以上", "以下", "以内", "以外"].contains(&words.text(it)));
    if bound && words.class(figure + 2) == Class::De {
        let phrase = backward::amount(words, idx).or_else(|| backward::standing_at(words, idx));
        let is_noun = |it: &Span| words.class(words.index(it.end).saturating_sub(1)) == Class::Noun;
        return phrase.filter(is_noun).filter(|it| it.slice(words.glyphs.text()).chars().nth(1).is_some());
    }
    let measure = draft.unit.is_some_and(|it| matches!(it.kind, Kind::Measure | Kind::Counter));
    let phrase = backward::amount(words, idx).filter(|_| attached && measure)?;
    backward::is_measure(phrase.slice(words.glyphs.text())).then_some(phrase)
}

/// 8台锅炉, 拆掉了5台: where the clause names no other thing, the one that was counted with the same measure word.
fn same_counted(words: &Words, idx: usize, drafts: &[Draft], subjects: &[Option<Span>]) -> Option<Span> {
    let unit = drafts.get(idx)?.unit.filter(|it| it.kind != Kind::Measure && it.word != "人" && it.word != "次")?;
    let previous = (0..idx).rev().take(4).find(|it| drafts[*it].unit.is_some_and(|it| it.word == unit.word))?;
    let apart = (words.figure(previous)..words.figure(idx)).any(|it| words.class(it) == Class::Stop);
    let ends = !matches!(words.class(words.figure(idx) + 1), Class::De);
    (!apart && ends && backward::is_bare_clause(words, idx))
        .then(|| subjects.get(previous).copied().flatten())
        .flatten()
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
    is_age(draft).then(|| backward::person(words, idx)).flatten()
}

/// 2059人受伤: where no noun is said, what happens to those who are counted.
fn fate(words: &Words, idx: usize, draft: &Draft) -> Option<Span> {
    let person = draft.unit.is_some_and(|it| it.word == "人");
    let verb = words
        .at(words.figure(idx) + 1)
        .filter(|it| person && !["进行", "属于", "占", "来自"].contains(&words.text(*it)))?;
    matches!(verb.class, Class::Verb | Class::NounVerb).then_some(verb.span)
}

/// 不到1小时就办完了手续: what took the time.
fn duration_of(words: &Words, idx: usize, draft: &Draft) -> Option<Span> {
    let is_duration = draft.unit.is_some_and(|it| it.quantity == Quantity::Duration);
    let next = words.at(words.figure(idx) + 1).map_or("", |it| words.text(it));
    let within = ["就", "便", "即", "才", "内", "可", "能"].contains(&next);
    (is_duration && within).then(|| forward::action(words, idx)).flatten()
}
