//! Figures whose clause names no thing, but what is done: 赔了3万多元, 走了38个小时, 早起扫雪记20分; and 最大的71岁.

use super::words::{Class, Words};
use crate::engine::extract::figure::Draft;
use crate::engine::extract::unit::Quantity;
use crate::engine::text::Span;

/// How many words to look back.
const FARTHEST: usize = 16;
/// Characters of the longest clause that says what earns a score.
const LONGEST_EARNING: usize = 14;

/// 最大的71岁, 最小的才19岁: who the figure is of.
pub fn superlative(words: &Words, idx: usize) -> Option<Span> {
    let de = before(words, words.figure(idx))?;
    let first = (de.saturating_sub(2)..de).rev().find(|it| text(words, *it).starts_with('最'))?;
    let short = (first + 1..de).all(|it| matches!(words.class(it), Class::Attribute | Class::Verb | Class::Direction));
    (words.class(de) == Class::De && short).then(|| span(words, first, de)).flatten()
}

/// 早起扫雪记20分, 每亩加2分: the clause before the verb says what is worth the points.
pub fn earning(words: &Words, idx: usize, draft: &Draft) -> Option<Span> {
    let is_score = draft.unit.is_some_and(|it| it.quantity == Quantity::Score);
    let verb = words.figure(idx).checked_sub(1).filter(|_| is_score)?;
    if !["记", "加", "扣", "奖", "计", "减", "奖励", "扣除"].contains(&text(words, verb)) {
        return None;
    }
    let ends = |it: &usize| matches!(words.class(*it), Class::Comma | Class::Stop | Class::Figure(_));
    let start = (verb.saturating_sub(FARTHEST)..verb).rev().take_while(|it| !ends(it)).last()?;
    // 迟到一次 and 出工一天 are what one 迟到 and one 出工 earns.
    let once = |it: &usize| words.class(*it) == Class::Number || text(words, *it).starts_with('一');
    let end = (start..verb).rev().find(|it| !once(it))?;
    let clause = span(words, start, end)?;
    let n_chars = clause.slice(words.glyphs.text()).chars().count();
    (2..=LONGEST_EARNING).contains(&n_chars).then_some(clause)
}

/// 赔了3万多元, 走了38个小时, 驱车100多公里: the verb right before money, a time or a way, with its 了.
pub fn done(words: &Words, idx: usize, draft: &Draft) -> Option<Span> {
    let figure = words.figure(idx);
    let quantity = draft.unit?.quantity;
    let within = ["多", "余", "内", "之内", "以内"].contains(&text(words, figure + 1));
    if words.class(figure + 1 + usize::from(within)) == Class::De || text(words, figure + 1).ends_with('内') {
        return None;
    }
    let last = figure.checked_sub(1)?;
    let particle = ["了", "过", "掉", "着"].contains(&text(words, last));
    let verb = if particle { last.checked_sub(1)? } else { last };
    let is_verb = matches!(words.class(verb), Class::Verb | Class::Weak);
    let spends = SPENDING.contains(&text(words, verb));
    // 装修花了5万元, 修路要花80万元: the work is named.
    let costs = verb > 0 && ["要", "需", "需要", "得"].contains(&text(words, verb - 1));
    let work = costs || before(words, verb).is_some_and(|it| is_work(words, it));
    let told = match quantity {
        Quantity::Money => (spends || particle && is_verb) && !work,
        Quantity::Duration => particle && is_verb && !work,
        Quantity::Length => !particle && words.class(verb) == Class::Verb && travels(text(words, verb)),
        _ => false,
    };
    told.then(|| span(words, verb, last)).flatten()
}

/// 装修, 大会: what itself takes time and money.
fn is_work(words: &Words, at: usize) -> bool {
    let event = words.class(at) == Class::Noun && text(words, at).ends_with(['会', '议', '赛', '课', '雨', '雪', '风']);
    event || matches!(words.class(at), Class::NounVerb | Class::Verb)
}

/// Verbs of one character that say what money is.
const SPENDING: [&str; 11] = ["赔", "花", "赚", "挣", "卖", "亏", "欠", "借", "省", "罚", "捐"];

fn travels(verb: &str) -> bool {
    let ways = ["驱车", "乘车", "骑车", "骑马", "徒步", "步行", "行驶", "行走", "奔波", "跋涉", "航行", "飞行", "辗转"];
    ways.contains(&verb)
}

/// 97人是党员, 43人被列为积极分子: where the figure stands by itself, what those are.
pub fn called(words: &Words, idx: usize, draft: &Draft) -> Option<Span> {
    let person = draft.unit.is_some_and(|it| matches!(it.word, "人" | "名" | "位" | "家" | "户" | "个"));
    let mut at = words.figure(idx) + 1;
    if text(words, at) == "被" {
        at += 1;
    }
    let names = ["是", "系", "列为", "评为", "评定为", "认定为", "确定为", "推选为", "成为", "被评为", "被列为"];
    let alone = person && names.contains(&text(words, at));
    let noun = |it: usize| matches!(words.class(it), Class::Noun | Class::NounVerb | Class::Attribute);
    let end = (at + 1..at + 6).take_while(|it| noun(*it)).last().filter(|_| alone)?;
    let closes = matches!(words.class(end + 1), Class::Comma | Class::Stop | Class::Pause);
    (closes && words.class(end) == Class::Noun).then(|| span(words, at + 1, end)).flatten()
}

/// 每人10分钟, 全程不超过24小时: where nothing else is said, of what one there is so much.
pub fn each(words: &Words, idx: usize) -> Option<Span> {
    let figure = words.figure(idx);
    let ends = |it: &usize| !matches!(words.class(*it), Class::Comma | Class::Stop | Class::Figure(_));
    let is_each = |it: &usize| {
        let word = text(words, *it);
        ["全程", "单程", "往返"].contains(&word) || word.starts_with('每') && !is_time(word)
    };
    let at = (figure.saturating_sub(5)..figure).rev().take_while(ends).find(is_each)?;
    if text(words, at) != "每" {
        return span(words, at, at);
    }
    (at + 1 < figure && !is_time(text(words, at + 1))).then(|| span(words, at, at + 1)).flatten()
}

/// 每年, 每过: the word says when.
fn is_time(word: &str) -> bool {
    word.trim_start_matches('每').starts_with(['年', '月', '天', '日', '周', '季', '时', '过', '隔', '到'])
}

/// The last word before `at` that is no 才, 就, 只有.
fn before(words: &Words, at: usize) -> Option<usize> {
    let between = |it: &usize| matches!(words.class(*it), Class::Link | Class::Adverb);
    (at.saturating_sub(3)..at).rev().find(|it| !between(it))
}

fn text<'a>(words: &Words<'a>, at: usize) -> &'a str {
    words.at(at).map_or("", |it| words.text(it))
}

fn span(words: &Words, first: usize, last: usize) -> Option<Span> {
    Some(Span::new(words.at(first)?.span.start, words.at(last)?.span.end))
}
