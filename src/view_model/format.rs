//! Numbers for people: 572000000 元 → 5.72亿元 or 572 million yuan, with the sign of how exact it claims to be.

use super::{Locale, labels, words};
use crate::engine::chart::duration;
use crate::engine::extract::Approx;
use crate::engine::text::decimal;

/// Digits after the point of a scaled number. More of them keeps more values exact, fewer reads faster.
const MAX_DECIMALS: usize = 4;

/// Significant digits of a value that is no whole number, as conversions (亩 → m²) give.
const SIGNIFICANT_DIGITS: i32 = 5;

/// From here on, a scale's number is itself too long to read: 100,000.0001万.
const MAX_SCALED: f64 = 1e5;

/// A number in words of its size: 3.1万, 5.72亿; 3.1 million. Whole numbers that no scale gives exactly are grouped
/// by thousands, so that nothing is rounded away.
pub fn number(locale: Locale, value: f64) -> String {
    let value = rounded(value);
    for &(scale, key) in scales(locale) {
        let scaled = value / scale;
        let is_readable = (1.0..MAX_SCALED).contains(&scaled.abs());
        if is_readable && has_few_decimals(scaled) {
            return words::text_with(locale, key, &[("n", &grouped(scaled))]);
        }
    }
    grouped(value)
}

/// A count: 12,345.
pub fn count(n: usize) -> String {
    grouped(n as f64)
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

/// A figure as printed, with a sign where its own words do not say how exact it is (the 约 stands outside of it).
pub fn printed(printed: &str, approx: Option<Approx>) -> String {
    match approx {
        Some(approx) if !printed.contains(['多', '余', '来', '几']) => format!("{}{printed}", sign(approx)),
        _ => printed.to_owned(),
    }
}

/// The sign of an approx.
pub fn sign(approx: Approx) -> &'static str {
    match approx {
        Approx::About => "≈",
        Approx::Over => ">",
        Approx::Under => "<",
        Approx::AtLeast => "≥",
        Approx::AtMost => "≤",
    }
}

/// Scales, largest first: Chinese counts in myriads, English in thousands.
fn scales(locale: Locale) -> &'static [(f64, &'static str)] {
    match locale {
        Locale::Chinese => &[(1e8, "format.scale.e8"), (1e4, "format.scale.e4")],
        Locale::English => &[(1e9, "format.scale.e9"), (1e6, "format.scale.e6")],
    }
}

fn has_few_decimals(value: f64) -> bool {
    let shifted = value * 10f64.powi(MAX_DECIMALS as i32);
    // A product of decimal fractions is off by some parts in 2^53.
    (shifted - shifted.round()).abs() <= shifted.abs() * 1e-12
}

/// Whole numbers stay; others keep their significant digits.
fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() || value.fract() == 0.0 {
        return value;
    }
    let digits = SIGNIFICANT_DIGITS - 1 - value.abs().log10().floor() as i32;
    let factor = 10f64.powi(digits.clamp(-300, 300));
    let res = (value * factor).round() / factor;
    if res.is_finite() { res } else { value }
}

/// Digits grouped by thousands, without zeros at the end of decimals.
fn grouped(value: f64) -> String {
    let text = decimal::fixed(value, if value.fract() == 0.0 { 0 } else { 6 });
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |it| ("-", it));
    let mut res = sign.to_owned();
    for (idx, digit) in whole.chars().enumerate() {
        if idx > 0 && (whole.len() - idx) % 3 == 0 {
            res.push(',');
        }
        res.push(digit);
    }
    match decimals.trim_end_matches('0') {
        "" => res,
        decimals => format!("{res}.{decimals}"),
    }
}
