//! Numbers for people: 572000000 元 → 5.72亿元 or 572 million yuan, with the sign of how exact it claims to be.

use super::{Locale, labels, words};
use crate::engine::chart::duration;
pub use crate::engine::chart::words::{printed, sign};
use crate::engine::extract::Approx;
use crate::engine::text::readable;

/// A number in words of its size: 3.1万, 5.72亿; 3.1 million. Whole numbers that no scale gives exactly are grouped
/// by thousands, so that nothing is rounded away.
pub fn number(locale: Locale, value: f64) -> String {
    let scales = scales(locale);
    match readable::scaled(value, &scales.map(|it| it.0)) {
        (Some(idx), digits) => words::text_with(locale, scales[idx].1, &[("n", &digits)]),
        (None, digits) => digits,
    }
}

/// A count: 12,345.
pub fn count(n: usize) -> String {
    readable::grouped(n as f64)
}

/// A value with its unit, `high` the upper end of a range: ≈5.72亿元, 300–500户, ≥95%; seconds in a readable unit.
pub fn measure(locale: Locale, value: f64, high: Option<f64>, unit: &str, approx: Option<Approx>) -> String {
    let (unit, factor) = if unit == duration::SECOND { duration::readable(value) } else { (unit, 1.0) };
    let mut res = approx.map_or(String::new(), |it| sign(it).to_owned());
    res.push_str(&number(locale, value / factor));
    if let Some(high) = high {
        res.push('–');
        res.push_str(&number(locale, high / factor));
    }
    let is_one = value / factor == 1.0 && high.is_none();
    let unit = if is_one { labels::unit_text_of_one(locale, unit) } else { labels::unit_text(locale, unit) };
    let needs_blank = locale == Locale::English && !unit.is_empty() && unit != "%";
    if needs_blank {
        res.push(' ');
    }
    res + &unit
}

/// Scales, largest first: Chinese counts in myriads, English in thousands.
fn scales(locale: Locale) -> [(f64, &'static str); 2] {
    match locale {
        Locale::Chinese => [(1e8, "format.scale.e8"), (1e4, "format.scale.e4")],
        Locale::English => [(1e9, "format.scale.e9"), (1e6, "format.scale.e6")],
    }
}
