//! Decimal numbers, read and written by whole numbers: the standard library's float printing and parsing, exact to the
//! last bit of any value, would be a thirtieth of what the browser fetches.

/// Digits of a number that is written in full, as files for other programs want it.
const ALL_DIGITS: i32 = 15;
/// Digits that are read; those behind them only say how large the number is.
const MAX_DIGITS: usize = 18;

/// The number that `text` is: digits, perhaps with a sign before them and a point among them. Correctly rounded up to
/// 15 digits (Clinger, *How to Read Floating Point Numbers Accurately*, 1990, the fast path), to within a bit above.
pub fn parse(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |it| (-1.0, it));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if whole.len() + decimals.len() == 0 || !is_number(whole) || !is_number(decimals) {
        return None;
    }
    let (mut value, mut n_digits, mut scale) = (0u64, 0, 0);
    for (at, digit) in whole.bytes().chain(decimals.bytes()).enumerate() {
        if n_digits < MAX_DIGITS {
            value = value * 10 + u64::from(digit - b'0');
            n_digits += usize::from(value > 0);
            scale -= i32::from(at >= whole.len());
        } else {
            scale += i32::from(at < whole.len());
        }
    }
    let power = 10f64.powi(scale.abs());
    Some(sign * if scale < 0 { value as f64 / power } else { value as f64 * power })
}

/// `value` with `n_decimals` digits behind the point, at most 9.
pub fn fixed(value: f64, n_decimals: usize) -> String {
    if !value.is_finite() {
        return if value.is_nan() { "NaN" } else { "∞" }.to_owned();
    }
    let unit = 10u64.pow(n_decimals.min(9) as u32);
    let (mut whole, mut n_zeros) = (value.abs(), 0);
    // Above 2^64 the digits say no more than about 16 of them do.
    while whole >= 1e18 {
        (whole, n_zeros) = (whole / 10.0, n_zeros + 1);
    }
    let mut part = ((whole - whole.trunc()) * unit as f64).round() as u64;
    let mut whole = whole.trunc() as u64;
    if part >= unit {
        (whole, part) = (whole + 1, 0);
    }
    let sign = if value < 0.0 && (whole > 0 || part > 0) { "-" } else { "" };
    let mut res = format!("{sign}{whole}{}", "0".repeat(n_zeros));
    if n_decimals > 0 {
        let part = part.to_string();
        res.push('.');
        res.push_str(&"0".repeat(n_decimals.min(9).saturating_sub(part.len())));
        res.push_str(&part);
    }
    res
}

/// `value` to a hundredth, without zeros at its end: lengths in pixels.
pub fn short(value: f64) -> String {
    fixed(value, 2).trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `value` with the digits that it has, at most 15, without zeros at their end; very small and large ones as 1.5e-30.
pub fn full(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return fixed(value, 0);
    }
    let exponent = value.abs().log10().floor() as i32;
    if (-4..ALL_DIGITS).contains(&exponent) {
        return significant(value, (ALL_DIGITS - 1 - exponent).clamp(0, 18));
    }
    significant(value / 10f64.powi(exponent), ALL_DIGITS - 1) + "e" + &exponent.to_string()
}

/// `value` with `n_decimals` digits behind the point, at most 18, without zeros at their end.
fn significant(value: f64, n_decimals: i32) -> String {
    let whole = value.trunc();
    let first = n_decimals.min(9) as usize;
    let scaled = (value - whole).abs() * 10f64.powi(first as i32);
    let rest = (n_decimals as usize).saturating_sub(first);
    let mut digits = if rest == 0 { (scaled.round(), 0.0) } else { (scaled.trunc(), scaled.fract()) };
    let mut tail = (digits.1 * 10f64.powi(rest as i32)).round();
    if rest > 0 && tail >= 10f64.powi(rest as i32) {
        (digits.0, tail) = (digits.0 + 1.0, 0.0);
    }
    let carried = digits.0 >= 10f64.powi(first as i32);
    let (whole, head) = if carried { (whole.abs() + 1.0, 0.0) } else { (whole.abs(), digits.0) };
    let padded = |value: f64, width: usize| {
        let text = fixed(value, 0);
        "0".repeat(width.saturating_sub(text.len())) + &text
    };
    let decimals = padded(head, first) + &if rest > 0 { padded(tail, rest) } else { String::new() };
    let decimals = decimals.trim_end_matches('0');
    let sign = if value < 0.0 { "-" } else { "" };
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{decimals}", fixed(whole, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::archive::Random;

    #[test]
    fn lengths_are_short() {
        let found = [0.0, 10.0, 12.5, 0.125, -3.999, 100.004, -0.001].map(short);
        assert_eq!(found, ["0", "10", "12.5", "0.13", "-4", "100", "0"]);
    }

    #[test]
    fn what_is_read_is_what_the_standard_library_reads() {
        for text in
            ["0", "12", "3.4", "0.0001", "666.6667", "1.", ".5", "-7.25", "123456789012345", "0.000000000000001"]
        {
            assert_eq!(parse(text), text.parse().ok(), "{text}");
        }
        for text in ["", ".", "-", "1e5", "1,000", "１", "1.2.3", "inf"] {
            assert_eq!(parse(text), None, "{text}");
        }
        let long = parse("12345678901234567890123.5").unwrap_or_default();
        assert!((long / 1.234_567_890_123_456_8e22 - 1.0).abs() < 1e-15);
        let mut random = Random(3);
        for _ in 0..2000 {
            let text = format!("{}.{:04}", random.below(10_000_000), random.below(10_000));
            assert_eq!(parse(&text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn digits_behind_the_point_are_as_many_as_asked() {
        for (value, n, wanted) in [
            (0.0, 0, "0"),
            (1234.5678, 2, "1234.57"),
            (-0.004, 2, "0.00"),
            (-1.5, 1, "-1.5"),
            (0.999, 2, "1.00"),
            (1e15, 0, "1000000000000000"),
            (0.05, 6, "0.050000"),
            (1e20, 0, "100000000000000000000"),
        ] {
            assert_eq!(fixed(value, n), wanted);
        }
        assert_eq!((fixed(f64::NAN, 1), fixed(f64::INFINITY, 1)), ("NaN".to_owned(), "∞".to_owned()));
    }

    #[test]
    fn full_numbers_are_read_back() {
        for value in [0.0, 1.0, -3.25, 0.1, 1_234.567_8, 0.000_123_4, 1.5e-30, 2.0e20, 0.999_999_999_999] {
            let text = full(value);
            let back: f64 = text.parse().unwrap();
            assert!((back - value).abs() <= value.abs() * 1e-13, "{value}: {text}");
        }
        assert_eq!((full(1234.5), full(0.1), full(1.5e-30)), ("1234.5".into(), "0.1".into(), "1.5e-30".into()));
    }
}
