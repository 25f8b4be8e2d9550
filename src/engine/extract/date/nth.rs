//! Reads weeks and weekdays counted in a month: 10月的第一周, 6月第三个星期日, 4月最后一个周一, 9月首个周末.

use super::expression::{Inner, MonthRef, WeekPart};
use super::glyph::Glyphs;
use super::point::weekday;
use super::words::{WordKind, find};

/// What is counted at `at`, behind a month.
pub(crate) fn nth(glyphs: &Glyphs, at: usize, month: MonthRef) -> Option<(Inner, usize)> {
    let start = glyphs.after(at, "的").unwrap_or(at);
    let (n, end) = number(glyphs, start)?;
    let (part, end) = part(glyphs, glyphs.after(end, "个").unwrap_or(end))?;
    Some((Inner::Nth(month, n, part), end))
}

/// 第三, 首, 最后一; 0 is the last.
fn number(glyphs: &Glyphs, at: usize) -> Option<(u8, usize)> {
    if let Some(end) = glyphs.after(at, "最后一") {
        return Some((0, end));
    }
    if let Some(end) = glyphs.after(at, "首") {
        return Some((1, end));
    }
    let numeral = glyphs.numeral_after(glyphs.after(at, "第")?).filter(|it| (1..=5).contains(&it.value))?;
    Some((u8::try_from(numeral.value).ok()?, numeral.end))
}

fn part(glyphs: &Glyphs, at: usize) -> Option<(WeekPart, usize)> {
    let (_, end) = find(glyphs, at, &[WordKind::WeekdayHead])?;
    if let Some(end) = glyphs.after(end, "末") {
        return Some((WeekPart::Weekend, end));
    }
    match weekday(glyphs, end) {
        Some((weekday, end)) => Some((WeekPart::Weekday(weekday), end)),
        // 第一周年 and 第一期 count something else.
        None => (!"年岁期刊".contains(glyphs.char(end))).then_some((WeekPart::Week, end)),
    }
}
