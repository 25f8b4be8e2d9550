//! The scale of a shade: values in few classes with readable borders, so that a picture of shades can be read back.
//!
//! Borders lie near the values' quintiles, at numbers of a series (1, 1.5, 2, 3, 5, 7 and their tens), so that each class has
//! about as many places, and a legend names round numbers.

use crate::engine::arrange::Arrange;

/// Most classes; more shades cannot be told apart.
pub const MAX_CLASSES: usize = 5;

/// Numbers that a border may be, times a power of ten.
const SERIES: [f64; 6] = [1.0, 1.5, 2.0, 3.0, 5.0, 7.0];

/// The borders between the classes of `values`, rising: a class begins at its border. Values that are not above zero
/// belong to no class; counts have whole borders. Of one class alone there is no border.
pub fn borders(values: &[f64], are_counts: bool) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|it| it.is_finite() && *it > 0.0).collect();
    sorted.arrange_by(f64::total_cmp);
    let Some(least) = sorted.first().copied() else { return vec![] };
    let mut res: Vec<f64> = vec![];
    for part in 1..MAX_CLASSES {
        let Some(value) = sorted.get(sorted.len() * part / MAX_CLASSES) else { continue };
        let border = round_below(*value, are_counts);
        if border > least && res.last().is_none_or(|it| border > *it) {
            res.push(border);
        }
    }
    res
}

/// The class of a value, from 1; 0 for no value and for one that is not above zero.
pub fn class(value: Option<f64>, borders: &[f64]) -> u8 {
    match value {
        Some(value) if value > 0.0 => 1 + borders.iter().filter(|it| **it <= value).count() as u8,
        _ => 0,
    }
}

/// The largest number of the series that is not above `value`.
fn round_below(value: f64, is_whole: bool) -> f64 {
    let mut tens = 10f64.powi(value.log10().floor() as i32);
    // Logarithms may be off by their last bit.
    while tens > value {
        tens /= 10.0;
    }
    let fits = |it: &f64| *it <= value && (!is_whole || it.fract() == 0.0);
    SERIES.into_iter().map(|it| it * tens).filter(fits).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_are_round_and_classes_even() {
        let values = [1.0, 1.0, 2.0, 2.0, 3.0, 4.0, 5.0, 7.0, 9.0, 12.0];
        let borders = borders(&values, true);
        assert_eq!(borders, [2.0, 3.0, 5.0, 7.0].as_slice());
        let classes: Vec<u8> = values.iter().map(|it| class(Some(*it), &borders)).collect();
        assert_eq!(classes, [1, 1, 2, 2, 3, 3, 4, 5, 5, 5]);
    }

    #[test]
    fn amounts_may_span_decades() {
        let found = borders(&[120.0, 9_000.0, 47_000.0, 810_000.0, 5.72e8], false);
        assert_eq!(found, [7_000.0, 30_000.0, 700_000.0, 5e8]);
        assert_eq!(class(Some(5e8), &found), 5);
    }

    #[test]
    fn nothing_has_no_class() {
        assert!(borders(&[], true).is_empty() && borders(&[0.0, -3.0, f64::NAN], false).is_empty());
        assert!(borders(&[4.0, 4.0, 4.0], true).is_empty());
        assert_eq!([class(None, &[]), class(Some(0.0), &[]), class(Some(4.0), &[])], [0, 0, 1]);
    }
}
