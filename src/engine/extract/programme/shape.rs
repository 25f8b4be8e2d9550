//! What the form of a quotation says: whether it is coined like a name, a word of everyday language, or a simile.

use super::words::{self, WordKind};
use super::{Ease, Page, Quote, is_break};
use crate::engine::text::Span;
use crate::engine::token::Token;

/// From this length on a quotation may be a name by its form; shorter ones are mostly emphasis.
const LONG: usize = 4;

/// The rule by which a quotation is a name by itself: parts joined by +, letters and digits among characters, two
/// numbers, that the headline has it, that it is quoted again; in a story that tells of named schemes also by its length.
pub(super) fn rule(page: &Page, quote: Quote, name: &str, ease: Ease) -> Option<&'static str> {
    let n_chars = name.chars().count();
    let n_coded = name.chars().filter(|it| it.is_ascii_alphanumeric()).count();
    let n_joints = joints(name);
    if n_joints >= 2 || n_joints == 1 && n_coded >= 1 {
        return Some("programme-plus");
    }
    if n_coded >= 3 && n_coded < n_chars {
        return Some("programme-code");
    }
    if n_chars < LONG || n_coded == n_chars {
        return None;
    }
    let clause = is_clause(page.text, quote, name);
    if is_numbered(name) && (ease.freely || !clause) || ease.freely && !clause && begins_with_number(name) {
        return Some("programme-number");
    }
    if page.headline.contains(quote.outer.slice(page.text)) {
        return Some("programme-headline");
    }
    if clause {
        return None;
    }
    if ease.n_quoted > 1 {
        return Some("programme-repeated");
    }
    (ease.freely && n_chars > LONG).then_some("programme-own-name")
}

/// 双报到、双服务, 一引双联三驱动, 党建+网格, 和美e家·新连心, 石榴花开 子子同心: forms that are made up to be a name.
pub(super) fn is_coined(name: &str) -> bool {
    let parallel = name.contains(['、', ' ', '，', ',', '·', '\u{3000}']);
    is_mixed(name)
        || begins_coined(name)
        || joints(name) > 0
        || is_numbered(name)
        || begins_with_number(name)
        || parallel
}

/// How many characters before a quotation a simile may begin.
const SIMILE_REACH: usize = 16;

/// True where the words before a quotation say that it is a picture: 成了“顶梁柱”, 鼓起“钱袋子”.
pub(super) fn is_simile(before: &str) -> bool {
    let bare = before.trim_end_matches(['了', '起', '好', '出']);
    let ends = |kind| words::ends(bare, kind).map(str::len).max(words::ends(before, kind).map(str::len));
    // 叫做 is no 做, 做好 no 做, 街道 no 道.
    let other = ends(WordKind::Verb).max(ends(WordKind::WeakVerb)).max(ends(WordKind::BoundaryPlace));
    if ends(WordKind::Simile) > other {
        return true;
    }
    let near = before.char_indices().rev().nth(SIMILE_REACH).map_or(before, |(at, _)| &before[at..]);
    let clause = near.rfind(['，', '。', '；', '：', '、', '”', '\n']).map_or(near, |it| &near[it..]);
    let is_verb =
        |at: usize| words::begins(&clause[at..], WordKind::Simile).is_some_and(|it| it.chars().nth(1).is_some());
    before.ends_with('的') && clause.char_indices().any(|(at, _)| is_verb(at))
}

/// “问题清单”变成“成效清单”: what is turned into something is a picture too.
pub(super) fn turns_into(behind: &str) -> bool {
    ["变", "转化为", "转为"].iter().any(|it| behind.starts_with(it))
}

/// True where the quotation is one word of the dictionary: “航空母舰”, but not “12315”.
pub(super) fn is_word(text: &str, tokens: &[Token], inner: Span) -> bool {
    let at = tokens.partition_point(|it| it.span.start < inner.start);
    let is_digits = inner.slice(text).bytes().all(|it| it.is_ascii_digit());
    tokens.get(at).is_some_and(|it| it.span == inner && it.tag != "x") && !is_digits
}

/// 源网荷储, 点戏单: true where the quotation holds a word that no dictionary has, and says nothing.
pub(super) fn is_made(page: &Page, quote: Quote) -> bool {
    let inner = quote.inner;
    let at = page.tokens.partition_point(|it| it.span.start < inner.start);
    let mut inside = page.tokens[at..].iter().take_while(|it| it.span.end <= inner.end);
    let is_new = |it: &Token| it.tag == "x" && it.span.slice(page.text).chars().nth(1).is_some();
    let name = inner.slice(page.text);
    let fits = (SHORTEST_MADE..=LONGEST_MADE).contains(&name.chars().count()) && !name.contains('之');
    fits && inside.any(is_new) && !is_clause(page.text, quote, name)
}

/// Characters of the shortest name that is made up of parts of words. Two are mostly emphasis.
const SHORTEST_MADE: usize = 3;
/// Characters of the longest one.
const LONGEST_MADE: usize = 8;

/// True from the length on that is mostly no emphasis.
pub(super) fn is_long(name: &str) -> bool {
    name.chars().count() >= LONG
}

/// 村BA: letters among characters.
fn is_mixed(name: &str) -> bool {
    let n_letters = name.chars().filter(char::is_ascii_uppercase).count();
    n_letters >= 2 && !name.is_ascii()
}

/// 共享厨房, 云药房, 15分钟阅读圈: what new things are called by.
pub(super) fn begins_coined(name: &str) -> bool {
    let rest = words::begins(name, WordKind::Coining).map(|it| &name[it.len()..]);
    let circle = || within_minutes(name).is_some_and(|end| end == name.len());
    rest.is_some_and(|it| (2..=5).contains(&it.chars().count())) || circle()
}

/// Where 15分钟便民生活圈 ends, if `text` begins with one.
pub(super) fn within_minutes(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit() || "一二三五十半两".contains(it));
    let unit = ["分钟", "刻钟", "小时"].iter().find(|it| rest.starts_with(**it))?;
    let start = text.len() - rest.len() + unit.len();
    let (at, ch) = text[start..].char_indices().take(LONGEST_CIRCLE).find(|(_, ch)| *ch == '圈' || is_break(*ch))?;
    (ch == '圈' && at > 0 && start > unit.len()).then_some(start + at + ch.len_utf8())
}

/// Characters of the longest name between 15分钟 and 圈, with 圈.
const LONGEST_CIRCLE: usize = 9;

/// True where the words behind a quotation tell of its beginning or count its rounds: “橘香书房”去年5月上线, “光明行”的第3次出诊.
pub(super) fn is_begun(behind: &str) -> bool {
    let is_time = |it: char| it.is_ascii_digit() || "年月日初底末春夏秋冬去今前昨本上下自于正式".contains(it);
    let n_time: usize = behind.chars().take_while(|it| is_time(*it)).map(char::len_utf8).sum();
    let nth = behind.strip_prefix('的').unwrap_or(behind).strip_prefix('第');
    let round = nth.map_or("", |it| it.trim_start_matches(is_number));
    // 上线 begins like 上月.
    let mut starts = behind.char_indices().map(|it| it.0).take_while(|&at| at <= n_time);
    starts.any(|at| words::begins(&behind[at..], WordKind::Begun).is_some())
        || nth.is_some_and(|it| it.len() > round.len()) && round.starts_with(['次', '期', '场', '站', '季', '届', '轮'])
}

fn joints(name: &str) -> usize {
    name.chars().filter(|it| matches!(it, '+' | '＋')).count()
}

/// 一引双联三驱动, 八治融合三到位, 3+1: two numbers, the first at the head.
fn is_numbered(name: &str) -> bool {
    begins_with_number(name) && name.chars().filter(|it| is_number(*it)).count() >= 2
}

fn begins_with_number(name: &str) -> bool {
    name.chars().next().is_some_and(is_number)
}

fn is_number(ch: char) -> bool {
    ch.is_ascii_digit()
        || matches!(ch, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '双' | '百' | '千')
}

/// True for a quotation that says something, is called a problem or qualifies a noun.
fn is_clause(text: &str, quote: Quote, name: &str) -> bool {
    let emphasis = words::begins(&text[quote.outer.end..], WordKind::Emphasis).is_some();
    emphasis || ["在", "不", "是", "了", "着", "什么", "吗"].iter().any(|it| name.contains(it))
}
