//! The phrase before a figure: 耕地22044亩, 产值达450万元, 增收5万元, and that of the clause before.

use super::words::{Class, Words};
use crate::engine::extract::figure::Draft;
use crate::engine::extract::unit::Quantity;
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
    (is_noun && !counted).then(|| phrase_ending(words, noun)).flatten().filter(|it| comparison(words, *it).is_none())
}

/// The phrase that touches figure `idx`, or has only words like 达 between.
pub fn amount(words: &Words, idx: usize) -> Option<Span> {
    let figure = words.figure(idx);
    let noun = (figure.saturating_sub(4)..figure).rev().find(|it| words.class(*it) != Class::Link)?;
    matches!(words.class(noun), Class::Noun | Class::NounVerb).then(|| phrase_ending(words, noun)).flatten()
}

/// 积分在300分以上的: the phrase before the 在 that stands before figure `idx`.
pub fn standing_at(words: &Words, idx: usize) -> Option<Span> {
    let at = words.figure(idx).checked_sub(2)?;
    let stands = words.at(at + 1).is_some_and(|it| words.text(it) == "在");
    let is_noun = matches!(words.class(at), Class::Noun | Class::NounVerb);
    (stands && is_noun).then(|| phrase_ending(words, at)).flatten()
}

/// True where a verb of change stands before figure `idx`: 提前2个月, 由2小时缩短为40分钟.
pub fn changes(words: &Words, idx: usize) -> bool {
    let figure = words.figure(idx);
    let is_between = |class: Class| matches!(class, Class::Link | Class::Particle | Class::Adverb);
    let before = (figure.saturating_sub(4)..figure).rev().map(|it| words.class(it)).find(|it| !is_between(*it));
    before == Some(Class::Change)
}

/// The verb whose object is counted, where no noun is said anywhere: 每次表彰10人.
pub fn verb_before(words: &Words, idx: usize) -> Option<Span> {
    let figure = words.figure(idx);
    let is_between = |class: Class| matches!(class, Class::Link | Class::Particle | Class::Adverb);
    let before = (figure.saturating_sub(4)..figure).rev().find(|it| !is_between(words.class(*it)))?;
    (words.class(before) == Class::Weak).then(|| verb_span(words, before)).flatten()
}

/// True where no noun stands between the last comma and figure `idx`, but a verb.
pub fn is_bare_clause(words: &Words, idx: usize) -> bool {
    let figure = words.figure(idx);
    let ends = |class: Class| matches!(class, Class::Comma | Class::Stop | Class::Figure(_));
    let clause =
        || (figure.saturating_sub(FARTHEST)..figure).rev().map(|it| words.class(it)).take_while(|it| !ends(*it));
    let is_verb = |it: Class| matches!(it, Class::Verb | Class::Weak | Class::Link | Class::Change);
    clause().any(is_verb) && !clause().any(|it| matches!(it, Class::Noun | Class::NounVerb | Class::Close))
}

/// 步道全长7.8公里, 宽3米: of the phrase of the figure before, what has both dimensions.
pub fn dimension(words: &Words, idx: usize, before: Option<Span>) -> Option<Span> {
    let word = words
        .at(words.figure(idx).checked_sub(1)?)
        .filter(|it| words.class(words.index(it.span.start)) != Class::Stop)?;
    let is_dimension = ["宽", "高", "长", "深", "厚", "重"].contains(&words.text(word));
    let before = before.filter(|_| is_dimension && words.same_sentence(idx))?;
    let text = before.slice(words.glyphs.text());
    let whole = ["全长", "总长", "长", "宽", "高", "深", "重"].iter().find_map(|it| text.strip_suffix(it));
    whole.filter(|it| !it.is_empty()).map(|it| Span::new(before.start, before.start + it.len()))
}

/// Where the comparison begins that `phrase` is part of: 比全国平均水平高1.6个百分点, 占总量的9%. What a figure is compared
/// with is not what it measures.
fn comparison(words: &Words, phrase: Span) -> Option<usize> {
    let mut at = words.index(phrase.start);
    while at > 0 && matches!(words.class(at - 1), Class::Lead | Class::Place | Class::Date | Class::Number | Class::De)
    {
        at -= 1;
    }
    let front = at.checked_sub(1)?;
    let text = words.at(front).map_or("", |it| words.text(it));
    let compares = ["比", "较", "比上", "比去年", "同", "与", "跟", "高于", "低于", "多于", "少于", "好于", "相当于"];
    (compares.contains(&text) || text.starts_with('占') || text.ends_with('占')).then_some(front)
}

/// The phrase before the words that link it to figure `idx`, or the verb that is measured.
pub fn linked(words: &Words, idx: usize, draft: &Draft) -> Option<Span> {
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
                let phrase = phrase_ending(words, at);
                match phrase.and_then(|it| comparison(words, it)) {
                    Some(before) => at = before,
                    None => return measured(words, draft, phrase, verb),
                }
            }
            Class::Weak if words.at(at + 1).is_some_and(|it| is_amount(words.text(it))) => {
                return phrase_ending(words, at);
            }
            Class::Verb if verb.is_none_or(|it| words.class(it) != Class::Verb) => verb = Some(at),
            Class::Change | Class::Weak if verb.is_none() => verb = Some(at),
            Class::De => match of_earlier(words, at) {
                Some(before) => at = before,
                None => return verb.and_then(|it| verb_span(words, it)),
            },
            Class::Comma | Class::Stop | Class::Figure(_) | Class::Pause | Class::Open => break,
            _ => {}
        }
    }
    verb.filter(|it| matches!(words.class(*it), Class::Verb | Class::NounVerb)).and_then(|it| verb_span(words, it))
}

/// The phrase or the verb between it and the figure: a verb is what is measured (下乡2100次), with the phrase where the two
/// are short (广场占地3000平方米); but a change, a share or an amount is the phrase's (汇率升值了13%, 市值蒸发37亿元).
fn measured(words: &Words, draft: &Draft, phrase: Option<Span>, verb: Option<usize>) -> Option<Span> {
    let Some(verb) = verb.filter(|it| words.class(*it) == Class::Verb) else { return phrase };
    let text = |it: Span| it.slice(words.glyphs.text());
    let degree = draft.unit.is_some_and(|it| matches!(it.quantity, Quantity::Percent | Quantity::Ratio));
    if let Some(phrase) = phrase.filter(|it| degree || is_measure(text(*it))) {
        return Some(phrase);
    }
    let deed = verbs_ending(words, verb);
    let both = phrase.map(|it| Span::new(it.start, deed.end)).filter(|it| text(*it).chars().count() <= LONGEST_DEED);
    let things = draft.unit.is_some_and(|it| !matches!(it.quantity, Quantity::Frequency | Quantity::Duration));
    Some(both.filter(|_| things).unwrap_or(deed))
}

/// Characters of the longest phrase with its verb; longer ones are no name of a quantity.
const LONGEST_DEED: usize = 7;

/// 总投资, 面积, 利率: nouns that name an amount.
pub fn is_measure(phrase: &str) -> bool {
    let noun = ["面积", "收入", "投资", "价格", "气温", "水位", "身高", "海拔", "全长", "总长", "成本", "价值", "资产"];
    let ending = ['额', '值', '率', '价', '量', '度', '费', '款', '金', '龄', '积', '比', '数', '幅', '速'];
    phrase.ends_with(ending) && phrase.chars().nth(1).is_some() || noun.iter().any(|it| phrase.ends_with(it))
}

/// 达, 为, 超过: words that an amount follows, so that what stands before is a noun (捐款达10万元).
fn is_amount(text: &str) -> bool {
    ["达", "达到", "高达", "为", "超过", "突破", "近", "不足", "已达", "累计达"].contains(&text)
}

/// 社员已发展到120户: a noun made of a verb that is what a noun before it does.
fn acts(words: &Words, at: usize) -> bool {
    let arrives = words.at(at + 1).is_some_and(|it| ["到", "至", "成", "为"].contains(&words.text(it)));
    let follows = at > 0 && matches!(words.class(at - 1), Class::Link | Class::Adverb);
    follows || arrives && at > 0 && !matches!(words.class(at - 1), Class::Attribute | Class::De)
}

/// True where a verb has figure `idx` as its object: 造成至少3人受伤.
pub fn acted_on(words: &Words, idx: usize) -> bool {
    let figure = words.figure(idx);
    let linked = |it: &usize| matches!(words.class(*it), Class::Link | Class::Adverb | Class::Particle);
    let before = (figure.saturating_sub(4)..figure).rev().find(|it| !linked(it));
    before.is_some_and(|it| matches!(words.class(it), Class::Weak | Class::Verb))
}

/// Who is as old as figure `idx` says: the last pronoun or name of the sentence.
pub fn person(words: &Words, idx: usize) -> Option<Span> {
    let figure = words.figure(idx);
    (figure.saturating_sub(2 * FARTHEST)..figure)
        .rev()
        .take_while(|it| words.class(*it) != Class::Stop)
        .filter_map(|it| words.at(it))
        .find(|it| it.is_name || ["他", "她", "我", "你", "他们", "她们"].contains(&words.text(*it)))
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

/// Before the words that a 的 right before the figure joins to it: 2014年的18%, 占全市的60%, 从开考时的几千人, 是往年的3倍.
fn of_earlier(words: &Words, de: usize) -> Option<usize> {
    let ends = |it: &usize| !matches!(words.class(*it), Class::Comma | Class::Stop);
    let shares = |it: &usize| words.at(*it).is_some_and(|word| is_share(words.text(word)));
    let share = (de.saturating_sub(8)..de).rev().take_while(ends).find(shares);
    let is_time = |at: usize| matches!(words.class(at), Class::Date | Class::Attribute | Class::Lead | Class::Link);
    share.or_else(|| de.checked_sub(1).filter(|it| is_time(*it)))
}

fn is_share(verb: &str) -> bool {
    let shares =
        ["超过", "相当于", "高于", "低于", "达到", "达", "已达", "高达", "为", "是", "仅为", "约为", "从", "由"];
    verb.starts_with('占') || shares.contains(&verb)
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
