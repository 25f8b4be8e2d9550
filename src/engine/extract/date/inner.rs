//! Reads a part of a year: months and their parts, quarters, seasons, feasts, the year's edges.

use super::day::{bare_day, day, day_pair, day_without_unit, following, is_short};
use super::expression::{Inner, MonthRef};
use super::feast::{bare_feast, feast};
use super::glyph::{Glyphs, Numeral};
use super::lunar_words;
use super::nth::nth;
use super::point::separator;
use super::words::{WordKind, find};

/// A part of a year, and the second one where both share a unit (5至10月, 3月5-7日).
pub(crate) type Inners = (Inner, Option<Inner>);

/// What follows a year that ends at `at`; the whole year where nothing does.
pub(crate) fn after_year(glyphs: &Glyphs, at: usize) -> (Inners, usize) {
    let start = glyphs.skip_blanks(at);
    let linked = || glyphs.after(start, "的").and_then(|it| part(glyphs, it));
    year_tail(glyphs, start).or_else(|| part(glyphs, start)).or_else(linked).unwrap_or_else(|| {
        let plain = |it: usize| !"过假汛夏冬数".contains(glyphs.char(it));
        let end = glyphs.after(at, "度").filter(|it| plain(*it)).or_else(|| glyphs.after(at, "全年"));
        ((Inner::Whole, None), end.unwrap_or(at))
    })
}

/// A part of a year whose year is not said.
pub(crate) fn alone(glyphs: &Glyphs, at: usize) -> Option<(Inners, usize)> {
    let one = |inner, end| Some(((inner, None), end));
    if let Some((inner, end)) = bare_feast(glyphs, at) {
        return one(inner, end);
    }
    if let Some((word, end)) = find(glyphs, at, &[WordKind::MonthEdge]) {
        return one(Inner::MonthEdge(MonthRef::Published(0), number(word.a)), end);
    }
    if let Some((inner, end)) = lunar_words::read(glyphs, at, false) {
        return one(inner, end);
    }
    quarter_pair(glyphs, at)
        .or_else(|| run_up(glyphs, at))
        .or_else(|| part_word(glyphs, at))
        .or_else(|| months(glyphs, at))
        .or_else(|| bare_day(glyphs, at))
}

/// True where a month, a quarter, a half, a solar term or the year's end stands at `at`.
pub(crate) fn part_follows(glyphs: &Glyphs, at: usize) -> bool {
    let month = glyphs.numeral_after(at).is_some_and(|it| glyphs.after_one_of(it.end, "月").is_some());
    month || find(glyphs, at, &[WordKind::YearPart, WordKind::YearTail, WordKind::Term]).is_some()
}

/// The 底 of 2022年底, which needs the 年 before it.
fn year_tail(glyphs: &Glyphs, at: usize) -> Option<(Inners, usize)> {
    let (word, end) = find(glyphs, at, &[WordKind::YearTail])?;
    (glyphs.before(at) == '年').then_some(((Inner::YearEdge(number(word.a)), None), end))
}

fn part(glyphs: &Glyphs, at: usize) -> Option<(Inners, usize)> {
    counted_months(glyphs, at)
        .or_else(|| quarter_pair(glyphs, at))
        .or_else(|| season_word(glyphs, at))
        .or_else(|| part_word(glyphs, at))
        .or_else(|| {
            let Some((word, end)) = find(glyphs, at, &[WordKind::NumeralFestival]) else {
                return months(glyphs, at);
            };
            let (inner, end) = feast(glyphs, word, end)?;
            Some(((inner, None), end))
        })
}

/// 前三个月, 头两个月, 后3个月: the first or last months of the year; 第8个月, 首月: one of them.
fn counted_months(glyphs: &Glyphs, at: usize) -> Option<(Inners, usize)> {
    let one = |month, end| Some(((Inner::Month(MonthRef::Absolute(month)), None), end));
    if let Some(end) = glyphs.after(at, "首月") {
        return one(1, end);
    }
    let start = ["最后", "前", "头", "后", "第"].iter().find_map(|it| glyphs.after(at, it))?;
    let numeral = glyphs.numeral_after(start).filter(|it| (1..=12).contains(&it.value));
    let (value, end) = match numeral {
        Some(it) => (u8::try_from(it.value).ok()?, it.end),
        None => (2, glyphs.after(start, "两")?),
    };
    let plain = || glyphs.after(end, "月").filter(|_| glyphs.char(at) != '第');
    let end = glyphs.after(end, "个月").or_else(plain)?;
    match glyphs.char(at) {
        '第' => one(value, end),
        '前' | '头' if value > 1 => Some(((Inner::Months(1, value), None), end)),
        '后' | '最' if value > 1 && value < 12 => Some(((Inner::Months(13 - value, 12), None), end)),
        _ => None,
    }
}

/// 春季, 盛夏 behind a year.
fn season_word(glyphs: &Glyphs, at: usize) -> Option<(Inners, usize)> {
    let (word, end) = find(glyphs, at, &[WordKind::VagueSeason, WordKind::Season])?;
    let inner = match (word.kind, find(glyphs, at, &[WordKind::Season])) {
        (WordKind::VagueSeason, Some((season, _))) => Inner::Season(number(season.a)),
        (WordKind::VagueSeason, None) if word.a > word.b => Inner::Season(24),
        (WordKind::VagueSeason, None) => Inner::Months(number(word.a), number(word.b)),
        _ => Inner::Season(number(word.a)),
    };
    Some(((inner, None), end))
}

/// 前10个月 where a clause begins, or behind those whose figure it tells: the year is that of the text.
fn run_up(glyphs: &Glyphs, at: usize) -> Option<(Inners, usize)> {
    if glyphs.char(at) != '前' {
        return None;
    }
    let begins = "\n,。;；!！？?:".contains(glyphs.before(at));
    let (inners, end) = counted_months(glyphs, at).filter(|_| begins || tells_figure(glyphs, at))?;
    (!"的免内里后之就便,。".contains(glyphs.char(end)) || begins && glyphs.char(end) == ',').then_some((inners, end))
}

/// Endings of those who report figures: 该集团前5个月. No verb ends so, as in 上市前3个月, 毕业前3个月.
const REPORTERS: [&str; 26] = [
    "集团",
    "公司",
    "企业",
    "工业",
    "行业",
    "产业",
    "农业",
    "我国",
    "全国",
    "中国",
    "全省",
    "我省",
    "全市",
    "我市",
    "全县",
    "全区",
    "自治区",
    "银行",
    "海关",
    "铁路",
    "港口",
    "口岸",
    "机场",
    "港",
    "省",
    "州",
];

/// True where one who reports figures stands before `at`, and the clause tells one in digits.
fn tells_figure(glyphs: &Glyphs, at: usize) -> bool {
    let named = REPORTERS.iter().any(|it| {
        let start = at.checked_sub(it.chars().count());
        start.and_then(|start| glyphs.after(start, it)).is_some_and(|it| it == at)
    });
    let clause = (at + 2..at + 40).take_while(|it| !"。;；!！\n".contains(glyphs.char(*it)));
    let unit = glyphs.numeral_after(at + 1).map_or(at + 2, |it| it.end);
    named && clause.filter(|it| *it > unit).any(|it| glyphs.char(it).is_ascii_digit())
}

/// 三、四季度, 一至三季度, 第三、第四季度.
fn quarter_pair(glyphs: &Glyphs, at: usize) -> Option<(Inners, usize)> {
    let number = |at: usize| glyphs.numeral_after(at).filter(|it| (1..=4).contains(&it.value) && it.n_digits < 2);
    let start = glyphs.after(at, "第").unwrap_or(at);
    let first = number(start).filter(|_| start > at || glyphs.numeral(at).is_some())?;
    let between = separator(glyphs, first.end).or_else(|| glyphs.after_one_of(first.end, "、和"))?;
    let last = number(glyphs.after(between, "第").unwrap_or(between)).filter(|it| it.value > first.value)?;
    let end = glyphs.after(last.end, "季度")?;
    let month = |quarter: u32, of: u32| u8::try_from(quarter * 3 - of).ok();
    Some(((Inner::Months(month(first.value, 2)?, month(last.value, 0)?), None), end))
}

/// 上半年, 年初, 国庆节.
fn part_word(glyphs: &Glyphs, at: usize) -> Option<(Inners, usize)> {
    use WordKind::{Festival, LunarFestival, NthFestival, Term, YearEdge, YearPart};
    let kinds = [Festival, LunarFestival, NthFestival, Term, YearEdge, YearPart];
    let (word, end) = find(glyphs, at, &kinds)?;
    let (inner, end) = match word.kind {
        YearPart => (Inner::Months(number(word.a), number(word.b)), end),
        YearEdge => (Inner::YearEdge(number(word.a)), end),
        _ => feast(glyphs, word, end)?,
    };
    Some(((inner, None), end))
}

/// 10月, 5至10月, 本月, and what follows a month.
fn months(glyphs: &Glyphs, at: usize) -> Option<(Inners, usize)> {
    if let Some((word, end)) = find(glyphs, at, &[WordKind::Month, WordKind::NamedMonth]) {
        let month = if word.kind == WordKind::Month { MonthRef::Published(word.a) } else { MonthRef::Named(word.a) };
        return Some(month_tail(glyphs, month, end));
    }
    if let Some(end) = glyphs.after(at, "元月") {
        return Some(month_tail(glyphs, MonthRef::Absolute(1), end));
    }
    if glyphs.before(at) == '第' {
        return None;
    }
    let numeral = glyphs.numeral(at).filter(is_short)?;
    if let Some(res) = month_pair(glyphs, numeral) {
        return Some(res);
    }
    let end =
        glyphs.after_one_of(numeral.end, "月").filter(|it| !"龄余多嫂饼球亮租薪票经息".contains(glyphs.char(*it)))?;
    let month = u8::try_from(numeral.value).ok()?;
    // 一月一次, 三月三: no month of the calendar.
    let plain = |it: usize| glyphs.numeral_after(it).is_none() || day(glyphs, it).is_some();
    let odd = numeral.chinese && !plain(end) && day_pair(glyphs, end).is_none();
    let (inners, end) = month_tail(glyphs, MonthRef::Absolute(month), end);
    let possible = (1..=12).contains(&month) || matches!(inners.0, Inner::Day(..));
    (!odd && possible).then_some((inners, end))
}

/// 5至10月, 7、8月.
fn month_pair(glyphs: &Glyphs, numeral: Numeral) -> Option<(Inners, usize)> {
    let (listed, next) = (glyphs.after(numeral.end, "、"), following(glyphs, numeral)?);
    let end = glyphs.after_one_of(next.end, "月")?;
    let end = glyphs.after(end, "份").unwrap_or(end);
    let month = |value: u32| u8::try_from(value).ok().filter(|it| (1..=12).contains(it));
    let (first, last) = (month(numeral.value)?, month(next.value)?);
    let month = |it| Inner::Month(MonthRef::Absolute(it));
    // 5月10日 begins after a dash too: 4-5月10日 is no pair.
    (listed.is_none() || last > first).then_some(((month(first), Some(month(last))), end))
}

fn month_tail(glyphs: &Glyphs, month: MonthRef, end: usize) -> (Inners, usize) {
    let end = glyphs.after(end, "份").unwrap_or(end);
    if let Some((word, end)) = find(glyphs, end, &[WordKind::MonthPart, WordKind::MonthEdge]) {
        let inner = if word.a == word.b {
            Inner::MonthEdge(month, number(word.a))
        } else {
            Inner::MonthDays(month, number(word.a), number(word.b))
        };
        return ((inner, None), end);
    }
    if let Some((Inner::Day(_, day), end)) = day(glyphs, end).or_else(|| day_without_unit(glyphs, end)) {
        return ((Inner::Day(month, day), None), end);
    }
    if let Some((inner, end)) = nth(glyphs, end, month) {
        return ((inner, None), end);
    }
    match day_pair(glyphs, end) {
        Some((first, last, end)) => ((Inner::Day(month, first), Some(Inner::Day(month, last))), end),
        None => ((Inner::Month(month), None), end),
    }
}

fn number(value: i32) -> u8 {
    u8::try_from(value).unwrap_or(0)
}
