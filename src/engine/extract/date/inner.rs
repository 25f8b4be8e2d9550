//! Reads a part of a year: months and their parts, days, quarters, seasons, feasts, the year's edges.

use super::expression::{Inner, MonthRef};
use super::feast::{bare_feast, feast};
use super::glyph::{Glyphs, Numeral};
use super::lunar_words;
use super::nth::nth;
use super::point::{self, separator};
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

/// A day by its number, 24日: its month is not said.
pub(crate) fn day(glyphs: &Glyphs, at: usize) -> Option<(Inner, usize)> {
    let numeral = glyphs.numeral_after(at).filter(is_short)?;
    let end = glyphs.after_one_of(numeral.end, "日号")?;
    let day = u8::try_from(numeral.value).ok()?;
    Some((Inner::Day(MonthRef::Unsaid, day), day_end(glyphs, end)))
}

/// True where a month, a quarter, a half, a solar term or the year's end stands at `at`.
pub(crate) fn part_follows(glyphs: &Glyphs, at: usize) -> bool {
    let month = glyphs.numeral_after(at).is_some_and(|it| glyphs.after_one_of(it.end, "月").is_some());
    month || find(glyphs, at, &[WordKind::YearPart, WordKind::YearTail, WordKind::Term]).is_some()
}

/// The end of 上午 and its like behind a day that ends at `at`; else `at`.
pub(crate) fn part_of_day(glyphs: &Glyphs, at: usize) -> usize {
    let start = glyphs.skip_blanks(at);
    // 晚会 is a show, but 28日晚会见 is not.
    let evening =
        || ["晚会见", "晚会谈", "晚会晤"].iter().any(|it| glyphs.after(start, it).is_some()).then_some(start + 1);
    find(glyphs, start, &[WordKind::PartOfDay]).map(|it| it.1).or_else(evening).unwrap_or(at)
}

/// True where what stands at `at` may follow a day without its month, so that 24日 is no length of time.
pub(crate) fn may_follow_day(glyphs: &Glyphs, at: usize) -> bool {
    "在从至到起晚早夜举召发电获表说介开正抵来对就向宣上下凌公报讯赴会出透称、的将是启".contains(glyphs.char(at))
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

/// 前10个月 where a clause begins: the year is that of the text.
fn run_up(glyphs: &Glyphs, at: usize) -> Option<(Inners, usize)> {
    let begins = "\n,。;；!？?:".contains(glyphs.before(at)) && glyphs.char(at) == '前';
    let (inners, end) = counted_months(glyphs, at).filter(|_| begins)?;
    (!"的免内里后之".contains(glyphs.char(end))).then_some((inners, end))
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

/// The number that ends what `first` begins: 5至10, 7、8, and lists of neighbours, 10、11、12.
fn following(glyphs: &Glyphs, first: Numeral) -> Option<Numeral> {
    if let Some(start) = separator(glyphs, first.end) {
        return glyphs.numeral_after(start).filter(is_short);
    }
    let mut last = first;
    while let Some(next) = glyphs.after(last.end, "、").and_then(|it| glyphs.numeral_after(it)).filter(is_short) {
        if next.value != last.value + 1 {
            return None;
        }
        last = next;
    }
    (last.value > first.value).then_some(last)
}

/// The 22 of 10月22, where the date ends there or another month follows: 1月3至2月10.
fn day_without_unit(glyphs: &Glyphs, at: usize) -> Option<(Inner, usize)> {
    let number = glyphs.numeral(at).filter(|it| !it.chinese && (1..=31).contains(&it.value) && it.n_digits <= 2)?;
    let another = |it: usize| glyphs.numeral_after(it).is_some_and(|it| glyphs.after(it.end, "月").is_some());
    let ends = glyphs.is_stop(number.end) && !"、:".contains(glyphs.char(number.end));
    let fits = ends || separator(glyphs, number.end).is_some_and(another);
    fits.then_some((Inner::Day(MonthRef::Unsaid, u8::try_from(number.value).ok()?), number.end))
}

/// The 5-7日 of 3月5-7日.
fn day_pair(glyphs: &Glyphs, at: usize) -> Option<(u8, u8, usize)> {
    let first = glyphs.numeral_after(at).filter(is_short)?;
    let (listed, last) = (glyphs.after(first.end, "、"), following(glyphs, first)?);
    let end = glyphs.after_one_of(last.end, "日号")?;
    let fits = listed.is_none() || last.value > first.value;
    fits.then_some((u8::try_from(first.value).ok()?, u8::try_from(last.value).ok()?, day_end(glyphs, end)))
}

/// 24日, 24至26日 without a month: only where it cannot be a length of time.
fn bare_day(glyphs: &Glyphs, at: usize) -> Option<(Inners, usize)> {
    let numeral = glyphs.numeral(at).filter(is_short)?;
    let free = "\n,，。;；:：、(（“”至和于在从自到者截及与日午—-–~─".contains(glyphs.before(at));
    let length =
        "共近约每满达超期时历续足休需过了用限短仅留示假息养扣押停隔逾几数多第上下晒第".contains(glyphs.before(at));
    let (inners, end) = match day_pair(glyphs, at) {
        Some((first, last, end)) => {
            ((Inner::Day(MonthRef::Unsaid, first), Some(Inner::Day(MonthRef::Unsaid, last))), end)
        }
        None => {
            let (inner, end) = day(glyphs, at)?;
            ((inner, None), end)
        }
    };
    let possible = |inner: &Inner| matches!(inner, Inner::Day(_, 1..=31));
    // 12号 is a day only in a row of such: 9月11号、12号.
    let counted = "楼线院门车房井矿店桌码台机".contains(glyphs.char(end));
    let in_row = "、,".contains(glyphs.before(at)) && at >= 2 && glyphs.before(at - 1) == '号' && !counted;
    let is_day =
        (glyphs.before(end) != '号' || in_row) && possible(&inners.0) && inners.1.as_ref().is_none_or(possible);
    let said = !numeral.chinese || numeral.value >= 10 || is_said_day(glyphs, at, end);
    let length_behind = "均内游龄间之后以左线量耗程夜谈".contains(glyphs.char(end))
        || glyphs.char(end) == '前' && (numeral.chinese || !free);
    // In digits a 日 is a day of the month unless a word of length follows; 天 counts days.
    let counted = numeral.chinese || "的为无有多余行制化热券租工".contains(glyphs.char(end)) || inners.1.is_some();
    let told = free || may_follow_day(glyphs, end) || !counted;
    (is_day && said && !length && !length_behind && told).then_some((inners, end))
}

/// 二日在京, 三日晚, 自一日起: a small day in Chinese is told from a length of time by what stands beside it.
fn is_said_day(glyphs: &Glyphs, at: usize, end: usize) -> bool {
    let part = !"日号".contains(glyphs.before(end)) && glyphs.before(end) != '一';
    let told = [
        "在", "电", "讯", "报道", "宣布", "表示", "发表", "抵", "举行", "会见", "离", "说", "向", "任命", "已", "再次",
        "通过", "将", "指出",
    ];
    let since = "自从".contains(glyphs.before(at)) && glyphs.char(end) == '起';
    part || since || glyphs.char(at) != '一' && told.iter().any(|it| glyphs.after(end, it).is_some())
}

/// Where a day ends whose 日 ends at `at`: 星期二 and 上午 belong to it; （星期二） only before a part of the day.
fn day_end(glyphs: &Glyphs, at: usize) -> usize {
    let weekday = |at: usize| {
        let (_, end) = find(glyphs, at, &[WordKind::WeekdayHead])?;
        Some(point::weekday(glyphs, end)?.1)
    };
    if let Some(end) = weekday(glyphs.skip_blanks(at)) {
        return part_of_day(glyphs, end);
    }
    let bracketed = glyphs.after_one_of(at, "(（").and_then(weekday).and_then(|it| glyphs.after_one_of(it, ")）"));
    match bracketed.map(|it| (it, part_of_day(glyphs, it))) {
        Some((bracket, end)) if end > bracket => end,
        _ => part_of_day(glyphs, at),
    }
}

/// At most two digits; 三四月 are two months and no 34.
fn is_short(numeral: &Numeral) -> bool {
    numeral.n_digits <= if numeral.chinese { 1 } else { 2 }
}

fn number(value: i32) -> u8 {
    u8::try_from(value).unwrap_or(0)
}
