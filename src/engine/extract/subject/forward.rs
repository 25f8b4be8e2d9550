//! The phrase behind a figure: 157个实践基地, 59岁的曹润亮, 2155名与群众结成对子的基层党员.

use super::words::{Class, Words};
use crate::engine::extract::approx;
use crate::engine::extract::figure::{Draft, by_ending};
use crate::engine::extract::unit::{Kind, Quantity};
use crate::engine::text::Span;

/// A phrase, and whether it stands so that it must be the figure's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The phrase.
    pub span: Span,
    /// False where a verb stands first (12家带动农户): a phrase before the figure is better.
    pub sure: bool,
}

/// How many words a phrase may have; more is another clause.
const LONGEST: usize = 14;

/// The phrase behind figure `idx`.
pub fn phrase(words: &Words, idx: usize, draft: &Draft) -> Option<Found> {
    let first = behind(words, idx, draft);
    let attached = words.class(first) == Class::De;
    let at = first + usize::from(attached);
    let measure = draft.unit.is_none_or(|it| it.kind == Kind::Measure) && draft.unit.is_some();
    let person_said = draft.unit.is_some_and(|it| it.word == "人" || it.word == "人次") && !attached;
    let times = draft.unit.is_some_and(|it| it.quantity == Quantity::Frequency || it.word == "次");
    match words.class(at) {
        Class::Verb | Class::Weak if times && !attached => deed(words, at),
        Class::Preposition | Class::Link if !measure || attached => clause_of(words, at),
        Class::Verb | Class::Weak | Class::Change if !person_said && (!measure || attached) => {
            led_by_verb(words, at, attached)
        }
        Class::Verb if measure && is_done_to(words, at) => led_by_verb(words, at, true),
        _ if person_said => None,
        _ => run(words, at, draft).map(|span| Found { span, sure: true }),
    }
}

/// 20亩流转的林地, 30吨待运的煤: verbs and 的.
fn is_done_to(words: &Words, at: usize) -> bool {
    let verb = matches!(words.class(at + 1), Class::Verb | Class::Weak);
    let de = at + 1 + usize::from(verb);
    words.class(de) == Class::De && goes_on(words, de + 1)
}

/// 12次谈到船舶: what is done so often, with its object where that stands right behind it.
fn deed(words: &Words, at: usize) -> Option<Found> {
    let object = nouns(words, at + 1, Counted::Things);
    let verb = words.at(at)?.span;
    let span = object.filter(|it| it.start == verb.end).map_or(verb, |it| Span::new(verb.start, it.end));
    let n_chars = span.slice(words.glyphs.text()).chars().count();
    (n_chars >= 2).then_some(Found { span, sure: true })
}

/// What is done in a duration: the verb behind figure `idx` to its object.
pub fn action(words: &Words, idx: usize) -> Option<Span> {
    let figure = words.figure(idx);
    let ends = |class: Class| matches!(class, Class::Comma | Class::Stop | Class::Pause | Class::Figure(_));
    let in_clause = || (figure + 1..figure + LONGEST).take_while(|it| !ends(words.class(*it)));
    let is_verb = |it: &usize| matches!(words.class(*it), Class::Verb | Class::Weak | Class::Change);
    let start = in_clause().find(is_verb)?;
    let noun = in_clause().find(|it| *it > start && matches!(words.class(*it), Class::Noun | Class::NounVerb));
    let end = noun.unwrap_or(start);
    Some(Span::new(words.at(start)?.span.start, words.at(end)?.span.end))
}

/// The first word behind the figure, 以上, 左右, brackets and 长, 高 skipped.
fn behind(words: &Words, idx: usize, draft: &Draft) -> usize {
    let glyphs = words.glyphs;
    let end = approx::after(glyphs, draft.end).map_or(glyphs.byte(draft.end), |(_, end)| glyphs.byte(end));
    let mut at = words.figure(idx) + 1;
    while words.at(at).is_some_and(|it| it.span.end <= end && it.class != Class::Stop) {
        at += 1;
    }
    if words.class(at) == Class::Bracket {
        // 2万元（约合3000美元）的罚金.
        let close = (at + 1..at + 9).find(|it| words.class(*it) == Class::Bracket);
        at = close.map(|it| it + 1).filter(|it| words.class(*it) == Class::De).unwrap_or(at);
    }
    let dimension = words
        .at(at)
        .is_some_and(|it| ["长", "高", "宽", "深", "厚", "重", "大", "远", "不等"].contains(&words.text(it)));
    if dimension && words.class(at + 1) == Class::De { at + 1 } else { at }
}

/// 与群众结成对子的基层党员, 在村党员: the phrase behind the last 的 of the modifier, or the last nouns of it.
fn clause_of(words: &Words, at: usize) -> Option<Found> {
    let ends = |it: &usize| matches!(words.class(*it), Class::Comma | Class::Stop | Class::Figure(_));
    let end = (at..at + LONGEST).find(ends).unwrap_or(at + LONGEST);
    if let Some(de) = (at..end).find(|it| words.class(*it) == Class::De) {
        return nouns(words, de + 1, Counted::Things).map(|span| Found { span, sure: true });
    }
    let compact = matches!(words.class(at + 1), Class::Noun | Class::NounVerb | Class::Attribute | Class::Place);
    let start =
        words.at(at).filter(|_| compact && words.class(at) == Class::Preposition || is_in(words, at))?.span.start;
    let phrase = nouns(words, at + 1, Counted::Things)?;
    Some(Found { span: Span::new(start, phrase.end), sure: true })
}

/// 在 as in 在村党员, 在职人员: one word with what follows.
fn is_in(words: &Words, at: usize) -> bool {
    words.at(at).is_some_and(|it| words.text(it) == "在")
        && matches!(words.class(at + 1), Class::Noun | Class::Attribute)
}

/// 返乡创业人员, 参加培训的学员, 新建大棚: verbs that lead to a noun.
fn led_by_verb(words: &Words, at: usize, attached: bool) -> Option<Found> {
    let verb = |it: &usize| matches!(words.class(*it), Class::Verb | Class::Weak | Class::Change);
    let n_verbs = (at..at + 3).take_while(verb).count();
    let ends = |it: &usize| matches!(words.class(*it), Class::Comma | Class::Stop | Class::Figure(_));
    let end = (at..at + LONGEST).find(ends).unwrap_or(at + LONGEST);
    let de = (at..end).find(|it| words.class(*it) == Class::De && words.class(it + 1) != Class::Comma);
    if let Some(span) = de.filter(|it| it - at <= 6).and_then(|it| nouns(words, it + 1, Counted::Things)) {
        return Some(Found { span, sure: true });
    }
    let next = words.class(at + n_verbs);
    if !matches!(next, Class::Noun | Class::NounVerb | Class::Attribute | Class::Place) {
        return (n_verbs > 0 && attached)
            .then(|| words.at(at))
            .flatten()
            .map(|it| Found { span: it.span, sure: false });
    }
    let phrase = nouns(words, at + n_verbs, Counted::Things)?;
    Some(Found { span: Span::new(words.at(at)?.span.start, phrase.end), sure: false })
}

/// The run of nouns and their attributes at `at`, after its last 的.
fn run(words: &Words, at: usize, draft: &Draft) -> Option<Span> {
    let money = draft.unit.is_some_and(|it| it.quantity == Quantity::Money);
    let coin = words.at(at).is_some_and(|it| ["钱", "人民币", "整"].contains(&words.text(it)));
    let buys = words.class(at) == Class::NounVerb && words.class(at + 1) == Class::Noun;
    if money && (coin || buys) { None } else { nouns(words, at, Counted::by(draft)) }
}

/// What is counted or measured, which tells where its phrase ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    /// 20名干部|调研: a noun made of a verb is what they do.
    Agents,
    /// 2个基地|的产值, 3个技能培训基地: 的 behind a noun begins what is said of it.
    Things,
    /// 5000平方米车间的屋顶, 3次技能培训: the phrase goes on.
    Measured,
}

impl Counted {
    fn by(draft: &Draft) -> Self {
        match draft.unit {
            Some(it) if it.kind == Kind::Measure || ["次", "场", "期", "项", "轮", "件"].contains(&it.word) => {
                Counted::Measured
            }
            Some(it) if matches!(it.quantity, Quantity::Person | Quantity::Household | Quantity::Organization) => {
                Counted::Agents
            }
            _ => Counted::Things,
        }
    }
}

/// The phrase of nouns that begins at `at`: attributes, quoted names and 、 inside, its head after the last 的.
fn nouns(words: &Words, at: usize, counted: Counted) -> Option<Span> {
    let mut start = at;
    let asks = |it: usize| {
        words.at(it).is_some_and(|it| ["怎么", "怎样", "如何", "怎么样", "咋", "为何"].contains(&words.text(it)))
    };
    if asks(at) {
        return None;
    }
    let skipped = |it: usize| {
        matches!(words.class(it), Class::Lead | Class::Number | Class::Date)
            || words.class(it) == Class::Adverb && !goes_on(words, it + 1)
    };
    while skipped(start) && start < at + 3 {
        start += 1;
    }
    let mut head = None;
    let mut it = start;
    while it < at + LONGEST {
        match words.class(it) {
            Class::Noun if is_deed(words, head, it, counted) => break,
            Class::Verb | Class::Date if head.is_none() && is_person(words, it) => head = Some(it),
            Class::Noun | Class::Place => head = Some(it),
            Class::NounVerb if head.is_none() || is_part(words, head, it, counted) => head = Some(it),
            Class::Attribute if !ends_phrase(words, it + 1) => {}
            Class::Attribute if head.is_none() => head = Some(it),
            Class::Open => match closing(words, it) {
                Some(close) => (head, it) = (Some(close), close),
                None => break,
            },
            Class::De if goes_on(words, it + 1) && (counted == Counted::Measured || !is_thing(words, it)) => {
                (start, head) = (it + 1, None);
            }
            Class::Adverb if head.is_none() && matches!(words.class(it + 1), Class::Noun) => {}
            Class::Pause if it == start + 1 && is_short(words, start) && goes_on(words, it + 1) => {}
            Class::Direction if head.is_some() && matches!(words.class(it + 1), Class::Noun | Class::NounVerb) => {}
            Class::Verb | Class::Weak if counted == Counted::Agents && head.is_some() => break,
            Class::Verb | Class::Weak if words.class(it + 1) == Class::De && goes_on(words, it + 2) => {}
            Class::Verb if head.is_none() && matches!(words.class(it + 1), Class::Noun | Class::NounVerb) => {}
            _ => break,
        }
        it += 1;
    }
    let head = head?;
    unquoted(words, start, head)
}

/// `start..=head` as a span, quotation marks around the whole left out.
fn unquoted(words: &Words, start: usize, head: usize) -> Option<Span> {
    let whole =
        words.class(start) == Class::Open && words.class(head) == Class::Close && closing(words, start) == Some(head);
    let (start, head) = if whole && head > start + 1 { (start + 1, head - 1) } else { (start, head) };
    Some(Span::new(words.at(start)?.span.start, words.at(head)?.span.end))
}

/// The closing mark of the opening one at `at`, within a short name.
fn closing(words: &Words, at: usize) -> Option<usize> {
    (at + 1..at + 10).find(|it| words.class(*it) == Class::Close)
}

fn ends_phrase(words: &Words, at: usize) -> bool {
    !matches!(
        words.class(at),
        Class::Noun | Class::NounVerb | Class::Attribute | Class::De | Class::Place | Class::Open | Class::Pause
    )
}

/// True where a thing stands right before the 的 at `at`, not what is done to one.
fn is_thing(words: &Words, at: usize) -> bool {
    at > 0 && matches!(words.class(at - 1), Class::Noun | Class::Place | Class::Close)
}

/// 村、社区党组织书记: only short words before 、 are part of one phrase, long ones begin a list.
fn is_short(words: &Words, at: usize) -> bool {
    words.at(at).is_some_and(|it| words.text(it).chars().count() <= 2)
}

/// True for a noun made of a verb that belongs to the nouns before it: 技能|培训|基地, but not 20名干部|调研.
fn is_part(words: &Words, head: Option<usize>, at: usize, counted: Counted) -> bool {
    let known = |it: usize| words.at(it).and_then(|it| by_ending(words.text(it))).is_some();
    let quoted = words.class(at.saturating_sub(1)) == Class::Close;
    let joined = matches!(words.class(at + 1), Class::Noun | Class::NounVerb | Class::De);
    match counted {
        Counted::Agents => quoted,
        Counted::Things => quoted || joined && (known(at + 1) || !head.is_some_and(known)),
        Counted::Measured => true,
    }
}

/// 选手, 青年: those who are counted, whatever the dictionary takes the word for.
fn is_person(words: &Words, at: usize) -> bool {
    let text = words.at(at).map_or("", |it| words.text(it));
    text.chars().nth(1).is_some() && by_ending(text) == Some(Quantity::Person)
}

/// 600名选手|参赛: an unknown word behind those who are counted, at the end of the clause, is what they do.
fn is_deed(words: &Words, head: Option<usize>, at: usize, counted: Counted) -> bool {
    let known = |it: usize| words.at(it).and_then(|it| by_ending(words.text(it))).is_some();
    counted == Counted::Agents && head.is_some_and(known) && !known(at) && !known(at + 1)
}

fn goes_on(words: &Words, at: usize) -> bool {
    matches!(words.class(at), Class::Noun | Class::NounVerb | Class::Attribute | Class::Place | Class::Open)
}
