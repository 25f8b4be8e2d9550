//! EDTF values: parse, print, order, overlap, granularity.
//!
//! Level 0 and 1 of the Library of Congress, *Extended Date/Time Format (EDTF) Specification*, 2019
//! (<https://www.loc.gov/standards/datetime/>), as far as newspapers need it: `2023`, `2023-10`, `2023-10-24`,
//! `2023-21` (a season), `199X`, `19XX`, `2023-XX`, each with `~`, `?` or `%`, and intervals with open ends:
//! `2022-05-11/2022-05-20`, `../2023-05`, `2023/..`; years before the year 0 (1 BC) with a minus: `-0220`. No clock
//! times, no years outside -9999 to 9999.

use serde::{Deserialize, Serialize};

pub use super::calendar::Day;
use super::calendar::{days_in_month, plus_months, year_text};

/// A day, month, year, decade, century or interval, as EDTF text that [`Edtf::parse`] accepted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Edtf(String);

/// How fine a value is, coarse to fine; an interval is as fine as its finer end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Granularity {
    /// `19XX`.
    Century,
    /// `199X`.
    Decade,
    /// `2023`.
    Year,
    /// `2023-21` to `2023-24`.
    Season,
    /// `2023-10`.
    Month,
    /// `2023-10-24`.
    Day,
}

impl Granularity {
    /// Every granularity, coarse to fine.
    pub const ALL: [Granularity; 6] = [
        Granularity::Century,
        Granularity::Decade,
        Granularity::Year,
        Granularity::Season,
        Granularity::Month,
        Granularity::Day,
    ];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Granularity::Century => "century",
            Granularity::Decade => "decade",
            Granularity::Year => "year",
            Granularity::Season => "season",
            Granularity::Month => "month",
            Granularity::Day => "day",
        }
    }
}

impl Edtf {
    /// The value of `text`, blanks around it ignored, or `None` where it is no EDTF that we use.
    ///
    /// ```
    /// use banmian::engine::extract::edtf::Edtf;
    /// assert!(Edtf::parse("2023-10~").is_some());
    /// assert!(Edtf::parse("2023-02-30").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (first, last) = ends(text)?;
        if let (Some(first), Some(last)) = (first, last) {
            // An interval that ends before it begins is no interval.
            (first.first <= last.last).then_some(())?;
        }
        Some(Edtf(text.to_owned()))
    }

    /// A year, -9999 to 9999.
    pub fn year(year: i32) -> Option<Self> {
        Self::parse(&year_text(year))
    }

    /// A month of a year.
    pub fn month(year: i32, month: u8) -> Option<Self> {
        Self::parse(&format!("{}-{month:02}", year_text(year)))
    }

    /// A day; `None` where the calendar has none.
    pub fn day(year: i32, month: u8, day: u8) -> Option<Self> {
        Day::new(year, month, day).map(Self::from)
    }

    /// From the first day of `first` to the last of `last`; an end that is `None` stays open. `None` where both are
    /// open, one is an interval with an open end there, or `last` ends before `first` begins.
    pub fn interval(first: Option<&Edtf>, last: Option<&Edtf>) -> Option<Self> {
        if first.is_none() && last.is_none() {
            return None;
        }
        let from = first.map_or(OPEN, |it| it.0.split_once('/').map_or(it.as_str(), |(from, _)| from));
        let to = last.map_or(OPEN, |it| it.0.split_once('/').map_or(it.as_str(), |(_, to)| to));
        Self::parse(&format!("{from}/{to}"))
    }

    /// The same value marked as approximate (`~`); intervals and values that carry a mark stay as they are.
    pub fn approximate(self) -> Self {
        if self.0.contains(['/', '~', '?', '%']) { self } else { Edtf(self.0 + "~") }
    }

    /// As EDTF text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// First and last day; `None` for an open end.
    pub fn bounds(&self) -> (Option<Day>, Option<Day>) {
        let (first, last) = ends(&self.0).unwrap_or((None, None));
        (first.map(|it| it.first), last.map(|it| it.last))
    }

    /// True when it shares a day with the period from `first` to `last`, both inclusive; `None` is an open end.
    pub fn overlaps(&self, first: Option<Day>, last: Option<Day>) -> bool {
        let (from, to) = self.bounds();
        let not_after = |a: Option<Day>, b: Option<Day>| a.is_none() || b.is_none() || a <= b;
        not_after(from, last) && not_after(first, to)
    }

    /// How fine it is; for an interval, its finer end.
    pub fn granularity(&self) -> Granularity {
        let (first, last) = ends(&self.0).unwrap_or((None, None));
        first.into_iter().chain(last).map(|it| it.granularity).max().unwrap_or(Granularity::Year)
    }

    /// The day before it begins, the month before, the year before: what `以前` ends with. `None` for an open begin.
    pub fn just_before(&self) -> Option<Self> {
        let first = self.bounds().0?;
        match self.granularity() {
            Granularity::Century | Granularity::Decade | Granularity::Year => Self::year(first.year - 1),
            Granularity::Season | Granularity::Month => {
                let (year, month) = plus_months(first.year, first.month, -1);
                Self::month(year, month)
            }
            Granularity::Day => first.plus_days(-1).map(Self::from),
        }
    }
}

impl From<Day> for Edtf {
    fn from(day: Day) -> Self {
        Edtf(day.to_string())
    }
}

const OPEN: &str = "..";

/// A value that is no interval.
#[derive(Debug, Clone, Copy)]
struct Point {
    first: Day,
    last: Day,
    granularity: Granularity,
}

/// The two ends of `text`, equal where it is no interval; an end is `None` where it is open.
fn ends(text: &str) -> Option<(Option<Point>, Option<Point>)> {
    let Some((from, to)) = text.split_once('/') else {
        let it = point(text)?;
        return Some((Some(it), Some(it)));
    };
    let end = |it: &str| if it == OPEN { Some(None) } else { point(it).map(Some) };
    match (end(from)?, end(to)?) {
        (None, None) => None,
        both => Some(both),
    }
}

fn point(text: &str) -> Option<Point> {
    let bare = text.strip_suffix(['~', '?', '%']).unwrap_or(text);
    let (is_negative, bare) = bare.strip_prefix('-').map_or((false, bare), |it| (true, it));
    let mut parts = bare.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let (low, high) = match year_range(year)? {
        (year, same) if is_negative => (year == same && year > 0).then_some((-year, -year))?,
        range => range,
    };
    let granularity = match high - low {
        0 => Granularity::Year,
        9 => Granularity::Decade,
        _ => Granularity::Century,
    };
    let whole = Point { first: Day::new(low, 1, 1)?, last: Day::new(high, 12, 31)?, granularity };
    match (month, day) {
        (None, _) => Some(whole),
        (Some(_), _) if low != high => None,
        // A month or day that is not said leaves the whole year or month.
        (Some("XX"), None | Some("XX")) => Some(whole),
        (Some(month), None) => month_or_season(low, two_digits(month)?),
        (Some(month), Some("XX")) => month_point(low, two_digits(month)?),
        (Some(month), Some(day)) => {
            let day = Day::new(low, two_digits(month)?, two_digits(day)?)?;
            Some(Point { first: day, last: day, granularity: Granularity::Day })
        }
    }
}

/// `2023` is one year, `199X` ten, `19XX` a hundred.
fn year_range(text: &str) -> Option<(i32, i32)> {
    let digits = text.trim_end_matches('X');
    if !(2..=4).contains(&digits.len()) || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let fill = |with: &str| format!("{digits}{}", with.repeat(4 - digits.len())).parse::<i32>().ok();
    Some((fill("0")?, fill("9")?))
}

/// Seasons are those of the north, by whole months: spring (21) is March to May, winter (24) December to February.
fn month_or_season(year: i32, number: u8) -> Option<Point> {
    if !(21..=24).contains(&number) {
        return month_point(year, number);
    }
    let first = month_point(year, (number - 20) * 3)?.first;
    let (last_year, last_month) = plus_months(year, first.month, 2);
    let last = month_point(last_year, last_month)?.last;
    Some(Point { first, last, granularity: Granularity::Season })
}

fn month_point(year: i32, month: u8) -> Option<Point> {
    let first = Day::new(year, month, 1)?;
    let last = Day::new(year, month, days_in_month(year, month))?;
    Some(Point { first, last, granularity: Granularity::Month })
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2 && text.bytes().all(|it| it.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(text: &str) -> String {
        let (first, last) = Edtf::parse(text).unwrap_or_else(|| panic!("{text}")).bounds();
        let print = |it: Option<Day>| it.map_or("open".to_owned(), |it| it.to_string());
        format!("{} {}", print(first), print(last))
    }

    #[test]
    fn bounds_of_every_form() {
        for (text, expected) in [
            ("2023", "2023-01-01 2023-12-31"),
            ("2022-06~", "2022-06-01 2022-06-30"),
            ("2024-02", "2024-02-01 2024-02-29"),
            ("2023-10-24?", "2023-10-24 2023-10-24"),
            ("187X", "1870-01-01 1879-12-31"),
            ("19XX", "1900-01-01 1999-12-31"),
            ("2023-XX", "2023-01-01 2023-12-31"),
            ("2023-10-XX", "2023-10-01 2023-10-31"),
            ("2023-21", "2023-03-01 2023-05-31"),
            ("2023-24", "2023-12-01 2024-02-29"),
            ("2022-05-11/2022-05-20", "2022-05-11 2022-05-20"),
            ("../2023-05", "open 2023-05-31"),
            ("2023/..", "2023-01-01 open"),
            ("2019/2021~", "2019-01-01 2021-12-31"),
            ("-0220", "-0220-01-01 -0220-12-31"),
            ("-0220-03", "-0220-03-01 -0220-03-31"),
            ("-0299/-0200", "-0299-01-01 -0200-12-31"),
        ] {
            assert_eq!(bounds(text), expected, "{text}");
            assert_eq!(Edtf::parse(text).unwrap().as_str(), text);
        }
    }

    #[test]
    fn what_is_no_edtf() {
        for text in [
            "",
            "..",
            "../..",
            "/",
            "2023年",
            "23",
            "2023-13",
            "2023-1",
            "2023-02-30",
            "2023-10-24/2023-10-23",
            "2X23",
            "X",
            "20-10",
            "2023/10/24",
            "199X-05",
            "二〇二三",
            "2023-10-24T10:00",
            "+123",
            "2023-20",
            "-0000",
            "-22X",
            "--0220",
        ] {
            assert_eq!(Edtf::parse(text), None, "{text}");
        }
    }

    #[test]
    fn intervals_from_values() {
        let of = |text: &str| Edtf::parse(text).unwrap();
        let interval = |a: Option<&str>, b: Option<&str>| {
            Edtf::interval(a.map(of).as_ref(), b.map(of).as_ref()).map(|it| it.as_str().to_owned())
        };
        assert_eq!(interval(Some("2022"), None).as_deref(), Some("2022/.."));
        assert_eq!(interval(None, Some("2023-05")).as_deref(), Some("../2023-05"));
        assert_eq!(interval(Some("2022-01/2022-03"), Some("2022-07/2022-09")).as_deref(), Some("2022-01/2022-09"));
        assert_eq!(interval(None, None), None);
        assert_eq!(interval(Some("2023"), Some("2022")), None);
    }

    #[test]
    fn overlap_and_granularity() {
        let day = |text: &str| Edtf::parse(text).unwrap().bounds().0;
        assert!(Edtf::parse("2023/..").unwrap().overlaps(day("2030-01-01"), None));
        assert!(!Edtf::parse("../2023-05").unwrap().overlaps(day("2023-06-01"), None));
        assert!(Edtf::parse("2023-05").unwrap().overlaps(day("2023-05-31"), day("2023-05-31")));
        assert_eq!(Edtf::parse("2022/2022-05-03").unwrap().granularity(), Granularity::Day);
        assert_eq!(Edtf::parse("../199X").unwrap().granularity(), Granularity::Decade);
        assert_eq!(Edtf::parse("2023-01").unwrap().just_before(), Edtf::month(2022, 12));
        assert_eq!(Edtf::day(2023, 3, 1).unwrap().just_before(), Edtf::day(2023, 2, 28));
    }
}
