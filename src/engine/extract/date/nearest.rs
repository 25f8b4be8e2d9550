//! Which year a part of a year is of when the text says none: the rule of direction, against the page's date alone.
//!
//! News looks back. A month or day lies in the page's year, unless that would be after the page where the clause looks
//! back (了, 已), long after it where the clause says nothing, or long before it where the clause looks ahead (将, 拟): then
//! in the year before or after. In the last weeks of a year a day of January is the next one's. A feast is the nearest,
//! whatever the year; against what the clause says only where it is very much nearer. Halves, quarters and edges of a
//! year are the page's own year's unless the clause says otherwise, and so is a month or day that is all the text says.

use super::calendar_of;
use super::expression::{Direction, Edge, Inner};
use super::page_date::PageDate;
use super::resolve::Outcome;
use super::scan::Found;
use crate::engine::extract::calendar::{Day, plus_months};

/// Days ahead of the page up to which a month or day without a word of direction lies in the page's year. More takes
/// last year's events for plans.
const AHEAD: i64 = 120;
/// Days ahead within which a day is the coming one whatever the clause says.
const SOON: i64 = 31;
/// Days behind the page from which on a day of the coming weeks is meant.
const LONG_BEHIND: i64 = 300;
/// How much nearer a feast must be to be meant against the clause's direction.
const AGAINST: i64 = 6;

/// The year of `inner` for a page of that date.
pub(crate) fn year(page: PageDate, inner: Inner, found: &Found) -> i32 {
    let year = page.year();
    if found.at_turn {
        return turn(page, inner);
    }
    if page.spans_a_year() || found.is_alone && inner.month().is_some() {
        return year;
    }
    match inner {
        Inner::Feast(..) => feast_year(page, inner, found.direction),
        _ => part_year(page, inner, found),
    }
}

/// The year and month of a bare day, 20日, the nearest to the page; the page's own where its day is not known. A paper
/// tells of what was rather than of what comes.
pub(crate) fn month(page: PageDate, inner: Inner, direction: Direction) -> Option<(i32, u8)> {
    let (year, month) = page.month()?;
    let (Some(published), Inner::Day(_, number)) = (page.day(), inner) else { return Some((year, month)) };
    let cost = |months: i32| {
        let (year, month) = plus_months(year, month, months);
        let distance = Day::new(year, month, number)?.number() - published.number();
        let weight = match (direction, distance > 0) {
            (Direction::Past, true) => NEVER,
            (Direction::Unsaid, true) => UNTOLD,
            (Direction::Future, false) => 2,
            _ => 1,
        };
        Some((distance.abs() * weight, (year, month)))
    };
    Some([0, -1, 1].into_iter().filter_map(cost).min().map_or((year, month), |it| it.1))
}

/// How much nearer a bare day ahead must be than one behind.
const UNTOLD: i64 = 5;
/// The same where the clause looks back: farther than any day of the month before.
const NEVER: i64 = 62;

/// 年末岁初: the December that is nearest to the page, and the January behind it.
fn turn(page: PageDate, inner: Inner) -> i32 {
    let late = page.month().is_none_or(|it| it.1 > 6);
    match (inner, late) {
        (Inner::YearEdge(1), true) => page.year() + 1,
        (Inner::YearEdge(12), false) => page.year() - 1,
        _ => page.year(),
    }
}

fn part_year(page: PageDate, inner: Inner, found: &Found) -> i32 {
    let year = page.year();
    let Some((first, _)) = bounds(inner, year) else { return year };
    let distance = page.distance(first);
    let is_day = matches!(inner, Inner::Day(..));
    let of_month = inner.month().is_some();
    let direction = match (found.direction, found.expression.edge) {
        // 1月1日起施行 in December.
        (Direction::Unsaid, Edge::After | Edge::From) if of_month && -distance > LONG_BEHIND => Direction::Future,
        (direction, _) => direction,
    };
    match direction {
        Direction::Past | Direction::Unsaid if is_cumulative(inner) && ends_ahead(page, inner) => year - 1,
        Direction::Past if distance > if is_day { SOON } else { 0 } => year - 1,
        Direction::Future if of_month && page.is_long_after(Some(first)) => year + 1,
        Direction::Unsaid if of_month && distance > AHEAD => year - 1,
        Direction::Unsaid if is_day && -distance > LONG_BEHIND && next_is_soon(page, inner) => year + 1,
        _ => year,
    }
}

/// 前11个月, 前三季度: what has run up since January. 上半年 and 一季度 are as often plans.
fn is_cumulative(inner: Inner) -> bool {
    matches!(inner, Inner::Months(1, last) if last != 3 && last != 6)
}

fn ends_ahead(page: PageDate, inner: Inner) -> bool {
    bounds(inner, page.year()).is_some_and(|it| page.distance(it.1) > SOON)
}

fn next_is_soon(page: PageDate, inner: Inner) -> bool {
    bounds(inner, page.year() + 1).is_some_and(|it| page.distance(it.0) <= SOON)
}

fn feast_year(page: PageDate, inner: Inner, direction: Direction) -> i32 {
    let cost = |year: i32| {
        let (first, last) = bounds(inner, year)?;
        let distance = if page.distance(first) > 0 { page.distance(first) } else { page.distance(last).min(0) };
        let against = match direction {
            Direction::Past => distance > 0,
            Direction::Future => distance < 0,
            Direction::Unsaid => false,
        };
        Some((distance.abs() * if against { AGAINST } else { 1 }, year))
    };
    (page.year() - 1..=page.year() + 1).filter_map(cost).min().map_or(page.year(), |it| it.1)
}

fn bounds(inner: Inner, year: i32) -> Option<(Day, Day)> {
    let Outcome::Known(edtf) = calendar_of::inner(inner, year) else { return None };
    let (first, last) = edtf.bounds();
    Some((first?, last?))
}
