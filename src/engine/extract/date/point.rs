//! Reads one point in time: years and what follows them, or a part of a year, a day, a week that stands alone.

use super::expression::{CenturyRef, Inner, MonthRef, Point, YearRef};
use super::glyph::Glyphs;
use super::inner::{self, Inners};
use super::lunar_words;
use super::words::{WordKind, find};

/// A point, and the second one where both share a unit (5至10月).
pub(crate) type Points = (Point, Option<Point>);

const SEPARATORS: [&str; 10] = ["——", "--", "至", "到", "-", "–", "—", "~", "─", "−"];

/// The point that begins at `at`, and where it ends.
pub(crate) fn at(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    if glyphs.before(at) == '第' {
        return None;
    }
    numeric_day(glyphs, at)
        .or_else(|| decade(glyphs, at))
        .or_else(|| plan(glyphs, at))
        .or_else(|| year_pair(glyphs, at))
        .or_else(|| with_year(glyphs, at))
        .or_else(|| week(glyphs, at))
        .or_else(|| day_word(glyphs, at))
        .or_else(|| inner::alone(glyphs, at).map(|(inners, end)| (points(None, inners), end)))
}

/// The end of a range whose `first` point is known: a day needs no month there.
pub(crate) fn second(glyphs: &Glyphs, start: usize, first: Point) -> Option<(Points, usize)> {
    let has_day = matches!(first, Point::Calendar { inner: Inner::Day(..), .. });
    let day = || inner::day(glyphs, start).map(|(inner, end)| (points(None, (inner, None)), end));
    has_day.then(day).flatten().or_else(|| numbers(glyphs, start)).or_else(|| at(glyphs, start))
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

/// The end of （星期二）, which only explains the day before it.
pub(crate) fn bracketed_weekday(glyphs: &Glyphs, at: usize) -> Option<usize> {
    let start = glyphs.after(at, "(").filter(|_| "日号".contains(glyphs.before(at)))?;
    let (_, end) = find(glyphs, start, &[WordKind::WeekdayHead])?;
    let (_, end) = weekday(glyphs, end)?;
    glyphs.after(end, ")")
}

fn points(year: Option<YearRef>, inners: Inners) -> Points {
    let point = |inner| Point::Calendar { year, inner };
    (point(inners.0), inners.1.map(point))
}

fn one(point: Point, end: usize) -> Option<(Points, usize)> {
    Some(((point, None), end))
}

/// 2023-10-24, 2023/10/24, 2023.10.24, and 2023-10 with a two-digit month.
fn numeric_day(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    if is_joined(glyphs.before(at)) { None } else { numbers(glyphs, at) }
}

fn is_joined(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || "-/._".contains(ch)
}

fn numbers(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let year = glyphs.numeral(at).filter(|it| it.n_digits == 4 && !it.chinese && is_year(it.value))?;
    let mark = Some(glyphs.char(year.end)).filter(|it| "-/.".contains(*it))?;
    let month = glyphs.numeral_after(year.end + 1).filter(|it| it.n_digits <= 2 && !it.chinese)?;
    let absolute = YearRef::Absolute(i32::try_from(year.value).ok()?);
    let month_ref = MonthRef::Absolute(u8::try_from(month.value).ok().filter(|it| (1..=12).contains(it))?);
    if glyphs.char(month.end) == mark {
        let day = glyphs.numeral_after(month.end + 1).filter(|it| it.n_digits <= 2 && !it.chinese)?;
        let inner = Inner::Day(month_ref, u8::try_from(day.value).ok().filter(|it| (1..=31).contains(it))?);
        let free = !is_joined(glyphs.char(day.end)) || glyphs.is_stop(day.end + 1) || range_follows(glyphs, day.end);
        return free.then_some((points(Some(absolute), (inner, None)), inner::part_of_day(glyphs, day.end)));
    }
    // 2019.09 may be a decimal; only months up to 09 are told from it.
    let written = mark != '.' || month.value < 10 && !"亿万千百元%公米吨个倍".contains(glyphs.char(month.end));
    let bound = range_follows(glyphs, month.end) || !is_joined(glyphs.char(month.end));
    let free = written && month.n_digits == 2 && bound;
    (free && !"年月日".contains(glyphs.char(month.end)))
        .then_some((points(Some(absolute), (Inner::Month(month_ref), None)), month.end))
}

/// True for a dash and another year.
fn range_follows(glyphs: &Glyphs, at: usize) -> bool {
    glyphs
        .after(at, "-")
        .and_then(|it| glyphs.numeral_after(it))
        .is_some_and(|it| it.n_digits == 4 && is_year(it.value))
}

/// 20世纪90年代初, 上世纪八十年代, 1990年代, 90年代, 21世纪.
fn decade(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let tail = |end: usize| find(glyphs, end, &[WordKind::DecadeTail]).map_or(end, |it| it.1);
    if let Some((century, end)) = century(glyphs, at) {
        let first = glyphs.numeral_after(end).and_then(|it| Some((decade_digit(it.value)?, it.end)));
        return match first.and_then(|(digit, after)| Some((digit, glyphs.after(after, "年代")?))) {
            Some((digit, end)) => one(Point::Decade(century, digit), tail(end)),
            None => one(Point::Century(century), tail(end)),
        };
    }
    let numeral = glyphs.numeral(at)?;
    let end = glyphs.after(numeral.end, "年代")?;
    if numeral.n_digits == 4 && numeral.value.is_multiple_of(10) && is_year(numeral.value) {
        let century = i32::try_from(numeral.value / 100 * 100).ok()?;
        return one(Point::Decade(CenturyRef::Absolute(century), decade_digit(numeral.value % 100)?), tail(end));
    }
    let digit = decade_digit(numeral.value).filter(|it| *it >= 2)?;
    one(Point::Decade(CenturyRef::Absolute(1900), digit), tail(end))
}

fn century(glyphs: &Glyphs, at: usize) -> Option<(CenturyRef, usize)> {
    if let Some((word, end)) = find(glyphs, at, &[WordKind::Century]) {
        return Some((CenturyRef::Published(word.a), end));
    }
    let numeral = glyphs.numeral(at).filter(|it| (10..=30).contains(&it.value))?;
    let end = glyphs.after(numeral.end, "世纪")?;
    Some((CenturyRef::Absolute(i32::try_from(numeral.value).ok()? * 100 - 100), end))
}

fn decade_digit(value: u32) -> Option<u8> {
    (value.is_multiple_of(10) && value < 100).then(|| u8::try_from(value / 10).ok())?
}

/// “十四五”时期.
fn plan(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let (word, end) = find(glyphs, at, &[WordKind::Plan])?;
    let (_, end) = find(glyphs, end, &[WordKind::PlanTail])?;
    one(Point::Years(word.a, word.b), end)
}

/// 2019至2021年, 2021-2022学年, 2021、2022年.
fn year_pair(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let year = |value: u32, n_digits: usize| {
        (n_digits == 4 && is_year(value)).then(|| i32::try_from(value).ok().map(YearRef::Absolute))?
    };
    let numeral = glyphs.numeral(at)?;
    let first = year(numeral.value, numeral.n_digits)?;
    let listed = glyphs.after(numeral.end, "、");
    let next = glyphs.numeral_after(separator(glyphs, numeral.end).or(listed)?)?;
    let second = year(next.value, next.n_digits).filter(|_| listed.is_none() || next.value == numeral.value + 1)?;
    let end = ["学年", "年度", "赛季", "财年", "年"].iter().find_map(|it| glyphs.after(next.end, it))?;
    let point = |year| Point::Calendar { year: Some(year), inner: Inner::Whole };
    Some(((point(first), Some(point(second))), end))
}

fn with_year(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    if let Some((word, end)) = find(glyphs, at, &[WordKind::YearSeason]) {
        let season = Inner::Season(u8::try_from(word.a).ok()?);
        return Some((points(Some(YearRef::Published(word.b)), (season, None)), end));
    }
    // 农历二〇二一年八月十五 names the calendar first.
    let head = find(glyphs, at, &[WordKind::LunarHead]).map(|it| it.1);
    let (year, end) = year(glyphs, head.unwrap_or(at))?;
    if let Some((inner, end)) = lunar_words::day(glyphs, end, head.is_some()) {
        return Some((points(Some(year), (inner, None)), end));
    }
    if let Some(end) = find(glyphs, end, &[WordKind::SamePeriod]).map(|it| it.1) {
        return one(Point::SamePeriod(year), end);
    }
    let (inners, end) = inner::after_year(glyphs, end);
    Some((points(Some(year), inners), end))
}

/// 2023年, 二〇二三年, 23年5月, 今年.
fn year(glyphs: &Glyphs, at: usize) -> Option<(YearRef, usize)> {
    if let Some((word, end)) = find(glyphs, at, &[WordKind::Year, WordKind::NamedYear]) {
        let year = if word.kind == WordKind::Year { YearRef::Published(word.a) } else { YearRef::Named(word.a) };
        return Some((year, end));
    }
    if let Some((word, end)) = find(glyphs, at, &[WordKind::Era]) {
        return era_year(glyphs, word.a, end);
    }
    let numeral = glyphs.numeral(at)?;
    let end = glyphs.after_one_of(numeral.end, "年")?;
    let value = i32::try_from(numeral.value).ok()?;
    match numeral.n_digits {
        // 零八年, 九七年, 07年 are years by their form.
        2 if numeral.chinese || numeral.value < 10 => Some((short_year(value), end)),
        4 if is_year(numeral.value) && !is_duration(glyphs, at, end, value) => Some((YearRef::Absolute(value), end)),
        // 98年5月: other two digits are a year only where a part of it follows.
        2 if inner::part_follows(glyphs, end) => Some((short_year(value), end)),
        _ => None,
    }
}

/// Two digits up to 29 are of this century.
fn short_year(value: i32) -> YearRef {
    YearRef::Absolute(value + if value < 30 { 2000 } else { 1900 })
}

/// 民国三年, 光绪元年.
fn era_year(glyphs: &Glyphs, before_first: i32, at: usize) -> Option<(YearRef, usize)> {
    let (value, end) = match glyphs.numeral_after(at) {
        Some(it) if it.n_digits <= 2 => (i32::try_from(it.value).ok()?, it.end),
        _ => (1, glyphs.after(at, "元")?),
    };
    Some((YearRef::Absolute(before_first + value), glyphs.after_one_of(end, "年")?))
}

/// 近2000年, 2000年来, 2000年历史: a round number of years.
fn is_duration(glyphs: &Glyphs, at: usize, end: usize, value: i32) -> bool {
    let before = "近约超达距今有过".contains(glyphs.before(at));
    let behind = ["来", "的历史", "历史", "间的", "左右的"].iter().any(|it| glyphs.after(end, it).is_some())
        && glyphs.after(end, "来").is_none_or(|it| !glyphs.is_stop(it));
    value % 100 == 0 && (before || behind)
}

fn is_year(value: u32) -> bool {
    (1000..3000).contains(&value)
}

/// 上周, 上周五, 周三, 本周末, 上季度.
fn week(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    if let Some((word, end)) = find(glyphs, at, &[WordKind::Week]) {
        if let Some(end) = glyphs.after(end, "末") {
            let day = |weekday| Point::Weekday { week: Some(word.a), weekday };
            return Some(((day(5), Some(day(6))), end));
        }
        return match weekday(glyphs, end) {
            Some((weekday, end)) => {
                one(Point::Weekday { week: Some(word.a), weekday }, inner::part_of_day(glyphs, end))
            }
            None => one(Point::Week(word.a), end),
        };
    }
    if let Some((word, end)) = find(glyphs, at, &[WordKind::Quarter]) {
        return one(Point::Quarter(word.a), end);
    }
    let (_, end) = find(glyphs, at, &[WordKind::WeekdayHead])?;
    let (weekday, end) = weekday(glyphs, end)?;
    // 周一 may be the beginning of another word or name: 四周一片, 周一鸣.
    let bound = glyphs.char(at) != '周' || !"四一两三双几多每整近各单圆".contains(glyphs.before(at));
    let end = inner::part_of_day(glyphs, end);
    let free = glyphs.char(at) != '周' || glyphs.is_stop(end) || inner::may_follow_day(glyphs, end) || end > at + 2;
    (bound && free).then_some(((Point::Weekday { week: None, weekday }, None), end))
}

/// The weekday's number, 0 for Monday.
fn weekday(glyphs: &Glyphs, at: usize) -> Option<(u8, usize)> {
    let number = "一二三四五六日天".chars().position(|it| it == glyphs.char(at))?;
    Some((u8::try_from(number.min(6)).ok()?, at + 1))
}

/// 昨日上午, 次日.
fn day_word(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let (word, end) = find(glyphs, at, &[WordKind::Day, WordKind::NamedDay])?;
    let point = if word.kind == WordKind::Day { Point::DayStep(word.a) } else { Point::NamedDayStep(word.a) };
    one(point, inner::part_of_day(glyphs, end))
}
