//! The days of a part of a known year.

use super::expression::{Feast, Inner, MonthRef, WeekPart};
use super::lunar;
use super::resolve::Outcome;
use super::solar_term;
use crate::engine::extract::calendar::{Day, days_in_month};
use crate::engine::extract::edtf::Edtf;

/// `inner` of `year`. Impossible for a day that this year has not; unknown where a month is not absolute, a month
/// has no fifth Monday, or a lunar year lies outside the table.
pub(crate) fn inner(inner: Inner, year: i32) -> Outcome {
    let day_of = |month, day| Edtf::day(year, month, day);
    let month_of = |month| Edtf::month(year, month);
    let absolute = |month| if let MonthRef::Absolute(month) = month { Some(month) } else { None };
    let month_day = |month: MonthRef, day: u8| {
        let month = absolute(month)?;
        Day::new(year, month, day.min(days_in_month(year, month)))
    };
    let res = match inner {
        Inner::Whole => Edtf::year(year),
        Inner::Months(1, 12) => Edtf::year(year),
        Inner::Months(first, last) => Edtf::interval(month_of(first).as_ref(), month_of(last).as_ref()),
        Inner::Month(month) => absolute(month).and_then(month_of),
        Inner::MonthDays(month, first, last) => {
            let (first, last) = (month_day(month, first), month_day(month, last));
            Edtf::interval(first.map(Edtf::from).as_ref(), last.map(Edtf::from).as_ref())
        }
        Inner::MonthEdge(month, day) => month_day(month, day).map(|it| Edtf::from(it).approximate()),
        Inner::Day(month, day) => match absolute(month).map(|month| day_of(month, day)) {
            Some(None) => return Outcome::Impossible,
            other => other.flatten(),
        },
        Inner::Season(season) => Edtf::parse(&format!("{year:04}-{season}")),
        Inner::YearEdge(month) => month_of(month).map(Edtf::approximate),
        // Before the table, that is of an era, the year is all that can be told.
        Inner::Feast(Feast::Lunar(..) | Feast::LunarDay(..) | Feast::LunarMonth(_), _) if year < lunar::FIRST_YEAR => {
            Edtf::year(year).map(Edtf::approximate)
        }
        Inner::Feast(Feast::LunarMonth(month), _) => lunar::month(year, month),
        Inner::Feast(feast, days) => self::feast(feast, year).and_then(|it| holiday(it, days)),
        Inner::Nth(month, n, part) => absolute(month).and_then(|month| nth(year, month, n, part)),
    };
    res.map_or(Outcome::Unknown, Outcome::Known)
}

fn feast(feast: Feast, year: i32) -> Option<Day> {
    match feast {
        Feast::Solar(month, day) => Day::new(year, month, day),
        Feast::Lunar(month, day) => lunar::feast(year, month, day),
        Feast::LunarDay(month, day) => lunar::day(year, month, day),
        Feast::LunarMonth(_) => None,
        Feast::Term(number) => solar_term::day(year, number),
        Feast::Weekday(month, n, weekday) => nth_day(year, month, n, weekday),
    }
}

/// A week, weekend or weekday counted in a month; 0 is the last.
fn nth(year: i32, month: u8, n: u8, part: WeekPart) -> Option<Edtf> {
    let (counted, first, days) = match part {
        WeekPart::Week => (3, -3, 6),
        WeekPart::Weekend => (5, 0, 1),
        WeekPart::Weekday(weekday) => return nth_day(year, month, n, weekday).map(Edtf::from),
    };
    let first = nth_day(year, month, n, counted)?.plus_days(first)?;
    Edtf::interval(Some(&first.into()), Some(&first.plus_days(days)?.into()))
}

/// The weekday's day that comes `n`th in the month, or last where `n` is 0.
fn nth_day(year: i32, month: u8, n: u8, weekday: u8) -> Option<Day> {
    if n == 0 {
        let last = Day::new(year, month, days_in_month(year, month))?;
        return last.plus_days(-i64::from((last.weekday() + 7 - weekday) % 7));
    }
    let first = Day::new(year, month, 1)?;
    let day = first.plus_days(i64::from((weekday + 7 - first.weekday()) % 7) + 7 * (i64::from(n) - 1))?;
    (day.month == month).then_some(day)
}

/// The feast's own day, or the `days` of the holiday that begins with it.
fn holiday(first: Day, days: u8) -> Option<Edtf> {
    if days < 2 {
        return Some(first.into());
    }
    Edtf::interval(Some(&first.into()), Some(&first.plus_days(i64::from(days) - 1)?.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_counted_in_a_month() {
        let of = |year, month, n, part| nth(year, month, n, part).map(|it| it.as_str().to_owned());
        assert_eq!(of(2021, 6, 3, WeekPart::Weekday(6)).as_deref(), Some("2021-06-20"));
        assert_eq!(of(2019, 4, 0, WeekPart::Weekday(0)).as_deref(), Some("2019-04-29"));
        assert_eq!(of(2017, 10, 1, WeekPart::Week).as_deref(), Some("2017-10-02/2017-10-08"));
        assert_eq!(of(2023, 9, 1, WeekPart::Weekend).as_deref(), Some("2023-09-02/2023-09-03"));
        assert_eq!(of(2023, 2, 5, WeekPart::Weekday(0)), None);
    }
}
