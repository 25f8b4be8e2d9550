//! Days and months of the Chinese lunar calendar, 1900 to 2100, from `data/lunar_years.tsv`.
//!
//! A table and no crate: what the product needs is the first day of each month, 5 kB; the crates that are kept well bring a
//! date library, parsers and names of their own into the worker. One of them is what the tests compare every month with.

use std::sync::LazyLock;

use super::expression::LunarMonth;
use crate::engine::extract::calendar::Day;
use crate::engine::extract::edtf::Edtf;

/// The first year of the table.
pub(crate) const FIRST_YEAR: i32 = 1900;

/// Stands for a month's last day, the 29th or 30th.
pub(crate) const LAST_DAY: u8 = 0;

/// The last day of the lunar year, 除夕, as month and day.
pub(crate) const NEW_YEARS_EVE: (u8, u8) = (12, 30);

/// The feast on the day `day` of the lunar `month`, as it lies in `year` of our own calendar: 2024年除夕 is the eve of
/// the lunar year that begins in 2024, 2024年腊八节 the one in its January. `None` outside the table.
pub(crate) fn feast(year: i32, month: u8, day: u8) -> Option<Day> {
    if (month, day) == NEW_YEARS_EVE {
        return Row::of(year)?.first_day()?.plus_days(-1);
    }
    let month = LunarMonth { month, is_leap: false };
    self::day(if month.month == 12 { year - 1 } else { year }, month, day)
}

/// The day `day` (or [`LAST_DAY`]) of a month of the lunar year that begins in `year`; `None` where that year has no such month or the
/// month no such day, and outside the table.
pub(crate) fn day(year: i32, month: LunarMonth, day: u8) -> Option<Day> {
    let (first, length) = Row::of(year)?.month(month)?;
    let day = if day == LAST_DAY { length } else { day };
    (1..=length).contains(&day).then(|| first.plus_days(i64::from(day) - 1))?
}

/// First to last day of a month of the lunar year that begins in `year`.
pub(crate) fn month(year: i32, month: LunarMonth) -> Option<Edtf> {
    let (first, length) = Row::of(year)?.month(month)?;
    Edtf::interval(Some(&first.into()), Some(&first.plus_days(i64::from(length) - 1)?.into()))
}

/// First to last day of the lunar year that begins in `year`.
pub(crate) fn year(year: i32) -> Option<Edtf> {
    let row = Row::of(year)?;
    let days: i64 = row.lengths.bytes().map(|it| i64::from(length(it))).sum();
    let first = row.first_day()?;
    Edtf::interval(Some(&first.into()), Some(&first.plus_days(days - 1)?.into()))
}

#[derive(Debug)]
struct Row {
    year: i32,
    first: &'static str,
    leap: u8,
    lengths: &'static str,
}

/// The rows from [`FIRST_YEAR`] on, one a year.
static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| data_table!(lunar_years).lines().filter_map(Row::parse).collect());

impl Row {
    fn of(year: i32) -> Option<&'static Self> {
        ROWS.get(usize::try_from(year.checked_sub(FIRST_YEAR)?).ok()?).filter(|it| it.year == year)
    }

    fn parse(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t');
        let year = columns.next()?.parse().ok()?;
        Some(Row { year, first: columns.next()?, leap: columns.next()?.parse().ok()?, lengths: columns.next()? })
    }

    fn first_day(&self) -> Option<Day> {
        let (month, day) = self.first.split_once('-')?;
        Day::new(self.year, month.parse().ok()?, day.parse().ok()?)
    }

    /// Its first day and how many it has.
    fn month(&self, month: LunarMonth) -> Option<(Day, u8)> {
        if month.is_leap && month.month != self.leap {
            return None;
        }
        let leap_before = self.leap > 0 && self.leap < month.month;
        let n_before = usize::from(month.month.checked_sub(1)?) + usize::from(leap_before || month.is_leap);
        let days: i64 = self.lengths.bytes().take(n_before).map(|it| i64::from(length(it))).sum();
        Some((self.first_day()?.plus_days(days)?, length(*self.lengths.as_bytes().get(n_before)?)))
    }
}

fn length(letter: u8) -> u8 {
    if letter == b'L' { 30 } else { 29 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_of_some_years() {
        let of = |year, month, d| feast(year, month, d).unwrap().to_string();
        assert_eq!(of(2023, 1, 1), "2023-01-22");
        assert_eq!(of(2023, 1, 15), "2023-02-05");
        assert_eq!(of(2023, 5, 5), "2023-06-22");
        assert_eq!(of(2023, 8, 15), "2023-09-29");
        assert_eq!(of(2020, 8, 15), "2020-10-01");
        assert_eq!(of(2024, 12, 30), "2024-02-09");
        assert_eq!(of(2024, 12, 8), "2024-01-18");
        assert_eq!(feast(1800, 1, 1), None);
    }

    #[test]
    fn every_month_is_that_of_another_calendar() {
        use chinese_lunisolar_calendar::LunisolarDate;
        let mut n_months = 0;
        for year in 1901..=2100u16 {
            for number in 1..=12 {
                for is_leap in [false, true] {
                    for day in [1, 2, 29, 30] {
                        let other = LunisolarDate::from_ymd(year, number, is_leap, day).ok();
                        let other = other.map(|it| it.to_solar_date().to_naive_date().to_string());
                        let month = LunarMonth { month: number, is_leap };
                        let ours = super::day(i32::from(year), month, day).map(|it| it.to_string());
                        assert_eq!(ours, other, "{year} {month:?} {day}");
                        n_months += usize::from(day == 1 && ours.is_some());
                    }
                }
            }
        }
        assert_eq!(n_months, 2473);
    }

    #[test]
    fn leap_months_and_short_months() {
        let leap = |month| LunarMonth { month, is_leap: true };
        assert_eq!(month(2023, leap(2)).unwrap().as_str(), "2023-03-22/2023-04-19");
        assert_eq!(month(2020, leap(4)).unwrap().as_str(), "2020-05-23/2020-06-20");
        assert_eq!(month(2023, leap(3)), None);
        assert_eq!(day(2023, LunarMonth { month: 12, is_leap: false }, 23).unwrap().to_string(), "2024-02-02");
        assert_eq!(day(2021, LunarMonth { month: 12, is_leap: false }, 30), None);
        assert_eq!(year(2023).unwrap().as_str(), "2023-01-22/2024-02-09");
    }
}
