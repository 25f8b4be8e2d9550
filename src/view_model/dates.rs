//! Dates for people: EDTF → 2022年6月（约） or June 2022 (approx.).

use super::{Locale, words};
use crate::engine::extract::edtf::Edtf;
use crate::engine::extract::published::Published;
use crate::engine::query::DateRange;

/// A date in words.
pub fn edtf_text(locale: Locale, edtf: &Edtf) -> String {
    match edtf.as_str().split_once('/') {
        None => end_text(locale, edtf.as_str()),
        Some((from, to)) => interval_text(locale, from, to),
    }
}

/// A page's date in words; says so where it is inferred or unknown.
pub fn published_text(locale: Locale, published: &Published) -> String {
    match &published.edtf {
        None => words::text(locale, "format.date.unknown"),
        Some(edtf) if published.inferred => {
            words::text_with(locale, "format.date.inferred", &[("date", &edtf_text(locale, edtf))])
        }
        Some(edtf) => edtf_text(locale, edtf),
    }
}

/// A range of the date facet in words; both ends of one month are that month.
pub fn range_text(locale: Locale, range: &DateRange) -> String {
    let end = |it: &Option<Edtf>| it.as_ref().map_or("..", Edtf::as_str).to_owned();
    interval_text(locale, &end(&range.from), &end(&range.to))
}

/// A month's short name, without its year; "" for anything else than `YYYY-MM`.
pub fn short_month_text(locale: Locale, edtf: &str) -> String {
    match edtf.split_once('-').and_then(|(_, month)| month.parse::<u8>().ok()) {
        Some(n @ 1..=12) => words::text(locale, &format!("format.short-month.{n}")),
        _ => String::new(),
    }
}

/// One end of an interval, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Parts<'a> {
    year: &'a str,
    /// Month 1 to 12 or season 21 to 24.
    month: Option<u8>,
    day: Option<u8>,
    /// `~`, `?` or `%`.
    mark: Option<char>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Self {
        let mark = text.chars().last().filter(|it| matches!(it, '~' | '?' | '%'));
        let text = text.trim_end_matches(['~', '?', '%']);
        // The minus of a year before the common era belongs to it.
        let sign = usize::from(text.starts_with('-'));
        let mut fields = text[sign..].splitn(3, '-');
        let year = fields.next().map_or("", |it| &text[..sign + it.len()]);
        let month = fields.next().and_then(|it| it.parse().ok());
        let day = fields.next().and_then(|it| it.parse().ok()).filter(|_| month.is_some());
        Parts { year, month, day, mark }
    }
}

fn is_open(end: &str) -> bool {
    end.is_empty() || end == ".."
}

fn interval_text(locale: Locale, from: &str, to: &str) -> String {
    let one = |key, end: &str| words::text_with(locale, key, &[("date", &end_text(locale, end))]);
    match (is_open(from), is_open(to)) {
        (true, true) => words::text(locale, "format.date.any"),
        (true, false) => one("format.date.until", to),
        (false, true) => one("format.date.since", from),
        (false, false) if from == to => end_text(locale, from),
        (false, false) => closed_text(locale, from, to),
    }
}

/// Both ends in words; what they share is said once.
fn closed_text(locale: Locale, from: &str, to: &str) -> String {
    let (first, last) = (Parts::of(from), Parts::of(to));
    let shares_year = first.year == last.year && first.mark.is_none() && last.mark.is_none();
    let name = |n: u8| month_name(locale, n);
    let text = |n: u8| n.to_string();
    match (first.month, first.day, last.month, last.day) {
        (Some(a @ 1..=12), None, Some(b @ 1..=12), None) if shares_year => words::text_with(
            locale,
            "format.date.months",
            &[("year", year(first.year)), ("month", &name(a)), ("last", &name(b))],
        ),
        (Some(a @ 1..=12), Some(day), Some(b), Some(last_day)) if shares_year && a == b => words::text_with(
            locale,
            "format.date.days",
            &[("year", year(first.year)), ("month", &name(a)), ("day", &text(day)), ("last", &text(last_day))],
        ),
        (Some(a @ 1..=12), Some(day), Some(b @ 1..=12), Some(last_day)) if shares_year => words::text_with(
            locale,
            "format.date.days-of-months",
            &[
                ("year", year(first.year)),
                ("month", &name(a)),
                ("day", &text(day)),
                ("last_month", &name(b)),
                ("last", &text(last_day)),
            ],
        ),
        _ => words::text_with(
            locale,
            "format.date.interval",
            &[("from", &end_text(locale, from)), ("to", &end_text(locale, to))],
        ),
    }
}

fn end_text(locale: Locale, end: &str) -> String {
    let parts = Parts::of(end);
    let date = match (parts.month, parts.day) {
        (Some(n @ 1..=12), Some(day)) => words::text_with(
            locale,
            "format.date.day",
            &[("year", year(parts.year)), ("month", &month_name(locale, n)), ("day", &day.to_string())],
        ),
        (Some(n @ 1..=12), None) => words::text_with(
            locale,
            "format.date.month",
            &[("year", year(parts.year)), ("month", &month_name(locale, n))],
        ),
        (Some(n @ 21..=24), _) => words::text_with(
            locale,
            "format.date.season",
            &[("year", year(parts.year)), ("season", &words::text(locale, &format!("format.season.{n}")))],
        ),
        _ => year_text(locale, parts.year),
    };
    let key = match parts.mark {
        Some('~') => "format.date.approximate",
        Some('?') => "format.date.uncertain",
        Some(_) => "format.date.approximate-uncertain",
        None => return date,
    };
    words::text_with(locale, key, &[("date", &date)])
}

/// A year, decade (`199X`) or century (`19XX`).
fn year_text(locale: Locale, text: &str) -> String {
    if let Some(before) = before_christ(text) {
        return words::text_with(locale, "format.date.before-christ", &[("year", &before)]);
    }
    let first = text.replace('X', "0");
    match text.matches('X').count() {
        0 => words::text_with(locale, "format.date.year", &[("year", year(text))]),
        1 => words::text_with(locale, "format.date.decade", &[("year", year(&first))]),
        _ => {
            let last = text.replace('X', "9");
            words::text_with(locale, "format.date.century", &[("first", year(&first)), ("last", year(&last))])
        }
    }
}

/// 221 for the year -220 of EDTF, which counts the year before 1 as 0.
fn before_christ(text: &str) -> Option<String> {
    let year: i32 = text.parse().ok()?;
    (year <= 0).then(|| (1 - year).to_string())
}

/// A year without the zeros that EDTF pads it with.
fn year(text: &str) -> &str {
    let trimmed = text.trim_start_matches('0');
    if trimmed.is_empty() { text } else { trimmed }
}

fn month_name(locale: Locale, n: u8) -> String {
    words::text(locale, &format!("format.month.{n}"))
}
