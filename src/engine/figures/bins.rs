//! The bars of a histogram of values: borders at round numbers, evenly or by the powers of ten where values span decades.

use serde::{Deserialize, Serialize};

use super::borders;

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
        // What is not above zero has no logarithm: zeros get a bar of their own before the others.
        let is_logarithmic = low >= 0.0 && borders::spans_decades(positive, high);
        let zero = (is_logarithmic && low <= 0.0).then_some(0.0);
        let least = if is_logarithmic { positive } else { low };
        let edges: Vec<f64> = zero.into_iter().chain(borders::edges(least, high, is_logarithmic)).collect();
        let mut counts = vec![0; edges.len().saturating_sub(1)];
        for bar in values().filter_map(|it| borders::number(&edges, it)) {
            counts[bar as usize] += 1;
        }
        Bins { borders: edges, counts, is_logarithmic }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::archive::Random;

    #[test]
    fn borders_are_round_and_every_value_has_its_bar() {
        let even = Bins::of(&[3.0, 10.0, 47.0]);
        assert_eq!((even.borders[0], even.borders[1], even.is_logarithmic), (0.0, 5.0, false));
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
