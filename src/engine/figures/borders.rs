//! The borders of bins of values: equal steps, or 1, 2, 5 of every power of ten where the values span decades.

/// Bins that a histogram has at most, where its steps are equal.
const MAX_BINS: usize = 16;

/// From this ratio of the largest to the smallest value on, a logarithmic scale shows more.
const DECADES: f64 = 100.0;

/// With more decades than this, bins are whole decades.
const FINE_DECADES: i32 = 5;

/// True where values are best shown by their size: all above 0, and spanning decades.
pub fn spans_decades(min: f64, max: f64) -> bool {
    min > 0.0 && max / min >= DECADES
}

/// The edges of the bins from `min` to `max`, one more than bins. Every value has a bin that it is not below the first
/// edge of, and below the second; `min` must be above 0 where `log`.
pub fn edges(min: f64, max: f64, log: bool) -> Vec<f64> {
    if log && min > 0.0 { log_edges(min, max) } else { even_edges(min, max) }
}

/// The bin of `value`.
pub fn number(edges: &[f64], value: f64) -> Option<u32> {
    let after = edges.partition_point(|it| *it <= value);
    (after > 0 && after < edges.len()).then(|| after as u32 - 1)
}

fn even_edges(min: f64, max: f64) -> Vec<f64> {
    let span = if max > min { max - min } else { max.abs().max(1.0) };
    let step = nice_step(span / (MAX_BINS - 2) as f64);
    let first = (min / step).floor();
    let mut res: Vec<f64> = vec![];
    while res.last().is_none_or(|it| *it <= max) && res.len() <= 2 * MAX_BINS {
        res.push((first + res.len() as f64) * step);
    }
    res
}

fn log_edges(min: f64, max: f64) -> Vec<f64> {
    let (first, last) = (min.log10().floor() as i32, max.log10().floor() as i32 + 1);
    let within: &[f64] = if last - first > FINE_DECADES { &[1.0] } else { &[1.0, 2.0, 5.0] };
    let all = (first..=last + 1).flat_map(|power| within.iter().map(move |it| times_power(*it, power)));
    let all: Vec<f64> = all.collect();
    // A power of ten may lie a bit above a value that is printed the same.
    let start = all.partition_point(|it| *it <= min).saturating_sub(1);
    let end = all.partition_point(|it| *it <= max);
    all.get(start..=end.min(all.len().saturating_sub(1))).unwrap_or_default().to_vec()
}

/// `step` times a power of ten, exact where the decimal number is: 10^-3 itself is not.
fn times_power(step: f64, exponent: i32) -> f64 {
    let power = 10f64.powi(exponent.abs());
    if exponent < 0 { step / power } else { step * power }
}

/// The smallest step of 1, 2 or 5 times a power of ten that is not below `least`.
pub fn nice_step(least: f64) -> f64 {
    let power = 10f64.powf(least.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|it| it * power).into_iter().find(|it| *it >= least * (1.0 - 1e-9));
    step.unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_bin() {
        for (min, max) in
            [(0.0, 0.0), (1.0, 1.0), (0.3, 7.0), (12.0, 98_000.0), (3e4, 5.72e8), (1e-3, 9e11), (5.0, 5e4)]
        {
            for log in [false, true] {
                let edges = edges(min, max, log);
                assert!(edges.windows(2).all(|it| it[0] < it[1]), "{edges:?}");
                assert!(edges.len() < 40, "{min} {max} {log}: {edges:?}");
                for value in [min, max, (min + max) / 2.0] {
                    assert!(number(&edges, value).is_some(), "{value} of {min} {max} {log}: {edges:?}");
                }
                assert_eq!(number(&edges, f64::NAN), None);
            }
        }
    }

    #[test]
    fn edges_are_numbers_that_people_count_by() {
        assert_eq!(edges(3.0, 40.0, true), [2.0, 5.0, 10.0, 20.0, 50.0]);
        assert_eq!(edges(1.0, 9.0, false).len(), 10);
        assert!(spans_decades(1.0, 100.0) && !spans_decades(0.0, 100.0) && !spans_decades(5.0, 50.0));
    }
}
