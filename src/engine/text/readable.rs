//! Numbers as people read them, in whatever language: digits by thousands, in the largest scale that is exact.

use super::decimal;

/// Digits after the point of a scaled number. More of them keeps more values exact, fewer reads faster.
const MAX_DECIMALS: usize = 4;

/// Significant digits of a value that is no whole number, as conversions (亩 → m²) give.
const SIGNIFICANT_DIGITS: i32 = 5;

/// From here on, a scale's number is itself too long to read: 100,000.0001万.
const MAX_SCALED: f64 = 1e5;

/// Digits of `value`, and in which of `scales` (largest first) they are; in none where no scale gives the value exactly,
/// so that nothing is rounded away.
pub fn scaled(value: f64, scales: &[f64]) -> (Option<usize>, String) {
    let value = rounded(value);
    let is_readable = |scale: &f64| {
        let scaled = value / scale;
        (1.0..MAX_SCALED).contains(&scaled.abs()) && has_few_decimals(scaled)
    };
    match scales.iter().position(is_readable) {
        Some(idx) => (Some(idx), grouped(value / scales[idx])),
        None => (None, grouped(value)),
    }
}

/// Digits grouped by thousands, without zeros at the end of decimals.
pub fn grouped(value: f64) -> String {
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

/// `template` with its placeholders `%{name}` filled; one without a value is left out.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut res = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("%{") {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        res.push_str(before);
        res.push_str(values.iter().find(|(it, _)| *it == name).map_or("", |(_, value)| value));
        rest = after;
    }
    res + rest
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_exact_scale_is_taken() {
        let scales = [1e8, 1e4];
        assert_eq!(scaled(572_000_000.0, &scales), (Some(0), "5.72".to_owned()));
        assert_eq!(scaled(31_000.0, &scales), (Some(1), "3.1".to_owned()));
        assert_eq!(scaled(12_345_678.9, &scales), (Some(1), "1,234.6".to_owned()));
        assert_eq!(scaled(123_456_789.0, &scales), (Some(1), "12,345.6789".to_owned()));
        assert_eq!(scaled(999.0, &scales), (None, "999".to_owned()));
    }

    #[test]
    fn placeholders_are_filled_once() {
        assert_eq!(fill("%{n} of %{all}", &[("n", "%{all}"), ("all", "9")]), "%{all} of 9");
        assert_eq!(fill("%{n", &[]), "");
        assert_eq!(fill("95%", &[]), "95%");
    }
}
