//! The proleptic Gregorian calendar: lengths of months, weekdays, and steps of days and months.
//!
//! Days are counted as in Howard Hinnant's *chrono-Compatible Low-Level Date Algorithms* (`days_from_civil`,
//! <https://howardhinnant.github.io/date_algorithms.html>): exact for every year that [`Day`] holds.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A day of the proleptic Gregorian calendar; ordered by time, printed as `2023-10-24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    /// Year, -9999 to 9999; 0 is 1 BC, as in EDTF and ISO 8601.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Day {
    /// The day, or `None` where the calendar has none (2月30日).
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        ((-9999..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day))
            .then_some(Day { year, month, day })
    }

    /// Days since 1970-01-01; negative before it.
    pub fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((i64::from(self.month) + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day with that [`Day::number`], or `None` outside the years -9999 to 9999.
    pub fn from_number(number: i64) -> Option<Self> {
        let shifted = number.checked_add(719_468)?;
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let month = u8::try_from((shifted_month + 2) % 12 + 1).ok()?;
        let year = shifted.div_euclid(146_097) * 400 + year_of_era + i64::from(month <= 2);
        let day = u8::try_from(day_of_year - (153 * shifted_month + 2) / 5 + 1).ok()?;
        Day::new(i32::try_from(year).ok()?, month, day)
    }

    /// The day `days` later (earlier where negative), or `None` outside the years -9999 to 9999.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Day::from_number(self.number().checked_add(days)?)
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        u8::try_from((self.number() + 3).rem_euclid(7)).unwrap_or(0)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", year_text(self.year), self.month, self.day)
    }
}

/// A year as EDTF prints it: four digits, a minus before them for one before the year 0.
pub fn year_text(year: i32) -> String {
    if year < 0 { format!("{year:05}") } else { format!("{year:04}") }
}

/// True for a year of 366 days.
pub fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The number of days of a month; 31 for a month that is none.
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The month `months` later (earlier where negative), as year and month.
pub fn plus_months(year: i32, month: u8, months: i32) -> (i32, u8) {
    let number = year * 12 + i32::from(month) - 1 + months;
    (number.div_euclid(12), u8::try_from(number.rem_euclid(12) + 1).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_four_centuries_has_its_number() {
        let first = Day::new(1800, 1, 1).unwrap();
        let mut last = first;
        for number in first.number()..first.number() + 146_097 {
            let day = Day::from_number(number).unwrap();
            assert_eq!(day.number(), number);
            assert!(day >= last);
            last = day;
        }
        assert_eq!(last.to_string(), "2199-12-31");
    }

    #[test]
    fn days_that_no_calendar_has_are_none() {
        assert_eq!(Day::new(2023, 2, 29), None);
        assert!(Day::new(2024, 2, 29).is_some());
        assert_eq!(Day::new(1900, 2, 29), None);
        assert_eq!(Day::new(2023, 13, 1), None);
        assert_eq!(Day::new(2023, 4, 0), None);
    }

    #[test]
    fn weekdays_and_steps() {
        let day = Day::new(2023, 10, 24).unwrap();
        assert_eq!(day.weekday(), 1);
        assert_eq!(day.plus_days(8).unwrap().to_string(), "2023-11-01");
        assert_eq!(Day::new(9999, 12, 31).unwrap().plus_days(1), None);
        assert_eq!(Day::new(0, 1, 1).unwrap().plus_days(-1).unwrap().to_string(), "-0001-12-31");
        assert_eq!(plus_months(2023, 1, -1), (2022, 12));
        assert_eq!(plus_months(2023, 11, 14), (2025, 1));
    }
}
