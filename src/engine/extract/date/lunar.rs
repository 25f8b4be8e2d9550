//! Days of the Chinese lunar calendar, 1900 to 2098, from `data/lunar_years.tsv`.

use crate::engine::extract::calendar::Day;

/// The last day of the lunar year, 除夕, as month and day.
pub(crate) const NEW_YEARS_EVE: (u8, u8) = (12, 30);

/// The day `day` of the lunar `month` of the lunar year that begins in `year`; a leap month is never meant. 除夕 is the
/// eve of the lunar year that begins in `year`, 腊月 the month before it, as 今年除夕 and 今年腊八 are used around the
/// new year. `None` outside the table.
pub(crate) fn day(year: i32, month: u8, day: u8) -> Option<Day> {
    if (month, day) == NEW_YEARS_EVE {
        return Row::of(year)?.first_day()?.plus_days(-1);
    }
    let row = Row::of(if month == 12 { year - 1 } else { year })?;
    let leap_before = usize::from(row.leap > 0 && row.leap < month);
    let n_months = usize::from(month.checked_sub(1)?) + leap_before;
    let days: i64 = row.lengths.bytes().take(n_months).map(|it| if it == b'L' { 30 } else { 29 }).sum();
    row.first_day()?.plus_days(days + i64::from(day) - 1)
}

struct Row {
    year: i32,
    first: &'static str,
    leap: u8,
    lengths: &'static str,
}

impl Row {
    fn of(year: i32) -> Option<Self> {
        let table = include_str!("../../../../data/lunar_years.tsv");
        table.lines().filter_map(Self::parse).find(|it| it.year == year)
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_of_some_years() {
        let of = |year, month, d| day(year, month, d).unwrap().to_string();
        assert_eq!(of(2023, 1, 1), "2023-01-22");
        assert_eq!(of(2023, 1, 15), "2023-02-05");
        assert_eq!(of(2023, 5, 5), "2023-06-22");
        assert_eq!(of(2023, 8, 15), "2023-09-29");
        assert_eq!(of(2020, 8, 15), "2020-10-01");
        assert_eq!(of(2024, 12, 30), "2024-02-09");
        assert_eq!(of(2024, 12, 8), "2024-01-18");
        assert_eq!(day(1800, 1, 1), None);
    }

    #[test]
    fn each_year_ends_where_the_next_begins() {
        for year in 1900..2098 {
            let row = Row::of(year).unwrap();
            let days: i64 = row.lengths.bytes().map(|it| if it == b'L' { 30 } else { 29 }).sum();
            let next = row.first_day().unwrap().plus_days(days);
            assert_eq!(next, Row::of(year + 1).unwrap().first_day(), "{year}");
        }
    }
}
