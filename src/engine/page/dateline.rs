//! Datelines: how reports begin (`本报讯`, `新华社北京5月3日电`), and the credit behind them.
//!
//! The dateline is body, the credit is a byline: `本报讯（记者 王芳）近日，…`, `本报呼和浩特6月3日讯 记者王芳、李明报道：…`.

use super::byline::{self, Byline, Use, words_from};
use crate::engine::text::sentence;

/// Characters of a dateline up to its 讯 or 电.
const LONGEST: usize = 24;
/// Characters up to the end of the credit behind it.
const LONGEST_CREDIT: usize = 60;

/// True when `text` begins as reports do.
pub fn opens_report(text: &str) -> bool {
    dateline(text) > 0
}

/// The bytes of the credit at the beginning of `text`, from and to, and the byline that it is.
pub fn credit(text: &str) -> Option<(usize, usize, Byline)> {
    let head = sentence::head(text);
    let head = head.char_indices().nth(LONGEST_CREDIT).map_or(head, |(at, _)| &head[..at]);
    bracketed(head).or_else(|| reported(head))
}

/// `（记者 王芳）`, and a colon behind it.
fn bracketed(head: &str) -> Option<(usize, usize, Byline)> {
    let open = head.find(['（', '('])?;
    let close = open + head[open..].find(['）', ')'])?;
    let end = close + head[close..].chars().next().map_or(0, char::len_utf8);
    let byline = byline::parse(&head[open..end]).filter(|it| it.has_role)?;
    let colon = head[end..].chars().next().filter(|it| open <= LONGEST * 3 && matches!(it, '：' | ':'));
    Some((open, end + colon.map_or(0, char::len_utf8), byline))
}

/// `记者王芳报道：`, right at the beginning or behind the dateline.
fn reported(head: &str) -> Option<(usize, usize, Byline)> {
    let rest = head[dateline(head)..].trim_start();
    let start = head.len() - rest.len();
    let word = rest.find("报道")? + "报道".len();
    let next = rest[word..].chars().next()?;
    let behind = matches!(next, '：' | ':' | '，' | ',') || next.is_whitespace();
    let parsed = || byline::parse(&rest[..word]).filter(|it| it.has_role && it.is_namelike);
    let byline = if behind { parsed() } else { None }?;
    Some((start, start + word + next.len_utf8(), byline))
}

/// Bytes of the dateline that `text` begins with, 0 for none.
fn dateline(text: &str) -> usize {
    let bare = text.trim_start_matches(['【', '[', '［', ' ', '\u{3000}']);
    let before = text.len() - bare.len();
    let openers = bare.chars().next().map_or(&[][..], words_from).iter().filter(|it| it.usage == Use::Opener);
    let opener = openers.filter_map(|it| opener_end(bare, it.text)).max();
    let Some(end) = opener.or_else(|| dated_end(bare)) else { return 0 };
    let closed = bare[end..].strip_prefix(['】', ']', '］']).map_or(end, |it| bare.len() - it.len());
    before + closed
}

/// Where the opener of the table ends, if `text` begins with it; `…` in it stands for a few characters.
fn opener_end(text: &str, opener: &str) -> Option<usize> {
    let Some((before, after)) = opener.split_once('…') else {
        return text.starts_with(opener).then_some(opener.len());
    };
    let rest = text.strip_prefix(before)?;
    let near = rest.char_indices().nth(LONGEST).map_or(rest, |(at, _)| &rest[..at]);
    let at = near.find(after)?;
    let between = &near[..at];
    let names = between.contains("记者") || between.ends_with('通');
    (!names && !between.contains(['，', ',', '。'])).then_some(before.len() + at + after.len())
}

/// Where `内蒙古日报6月3日讯` ends.
fn dated_end(text: &str) -> Option<usize> {
    let near = text.char_indices().nth(LONGEST).map_or(text, |(at, _)| &text[..at]);
    let at = ["日讯", "日电"].iter().filter_map(|it| near.find(it)).min()?;
    let before = &near[..at];
    let digit = before.chars().next_back().is_some_and(|it| it.is_numeric() || "一二三四五六七八九十".contains(it));
    (digit && !before.contains(['，', ',', '。', '、'])).then_some(at + "日讯".len())
}
