//! From what a date's words say to its place on the calendar: the context of a text, read in order.
//!
//! A part of a year without its year (5月中旬) takes it from the text before the page's date: from the same sentence
//! always; from the same paragraph where the year was named outright or with a month; from an earlier paragraph where
//! it was named with a month, unless the page's own year puts the day into the two months before the page appeared.
//! Otherwise `nearest` finds it by the page's date and the clause's direction. A comparison (比去年) and an open period
//! (2018年至今) name no year for what follows, and words like 近日 lead back to the page's date.

use super::calendar_of;
use super::expression::{Direction, Edge, Expression, Inner, MonthRef, Point, Unit, YearRef};
use super::lunar;
use super::nearest;
use super::page_date::{PageDate, century};
use super::scan::Found;
use crate::engine::extract::calendar::{Day, plus_months};
use crate::engine::extract::edtf::{Edtf, Granularity};

/// What an expression comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// A value.
    Known(Edtf),
    /// Nothing to resolve it against.
    Unknown,
    /// No calendar has it.
    Impossible,
}

/// What was named last, and the page's date.
#[derive(Debug, Default)]
pub(crate) struct Resolver {
    page: Option<PageDate>,
    year: Option<NamedYear>,
    month: Option<(i32, u8, usize)>,
    day: Option<(Day, usize)>,
    part: Option<(Inner, Option<Inner>, usize)>,
    /// The day of the dateline, which the page's date gives way to.
    dateline: Option<Day>,
}

#[derive(Debug, Clone, Copy)]
struct NamedYear {
    /// `None` after 今年 without a page's date: known to be unknown.
    value: Option<i32>,
    /// True where it was written in digits.
    absolute: bool,
    /// True where a month or day stood with it.
    dated: bool,
    sentence: usize,
    paragraph: usize,
}

impl Resolver {
    /// A resolver for one text; `published` is the page's date.
    pub(crate) fn new(published: Option<&Edtf>) -> Self {
        Resolver { page: published.and_then(PageDate::of), ..Resolver::default() }
    }

    /// The value of the next expression of the text. Behind a dateline 今天 and 昨天 are counted from its day.
    pub(crate) fn resolve(&mut self, found: &Found) -> Outcome {
        let res = self.value(found);
        if let (true, Outcome::Known(edtf)) = (found.is_dateline, &res) {
            self.dateline = edtf.bounds().0;
            self.page = PageDate::of(edtf);
        }
        res
    }

    fn value(&mut self, found: &Found) -> Outcome {
        let Expression { first, last, edge } = found.expression;
        let named = self.year;
        let first = self.dated_by_end(first, last, found);
        let begin = self.point(first, found);
        let Some(last) = last else {
            self.name_part(first, None, found);
            return with_edge(begin, edge, first);
        };
        let unsaid = matches!(found.expression.first, Point::Calendar { year: None, .. });
        if let (Outcome::Known(edtf), true) = (&begin, unsaid) {
            self.name_year_of(edtf, found);
        }
        let end = self.point(last, found);
        self.name_part(first, Some(last), found);
        let years = |it: Point| matches!(it, Point::Calendar { year: Some(_), .. });
        if years(found.expression.first) && years(last) {
            // 2016年至2021年 names no one year for what follows.
            self.year = named;
        }
        with_edge(self.range(begin, end, last), edge, last)
    }

    /// 1月至11月 without a year: where it ends says which year it is of.
    fn dated_by_end(&self, first: Point, last: Option<Point>, found: &Found) -> Point {
        let month = |inner: Inner| if let Some(MonthRef::Absolute(month)) = inner.month() { Some(month) } else { None };
        let (Point::Calendar { year: None, inner }, Some(Point::Calendar { year: None, inner: end })) = (first, last)
        else {
            return first;
        };
        if month(inner).is_none() || month(end) < month(inner) {
            return first;
        }
        Point::Calendar { year: self.unsaid_year(end, found).map(YearRef::Absolute), inner }
    }

    fn range(&mut self, begin: Outcome, end: Outcome, last: Point) -> Outcome {
        let (begin, end) = match (begin, end) {
            (Outcome::Known(begin), Outcome::Known(end)) => (begin, end),
            (Outcome::Impossible, _) | (_, Outcome::Impossible) => return Outcome::Impossible,
            _ => return Outcome::Unknown,
        };
        if let Some(res) = Edtf::interval(Some(&begin), Some(&end)) {
            return Outcome::Known(res);
        }
        // 11月至3月 ends in the next year.
        let (Point::Calendar { year: None, inner }, Some(day)) = (last, end.bounds().0) else {
            return Outcome::Unknown;
        };
        let Outcome::Known(end) = calendar_of::inner(inner, day.year + 1) else { return Outcome::Unknown };
        self.name_period(&end);
        Edtf::interval(Some(&begin), Some(&end)).map_or(Outcome::Unknown, Outcome::Known)
    }

    fn point(&mut self, point: Point, found: &Found) -> Outcome {
        match point {
            Point::Calendar { year, inner } => self.calendar(year, inner, found),
            Point::Weekday { week, weekday } => {
                known(self.page.and_then(|it| it.weekday(week, weekday, found.direction)))
            }
            Point::Week(weeks) => known(self.page.and_then(|it| it.week(weeks))),
            Point::Quarter(quarters) => known(self.page.and_then(|it| it.quarter(quarters))),
            Point::DayStep(days) => {
                self.day_at(self.page.and_then(|it| it.day()).and_then(|it| it.plus_days(days.into())), found)
            }
            Point::NamedDayStep(days) => {
                let named = self.day.filter(|it| it.1 == found.paragraph).map(|it| it.0);
                let day = named.or(self.dateline.filter(|_| days == 0));
                self.day_at(day.and_then(|it| it.plus_days(days.into())), found)
            }
            Point::YearSpan(first, last) => known(self.page.and_then(|it| it.years(first, last))),
            Point::DaySpan(first, last) => known(self.page.and_then(|it| it.days(first, last))),
            Point::Step(n, unit) => self.step(n, unit, found),
            Point::Years(first, last) => known(Edtf::interval(Edtf::year(first).as_ref(), Edtf::year(last).as_ref())),
            Point::Decade(at, digit) => known(century(at, self.page).and_then(|it| decade(it, digit))),
            Point::Decades(at, first, last) => known(
                century(at, self.page)
                    .and_then(|it| Edtf::interval(decade(it, first).as_ref(), decade(it, last).as_ref())),
            ),
            Point::Century(at) => {
                known(century(at, self.page).and_then(|it| Edtf::parse(&format!("{:02}XX", it / 100))))
            }
            Point::SamePeriod(year) => self.same_period(year, found),
            Point::Vague(now) => {
                if now {
                    (self.year, self.month, self.day) = (None, None, None);
                }
                Outcome::Unknown
            }
        }
    }

    fn calendar(&mut self, year: Option<YearRef>, inner: Inner, found: &Found) -> Outcome {
        if inner.is_impossible() {
            return Outcome::Impossible;
        }
        let (inner, month_year) = match self.with_month(inner, found) {
            Some(it) => it,
            None => return Outcome::Unknown,
        };
        // 今冬 and 今年冬天, said in the first months of a year, are the winter that began in the year before.
        let begun = inner == Inner::Season(24) && self.page.and_then(|it| it.month()).is_some_and(|it| it.1 < 4);
        let year = match year {
            Some(YearRef::Published(0)) if begun => Some(YearRef::Published(-1)),
            other => other,
        };
        let value = match (year, month_year) {
            (Some(year), _) => self.year(year, found),
            (None, Some(year)) => Some(year),
            (None, None) => self.unsaid_year(inner, found),
        };
        let absolute = matches!(year, Some(YearRef::Absolute(_)));
        let open = matches!(found.expression.edge, Edge::Since | Edge::Before);
        if year.is_some() && !found.compared && !open {
            let dated = inner != Inner::Whole;
            let (sentence, paragraph) = (found.sentence, found.paragraph);
            self.year = Some(NamedYear { value, absolute, dated, sentence, paragraph });
        }
        let Some(value) = value else { return Outcome::Unknown };
        let is_lunar = matches!(year, Some(YearRef::Sexagenary(_))) && inner == Inner::Whole;
        let lunar = || lunar::year(value).map(Outcome::Known);
        let res = is_lunar.then(lunar).flatten().unwrap_or_else(|| calendar_of::inner(inner, value));
        if let Outcome::Known(edtf) = &res {
            self.name(edtf, found);
        }
        res
    }

    /// `inner` with its month said, and the month's year where the month brings one.
    fn with_month(&self, inner: Inner, found: &Found) -> Option<(Inner, Option<i32>)> {
        let Some(month) = inner.month() else { return Some((inner, None)) };
        let (year, month) = match month {
            MonthRef::Absolute(_) => return Some((inner, None)),
            MonthRef::Published(months) => {
                let (year, month) = self.page?.month()?;
                plus_months(year, month, months)
            }
            MonthRef::Named(months) => {
                // 当月 without a month before it is the page's.
                let named = self.month.filter(|it| it.2 == found.paragraph).map(|it| (it.0, it.1));
                let page = self.page.filter(|_| months == 0).and_then(|it| it.month());
                let (year, month) = named.or(page)?;
                plus_months(year, month, months)
            }
            MonthRef::Unsaid => self.month_of_day(inner, found)?,
        };
        Some((inner.with_month(MonthRef::Absolute(month)), Some(year)))
    }

    /// The month of a bare day: the one named last, else the one that brings it nearest to the page.
    fn month_of_day(&self, inner: Inner, found: &Found) -> Option<(i32, u8)> {
        if let Some((year, month, paragraph)) = self.month
            && paragraph == found.paragraph
            && !matches!(inner, Inner::Day(_, day) if Day::new(year, month, day).is_none())
        {
            return Some((year, month));
        }
        nearest::month(self.page?, inner, found.direction)
    }

    fn year(&self, year: YearRef, found: &Found) -> Option<i32> {
        match year {
            YearRef::Absolute(year) => Some(year),
            YearRef::Published(years) => Some(self.page?.year() + years),
            YearRef::Sexagenary(number) => self.sexagenary(number, found),
            YearRef::Named(years) => {
                // 10月15日至次年4月15日: the year of the month named last, where no year was.
                match self.year.filter(|it| it.paragraph == found.paragraph) {
                    Some(named) => Some(named.value? + years),
                    None => self.month.filter(|it| it.2 == found.paragraph && years != 0).map(|it| it.0 + years),
                }
            }
        }
    }

    fn unsaid_year(&self, inner: Inner, found: &Found) -> Option<i32> {
        let first_day = |year: i32| match calendar_of::inner(inner, year) {
            Outcome::Known(edtf) => edtf.bounds().0,
            _ => None,
        };
        let page_day = self.page.and_then(|it| first_day(it.year()));
        if let Some(named) = self.year {
            let same_sentence = named.sentence == found.sentence;
            let same_paragraph = named.paragraph == found.paragraph && (named.absolute || named.dated);
            let earlier = named.dated && inner.month().is_some() && !self.page.is_some_and(|it| it.is_news(page_day));
            if same_sentence || same_paragraph || earlier {
                return named.value;
            }
        }
        Some(nearest::year(self.page?, inner, found))
    }

    /// 3年前, 两周后: what lies behind is counted from the page, what comes after from what was named last in the
    /// paragraph, else from the page where the clause looks ahead. Years, months and weeks are rough.
    fn step(&mut self, n: i32, unit: Unit, found: &Found) -> Outcome {
        let here = |paragraph: usize| n > 0 && paragraph == found.paragraph;
        let page = self.page.filter(|_| n < 0 || found.direction == Direction::Future || found.is_alone);
        let day = || self.day.filter(|it| here(it.1)).map(|it| it.0).or_else(|| page.and_then(|it| it.day()));
        known(match unit {
            Unit::Day => day().and_then(|it| it.plus_days(n.into())).map(Edtf::from),
            Unit::Week => day().and_then(|it| it.plus_days(i64::from(n) * 7)).map(|it| Edtf::from(it).approximate()),
            Unit::Month => {
                let named = self.month.filter(|it| here(it.2)).map(|it| (it.0, it.1));
                let month = named.or_else(|| page.and_then(|it| it.month())).map(|it| plus_months(it.0, it.1, n));
                month.and_then(|it| Edtf::month(it.0, it.1)).map(Edtf::approximate)
            }
            Unit::Year => {
                let named = self.year.filter(|it| here(it.paragraph)).and_then(|it| it.value);
                let value = named.or_else(|| page.map(|it| it.year())).map(|it| it + n);
                if value.is_some() {
                    let (sentence, paragraph) = (found.sentence, found.paragraph);
                    self.year = Some(NamedYear { value, absolute: false, dated: false, sentence, paragraph });
                }
                value.and_then(Edtf::year).map(Edtf::approximate)
            }
        })
    }

    /// 癸卯年: of the years with its signs the one named in the sentence, else the nearest to the page.
    fn sexagenary(&self, number: u8, found: &Found) -> Option<i32> {
        let of = |year: i32| (year - 4).rem_euclid(60) == i32::from(number);
        let said = self.year.filter(|it| it.sentence == found.sentence).and_then(|it| it.value).filter(|it| of(*it));
        let page = self.page.map(|it| it.year());
        said.or_else(|| page.and_then(|page| (page - 30..page + 30).find(|it| of(*it))))
    }

    fn same_period(&mut self, year: YearRef, found: &Found) -> Outcome {
        let Some(value) = self.year(year, found) else { return Outcome::Unknown };
        let part = self.part.filter(|it| it.2 == found.paragraph);
        let Some((first, last, _)) = part else { return known(Edtf::year(value)) };
        let first = calendar_of::inner(first, value);
        match last.map(|it| calendar_of::inner(it, value)) {
            None => first,
            Some(Outcome::Known(last)) => match first {
                Outcome::Known(first) => known(Edtf::interval(Some(&first), Some(&last))),
                other => other,
            },
            Some(other) => other,
        }
    }

    fn day_at(&mut self, day: Option<Day>, found: &Found) -> Outcome {
        let Some(day) = day else { return Outcome::Unknown };
        self.day = Some((day, found.paragraph));
        self.month = Some((day.year, day.month, found.paragraph));
        Outcome::Known(day.into())
    }

    fn name(&mut self, edtf: &Edtf, found: &Found) {
        let (Some(first), Some(last)) = edtf.bounds() else { return };
        if (first.year, first.month) == (last.year, last.month) {
            self.month = Some((first.year, first.month, found.paragraph));
        }
        if first == last {
            self.day = Some((first, found.paragraph));
        }
    }

    /// Keeps a part of a year that 同期 may mean: one whose months are said.
    fn name_part(&mut self, first: Point, last: Option<Point>, found: &Found) {
        let said = |point: Point| match point {
            // A day or an edge says up to when, and the day of a report nothing at all.
            Point::Calendar {
                inner: Inner::Whole | Inner::Day(..) | Inner::MonthEdge(..) | Inner::Feast(..), ..
            } => None,
            Point::Calendar { inner, .. } => {
                matches!(inner.month(), None | Some(MonthRef::Absolute(_))).then_some(inner)
            }
            _ => None,
        };
        let closed = found.expression.edge == Edge::None;
        if let Some(first) = said(first).filter(|_| closed) {
            self.part = Some((first, last.and_then(said), found.paragraph));
        }
    }

    /// The year of a range's first point holds for its second, and for the rest of the sentence.
    fn name_year_of(&mut self, edtf: &Edtf, found: &Found) {
        let Some(first) = edtf.bounds().0 else { return };
        let (sentence, paragraph) = (found.sentence, found.paragraph);
        self.year = Some(NamedYear { value: Some(first.year), absolute: false, dated: false, sentence, paragraph });
    }

    fn name_period(&mut self, edtf: &Edtf) {
        if let (Some(day), Some(year)) = (edtf.bounds().0, self.year.as_mut()) {
            year.value = Some(day.year);
        }
    }
}

fn decade(century: i32, digit: u8) -> Option<Edtf> {
    Edtf::parse(&format!("{:03}X", century / 10 + i32::from(digit)))
}

fn known(value: Option<Edtf>) -> Outcome {
    value.map_or(Outcome::Unknown, Outcome::Known)
}

/// What 以来, 以前 and their like make of a period; 年底前 includes the 年底.
fn with_edge(outcome: Outcome, edge: Edge, last: Point) -> Outcome {
    let Outcome::Known(edtf) = outcome else { return outcome };
    let is_end = matches!(last, Point::Calendar { inner: Inner::YearEdge(12) | Inner::MonthEdge(_, 31), .. });
    known(match edge {
        Edge::None | Edge::From => Some(edtf),
        Edge::Since | Edge::After if edtf.granularity() < Granularity::Year => {
            edtf.bounds().0.and_then(|it| Edtf::interval(Edtf::year(it.year).as_ref(), None))
        }
        Edge::Since | Edge::After => edtf.bounds().0.and_then(|_| Edtf::interval(Some(&edtf), None)),
        Edge::Before if is_end => Edtf::interval(None, Some(&edtf)),
        Edge::Before => edtf.just_before().and_then(|it| Edtf::interval(None, Some(&it))),
        Edge::Around => Some(edtf.approximate()),
    })
}
