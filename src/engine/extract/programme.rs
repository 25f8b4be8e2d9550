//! Programmes: named schemes, brands, platforms and models that an article reports.
//!
//! A quotation is a name where the words around it say so: a head noun at its end (“瓜棚议事会”), behind it
//! (“12345”模式) or before it (党建品牌“幸福环”), a verb that sets it up (推行“以才育才”), its own form (parts joined by +,
//! two numbers), or that the story quotes it again. Nouns that stand behind many a quotation (工作, 理念) are no evidence by
//! themselves, and words of the dictionary need a head noun. Quotations in a row (“甲”“乙”等品牌) share what is said of one.
//! A division and its goods (“敖汉小米”) are a brand, and some schemes go by one name everywhere (“接诉即办”).
//! A document is a programme only where it calls for people (招募令). Unquoted names end in a head noun of their own
//! (红蜂驿站). Slogans of general politics, ways of doing (“一站式”), similes (成了“顶梁柱”) and mere emphasis are none. Once
//! found, a name is found again wherever it stands.

mod plain;
mod quote;
mod regional;
mod shape;
mod words;

use std::collections::BTreeMap;

use super::mention::{PlaceMention, ProgrammeMention};
use super::{Context, Mentions, confidence};
use crate::engine::arrange::Arrange;
use crate::engine::small_map::SmallMap;
use crate::engine::text::Span;
use crate::engine::token::Token;
pub(crate) use plain::may_begin;
use quote::{Quote, quotes, unquoted};
use words::{Behind, Head, WordKind, begins, ends, ends_with_head, heads_from, holds, is};

/// Adds what `text` mentions to `res`.
pub fn extract(text: &str, tokens: &[Token], ctx: &Context, res: &mut Mentions) {
    let mut found = quoted(&Page { text, tokens, headline: ctx.headline, places: &res.places });
    found.extend(plain::plain(text));
    found.extend(again(text, &found));
    // The first name at a place stays, the longer one where two begin together.
    found.arrange_by_key(|it| (it.span.start, std::cmp::Reverse(it.span.end)));
    for mention in found {
        if res.programmes.last().is_none_or(|it: &ProgrammeMention| it.span.end <= mention.span.start) {
            res.programmes.push(mention);
        }
    }
}

/// What is looked at.
#[derive(Debug, Clone, Copy)]
struct Page<'a> {
    text: &'a str,
    /// Empty where there is no dictionary.
    tokens: &'a [Token],
    headline: &'a str,
    /// The divisions that the text names.
    places: &'a [PlaceMention],
}

/// How far a head noun may stand behind a quotation, in characters. More takes nouns of other phrases.
const HEAD_REACH: usize = 8;
/// Quotations up to this length are no names without their head noun: “三变”改革, “头雁”能力提升工程.
const SHORT: usize = 5;

fn quoted(page: &Page) -> Vec<ProgrammeMention> {
    let text = page.text;
    let quotes = quotes(text);
    let certain = quoted_by(page, &quotes, false);
    let by_form = ["programme-number", "programme-headline", "programme-repeated"];
    let tells_of_schemes =
        certain.iter().any(|it| !by_form.contains(&it.rule.as_str())) || holds(text, WordKind::Setting);
    if tells_of_schemes { quoted_by(page, &quotes, true) } else { certain }
}

/// The quotations that are names; with `freely`, also by evidence that stands for names only among other names.
fn quoted_by(page: &Page, quotes: &[Quote], freely: bool) -> Vec<ProgrammeMention> {
    let text = page.text;
    let mut n_quoted: SmallMap<&str, usize> = SmallMap::new();
    quotes.iter().for_each(|it| *n_quoted.value(it.inner.slice(text)) += 1);
    let mut res = vec![];
    let mut start = 0;
    while start < quotes.len() {
        let n = 1 + quotes[start..].windows(2).take_while(|it| is_listed(text, it[0], it[1])).count();
        let row = &quotes[start..start + n];
        start += n;
        let shared = shared_evidence(text, row);
        let one = |quote: &Quote| {
            let alone = if n == 1 { shared } else { shared.map(|it| Evidence { head: None, ..it }) };
            let n_quoted = n_quoted.get(&quote.inner.slice(text)).copied().unwrap_or(0);
            mention(page, *quote, alone, Ease { n_quoted, freely })
        };
        res.extend(row.iter().filter_map(one));
    }
    res
}

/// True where only a comma of lists or nothing stands between two quotations.
fn is_listed(text: &str, first: Quote, second: Quote) -> bool {
    let between = Span::new(first.outer.end, second.outer.start).slice(text);
    !first.title && !second.title && matches!(between, "" | "、" | "和" | "与" | "及" | "以及")
}

/// How easily a quotation is taken for a name.
#[derive(Debug, Clone, Copy)]
struct Ease {
    /// How often the text quotes it.
    n_quoted: usize,
    /// True in a story that tells of named schemes.
    freely: bool,
}

/// What is said of a quotation.
#[derive(Debug, Clone, Copy)]
struct Evidence {
    rule: &'static str,
    /// The head noun behind it that the name takes in: where it ends.
    head: Option<usize>,
    /// False where the same is said of what is no name: the name's form must speak for it too.
    strong: bool,
}

/// What the words before the first and behind the last of a row of quotations say of all of them.
fn shared_evidence(text: &str, row: &[Quote]) -> Option<Evidence> {
    let (first, last) = (row.first()?, row.last()?);
    let evidence = |rule, strong| Some(Evidence { rule, head: None, strong });
    if let Some((head, end)) = head_behind(text, last.outer.end) {
        let joined = head.behind == Some(Behind::Joined);
        // “瓜农”的活动 is theirs, “以才育才”的培养模式 is called so.
        let theirs = text[last.outer.end..].starts_with('的') && !is(head.text, WordKind::Called);
        let strong = head.behind != Some(Behind::Weak) && !theirs;
        return Some(Evidence { rule: "programme-head-behind", head: joined.then_some(end), strong });
    }
    let behind = &text[last.outer.end..];
    if begins(behind, WordKind::Tail).is_some() {
        return evidence("programme-tail", true);
    }
    let before = &text[..first.outer.start];
    let bare = before.trim_end_matches(['了', '出', '起', '的', '过']);
    let follows = |kind| ends(before, kind).or_else(|| ends(bare, kind)).is_some();
    if follows(WordKind::NounBefore) {
        return evidence("programme-head-before", true);
    }
    if follows(WordKind::Verb) {
        return evidence("programme-verb", true);
    }
    if follows(WordKind::WeakVerb) {
        return evidence("programme-weak-verb", false);
    }
    // “免申即享”把……变成: what acts is a name where it is coined.
    if begins(behind, WordKind::Act).is_some() { evidence("programme-act", false) } else { None }
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

fn mention(page: &Page, quote: Quote, shared: Option<Evidence>, ease: Ease) -> Option<ProgrammeMention> {
    let text = page.text;
    let inner = quote.inner.slice(text);
    if quote.title {
        let call = inner.ends_with("招募令") || inner.ends_with("招贤令") || inner.ends_with("征集令");
        return call.then(|| of(text, quote.inner, "programme-call"));
    }
    let name = unquoted(inner);
    if is(&name, WordKind::Known) {
        return Some(of(text, quote.inner, "programme-known"));
    }
    let manner = is_manner(&name) && !(shared.is_some() && is_chain(&name));
    if is(&name, WordKind::Slogan) || manner || name.ends_with(['的', '，', ',']) {
        return None;
    }
    let short = name.chars().count() <= SHORT && !name.contains('+');
    if let Some(end) = shared.and_then(|it| it.head).filter(|it| short && *it > quote.outer.end) {
        return Some(of(text, Span::new(quote.outer.start, end), "programme-head-joined"));
    }
    if regional::is_regional(page, quote) {
        return Some(of(text, quote.inner, "programme-regional"));
    }
    let picture = shape::is_simile(&text[..quote.outer.start]) || shape::turns_into(&text[quote.outer.end..]);
    let simile = picture && ends(&name, WordKind::Role).is_none_or(|it| it == name);
    if !simile && ends_with_head(&name, |before| !is_count(before) && !before.ends_with('的')) {
        return Some(of(text, quote.inner, "programme-head-inside"));
    }
    let named = shared.filter(|it| matches!(it.rule, "programme-head-behind" | "programme-head-before"));
    if named.is_none() && (simile || shape::is_word(text, page.tokens, quote.inner)) {
        return None;
    }
    let rule = match shared {
        Some(it)
            if it.strong
                || shape::is_coined(&name)
                || shape::is_made(page, quote)
                || ease.freely && it.rule != "programme-act" && shape::is_long(&name) =>
        {
            Some(it.rule)
        }
        _ if shape::begins_coined(&name) => Some("programme-coined"),
        _ if shape::is_begun(&text[quote.outer.end..]) => Some("programme-begun"),
        _ => shape::rule(page, quote, &name, ease),
    };
    rule.map(|it| of(text, quote.inner, it))
}

/// “一站式”, “数字化”: how something is done.
fn is_manner(name: &str) -> bool {
    let named = ["模式", "模型"].iter().any(|it| name.ends_with(it));
    name.ends_with(['式', '化', '型', '性', '级']) && !name.contains('+') && !named
}

/// 引育繁推一体化: the steps that are made one.
fn is_chain(name: &str) -> bool {
    name.strip_suffix("一体化").is_some_and(|it| it.chars().count() >= 3)
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
    names.values_mut().for_each(|it| it.arrange_by_key(|name| std::cmp::Reverse(name.len())));
    // A bit for each 64th character: most characters are passed by it.
    let bit = |ch: char| 1u64 << (ch as u32 % 64);
    let firsts = names.keys().fold(0, |bits, it| bits | bit(*it));
    let mut res = vec![];
    for (at, ch) in text.char_indices().filter(|it| firsts & bit(it.1) != 0) {
        let name = names.get(&ch).and_then(|it| it.iter().find(|it| text[at..].starts_with(**it)));
        res.extend(name.map(|it| of(text, Span::new(at, at + it.len()), "programme-again")));
    }
    res
}
