//! Reads decades and centuries: 20世纪90年代初, 七八十年代, 80、90年代, 21世纪, 公元前3世纪.

use super::expression::{CenturyRef, Point};
use super::glyph::{Glyphs, Numeral, is_chinese_digit};
use super::point::{Points, one, separator};
use super::words::{WordKind, find};
use super::year::is_year;

/// The decade or century at `at`.
pub(crate) fn decade(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let tail = |end: usize| find(glyphs, end, &[WordKind::DecadeTail]).map_or(end, |it| it.1);
    if let Some((century, end)) = century(glyphs, at) {
        let start = glyphs.after(end, "的").unwrap_or(end);
        return match digits(glyphs, start) {
            Some((first, last, end)) => one(decades(century, first, last), tail(end)),
            None => one(Point::Century(century), tail(end)),
        };
    }
    if let Some(res) = century_before_christ(glyphs, at) {
        return Some(res);
    }
    let full = |it: &Numeral| it.n_digits == 4 && it.value.is_multiple_of(10) && is_year(it.value);
    if let Some(numeral) = glyphs.numeral(at).filter(full) {
        let end = glyphs.after(numeral.end, "年代")?;
        let century = CenturyRef::Absolute(i32::try_from(numeral.value / 100 * 100).ok()?);
        let digit = u8::try_from(numeral.value % 100 / 10).ok()?;
        return one(decades(century, digit, digit), tail(end));
    }
    let whole = !is_chinese_digit(glyphs.before(at)) && !glyphs.before(at).is_ascii_digit();
    let (first, last, end) = digits(glyphs, at).filter(|it| whole && it.0 >= 2)?;
    one(decades(CenturyRef::Absolute(1900), first, last), tail(end))
}

fn decades(century: CenturyRef, first: u8, last: u8) -> Point {
    if first == last { Point::Decade(century, first) } else { Point::Decades(century, first, last) }
}

/// 上世纪, 20世纪, 公元3世纪.
fn century(glyphs: &Glyphs, at: usize) -> Option<(CenturyRef, usize)> {
    if let Some((word, end)) = find(glyphs, at, &[WordKind::Century]) {
        return Some((CenturyRef::Published(word.a), end));
    }
    let era = find(glyphs, at, &[WordKind::CommonEra]).filter(|it| it.0.a > 0).map(|it| it.1);
    // 3个世纪 is a length of time, and 两个世纪 too; 3世纪 is not.
    let numeral = glyphs.numeral(era.unwrap_or(at)).filter(|it| (1..=30).contains(&it.value) && it.n_digits <= 2)?;
    let end = glyphs.after(numeral.end, "世纪")?;
    // 一世纪 and 半世纪 are lengths of time as well.
    let free = era.is_some() || numeral.value > 1;
    free.then_some((CenturyRef::Absolute(i32::try_from(numeral.value).ok()? * 100 - 100), end))
}

/// 公元前3世纪: the years -299 to -200 (300 to 201 BC).
fn century_before_christ(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let (_, start) = find(glyphs, at, &[WordKind::CommonEra]).filter(|it| it.0.a < 0)?;
    let numeral = glyphs.numeral_after(start).filter(|it| (1..=50).contains(&it.value) && it.n_digits <= 2)?;
    let end = glyphs.after(numeral.end, "世纪")?;
    let end = find(glyphs, end, &[WordKind::DecadeTail]).map_or(end, |it| it.1);
    let last = 100 - i32::try_from(numeral.value).ok()? * 100;
    one(Point::Years(last - 99, last), end)
}

/// The decades of 90年代, 七八十年代, 80、90年代, 60至70年代.
fn digits(glyphs: &Glyphs, at: usize) -> Option<(u8, u8, usize)> {
    if let Some((first, last, end)) = neighbours(glyphs, at) {
        return Some((first, last, end));
    }
    let numeral = glyphs.numeral_after(at)?;
    let digit = decade_digit(numeral.value)?;
    if let Some(end) = glyphs.after(numeral.end, "年代") {
        return Some((digit, digit, end));
    }
    let start = separator(glyphs, numeral.end).or_else(|| glyphs.after(numeral.end, "、"))?;
    let last = glyphs.numeral_after(start)?;
    let end = glyphs.after(last.end, "年代")?;
    Some((digit, decade_digit(last.value).filter(|it| *it > digit)?, end))
}

/// 七八十年代.
fn neighbours(glyphs: &Glyphs, at: usize) -> Option<(u8, u8, usize)> {
    let digit = |at: usize| "零一二三四五六七八九".chars().position(|it| it == glyphs.char(at));
    let (first, last) = (digit(at)?, digit(at + 1)?);
    let end = glyphs.after(at + 2, "十年代")?;
    (last == first + 1 && first > 0).then_some((u8::try_from(first).ok()?, u8::try_from(last).ok()?, end))
}

fn decade_digit(value: u32) -> Option<u8> {
    (value.is_multiple_of(10) && value < 100).then(|| u8::try_from(value / 10).ok())?
}
