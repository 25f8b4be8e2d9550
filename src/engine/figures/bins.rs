//! The bars of a histogram of values: borders at round numbers, evenly or by the powers of ten where values span decades.

use serde::{Deserialize, Serialize};

/// From this many times the smallest positive value on, the largest one is shown on a logarithmic scale.
const DECADES: f64 = 100.0;
/// Most bars of an even scale.
const MAX_BARS: f64 = 24.0;
/// The borders in each power of ten.
const STEPS: [f64; 3] = [1.0, 2.0, 5.0];

/// The bars of some values.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Bins {
    /// The borders, one more than there are bars: a bar has the values from its first border to before its last one.
    pub borders: Vec<f64>,
    /// How many values each bar has.
    pub counts: Vec<usize>,
    /// True where borders stand at 1, 2, 5, 10, 20 …; what is not above zero is then in the first bar.
    pub is_logarithmic: bool,
}

impl Bins {
    /// The bars of `values`; none where fewer than two values differ.
    pub fn of(values: &[f64]) -> Bins {
        let values = || values.iter().copied().filter(|it| it.is_finite());
        let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        // Without any value the ends are infinities the other way round.
        if low >= high {
            return Bins::default();
        }
        let positive = values().filter(|it| *it > 0.0).fold(f64::INFINITY, f64::min);
        let is_logarithmic = low >= 0.0 && high >= DECADES * positive;
        let borders = if is_logarithmic { decades(low, positive, high) } else { even(low, high) };
        let mut counts = vec![0; borders.len().saturating_sub(1)];
        for value in values() {
            let bar = borders.partition_point(|it| *it <= value).saturating_sub(1);
            if let Some(count) = counts.get_mut(bar) {
                *count += 1;
            }
        }
        Bins { borders, counts, is_logarithmic }
    }
}

/// 1, 2, 5, 10, 20 … from below `positive` to above `high`; from 0 where there are zeros.
fn decades(low: f64, positive: f64, high: f64) -> Vec<f64> {
    let first = positive.log10().floor() as i32;
    let last = high.log10().floor() as i32 + 1;
    let all: Vec<f64> = (first..=last).flat_map(|it| STEPS.map(|step| round(step, it))).collect();
    let from = all.partition_point(|it| *it <= positive).saturating_sub(1);
    let to = all.partition_point(|it| *it <= high);
    let zero = (low <= 0.0).then_some(0.0);
    zero.into_iter().chain(all.get(from..=to).unwrap_or_default().iter().copied()).collect()
}

/// Evenly, in steps of 1, 2 or 5 times a power of ten.
fn even(low: f64, high: f64) -> Vec<f64> {
    let least = (high - low) / MAX_BARS;
    let exponent = least.log10().floor() as i32;
    let steps = STEPS.into_iter().map(|it| round(it, exponent)).chain([round(1.0, exponent + 1)]);
    let step = steps.into_iter().find(|it| *it >= least).unwrap_or(least);
    let first = (low / step).floor();
    let n_bars = ((high / step).floor() - first) as usize + 1;
    (0..=n_bars).map(|it| (first + it as f64) * step).collect()
}

/// `step` times a power of ten.
fn round(step: f64, exponent: i32) -> f64 {
    let power = 10f64.powi(exponent.abs());
    if exponent < 0 { step / power } else { step * power }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::archive::Random;

    #[test]
    fn borders_are_round_and_every_value_has_its_bar() {
        let even = Bins::of(&[3.0, 10.0, 47.0]);
        assert_eq!((even.borders[0], even.borders[1], even.is_logarithmic), (2.0, 4.0, false));
        let decades = Bins::of(&[0.0, 3.0, 700.0, 700.0]);
        assert_eq!(decades.borders, [0.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0]);
        assert_eq!(decades.counts, [1, 1, 0, 0, 0, 0, 0, 0, 2]);
        assert_eq!(Bins::of(&[5.0, 5.0]), Bins::default());
        assert_eq!(Bins::of(&[f64::NAN, f64::INFINITY]), Bins::default());
    }

    #[test]
    fn bars_hold_all_values_and_are_few() {
        let mut random = Random(5);
        for _ in 0..500 {
            let scale = 10f64.powi(random.below(12) as i32 - 4);
            let values: Vec<f64> = (0..40).map(|_| random.below(100_000) as f64 * scale - 20.0 * scale).collect();
            let bins = Bins::of(&values);
            assert_eq!(bins.counts.iter().sum::<usize>(), 40, "{bins:?}");
            assert!(bins.counts.len() < 40 && bins.borders.windows(2).all(|it| it[0] < it[1]), "{bins:?}");
        }
    }
}
