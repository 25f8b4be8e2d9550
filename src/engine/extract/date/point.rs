//! Reads one point in time: years and what follows them, or a part of a year, a day, a week that stands alone.

use super::day;
use super::decade::decade;
use super::expression::{Feast, Inner, Point, YearRef};
use super::glyph::Glyphs;
use super::inner::{self, Inners};
use super::lunar_words;
use super::numeric;
use super::step::step;
use super::words::{WordKind, find};
use super::year::{plan, with_year, year_pair};

/// A point, and the second one where both share a unit (5至10月).
pub(crate) type Points = (Point, Option<Point>);

const SEPARATORS: [&str; 10] = ["——", "--", "至", "到", "-", "–", "—", "~", "─", "−"];

/// The point that begins at `at`, and where it ends.
pub(crate) fn at(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    if glyphs.before(at) == '第' {
        return None;
    }
    numeric::day(glyphs, at)
        .or_else(|| decade(glyphs, at))
        .or_else(|| plan(glyphs, at))
        .or_else(|| year_pair(glyphs, at))
        .or_else(|| with_year(glyphs, at))
        .or_else(|| step(glyphs, at))
        .or_else(|| week(glyphs, at))
        .or_else(|| day_word(glyphs, at))
        .or_else(|| inner::alone(glyphs, at).map(|(inners, end)| (points(None, inners), end)))
}

/// The end of a range whose `first` point is known: a day needs no month there.
pub(crate) fn second(glyphs: &Glyphs, start: usize, first: Point) -> Option<(Points, usize)> {
    let has_day = matches!(first, Point::Calendar { inner: Inner::Day(..), .. });
    let day = || day::day(glyphs, start).map(|(inner, end)| (points(None, (inner, None)), end));
    if let Point::Calendar { year, inner: Inner::Feast(Feast::LunarDay(month, _), _) } = first
        && let Some((inner, end)) = lunar_words::day_of(glyphs, start, month)
    {
        return one(Point::Calendar { year, inner }, end);
    }
    has_day.then(day).flatten().or_else(|| numeric::numbers(glyphs, start)).or_else(|| at(glyphs, start))
}

/// The index after 至, 到, a dash or a tilde.
pub(crate) fn separator(glyphs: &Glyphs, at: usize) -> Option<usize> {
    let at = glyphs.skip_blanks(at);
    SEPARATORS.iter().find_map(|it| glyphs.after(at, it)).map(|it| glyphs.skip_blanks(it))
}

/// The end of 周一至周五, a timetable.
pub(crate) fn timetable(glyphs: &Glyphs, at: usize) -> Option<usize> {
    let head = |at: usize| find(glyphs, at, &[WordKind::WeekdayHead]).and_then(|it| weekday(glyphs, it.1));
    let (_, end) = head(at)?;
    let (_, end) = head(separator(glyphs, end)?)?;
    Some(end)
}

/// The end of the （星期二） or ，星期二 behind a day, which only explains it.
pub(crate) fn explaining_weekday(glyphs: &Glyphs, at: usize) -> Option<usize> {
    if !"日号".contains(glyphs.before(at)) {
        return None;
    }
    let start = glyphs.after_one_of(at, "(,，")?;
    let (_, end) = find(glyphs, start, &[WordKind::WeekdayHead])?;
    let (_, end) = weekday(glyphs, end)?;
    if glyphs.char(start - 1) == '(' { glyphs.after(end, ")") } else { glyphs.is_stop(end).then_some(end) }
}

/// The weekday's number, 0 for Monday.
pub(crate) fn weekday(glyphs: &Glyphs, at: usize) -> Option<(u8, usize)> {
    let number = "一二三四五六日天".chars().position(|it| it == glyphs.char(at))?;
    // 上周天气, 下周日程 say no day.
    let other = match glyphs.char(at) {
        '天' => "气空",
        '日' => "程常均报本",
        _ => "",
    };
    if other.contains(glyphs.char(at + 1)) {
        return None;
    }
    Some((u8::try_from(number.min(6)).ok()?, at + 1))
}

/// The same year with one part of it or two.
pub(crate) fn points(year: Option<YearRef>, inners: Inners) -> Points {
    let point = |inner| Point::Calendar { year, inner };
    (point(inners.0), inners.1.map(point))
}

/// One point that ends at `end`.
pub(crate) fn one(point: Point, end: usize) -> Option<(Points, usize)> {
    Some(((point, None), end))
}

/// 上周, 上周五, 上个星期五, 周三, 本周末, 上季度.
fn week(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    if let Some((word, end)) = find(glyphs, at, &[WordKind::Week]) {
        return week_word(glyphs, word.a, end);
    }
    if let Some((word, end)) = find(glyphs, at, &[WordKind::Quarter]) {
        return one(Point::Quarter(word.a), end);
    }
    let (_, end) = find(glyphs, at, &[WordKind::WeekdayHead])?;
    let (weekday, end) = weekday(glyphs, end)?;
    // 周一 may be the beginning of another word or name: 四周一片, 周一鸣.
    let short = "周週".contains(glyphs.char(at));
    let bound = glyphs.before(at) != '个' && (!short || !"四一两三双几多每整近各单圆".contains(glyphs.before(at)));
    let end = day::part_of_day(glyphs, end);
    let free = !short || glyphs.is_stop(end) || day::may_follow_day(glyphs, end) || end > at + 2;
    (bound && free).then_some(((Point::Weekday { week: None, weekday }, None), end))
}

/// What follows 上周: 五, 周五, 末, or nothing.
fn week_word(glyphs: &Glyphs, week: i32, end: usize) -> Option<(Points, usize)> {
    let day = |weekday| Point::Weekday { week: Some(week), weekday };
    let head = find(glyphs, end, &[WordKind::WeekdayHead]).map_or(end, |it| it.1);
    if let Some(end) = glyphs.after(head, "末") {
        return Some(((day(5), Some(day(6))), end));
    }
    match weekday(glyphs, head) {
        Some((weekday, end)) => one(day(weekday), day::part_of_day(glyphs, end)),
        None => one(Point::Week(week), end),
    }
}

/// 昨日上午, 次日, 今明两天.
fn day_word(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let (word, end) = find(glyphs, at, &[WordKind::Day, WordKind::NamedDay, WordKind::DaySpan])?;
    let point = match word.kind {
        WordKind::DaySpan => return one(Point::DaySpan(word.a, word.b), end),
        WordKind::Day => Point::DayStep(word.a),
        _ => Point::NamedDayStep(word.a),
    };
    one(point, day::part_of_day(glyphs, end))
}
