//! Articles over time, by the page's date: a bar a month, or a year where there are many months or
//! most dates are years.
//!
//! Every month from the first to the last has its bar, empty ones too, so that a gap looks like one. Dates too vague
//! for the bars (a year among months, an interval) are counted as missing.

use super::super::spec::{ChartKind, ChartSpec, Datum, Opens};
use crate::engine::extract::edtf::{Day, Edtf};
use crate::engine::index::IndexedArticle;
use crate::engine::small_map::SmallMap;

/// With more months than this from first to last, bars are years. More of them makes columns thin, fewer hides seasons.
const MAX_MONTHS: i32 = 36;

/// With more years than this from first to last, a date must be wrong: only years with articles are shown.
const MAX_YEARS: i32 = 120;

/// In the order of time.
pub fn build(articles: &[&IndexedArticle]) -> ChartSpec {
    let dates: Vec<(Day, Day)> =
        articles.iter().filter_map(|it| it.published.edtf.as_ref().and_then(closed_bounds)).collect();
    let by_month = count(&dates, |it| it.year * 12 + i32::from(it.month) - 1);
    let by_year = count(&dates, |it| it.year);
    let most_have_months = by_month.iter().map(|it| it.1).sum::<usize>() * 2 >= dates.len();
    let (bars, edtf): (_, fn(i32) -> String) = if most_have_months && width(&by_month) <= MAX_MONTHS {
        (by_month, |it| format!("{:04}-{:02}", it.div_euclid(12), it.rem_euclid(12) + 1))
    } else {
        (by_year, |it| format!("{it:04}"))
    };
    let n_shown: usize = bars.iter().map(|it| it.1).sum();
    let data = with_gaps(&bars).into_iter().map(|(period, n)| Datum {
        label: edtf(period),
        value: n as f64,
        ..Datum::empty(Opens::Date(edtf(period)))
    });
    ChartSpec {
        data: data.collect(),
        n_total: articles.len(),
        n_missing: articles.len() - n_shown,
        ..ChartSpec::empty(ChartKind::ArticlesOverTime)
    }
}

fn closed_bounds(edtf: &Edtf) -> Option<(Day, Day)> {
    let (first, last) = edtf.bounds();
    Some((first?, last?))
}

/// How many dates lie whole in each period.
fn count(dates: &[(Day, Day)], period: impl Fn(&Day) -> i32) -> SmallMap<i32, usize> {
    let mut res = SmallMap::new();
    for (first, last) in dates {
        if period(first) == period(last) {
            *res.value(period(first)) += 1;
        }
    }
    res
}

fn width(bars: &SmallMap<i32, usize>) -> i32 {
    match (bars.iter().next(), bars.iter().next_back()) {
        (Some((first, _)), Some((last, _))) => last - first + 1,
        _ => 0,
    }
}

fn with_gaps(bars: &SmallMap<i32, usize>) -> Vec<(i32, usize)> {
    match (bars.iter().next(), bars.iter().next_back()) {
        (Some(&(first, _)), Some(&(last, _))) if width(bars) <= MAX_YEARS => {
            (first..=last).map(|it| (it, bars.get(&it).copied().unwrap_or(0))).collect()
        }
        _ => bars.iter().copied().collect(),
    }
}
