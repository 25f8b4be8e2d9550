//! The largest of many, in one pass that never sorts all of them.

use crate::engine::arrange::Arrange;

/// Of numbered values the `n` largest, largest first, equal ones in their own order; and how many are left out.
pub fn largest(values: impl Iterator<Item = (usize, f64)>, n: usize) -> (Vec<usize>, usize) {
    let mut held: Vec<(usize, f64)> = vec![];
    let (mut least, mut n_all) = (f64::NEG_INFINITY, 0);
    let keep = |held: &mut Vec<(usize, f64)>| {
        held.arrange_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        held.truncate(n);
    };
    for (number, value) in values {
        n_all += 1;
        if held.len() < n || value > least {
            held.push((number, value));
        }
        if held.len() >= 2 * n + 16 {
            keep(&mut held);
            least = held.last().map_or(least, |it| it.1);
        }
    }
    keep(&mut held);
    (held.into_iter().map(|it| it.0).collect(), n_all - n.min(n_all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::archive::Random;

    #[test]
    fn the_same_as_sorting_all() {
        let mut random = Random(5);
        for len in [0, 1, 10, 200] {
            let values: Vec<f64> = (0..len).map(|_| random.below(40) as f64).collect();
            let mut sorted: Vec<usize> = (0..len).collect();
            sorted.sort_by(|a, b| values[*b].total_cmp(&values[*a]).then(a.cmp(b)));
            let (found, n_cut) = largest(values.iter().copied().enumerate(), 10);
            assert_eq!((found.as_slice(), n_cut), (&sorted[..len.min(10)], len.saturating_sub(10)));
        }
    }
}
