//! The linear scale: values from 0 to the largest one → pixels, and ticks at numbers that people count by.

/// What values a scale may have ticks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// Counts: no tick between two whole numbers.
    Whole,
    /// Measures.
    Any,
}

/// A linear scale that begins at 0, as bars need: half the length is half the value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Linear {
    max: f64,
    start: f64,
    end: f64,
}

impl Linear {
    /// Maps 0 to pixel `start` and `max` to pixel `end`. A `max` that is not above 0 counts as 1.
    pub fn new(max: f64, start: f64, end: f64) -> Self {
        let max = if max.is_finite() && max > 0.0 { max } else { 1.0 };
        Linear { max, start, end }
    }

    /// The pixel of `value`.
    pub fn at(&self, value: f64) -> f64 {
        self.start + (value / self.max).clamp(0.0, 1.0) * (self.end - self.start)
    }

    /// Ticks from 0 to the largest value, at most `n` steps apart by 1, 2 or 5 times a power of ten.
    pub fn ticks(&self, n: usize, values: Values) -> Vec<f64> {
        let step = nice_step(self.max / n.max(1) as f64, values);
        let n_steps = (self.max / step * (1.0 + 1e-9)).floor() as usize;
        (0..=n_steps).map(|it| it as f64 * step).collect()
    }
}

/// The smallest step of 1, 2 or 5 times a power of ten that is not below `least`.
fn nice_step(least: f64, values: Values) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|it| it * power).into_iter().find(|it| *it >= least * (1.0 - 1e-9));
    match values {
        Values::Whole => step.unwrap_or(power).max(1.0),
        Values::Any => step.unwrap_or(power),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_numbers_that_people_count_by() {
        let ticks = |max, n, values| Linear::new(max, 0.0, 100.0).ticks(n, values);
        assert_eq!(ticks(572_000_000.0, 5, Values::Any), [0.0, 2e8, 4e8]);
        assert_eq!(ticks(7.0, 5, Values::Any), [0.0, 2.0, 4.0, 6.0]);
        assert_eq!(ticks(3.0, 6, Values::Whole), [0.0, 1.0, 2.0, 3.0]);
        assert_eq!(ticks(1.0, 6, Values::Whole), [0.0, 1.0]);
        assert_eq!(ticks(0.0, 2, Values::Any), [0.0, 0.5, 1.0]);
    }

    #[test]
    fn no_value_leaves_the_range() {
        let scale = Linear::new(10.0, 20.0, 120.0);
        assert_eq!([-1.0, 0.0, 5.0, 10.0, 11.0].map(|it| scale.at(it)), [20.0, 20.0, 70.0, 120.0, 120.0]);
        assert_eq!(Linear::new(f64::NAN, 0.0, 1.0).at(0.5), 0.5);
    }
}
