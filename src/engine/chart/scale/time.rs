//! Ticks of a row of months or years: every period has its band; ticks say some of them.

/// The periods of a row of `n` that get a tick: the first one and then every `stride`-th, with the smallest stride
/// that gives each `room` pixels, rounded up to what people count months by. `by_twelve` is true for months.
pub fn ticks(n: usize, step: f64, room: f64, by_twelve: bool) -> Vec<usize> {
    let strides: &[usize] = if by_twelve { &[1, 2, 3, 6, 12, 24, 60, 120] } else { &[1, 2, 5, 10, 20, 50, 100] };
    let fits = |stride: &&usize| **stride as f64 * step >= room;
    let stride = strides.iter().find(fits).copied().unwrap_or(n.max(1));
    (0..n).step_by(stride).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strides_grow_until_ticks_have_room() {
        assert_eq!(ticks(4, 40.0, 36.0, true), [0, 1, 2, 3]);
        assert_eq!(ticks(12, 8.0, 36.0, true), [0, 6]);
        assert_eq!(ticks(7, 8.0, 36.0, false), [0, 5]);
        assert_eq!(ticks(3, 0.0, 36.0, true), [0]);
        assert!(ticks(0, 8.0, 36.0, true).is_empty());
    }
}
