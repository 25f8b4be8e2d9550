//! What a date's words say, before anything is looked up: points in time relative to a year named last or the page's.

use crate::engine::extract::calendar::Day;

/// A point or range as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Expression {
    /// The point, or where a range begins.
    pub(crate) first: Point,
    /// Where a range ends.
    pub(crate) last: Option<Point>,
    /// What the words behind it make of it.
    pub(crate) edge: Edge,
}

/// A period whose place on the calendar may depend on context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Point {
    /// A year, or a part of one; without a year it takes one from context.
    Calendar {
        /// The year, as far as it is said.
        year: Option<YearRef>,
        /// Which part of it.
        inner: Inner,
    },
    /// 上周五: a weekday of the week that many weeks away; without one, of the nearest week.
    Weekday {
        /// Weeks from the page's.
        week: Option<i32>,
        /// 0 for Monday.
        weekday: u8,
    },
    /// 上周: weeks from the page's.
    Week(i32),
    /// 上季度: quarters from the page's.
    Quarter(i32),
    /// 昨日: days from the page's day.
    DayStep(i32),
    /// 次日: days from the day named last.
    NamedDayStep(i32),
    /// First and last year, as in “十四五”时期.
    Years(i32, i32),
    /// 今明两年: first and last year, from the page's.
    YearSpan(i32, i32),
    /// 今明两天: first and last day, from the page's.
    DaySpan(i32, i32),
    /// 八九十年代: first and last decade of a century.
    Decades(CenturyRef, u8, u8),
    /// 3年前, 两周后: that many units from the page's date, or from what was named last.
    Step(i32, Unit),
    /// 90年代, 20世纪90年代: the century's first year, and the decade 0 to 9.
    Decade(CenturyRef, u8),
    /// 21世纪.
    Century(CenturyRef),
    /// 去年同期: the period named last, in that year.
    SamePeriod(YearRef),
    /// 近日; true where it means the time of publication.
    Vague(bool),
}

/// A year as said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum YearRef {
    /// 2023年.
    Absolute(i32),
    /// 去年: years from the page's.
    Published(i32),
    /// 次年: years from the one named last.
    Named(i32),
    /// 癸卯年: the lunar year of the cycle of sixty that is nearest to the page's; 0 is 甲子.
    Sexagenary(u8),
}

/// A month as said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MonthRef {
    /// 10月; may be more than 12 in an impossible date.
    Absolute(u8),
    /// 上月: months from the page's.
    Published(i32),
    /// 次月: months from the one named last.
    Named(i32),
    /// The 24日 of a month that is not said.
    Unsaid,
}

/// A century as said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CenturyRef {
    /// Its first year by its digits: 1900 for the 20th.
    Absolute(i32),
    /// 上世纪: centuries from the page's.
    Published(i32),
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Inner {
    /// All of it.
    Whole,
    /// 上半年: first and last month.
    Months(u8, u8),
    /// 10月.
    Month(MonthRef),
    /// 10月中旬: first and last day; 31 is the month's last.
    MonthDays(MonthRef, u8, u8),
    /// 10月底: that day, roughly; 31 is the month's last.
    MonthEdge(MonthRef, u8),
    /// 10月24日.
    Day(MonthRef, u8),
    /// 春季: EDTF 21 to 24.
    Season(u8),
    /// 年底: that month, roughly.
    YearEdge(u8),
    /// 国庆节.
    Feast(Feast, u8),
    /// 10月的第一周, 6月第三个星期日: its number in the month, 0 for the last.
    Nth(MonthRef, u8, WeekPart),
}

/// How a feast finds its day; beside it stands the length of its holiday, 0 for the day alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Feast {
    /// Month and day.
    Solar(u8, u8),
    /// 端午节, 除夕: month and day of the lunar calendar, the one that lies in the said year of our own.
    Lunar(u8, u8),
    /// 腊月二十三: month and day of the lunar year that begins in the said year.
    LunarDay(LunarMonth, u8),
    /// 正月: the whole month of that lunar year.
    LunarMonth(LunarMonth),
    /// 母亲节: month, its number in the month, and the weekday, 0 for Monday.
    Weekday(u8, u8, u8),
    /// 清明: a solar term, 0 for 小寒.
    Term(u8),
}

/// A month of a lunar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LunarMonth {
    /// 1 to 12.
    pub(crate) month: u8,
    /// True for 闰二月, the second of its number.
    pub(crate) is_leap: bool,
}

/// What is counted in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WeekPart {
    /// A week, from Monday; it is of the month that holds its Thursday.
    Week,
    /// Its Saturday and Sunday; of the month that holds the Saturday.
    Weekend,
    /// 0 for Monday.
    Weekday(u8),
}

/// What a step away from a date is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// 天, 日.
    Day,
    /// 周, 个星期.
    Week,
    /// 个月.
    Month,
    /// 年.
    Year,
}

/// What the words behind a period make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    /// The period itself.
    None,
    /// 以来: from its first day on.
    Since,
    /// 以前: up to the day before it.
    Before,
    /// 以后: from its first day on.
    After,
    /// 起, outside the date: the period itself.
    From,
    /// 前后: roughly.
    Around,
}

/// What the clause says about its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// 了, 已.
    Past,
    /// 将, 拟.
    Future,
    /// Nothing.
    Unsaid,
}

impl Expression {
    /// A point by itself.
    pub(crate) fn point(first: Point) -> Self {
        Expression { first, last: None, edge: Edge::None }
    }

    /// True for 当年 alone.
    pub(crate) fn is_that_year(&self) -> bool {
        self.first == Point::Calendar { year: Some(YearRef::Named(0)), inner: Inner::Whole }
    }

    /// True for 两周后, which some date must have been named for.
    pub(crate) fn counts_on(&self) -> bool {
        matches!(self.first, Point::Step(n, _) if n > 0)
    }

    /// The rule's name, which `inspect --trace` prints.
    pub(crate) fn rule(&self) -> &'static str {
        if self.last.is_some() {
            return "date-range";
        }
        match self.first {
            Point::Calendar { year, inner } => inner.rule(year),
            Point::Weekday { .. } => "date-weekday",
            Point::Week(_) => "date-week",
            Point::Quarter(_) => "date-quarter",
            Point::DayStep(_) => "date-day-word",
            Point::NamedDayStep(_) => "date-next-day",
            Point::Years(..) => "date-years",
            Point::YearSpan(..) => "date-year-span",
            Point::DaySpan(..) => "date-day-span",
            Point::Step(..) => "date-step",
            Point::Decade(..) | Point::Decades(..) => "date-decade",
            Point::Century(_) => "date-century",
            Point::SamePeriod(_) => "date-same-period",
            Point::Vague(_) => "date-vague",
        }
    }
}

impl Inner {
    /// The month it names, if any.
    pub(crate) fn month(self) -> Option<MonthRef> {
        match self {
            Inner::Month(month)
            | Inner::MonthDays(month, ..)
            | Inner::MonthEdge(month, _)
            | Inner::Day(month, _)
            | Inner::Nth(month, ..) => Some(month),
            Inner::Whole | Inner::Months(..) | Inner::Season(_) | Inner::YearEdge(_) | Inner::Feast(..) => None,
        }
    }

    /// The same in that month.
    pub(crate) fn with_month(self, month: MonthRef) -> Self {
        match self {
            Inner::Month(_) => Inner::Month(month),
            Inner::MonthDays(_, first, last) => Inner::MonthDays(month, first, last),
            Inner::MonthEdge(_, day) => Inner::MonthEdge(month, day),
            Inner::Day(_, day) => Inner::Day(month, day),
            Inner::Nth(_, n, part) => Inner::Nth(month, n, part),
            other => other,
        }
    }

    /// True for a day that no year has.
    pub(crate) fn is_impossible(self) -> bool {
        match self {
            Inner::Day(MonthRef::Absolute(month), day) => Day::new(2000, month, day).is_none(),
            Inner::Feast(Feast::Solar(month, day), _) => Day::new(2000, month, day).is_none(),
            _ => false,
        }
    }

    fn rule(self, year: Option<YearRef>) -> &'static str {
        match (self, year) {
            (Inner::Whole, Some(YearRef::Absolute(_))) => "date-year",
            (Inner::Whole, Some(YearRef::Sexagenary(_))) => "date-sexagenary-year",
            (Inner::Whole, _) => "date-year-word",
            (Inner::Months(..), _) => "date-year-part",
            (Inner::Month(MonthRef::Absolute(_)), Some(_)) => "date-year-month",
            (Inner::Month(MonthRef::Absolute(_)), None) => "date-month",
            (Inner::Month(_), _) => "date-month-word",
            (Inner::MonthDays(..) | Inner::MonthEdge(..), _) => "date-month-part",
            (Inner::Day(..), Some(_)) => "date-year-month-day",
            (Inner::Day(MonthRef::Unsaid, _), None) => "date-day",
            (Inner::Day(..), None) => "date-month-day",
            (Inner::Season(_), _) => "date-season",
            (Inner::YearEdge(_), _) => "date-year-edge",
            (Inner::Nth(..), _) => "date-nth-week",
            (Inner::Feast(Feast::LunarDay(..) | Feast::LunarMonth(_), _), _) => "date-lunar",
            (Inner::Feast(Feast::Term(_), _), _) => "date-solar-term",
            (Inner::Feast(..), _) => "date-feast",
        }
    }
}
