//! Reads dates in numbers: 2023-10-24, 2023/10/24, 2023.10.24, 2023-10, 24/10/2023, 20231024, 6·30.

use super::day::part_of_day;
use super::expression::{Inner, MonthRef, Point, YearRef};
use super::glyph::{Glyphs, Numeral};
use super::point::{Points, one, points, separator};
use super::words::{WordKind, find};
use super::year::is_year;

/// A date in numbers that no other number touches.
pub(crate) fn day(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    if !glyphs.char(at).is_ascii_digit() || is_joined(glyphs.before(at)) {
        return None;
    }
    numbers(glyphs, at).or_else(|| compact(glyphs, at)).or_else(|| dotted(glyphs, at))
}

/// 2023-10-24 and its like, also where a dash stands before it.
pub(crate) fn numbers(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let Some(year) = glyphs.numeral(at).filter(is_full_year) else { return day_first(glyphs, at) };
    let mark = Some(glyphs.char(year.end)).filter(|it| "-/. ".contains(*it))?;
    let month = glyphs.numeral_after(year.end + 1).filter(is_part)?;
    let absolute = YearRef::Absolute(i32::try_from(year.value).ok()?);
    let month_ref = MonthRef::Absolute(u8::try_from(month.value).ok().filter(|it| (1..=12).contains(it))?);
    if glyphs.char(month.end) == mark {
        let day = glyphs.numeral_after(month.end + 1).filter(is_part)?;
        let inner = Inner::Day(month_ref, day_number(&day)?);
        // 2010 01 29 is a date only in full, where nothing follows it.
        let is_full = (month.n_digits, day.n_digits) == (2, 2) && glyphs.is_stop(day.end);
        if mark == ' ' && !is_full {
            return None;
        }
        return is_free(glyphs, day.end)
            .then_some((points(Some(absolute), (inner, None)), part_of_day(glyphs, day.end)));
    }
    // 2019.09 may be a decimal; only months up to 09 are told from it.
    let written = mark != '.' || month.value < 10 && !"亿万千百元%公米吨个倍".contains(glyphs.char(month.end));
    let bound = range_follows(glyphs, month.end) || !is_joined(glyphs.char(month.end));
    let free = written && month.n_digits == 2 && bound && mark != ' ';
    (free && !"年月日".contains(glyphs.char(month.end)))
        .then_some((points(Some(absolute), (Inner::Month(month_ref), None)), month.end))
}

/// The year that ends 2008.03-2009.
pub(crate) fn last_year(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let year = glyphs.numeral(at).filter(is_full_year)?;
    let free = !is_joined(glyphs.char(year.end)) && !"年亿万千百元%".contains(glyphs.char(year.end));
    let absolute = YearRef::Absolute(i32::try_from(year.value).ok()?);
    free.then(|| one(Point::Calendar { year: Some(absolute), inner: Inner::Whole }, year.end))?
}

/// 24/10/2023: the day first, as outside China.
fn day_first(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let day = glyphs.numeral(at).filter(is_part)?;
    let mark = Some(glyphs.char(day.end)).filter(|it| "-/.".contains(*it))?;
    let month = glyphs.numeral_after(day.end + 1).filter(is_part)?;
    let year = glyphs.numeral_after(month.end + 1).filter(is_full_year)?;
    let month_ref = MonthRef::Absolute(u8::try_from(month.value).ok().filter(|it| (1..=12).contains(it))?);
    let inner = Inner::Day(month_ref, day_number(&day)?);
    let free = glyphs.char(month.end) == mark && is_free(glyphs, year.end);
    let absolute = YearRef::Absolute(i32::try_from(year.value).ok()?);
    free.then_some((points(Some(absolute), (inner, None)), year.end))
}

/// 6·30 before a word of time, or alone; elsewhere it names an event (“3·15”晚会) or is a decimal of older print.
fn dotted(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let month = glyphs.numeral(at).filter(is_part)?;
    let day = glyphs.numeral_after(glyphs.after_one_of(month.end, "·•")?).filter(is_part)?;
    let month_ref = MonthRef::Absolute(u8::try_from(month.value).ok().filter(|it| (1..=12).contains(it))?);
    let alone = at == 0 && day.end == glyphs.len();
    let cued = find(glyphs, day.end, &[WordKind::Before, WordKind::Around, WordKind::FeastCue]).is_some();
    let inner = Inner::Day(month_ref, day_number(&day)?);
    (alone || cued).then_some((points(None, (inner, None)), day.end))
}

/// 20231024, where it is no number of a document or thing.
fn compact(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let number = glyphs.numeral(at).filter(|it| it.n_digits == 8 && !it.chinese)?;
    let (year, month, day) = (number.value / 10_000, number.value / 100 % 100, number.value % 100);
    let named = "号第码编.:".contains(glyphs.before(at)) || "号字次期版元万亿个".contains(glyphs.char(number.end));
    let free = !named && !is_joined(glyphs.char(number.end)) && (1900..2100).contains(&year);
    let fits = free && (1..=12).contains(&month) && (1..=31).contains(&day);
    let inner = Inner::Day(MonthRef::Absolute(u8::try_from(month).ok()?), u8::try_from(day).ok()?);
    fits.then_some((points(Some(YearRef::Absolute(i32::try_from(year).ok()?)), (inner, None)), number.end))
}

fn is_full_year(numeral: &Numeral) -> bool {
    numeral.n_digits == 4 && !numeral.chinese && is_year(numeral.value)
}

fn is_part(numeral: &Numeral) -> bool {
    numeral.n_digits <= 2 && !numeral.chinese
}

fn day_number(numeral: &Numeral) -> Option<u8> {
    u8::try_from(numeral.value).ok().filter(|it| (1..=31).contains(it))
}

fn is_joined(ch: char) -> bool {
    ch.is_ascii_alphanumeric() || "-/._".contains(ch)
}

/// True where a date may end: before a full stop too, and before the rest of a range.
fn is_free(glyphs: &Glyphs, end: usize) -> bool {
    !is_joined(glyphs.char(end)) || glyphs.is_stop(end + 1) || range_follows(glyphs, end)
}

/// True for a dash and another date or year.
fn range_follows(glyphs: &Glyphs, at: usize) -> bool {
    let Some(start) = separator(glyphs, at) else { return false };
    glyphs.numeral_after(start).is_some_and(|it| is_full_year(&it)) || day_first(glyphs, start).is_some()
}
