//! Reads days and months of the lunar calendar: 正月初五, 农历八月十五, 腊月二十三, 五月廿二, 闰二月, 大年初六.

use super::day::part_of_day;
use super::expression::{Feast, Inner, LunarMonth};
use super::glyph::{Glyphs, Numeral, is_chinese_digit};
use super::lunar::LAST_DAY;
use super::words::{WordKind, find};

/// The lunar day or month at `at`, and where it ends. `said` is true where 农历 stands before the year. Without 农历, the
/// month or the day must be written as only this calendar does.
pub(crate) fn read(glyphs: &Glyphs, at: usize, said: bool) -> Option<(Inner, usize)> {
    let head = find(glyphs, at, &[WordKind::LunarHead]).map(|it| it.1);
    let start = head.unwrap_or(at);
    let said = said || head.is_some();
    if let Some((word, end)) = head.and_then(|it| find(glyphs, it, &[WordKind::LunarFestival])) {
        return super::feast::feast(glyphs, word, end);
    }
    if let Some(end) = glyphs.after(start, "大年初") {
        let (day, end, _) = day(glyphs, end - 1, true)?;
        return inner(Feast::LunarDay(LunarMonth { month: 1, is_leap: false }, day), end);
    }
    let (month, own_month, end) = month(glyphs, start, said)?;
    if let Some((day, end, own_day)) = day(glyphs, end, own_month) {
        // 十二月二十三日 is of our own calendar.
        let solar = "日号".contains(glyphs.char(end)) && !said && !own_month && !own_day;
        let end = part_of_day(glyphs, end);
        return if (said || own_month || own_day) && !solar { inner(Feast::LunarDay(month, day), end) } else { None };
    }
    let counted = glyphs.numeral_after(end).is_some_and(|it| !it.chinese && "日号".contains(glyphs.char(it.end)));
    (said || own_month).then_some(())?;
    if counted { None } else { inner(Feast::LunarMonth(month), end) }
}

/// The 十六 that ends 正月十四至十六.
pub(crate) fn day_of(glyphs: &Glyphs, at: usize, month: LunarMonth) -> Option<(Inner, usize)> {
    let (day, end, _) = day(glyphs, at, false)?;
    let counted = "月年日号个".contains(glyphs.char(end));
    if counted { None } else { inner(Feast::LunarDay(month, day), part_of_day(glyphs, end)) }
}

/// What a feast is in a year that is counted by the lunar calendar: 丁丑年除夕 is its last day, 丁丑年腊八节 one of its last.
pub(crate) fn of_lunar_year(inner: Inner) -> Inner {
    let last = LunarMonth { month: 12, is_leap: false };
    match inner {
        Inner::Feast(Feast::Lunar(12, 30), days) => Inner::Feast(Feast::LunarDay(last, LAST_DAY), days),
        Inner::Feast(Feast::Lunar(12, day), days) => Inner::Feast(Feast::LunarDay(last, day), days),
        other => other,
    }
}

fn inner(feast: Feast, end: usize) -> Option<(Inner, usize)> {
    Some((Inner::Feast(feast, 0), end))
}

/// The month, and whether only the lunar calendar calls one so.
fn month(glyphs: &Glyphs, at: usize, said: bool) -> Option<(LunarMonth, bool, usize)> {
    let leap = glyphs.after(at, "闰");
    let is_leap = leap.is_some();
    let start = leap.unwrap_or(at);
    if let Some((word, end)) = find(glyphs, start, &[WordKind::LunarMonth]) {
        return Some((LunarMonth { month: u8::try_from(word.a).ok()?, is_leap }, true, end));
    }
    let numeral = glyphs.numeral(start).filter(|it| it.chinese || said || is_leap)?;
    let month = u8::try_from(numeral.value).ok().filter(|it| (1..=12).contains(it))?;
    let end = glyphs.after(numeral.end, "月").filter(|it| !"饼球".contains(glyphs.char(*it)))?;
    Some((LunarMonth { month, is_leap }, is_leap, end))
}

/// The day, where it ends, and whether only the lunar calendar writes it so; in digits (腊月18) only behind a month of its
/// own and before a stop.
fn day(glyphs: &Glyphs, at: usize, own_month: bool) -> Option<(u8, usize, bool)> {
    let number = |it: Numeral, own| {
        let day = u8::try_from(it.value).ok().filter(|it| (1..=30).contains(it))?;
        Some((day, it.end, own))
    };
    if let Some(after) = glyphs.after(at, "初") {
        return number(glyphs.numeral_after(after).filter(|it| it.value <= 10 && it.n_digits <= 2)?, true);
    }
    let digits = |it: &Numeral| own_month && !it.chinese && it.n_digits <= 2 && glyphs.is_stop(it.end);
    if let Some(it) = glyphs.numeral_after(at).filter(digits) {
        return number(it, false);
    }
    let (day, end) = tens(glyphs, at)?;
    // 十六一大早: a numeral may follow a day only as the begin of a part of the day.
    let free = !is_chinese_digit(glyphs.char(end)) || part_of_day(glyphs, end) > end;
    free.then_some((day, end, glyphs.char(at) == '廿'))
}

/// 十, 十六, 二十, 廿三, 三十; and one digit, as in 八月八.
fn tens(glyphs: &Glyphs, at: usize) -> Option<(u8, usize)> {
    let digit = |at: usize| "一二三四五六七八九".chars().position(|it| it == glyphs.char(at)).map(|it| it + 1);
    let (ten, end) = match (glyphs.char(at), glyphs.char(at + 1)) {
        ('廿', _) => (20, at + 1),
        ('十', _) => (10, at + 1),
        ('二', '十') => (20, at + 2),
        ('三', '十') => return Some((30, at + 2)),
        _ => (0, at),
    };
    let (unit, end) = digit(end).map_or((0, end), |it| (it, end + 1));
    (ten + unit > 0).then(|| Some((u8::try_from(ten + unit).ok()?, end)))?
}
