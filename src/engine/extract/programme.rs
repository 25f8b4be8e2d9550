//! Programmes: named schemes, brands, platforms and models that an article reports.
//!
//! A quotation is a name where the words around it say so: a head noun at its end (“瓜棚议事会”), behind it
//! (“12345”模式) or before it (党建品牌“幸福环”), a verb that sets it up (推行“以才育才”), or parts joined by + before a head noun.
//! Quotations in a row (“甲”“乙”等品牌) share what is said of one. A document is one only where it calls for people (招募令).
//! Unquoted names end in a head noun of their own (红蜂驿站). Slogans of general politics, ways of doing (“一站式”), and mere
//! emphasis are none. Once found, a name is found again wherever it stands. Needs no tokens.

mod plain;
mod quote;
mod words;

use std::collections::BTreeMap;

use super::mention::ProgrammeMention;
use super::{Context, Mentions, confidence};
use crate::engine::text::Span;
use crate::engine::token::Token;
use quote::{Quote, quotes, unquoted};
use words::{Behind, Head, WordKind, heads, heads_from, words};

/// Adds what `text` mentions to `res`.
pub fn extract(text: &str, _tokens: &[Token], ctx: &Context, res: &mut Mentions) {
    let mut found = quoted(text, ctx.headline);
    found.extend(plain::plain(text));
    found.extend(again(text, &found));
    // The first name at a place stays, the longer one where two begin together.
    found.sort_by_key(|it| (it.span.start, std::cmp::Reverse(it.span.end)));
    for mention in found {
        if res.programmes.last().is_none_or(|it: &ProgrammeMention| it.span.end <= mention.span.start) {
            res.programmes.push(mention);
        }
    }
}

/// How far a head noun may stand behind a quotation, in characters. More takes nouns of other phrases.
const HEAD_REACH: usize = 8;
/// Quotations up to this length are no names without their head noun: “三变”改革, “头雁”能力提升工程.
const SHORT: usize = 5;
/// From this length on a quotation may be a name by its form alone; shorter ones are mostly emphasis.
const LONG: usize = 4;

fn quoted(text: &str, headline: &str) -> Vec<ProgrammeMention> {
    let quotes = quotes(text);
    let mut res = vec![];
    let mut start = 0;
    while start < quotes.len() {
        let n = 1 + quotes[start..].windows(2).take_while(|it| is_listed(text, it[0], it[1])).count();
        let row = &quotes[start..start + n];
        start += n;
        let shared = shared_rule(text, row);
        res.extend(row.iter().filter_map(|quote| {
            let alone = if n == 1 { shared.clone() } else { shared.clone().map(|it| Evidence { head: None, ..it }) };
            mention(text, headline, *quote, alone)
        }));
    }
    res
}

/// True where only a comma of lists or nothing stands between two quotations.
fn is_listed(text: &str, first: Quote, second: Quote) -> bool {
    let between = Span::new(first.outer.end, second.outer.start).slice(text);
    !first.title && !second.title && matches!(between, "" | "、" | "和" | "与" | "及" | "以及")
}

/// What is said of a quotation.
#[derive(Debug, Clone)]
struct Evidence {
    rule: &'static str,
    /// The head noun behind it that the name takes in: where it ends.
    head: Option<usize>,
}

/// What the words before the first and behind the last of a row of quotations say of all of them.
fn shared_rule(text: &str, row: &[Quote]) -> Option<Evidence> {
    let (first, last) = (row.first()?, row.last()?);
    if let Some((head, end)) = head_behind(text, last.outer.end) {
        let joined = head.behind == Some(Behind::Joined);
        return Some(Evidence { rule: "programme-head-behind", head: joined.then_some(end) });
    }
    let behind = &text[last.outer.end..];
    if words(WordKind::Tail).any(|it| behind.starts_with(it)) {
        return Some(Evidence { rule: "programme-tail", head: None });
    }
    let before = text[..first.outer.start].trim_end_matches(['了', '出', '起', '的', '过']);
    if words(WordKind::NounBefore).any(|it| before.ends_with(it)) {
        return Some(Evidence { rule: "programme-head-before", head: None });
    }
    let verb = words(WordKind::Verb).any(|it| before.ends_with(it));
    verb.then_some(Evidence { rule: "programme-verb", head: None })
}

/// The head noun behind a quotation that ends at `at`, with up to [`HEAD_REACH`] characters between them.
fn head_behind(text: &str, at: usize) -> Option<(&'static Head, usize)> {
    let behind = text.get(at..)?;
    let (start, linked) = match behind.strip_prefix('的').or_else(|| behind.strip_prefix('等')) {
        Some(rest) => (rest, true),
        None => (behind, false),
    };
    let offset = behind.len() - start.len();
    for (skipped, (byte, ch)) in start.char_indices().enumerate() {
        if skipped > HEAD_REACH || is_break(ch) {
            return None;
        }
        let here = heads_from(ch).iter().find(|it| it.behind.is_some() && start[byte..].starts_with(it.text));
        if let Some(head) = here {
            let end = at + offset + byte + head.text.len();
            return Some((head, if linked { at } else { end }));
        }
    }
    None
}

/// Characters that end a noun phrase.
pub(crate) fn is_break(ch: char) -> bool {
    let is_mark = matches!(ch, '，' | ',' | '。' | '、' | '；' | ';' | '：' | ':' | '！' | '!' | '？' | '?' | '…');
    let is_bracket =
        matches!(ch, '（' | '）' | '(' | ')' | '“' | '”' | '‘' | '’' | '「' | '」' | '『' | '』' | '《' | '》');
    let is_particle = matches!(
        ch,
        '的' | '了' | '在' | '和' | '与' | '是' | '为' | '把' | '将' | '使' | '让' | '给' | '从' | '到' | '被'
    );
    is_mark || is_bracket || is_particle || ch.is_whitespace()
}

fn mention(text: &str, headline: &str, quote: Quote, shared: Option<Evidence>) -> Option<ProgrammeMention> {
    let inner = quote.inner.slice(text);
    if quote.title {
        let call = inner.ends_with("招募令") || inner.ends_with("招贤令") || inner.ends_with("征集令");
        return call.then(|| of(text, quote.inner, "programme-call"));
    }
    let name = unquoted(inner);
    if words(WordKind::Slogan).any(|it| it == name) || is_manner(&name) {
        return None;
    }
    let short = name.chars().count() <= SHORT && !name.contains('+');
    if let Some(end) = shared.as_ref().and_then(|it| it.head).filter(|it| short && *it > quote.outer.end) {
        return Some(of(text, Span::new(quote.outer.start, end), "programme-head-joined"));
    }
    if heads().iter().any(|it| it.inner && name.strip_suffix(it.text).is_some_and(|it| !is_count(it))) {
        return Some(of(text, quote.inner, "programme-head-inside"));
    }
    let rule = shared.map(|it| it.rule).or_else(|| shape(text, headline, quote, &name));
    rule.map(|it| of(text, quote.inner, it))
}

/// What the quotation's own form says: parts joined by +, digits and letters, a number at its head, a place in the headline,
/// a weak verb before it.
fn shape(text: &str, headline: &str, quote: Quote, name: &str) -> Option<&'static str> {
    let coded = |it: char| it.is_ascii_alphanumeric() || it == '+';
    let n_coded = name.chars().filter(|it| coded(*it)).count();
    if name.matches('+').count() >= 2 || (name.contains('+') && n_coded >= 2) {
        return Some("programme-plus");
    }
    if n_coded >= 3 {
        return Some("programme-code");
    }
    if name.chars().count() < LONG {
        return None;
    }
    let before = &text[..quote.outer.start];
    match name.chars().next() {
        Some(first) if "一二两三四五六七八九十".contains(first) || first.is_ascii_digit() => {
            Some("programme-number")
        }
        _ if headline.contains(quote.outer.slice(text)) => Some("programme-headline"),
        _ if words(WordKind::WeakVerb).any(|it| before.ends_with(it)) => Some("programme-weak-verb"),
        _ if is_own_name(text, quote, name) => Some("programme-own-name"),
        _ => None,
    }
}

/// True for a quotation that is no clause, is not called a problem and qualifies nothing: “我们的节日”里.
fn is_own_name(text: &str, quote: Quote, name: &str) -> bool {
    let emphasis = words(WordKind::Emphasis).any(|it| text[quote.outer.end..].starts_with(it));
    let clause = ["在", "不", "是", "了", "着", "、", "，", ",", "什么"].iter().any(|it| name.contains(it));
    name.chars().count() > LONG && !emphasis && !clause
}

/// “一站式”, “数字化”: how something is done.
fn is_manner(name: &str) -> bool {
    name.ends_with(['式', '化', '型', '性', '级']) && !name.contains('+')
}

/// True for nothing and for the 5个 of “5个机制”.
fn is_count(text: &str) -> bool {
    let numeral = text.trim_end_matches(['个', '项', '大', '条', '种']);
    numeral.chars().all(|it| it.is_ascii_digit() || "一二两三四五六七八九十".contains(it)) && numeral != text
        || text.is_empty()
}

pub(crate) fn of(text: &str, span: Span, rule: &str) -> ProgrammeMention {
    let confidence = confidence::of_rule(rule);
    ProgrammeMention { span, name: unquoted(span.slice(text)), rule: rule.to_owned(), confidence }
}

/// The other places where a name that was found stands: one pass, names by their first character, longest first.
fn again(text: &str, found: &[ProgrammeMention]) -> Vec<ProgrammeMention> {
    let mut names: BTreeMap<char, Vec<&str>> = BTreeMap::new();
    for name in found.iter().map(|it| it.name.as_str()).filter(|it| it.chars().count() > 2) {
        let with_first = names.entry(name.chars().next().unwrap_or(' ')).or_default();
        if !with_first.contains(&name) {
            with_first.push(name);
        }
    }
    if names.is_empty() {
        return vec![];
    }
    names.values_mut().for_each(|it| it.sort_by_key(|name| std::cmp::Reverse(name.len())));
    let at_char = |(at, ch): (usize, char)| {
        let name = names.get(&ch)?.iter().find(|it| text[at..].starts_with(**it))?;
        Some(of(text, Span::new(at, at + name.len()), "programme-again"))
    };
    text.char_indices().filter_map(at_char).collect()
}
