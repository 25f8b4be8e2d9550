//! Reads a day of the lunar calendar: 正月初五, 农历八月十五, 腊月二十三, 五月廿二.

use super::expression::{Feast, Inner};
use super::glyph::Glyphs;
use super::words::{WordKind, find};

/// The lunar day at `at`, and where it ends. `said` is true where 农历 stands before the year. Without 农历, the month
/// or the day must be written as only this calendar does.
pub(crate) fn day(glyphs: &Glyphs, at: usize, said: bool) -> Option<(Inner, usize)> {
    let head = find(glyphs, at, &[WordKind::LunarHead]).map(|it| it.1);
    let start = head.unwrap_or(at);
    let (month, own_month, end) = match find(glyphs, start, &[WordKind::LunarMonth]) {
        Some((word, end)) => (u8::try_from(word.a).ok()?, true, end),
        None => {
            let numeral = glyphs.numeral(start).filter(|it| it.chinese && (1..=12).contains(&it.value))?;
            (u8::try_from(numeral.value).ok()?, false, glyphs.after(numeral.end, "月")?)
        }
    };
    let (day, own_day) = match glyphs.after(end, "初") {
        Some(after) => (glyphs.numeral_after(after).filter(|it| it.value <= 10)?, true),
        None => (glyphs.numeral_after(end)?, glyphs.char(end) == '廿'),
    };
    let lunar = said || head.is_some() || own_month || own_day;
    let fits = lunar && day.chinese && (1..=30).contains(&day.value);
    // 十二月二十三日 is of our own calendar.
    let solar = "日号".contains(glyphs.char(day.end)) && !said && head.is_none();
    (fits && !solar).then_some((Inner::Feast(Feast::Lunar(month, u8::try_from(day.value).ok()?), 0), day.end))
}
