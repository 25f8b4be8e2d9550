//! Reads days of a month: 24日, 5-7日, 29、30日, 10月22, and a day without its month where it is no length of time.

use super::expression::{Inner, MonthRef};
use super::glyph::{Glyphs, Numeral};
use super::inner::Inners;
use super::point::{self, separator};
use super::words::{WordKind, find};

/// A day by its number, 24日: its month is not said.
pub(crate) fn day(glyphs: &Glyphs, at: usize) -> Option<(Inner, usize)> {
    let numeral = glyphs.numeral_after(at).filter(is_short)?;
    let end = glyphs.after_one_of(numeral.end, "日号")?;
    let day = u8::try_from(numeral.value).ok()?;
    Some((Inner::Day(MonthRef::Unsaid, day), day_end(glyphs, end)))
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

/// The number that ends what `first` begins: 5至10, 7、8, and lists of neighbours, 10、11、12.
pub(crate) fn following(glyphs: &Glyphs, first: Numeral) -> Option<Numeral> {
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
pub(crate) fn day_without_unit(glyphs: &Glyphs, at: usize) -> Option<(Inner, usize)> {
    let number = glyphs.numeral(at).filter(|it| !it.chinese && (1..=31).contains(&it.value) && it.n_digits <= 2)?;
    let another = |it: usize| glyphs.numeral_after(it).is_some_and(|it| glyphs.after(it.end, "月").is_some());
    let ends = glyphs.is_stop(number.end) && !"、:".contains(glyphs.char(number.end));
    let fits = ends || separator(glyphs, number.end).is_some_and(another);
    fits.then_some((Inner::Day(MonthRef::Unsaid, u8::try_from(number.value).ok()?), number.end))
}

/// The 5-7日 of 3月5-7日.
pub(crate) fn day_pair(glyphs: &Glyphs, at: usize) -> Option<(u8, u8, usize)> {
    let first = glyphs.numeral_after(at).filter(is_short)?;
    let (listed, last) = (glyphs.after(first.end, "、"), following(glyphs, first)?);
    let end = glyphs.after_one_of(last.end, "日号")?;
    let fits = listed.is_none() || last.value > first.value;
    fits.then_some((u8::try_from(first.value).ok()?, u8::try_from(last.value).ok()?, day_end(glyphs, end)))
}

/// 24日, 24至26日 without a month: only where it cannot be a length of time.
pub(crate) fn bare_day(glyphs: &Glyphs, at: usize) -> Option<(Inners, usize)> {
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
    // 3日以内 is a length of time, 18日凌晨以 and 18日以微弱 are none.
    let until = glyphs.char(end) == '以' && "内上下前后来外往".contains(glyphs.char(end + 1));
    let length_behind = "日号".contains(glyphs.before(end))
        && (until
            || "均内游龄间之后左线量耗程夜谈".contains(glyphs.char(end))
            || glyphs.char(end) == '前' && (numeral.chinese || !free));
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
pub(crate) fn is_short(numeral: &Numeral) -> bool {
    numeral.n_digits <= if numeral.chinese { 1 } else { 2 }
}
