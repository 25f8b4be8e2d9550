//! What the page's own date gives: its day, month and year as far as they are known, and what is counted from them.

use super::expression::{CenturyRef, Direction};
use crate::engine::extract::calendar::{Day, plus_months};
use crate::engine::extract::edtf::{Edtf, Granularity};

/// Days before the page's date in which an event is taken for news. More takes more old dates for recent ones.
const NEWS_DAYS: i64 = 62;

/// Days behind the page from which on a date that lies ahead is of the next year.
const HALF_A_YEAR: i64 = 183;

/// The page's date.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PageDate {
    first: Day,
    last: Day,
    granularity: Granularity,
}

impl PageDate {
    /// The date as far as it has days; an open end counts as the other one.
    pub(crate) fn of(published: &Edtf) -> Option<Self> {
        let (first, last) = published.bounds();
        let first = first.or(last)?;
        Some(PageDate { first, last: last.unwrap_or(first), granularity: published.granularity() })
    }

    /// Its year, the first of an interval.
    pub(crate) fn year(&self) -> i32 {
        self.first.year
    }

    /// Its day, where it is one.
    pub(crate) fn day(&self) -> Option<Day> {
        (self.first == self.last).then_some(self.first)
    }

    /// Its month, where it lies in one.
    pub(crate) fn month(&self) -> Option<(i32, u8)> {
        let month = |it: Day| (it.year, it.month);
        (month(self.first) == month(self.last)).then(|| month(self.first))
    }

    /// True where all that is known of it is a year or more.
    pub(crate) fn spans_a_year(&self) -> bool {
        self.last.number() - self.first.number() >= 364
    }

    /// Days from the page to `day`: negative behind it, 0 within it.
    pub(crate) fn distance(&self, day: Day) -> i64 {
        let day = day.number();
        if day < self.first.number() { day - self.first.number() } else { (day - self.last.number()).max(0) }
    }

    /// True where `day` lies so far back that a clause that looks ahead means the one of the next year.
    pub(crate) fn is_long_after(&self, day: Option<Day>) -> bool {
        let back = |it: Day| self.first.number() - it.number() > HALF_A_YEAR;
        self.granularity >= Granularity::Month && day.is_some_and(back)
    }

    /// True for a day shortly before the page.
    pub(crate) fn is_news(&self, day: Option<Day>) -> bool {
        let recent = self.first.number() - NEWS_DAYS..=self.last.number();
        day.is_some_and(|it| recent.contains(&it.number()))
    }

    /// A bare weekday is of the page's week; looking back it is never after the page, looking ahead never before.
    pub(crate) fn weekday(&self, week: Option<i32>, weekday: u8, direction: Direction) -> Option<Edtf> {
        let published = self.day()?;
        let day = self.monday(week.unwrap_or(0))?.plus_days(i64::from(weekday))?;
        let days = match (week, direction) {
            (None, Direction::Past) if day > published => -7,
            (None, Direction::Future) if day < published => 7,
            _ => 0,
        };
        day.plus_days(days).map(Edtf::from)
    }

    /// Monday to Sunday, that many weeks from the page's.
    pub(crate) fn week(&self, weeks: i32) -> Option<Edtf> {
        let monday = self.monday(weeks)?;
        Edtf::interval(Some(&monday.into()), Some(&monday.plus_days(6)?.into()))
    }

    /// The years from `first` to `last`, counted from the page's.
    pub(crate) fn years(&self, first: i32, last: i32) -> Option<Edtf> {
        let year = |years| Edtf::year(self.year() + years);
        Edtf::interval(year(first).as_ref(), year(last).as_ref())
    }

    /// The days from `first` to `last`, counted from the page's.
    pub(crate) fn days(&self, first: i32, last: i32) -> Option<Edtf> {
        let day = |days: i32| self.day()?.plus_days(days.into()).map(Edtf::from);
        Edtf::interval(day(first).as_ref(), day(last).as_ref())
    }

    /// Three months, that many quarters from the page's.
    pub(crate) fn quarter(&self, quarters: i32) -> Option<Edtf> {
        let (year, month) = self.month()?;
        let (year, first) = plus_months(year, (month - 1) / 3 * 3 + 1, quarters * 3);
        Edtf::interval(Edtf::month(year, first).as_ref(), Edtf::month(year, first + 2).as_ref())
    }

    fn monday(&self, weeks: i32) -> Option<Day> {
        let published = self.day()?;
        published.plus_days(i64::from(weeks) * 7 - i64::from(published.weekday()))
    }
}

/// The first year of a century by its digits.
pub(crate) fn century(century: CenturyRef, page: Option<PageDate>) -> Option<i32> {
    match century {
        CenturyRef::Absolute(year) => Some(year),
        CenturyRef::Published(centuries) => Some((page?.year() / 100 + centuries) * 100),
    }
}
