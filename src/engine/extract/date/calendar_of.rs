//! The days of a part of a known year.

use super::expression::{Feast, Inner, MonthRef};
use super::lunar;
use super::resolve::Outcome;
use crate::engine::extract::calendar::{Day, days_in_month};
use crate::engine::extract::edtf::Edtf;

/// `inner` of `year`. Impossible for a day that this year has not; unknown where a month is not absolute or a lunar
/// year lies outside the table.
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
        Inner::Feast(feast, days) => self::feast(feast, year).and_then(|it| holiday(it, days)),
    };
    res.map_or(Outcome::Unknown, Outcome::Known)
}

fn feast(feast: Feast, year: i32) -> Option<Day> {
    match feast {
        Feast::Solar(month, day) => Day::new(year, month, day),
        Feast::Lunar(month, day) => lunar::day(year, month, day),
        Feast::Qingming => qingming(year),
    }
}

/// The feast's own day, or the `days` of the holiday that begins with it.
fn holiday(first: Day, days: u8) -> Option<Edtf> {
    if days < 2 {
        return Some(first.into());
    }
    Edtf::interval(Some(&first.into()), Some(&first.plus_days(i64::from(days) - 1)?.into()))
}

/// The solar term 清明, 4 to 6 April: the formula [Y × 0.2422 + C] − [Y / 4] of the almanacs with Y the year of the
/// century and C = 5.59 for 1900 to 1999, 4.81 for 2000 to 2099; `None` outside.
fn qingming(year: i32) -> Option<Day> {
    let constant = match year {
        1900..=1999 => 55_900,
        2000..=2099 => 48_100,
        _ => return None,
    };
    let of_century = year % 100;
    let day = (of_century * 2_422 + constant) / 10_000 - of_century / 4;
    Day::new(year, 4, u8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn qingming_of_some_years() {
        for (year, day) in [(1949, 5), (1998, 5), (2000, 4), (2008, 4), (2019, 5), (2022, 5), (2023, 5), (2024, 4)] {
            assert_eq!(qingming(year), Day::new(year, 4, day), "{year}");
        }
    }
}
