//! Packing of dots: each as near to the line as those before it allow, none overlapping (a beeswarm).

use crate::engine::arrange::Arrange;

/// For each place `along` a line, how far aside its dot goes, in steps of a dot (0, 1, -1, 2, -2 …), so that dots of one
/// step stand at least `apart` from each other.
pub fn aside(along: &[f64], apart: f64) -> Vec<i32> {
    let mut order: Vec<usize> = (0..along.len()).collect();
    order.arrange_by(|a, b| along[*a].total_cmp(&along[*b]));
    let mut res = vec![0; along.len()];
    // The last dot of every lane; lanes go 0, 1, -1, 2, -2 …
    let mut lanes: Vec<f64> = vec![];
    for idx in order {
        let free = lanes.iter().position(|last| along[idx] - last >= apart).unwrap_or(lanes.len());
        if free == lanes.len() {
            lanes.push(along[idx]);
        } else {
            lanes[free] = along[idx];
        }
        let step = free.div_ceil(2) as i32;
        res[idx] = if free % 2 == 0 { -step } else { step };
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_never_overlap() {
        let along = [5.0, 1.0, 1.5, 2.0, 9.0, 1.0];
        let aside = aside(&along, 2.0);
        for (a, one) in along.iter().zip(&aside).enumerate() {
            for (b, other) in along.iter().zip(&aside).enumerate() {
                assert!(a == b || one.1 != other.1 || (one.0 - other.0).abs() >= 2.0);
            }
        }
        assert_eq!(aside.iter().filter(|it| **it == 0).count(), 3);
    }
}
