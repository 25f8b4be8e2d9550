//! Reads years and what follows them: 2023年10月, 二〇二三年, 两千零四年, 98年5月, 今年上半年, 光绪三年, 公元前221年.

use super::expression::{Inner, Point, YearRef};
use super::glyph::{Glyphs, Numeral};
use super::inner;
use super::lunar_words;
use super::point::{Points, one, points, separator};
use super::words::{WordKind, find};

/// “十四五”时期.
pub(crate) fn plan(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    let (word, end) = find(glyphs, at, &[WordKind::Plan])?;
    let (_, end) = find(glyphs, end, &[WordKind::PlanTail])?;
    one(Point::Years(word.a, word.b), end)
}

/// 2019至2021年, 1996—97年, 2021-2022学年, 2021、2022年, 今明两年.
pub(crate) fn year_pair(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    if let Some((word, end)) = find(glyphs, at, &[WordKind::YearSpan]) {
        return one(Point::YearSpan(word.a, word.b), end);
    }
    let numeral = glyphs.numeral(at).filter(|it| it.n_digits == 4 && is_year(it.value))?;
    let listed = glyphs.after(numeral.end, "、");
    let next = glyphs.numeral_after(separator(glyphs, numeral.end).or(listed)?)?;
    let last = match next.n_digits {
        4 if is_year(next.value) => next.value,
        // 1996—97年: the second is of the same century.
        2 => Some(numeral.value / 100 * 100 + next.value).filter(|it| *it > numeral.value)?,
        _ => return None,
    };
    if listed.is_some() && last != numeral.value + 1 {
        return None;
    }
    let unit = YEAR_UNITS.iter().find_map(|it| glyphs.after(next.end, it));
    let end = unit.or_else(|| is_life(glyphs, at, next.end).then_some(next.end))?;
    // 1985到1989年9月 ends in a part of its year.
    let (inners, end) = inner::after_year(glyphs, end);
    let point = |year: u32, inner| {
        let year = Some(YearRef::Absolute(i32::try_from(year).ok()?));
        Some(Point::Calendar { year, inner })
    };
    let (first, second) = (point(numeral.value, Inner::Whole)?, point(last, inners.0)?);
    inners.1.is_none().then_some(((first, Some(second)), end))
}

/// What years are called, longest first.
const YEAR_UNITS: [&str; 5] = ["学年", "年度", "赛季", "财年", "年"];

/// （1817—1862）, 从2016到2018: two years that need no unit, in brackets or behind 从 and before a stop.
fn is_life(glyphs: &Glyphs, at: usize, end: usize) -> bool {
    let bracketed = "(（".contains(glyphs.before(at)) && ")）".contains(glyphs.char(end));
    bracketed || "从自".contains(glyphs.before(at)) && glyphs.is_stop(end) && glyphs.char(end) != '、'
}

/// A year and the part of it that follows.
pub(crate) fn with_year(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    if let Some((word, end)) = find(glyphs, at, &[WordKind::YearSeason]) {
        let season = Inner::Season(u8::try_from(word.a).ok()?);
        return Some((points(Some(YearRef::Published(word.b)), (season, None)), end));
    }
    // 农历二〇二一年八月十五 names the calendar first.
    let head = find(glyphs, at, &[WordKind::LunarHead]).map(|it| it.1);
    let (year, end) = year(glyphs, head.unwrap_or(at))?;
    let part = glyphs.skip_blanks(end);
    let is_lunar = head.is_some() || matches!(year, YearRef::Sexagenary(_));
    if let Some((inner, end)) = lunar_words::read(glyphs, part, is_lunar) {
        return Some((points(Some(year), (inner, None)), end));
    }
    if let Some(end) = find(glyphs, end, &[WordKind::SamePeriod]).map(|it| it.1) {
        return one(Point::SamePeriod(year), end);
    }
    let ((first, last), end) = inner::after_year(glyphs, end);
    let first = if is_lunar { lunar_words::of_lunar_year(first) } else { first };
    Some((points(Some(year), (first, last)), end))
}

/// True for a number that may be a year without more ado.
pub(crate) fn is_year(value: u32) -> bool {
    (1000..3000).contains(&value)
}

/// 2023年, 二〇二三年, 23年5月, 今年, ’98.
fn year(glyphs: &Glyphs, at: usize) -> Option<(YearRef, usize)> {
    if let Some((word, end)) = find(glyphs, at, &[WordKind::Year, WordKind::NamedYear]) {
        let year = if word.kind == WordKind::Year { YearRef::Published(word.a) } else { YearRef::Named(word.a) };
        return Some((year, end));
    }
    if let Some((word, end)) = find(glyphs, at, &[WordKind::Era]) {
        return era_year(glyphs, word.a, end);
    }
    if let Some((word, end)) = find(glyphs, at, &[WordKind::CommonEra]) {
        return common_era(glyphs, word.a, end);
    }
    if let Some(res) = apostrophe_year(glyphs, at).or_else(|| spoken(glyphs, at)).or_else(|| sexagenary(glyphs, at)) {
        return Some(res);
    }
    let numeral = glyphs.numeral(at)?;
    let season = || YEAR_UNITS.iter().find_map(|it| glyphs.after(numeral.end, it)).filter(|_| numeral.n_digits == 4);
    let end = glyphs.after_one_of(numeral.end, "年").or_else(season)?;
    let value = i32::try_from(numeral.value).ok()?;
    match numeral.n_digits {
        2 if is_short_year(glyphs, at, &numeral, end) => Some((short_year(value), end)),
        4 if is_year(numeral.value) && !is_duration(glyphs, at, end, value) => Some((YearRef::Absolute(value), end)),
        // 三六七年 is a year by its form, 789年 where a month follows.
        3 if numeral.value >= 100 && (numeral.chinese || inner::part_follows(glyphs, end)) => {
            Some((YearRef::Absolute(value), end))
        }
        _ => None,
    }
}

/// Two digits are a year by their form (零八年, 九七年, 07年), where a part of the year follows (23年5月), and from 77 on
/// where nothing makes them a length of time (98年). 三四年 is three or four years.
fn is_short_year(glyphs: &Glyphs, at: usize, numeral: &Numeral, end: usize) -> bool {
    if inner::part_follows(glyphs, end) {
        return true;
    }
    if numeral.chinese {
        // 三五年 and 三四年 are some years.
        return numeral.value != 35 && (numeral.value < 10 || numeral.value / 10 + 1 != numeral.value % 10);
    }
    let counted = "近约超达有过满共历时了的龄逾第每".contains(glyphs.before(at));
    let length = ["来", "的", "历", "里", "之", "如", "前", "间", "后", "内", "多", "以上", "了", "党龄", "工龄", "寿"];
    let is_length = counted || length.iter().any(|it| glyphs.after(end, it).is_some());
    numeral.value < 10 || numeral.value >= 77 && !numeral.value.is_multiple_of(5) && !is_length
}

/// ’98, '23: where no quotation is open that the mark could close.
fn apostrophe_year(glyphs: &Glyphs, at: usize) -> Option<(YearRef, usize)> {
    let start = glyphs.after_one_of(at, "’'‘").filter(|it| *it == at + 1 && !glyphs.before(at).is_ascii_digit())?;
    let numeral = glyphs.numeral(start).filter(|it| it.n_digits == 2 && !it.chinese)?;
    let open = (at.saturating_sub(40)..at).rev().map(|it| glyphs.char(it)).find(|it| "‘’'\n".contains(*it));
    let free = !matches!(open, Some('‘' | '\'')) && !"’'.%".contains(glyphs.char(numeral.end));
    // ’97年会 is a meeting.
    let end = glyphs.after(numeral.end, "年").filter(|it| glyphs.char(*it) != '会').unwrap_or(numeral.end);
    free.then_some((short_year(i32::try_from(numeral.value).ok()?), end))
}

/// Two digits up to 29 are of this century.
fn short_year(value: i32) -> YearRef {
    YearRef::Absolute(value + if value < 30 { 2000 } else { 1900 })
}

/// 两千零四年, 二千零二十年; 两千年 only where a month follows.
fn spoken(glyphs: &Glyphs, at: usize) -> Option<(YearRef, usize)> {
    let start = glyphs.after(at, "两千").or_else(|| glyphs.after(at, "二千"))?;
    if "百千万亿十".contains(glyphs.before(at)) {
        return None;
    }
    let rest = glyphs.after_one_of(start, "零〇").and_then(|it| glyphs.numeral_after(it)).filter(|it| it.value < 100);
    let (value, end) = rest.map_or((0, start), |it| (it.value, it.end));
    let end = glyphs.after(end, "年")?;
    let said = value > 0 || inner::part_follows(glyphs, end);
    said.then(|| Some((YearRef::Absolute(2000 + i32::try_from(value).ok()?), end)))?
}

/// 民国三年, 光绪元年.
fn era_year(glyphs: &Glyphs, before_first: i32, at: usize) -> Option<(YearRef, usize)> {
    let (value, end) = match glyphs.numeral_after(at) {
        Some(it) if it.n_digits <= 2 => (i32::try_from(it.value).ok()?, it.end),
        _ => (1, glyphs.after(at, "元")?),
    };
    Some((YearRef::Absolute(before_first + value), glyphs.after_one_of(end, "年")?))
}

/// 公元1206年, 公元前221年 (the year -220 of EDTF).
fn common_era(glyphs: &Glyphs, sign: i32, at: usize) -> Option<(YearRef, usize)> {
    let numeral = glyphs.numeral_after(at).filter(|it| (1..=4000).contains(&it.value))?;
    let end = glyphs.after_one_of(numeral.end, "年")?;
    let value = i32::try_from(numeral.value).ok()?;
    Some((YearRef::Absolute(if sign < 0 { 1 - value } else { value }), end))
}

/// 癸卯年, 癸卯兔年: the two signs of the cycle of sixty.
fn sexagenary(glyphs: &Glyphs, at: usize) -> Option<(YearRef, usize)> {
    let stem = "甲乙丙丁戊己庚辛壬癸".chars().position(|it| it == glyphs.char(at))?;
    let branch = "子丑寅卯辰巳午未申酉戌亥".chars().position(|it| it == glyphs.char(at + 1))?;
    if stem % 2 != branch % 2 {
        return None;
    }
    let animal = "鼠牛虎兔龙蛇马羊猴鸡狗猪".chars().nth(branch).filter(|it| *it == glyphs.char(at + 2));
    let end = glyphs.after(at + 2 + usize::from(animal.is_some()), "年")?;
    // 6 × stem − 5 × branch solves both congruences.
    let number = (6 * stem + 60 - 5 * branch % 60) % 60;
    Some((YearRef::Sexagenary(u8::try_from(number).ok()?), end))
}

/// 近2000年, 2000年来, 2000年历史: a round number of years.
fn is_duration(glyphs: &Glyphs, at: usize, end: usize, value: i32) -> bool {
    let before = "近约超达距今有过".contains(glyphs.before(at));
    let behind = ["来", "的历史", "历史", "间的", "左右的"].iter().any(|it| glyphs.after(end, it).is_some())
        && glyphs.after(end, "来").is_none_or(|it| !glyphs.is_stop(it));
    // 1000年前 counts years, 2000年前 does not.
    let ago = value < 1900 && glyphs.after(end, "前").is_some();
    value % 100 == 0 && (before || behind || ago)
}
