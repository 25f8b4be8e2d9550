//! Items by the page's date: months, or years where there are many months or most dates are years.
//!
//! Every month from the first to the last has its band, empty ones too, so that a gap looks like one. Dates too vague
//! for the bands (a year among months, an interval) have none, and are counted.

use super::Channel;
use crate::engine::chart::data::Item;
use crate::engine::extract::edtf::Day;

/// With more years than this from first to last, a date must be wrong: only years with items are shown.
const MAX_YEARS: i32 = 120;

/// A band a month, at most `max_months` of them, or a year. Names are EDTF.
pub fn channel(items: &[Item], max_months: i32) -> Channel {
    let days = days(items);
    let number = |by_month: bool, it: &Day| if by_month { it.year * 12 + i32::from(it.month) - 1 } else { it.year };
    let within = |by_month: bool| -> Vec<Option<i32>> {
        let of = |it: &Option<(Day, Day)>| {
            let (first, last) = it.as_ref()?;
            Some(number(by_month, first)).filter(|it| *it == number(by_month, last))
        };
        days.iter().map(of).collect()
    };
    let months = within(true);
    let n_dated = days.iter().flatten().count();
    let is_monthly = months.iter().flatten().count() * 2 >= n_dated && width(&months) <= max_months;
    let numbers = if is_monthly { months } else { within(false) };
    let Some((first, last)) = ends(&numbers) else { return Channel::of_single(vec![], numbers.iter().map(|_| None)) };
    let mut shown: Vec<i32> = match last - first < MAX_YEARS {
        true => (first..=last).collect(),
        false => numbers.iter().copied().flatten().collect(),
    };
    shown.sort_unstable();
    shown.dedup();
    let name = |it: &i32| match is_monthly {
        true => format!("{:04}-{:02}", it.div_euclid(12), it.rem_euclid(12) + 1),
        false => format!("{it:04}"),
    };
    let band = |it: &Option<i32>| it.and_then(|it| shown.binary_search(&it).ok()).map(|it| it as u32);
    Channel::of_single(shown.iter().map(name).collect(), numbers.iter().map(band))
}

/// First and last day of each item. Those of one article stand together, and it is asked once.
fn days<'a, 'b>(items: &'b [Item<'a>]) -> Vec<Option<(Day, Day)>> {
    let mut last: Option<(&'b Item<'a>, Option<(Day, Day)>)> = None;
    let of = |item: &'b Item<'a>| match last {
        Some((before, days)) if std::ptr::eq(before.article, item.article) => days,
        _ => {
            let days = item.days();
            last = Some((item, days));
            days
        }
    };
    items.iter().map(of).collect()
}

fn ends(numbers: &[Option<i32>]) -> Option<(i32, i32)> {
    let numbers = || numbers.iter().copied().flatten();
    numbers().min().zip(numbers().max())
}

fn width(numbers: &[Option<i32>]) -> i32 {
    ends(numbers).map_or(0, |(first, last)| last.saturating_sub(first).saturating_add(1))
}
