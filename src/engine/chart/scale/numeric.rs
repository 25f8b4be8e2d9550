//! The scale of values: linear or logarithmic, with ticks at numbers that people count by.

use crate::engine::figures::borders::nice_step;

/// What values a scale may have ticks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// Counts: no tick between two whole numbers.
    Whole,
    /// Measures.
    Any,
}

/// From a range of values to a range of pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Numeric {
    min: f64,
    max: f64,
    is_log: bool,
    start: f64,
    end: f64,
}

impl Numeric {
    /// A linear scale that begins at 0, as bars need: half the length is half the value. A `max` that is not above 0
    /// counts as 1.
    pub fn from_zero(max: f64, start: f64, end: f64) -> Self {
        let max = if max.is_finite() && max > 0.0 { max } else { 1.0 };
        Numeric { min: 0.0, max, is_log: false, start, end }
    }

    /// A scale for points: logarithmic, or linear and beginning at 0 unless all values lie far from it.
    pub fn around(min: f64, max: f64, is_log: bool, (start, end): (f64, f64)) -> Self {
        if is_log && min > 0.0 {
            let max = if max > min { max } else { min * 10.0 };
            return Numeric { min, max, is_log, start, end };
        }
        let is_far = min > max / 2.0 && max > min;
        Numeric { min: if is_far { min } else { 0.0 }, ..Numeric::from_zero(max, start, end) }
    }

    /// The pixel of `value`; no value leaves the range.
    pub fn at(&self, value: f64) -> f64 {
        let part = match self.is_log {
            true => (value / self.min).log10() / (self.max / self.min).log10(),
            false => (value - self.min) / (self.max - self.min),
        };
        let part = if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 };
        self.start + part * (self.end - self.start)
    }

    /// Ticks within the range, at most `n` steps: apart by 1, 2 or 5 times a power of ten, or at such numbers themselves.
    pub fn ticks(&self, n: usize, values: Values) -> Vec<f64> {
        if self.is_log {
            return self.log_ticks(n);
        }
        let step = nice_step((self.max - self.min) / n.max(1) as f64);
        let step = if values == Values::Whole { step.max(1.0) } else { step };
        let first = (self.min / step * (1.0 - 1e-9)).ceil() as i64;
        let last = (self.max / step * (1.0 + 1e-9)).floor() as i64;
        (first..=last).map(|it| it as f64 * step).collect()
    }

    fn log_ticks(&self, n: usize) -> Vec<f64> {
        let powers = self.min.log10().floor() as i32..=self.max.log10().floor() as i32;
        let is_within = |it: &f64| *it >= self.min * (1.0 - 1e-9) && *it <= self.max * (1.0 + 1e-9);
        let of = |within: &'static [f64], stride: usize| -> Vec<f64> {
            let decades = powers.clone().step_by(stride);
            decades.flat_map(|power| within.iter().map(move |it| it * 10f64.powi(power))).filter(is_within).collect()
        };
        let fine = [&[1.0, 2.0, 5.0][..], &[1.0, 3.0][..]].into_iter().map(|it| of(it, 1));
        let all = fine.chain((1..8).map(|stride| of(&[1.0], stride)));
        let mut fitting = all.skip_while(|it| it.len() > n + 1);
        fitting.next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_numbers_that_people_count_by() {
        let ticks = |max, n, values| Numeric::from_zero(max, 0.0, 100.0).ticks(n, values);
        assert_eq!(ticks(572_000_000.0, 5, Values::Any), [0.0, 2e8, 4e8]);
        assert_eq!(ticks(7.0, 5, Values::Any), [0.0, 2.0, 4.0, 6.0]);
        assert_eq!(ticks(3.0, 6, Values::Whole), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(1.0, 6, Values::Whole), [0.0, 1.0]);
        assert_eq!(ticks(0.0, 2, Values::Any), [0.0, 0.5, 1.0]);
        let around = |min, max, is_log, n| Numeric::around(min, max, is_log, (0.0, 1.0)).ticks(n, Values::Any);
        assert_eq!(around(95.0, 99.0, false, 4), [95.0, 96.0, 97.0, 98.0, 99.0]);
        assert_eq!(around(3.0, 40.0, true, 6), [5.0, 10.0, 20.0]);
        assert_eq!(around(3.0, 4e6, true, 6), [1e1, 1e2, 1e3, 1e4, 1e5, 1e6]);
    }

    #[test]
    fn no_value_leaves_the_range() {
        let scale = Numeric::from_zero(10.0, 20.0, 120.0);
        assert_eq!([-1.0, 0.0, 5.0, 10.0, 11.0].map(|it| scale.at(it)), [20.0, 20.0, 70.0, 120.0, 120.0]);
        assert_eq!(Numeric::from_zero(f64::NAN, 0.0, 1.0).at(0.5), 0.5);
        let log = Numeric::around(1.0, 1000.0, true, (0.0, 90.0));
        assert_eq!([0.0, 1.0, 10.0, 1e9].map(|it| log.at(it).round()), [0.0, 0.0, 30.0, 90.0]);
    }
}
