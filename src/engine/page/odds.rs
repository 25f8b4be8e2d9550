//! How much the signs at a join speak for it, in natural logarithms of odds.
//!
//! Each number is the logarithm of how often a sign was seen where a paragraph goes on with an article, over how often
//! where it does not. They were counted on pages of general news that were cut at random and put together again.

use super::context::Context;
use super::{dateline, lead};
use crate::engine::diagnostic::Code;
use crate::engine::text::sentence::{self, End};

/// An end without its stop waits for something, whatever comes: a higher value heals more, and leaves an article more easily.
const WAITING: f64 = 0.8;
/// A beginning inside a word or sentence: 23 of 100 continuations have it, 1 or 2 of 100 first paragraphs.
const INSIDE: f64 = 2.7;
/// A beginning that may be a sentence's.
const NOT_INSIDE: f64 = -0.25;
/// A beginning with a mark that no sentence begins with.
const MARK: f64 = 5.0;
/// A quotation that one half opens and the other closes.
const QUOTE: f64 = 3.0;
/// A quotation that only one half knows of.
const HALF_QUOTE: f64 = -2.0;
/// A quotation that the left half opens and the right half does not close: it may end later.
const OPEN_QUOTE: f64 = -0.7;
/// By how many of the runs of two and three characters across the join stand elsewhere on the page.
const JUNCTION: [f64; 4] = [-0.4, 2.0, 3.0, 4.5];
/// A number at the end of the left half and what stands behind numbers at the beginning of the right one.
const NUMBER: f64 = 2.5;
/// A number without it.
const LONE_NUMBER: f64 = -0.8;
/// What stands behind numbers.
const BEHIND_NUMBERS: &str = "年月日时分秒万亿千百余多个名位户人元亩吨斤米里家次届项件条种辆台所座村岁点度倍%％.";
/// A colon, a semicolon or a closing mark before the join: mostly what follows is a paragraph of its own.
const OPEN_END: f64 = -1.0;
/// A beginning with such a mark where nothing waits for it.
const FOREIGN_MARK: f64 = -4.0;

/// Someone's speech at the beginning of the right half.
const SPEECH: f64 = -1.5;
/// A dateline where a sentence is to go on.
const DATELINE: f64 = -5.0;

/// The odds that `right` goes on with text that ends so, by the signs at the join alone; `is_empty` for a head without text.
pub fn of_join(ctx: &Context, end: End, tail: &str, is_empty: bool, right: &str) -> f64 {
    let right = sentence::head(right);
    let mark = sentence::begins_with_mark(right);
    let closes = sentence::closes_foreign_mark(right);
    if end == End::Cut && dateline::opens_report(right) {
        return DATELINE;
    }
    match end {
        _ if is_empty || end == End::Whole => {
            let first = if is_empty { lead::odds(right) } else { 0.0 };
            f64::from(u8::from(mark)) * FOREIGN_MARK + f64::from(u8::from(closes)) * HALF_QUOTE + first
        }
        End::Open => (OPEN_END + quote(tail, closes) + inside(right, mark)).max(0.0),
        _ if right.starts_with('“') && !tail.ends_with(['说', '道', '称', '着', '的']) => {
            WAITING + SPEECH + quote(tail, closes) + junction(ctx, tail, right)
        }
        _ => WAITING + quote(tail, closes) + inside(right, mark) + junction(ctx, tail, right) + number(tail, right),
    }
}

/// The odds that `right` goes on with a cut sentence, by how it begins.
pub fn of_beginning(right: &str) -> f64 {
    inside(right, sentence::begins_with_mark(right))
}

fn inside(right: &str, mark: bool) -> f64 {
    match () {
        () if mark => MARK,
        () if sentence::begins_inside(right) => INSIDE,
        () => NOT_INSIDE,
    }
}

fn quote(tail: &str, closes: bool) -> f64 {
    match (sentence::open_marks(tail) > 0, closes) {
        (true, true) => QUOTE,
        (false, true) => HALF_QUOTE,
        (true, false) => OPEN_QUOTE,
        (false, false) => 0.0,
    }
}

fn junction(ctx: &Context, tail: &str, right: &str) -> f64 {
    let n_runs = ctx.runs().junction(tail, right) as usize;
    JUNCTION[n_runs.min(JUNCTION.len() - 1)]
}

fn number(tail: &str, right: &str) -> f64 {
    let is_digit = |it: char| it.is_ascii_digit() || ('０'..='９').contains(&it);
    let counts = |it: char| is_digit(it) || BEHIND_NUMBERS.contains(it);
    match (tail.ends_with(is_digit), right.starts_with(counts)) {
        (true, true) => NUMBER,
        (true, false) => LONE_NUMBER,
        _ => 0.0,
    }
}

/// The strongest reason for a join, as the diagnostic that names it.
pub fn reason(ctx: &Context, tail: &str, right: &str, likeness: f64) -> Code {
    let right = sentence::head(right);
    let mark = sentence::begins_with_mark(right);
    let quoted = sentence::open_marks(tail) > 0 && sentence::closes_foreign_mark(right);
    let reasons = [
        (if quoted { QUOTE } else { 0.0 }, Code::ColumnJoinQuote),
        (junction(ctx, tail, right), Code::ColumnJoinRun),
        (inside(right, mark).max(number(tail, right)), Code::ColumnJoinInside),
        (likeness, Code::ColumnJoinTerms),
    ];
    let best = reasons.into_iter().reduce(|best, it| if it.0 > best.0 { it } else { best });
    best.filter(|it| it.0 > 0.0).map_or(Code::ColumnJoin, |it| it.1)
}

/// More than this no likeness says.
const MOST: f64 = 4.5;
/// Runs of three characters below which an article is hardly known.
const HARDLY_KNOWN: f64 = 20.0;
/// By how much the affinity that says nothing grows with each doubling of what is known: a long article shares something
/// with any text.
const CHANCE: f64 = 0.17;
/// What a unit of affinity beyond that speaks for, where the article is hardly known, and by how much less with each doubling.
const SHARED: (f64, f64) = (3.6, 0.4);
/// Runs from which on a paragraph has enough to share.
const ENOUGH: f64 = 40.0;

/// The odds that a paragraph of `n_own` runs belongs to an article of which `n_known` are known, by the affinity of the two.
pub fn of_likeness(affinity: f64, n_known: usize, n_own: usize) -> f64 {
    let doublings = (n_known as f64 / HARDLY_KNOWN).max(1.0).log2().min(6.0);
    let slope = SHARED.0 - SHARED.1 * doublings;
    let odds = (affinity - CHANCE * doublings) * slope;
    if odds > 0.0 { odds.min(MOST) } else { odds * (n_own as f64 / ENOUGH).min(1.0) }
}
