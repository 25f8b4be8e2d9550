//! Sorting whose code is there once, whatever is sorted.
//!
//! The standard library makes its sort anew for each type and order, some 4.6 kB of wasm each time: a sixth of the
//! worker's code. Here numbers of places are sorted by an order that is asked for, and the items follow. For lists of
//! numbers by their own order the standard sort stays: those few are shared anyway.

use std::cmp::Ordering;

/// Sorts a list; equal items keep their order.
pub trait Arrange<T> {
    /// By an order.
    fn arrange_by(&mut self, order: impl FnMut(&T, &T) -> Ordering);

    /// By a key, smallest first.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(&mut self, mut order: impl FnMut(&T, &T) -> Ordering) {
        let places = sorted(self.len(), &mut |a, b| order(&self[a], &self[b]));
        follow(self, places);
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }
}

/// What `items` make, put in one by one: the standard `collect` of ordered maps and sets would sort first.
pub fn gathered<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut res = C::default();
    res.extend(items);
    res
}

/// The places `0..len` in order.
#[inline(never)]
fn sorted(len: usize, order: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|a, b| order(*a, *b));
    places
}

/// Moves each item to where `places` has its place; every cycle of moves is walked once.
fn follow<T>(items: &mut [T], mut places: Vec<usize>) {
    for start in 0..places.len() {
        let mut at = start;
        while places[at] != start {
            let from = std::mem::replace(&mut places[at], at);
            items.swap(at, from);
            at = from;
        }
        places[at] = at;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::engine::archive::Random;

    #[test]
    fn items_stand_as_the_standard_sort_would_put_them() {
        let mut random = Random(11);
        for len in [0, 1, 2, 3, 20, 21, 300] {
            let mut items: Vec<(usize, usize)> = (0..len).map(|at| (random.below(len / 3 + 1), at)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|it| it.0);
            items.arrange_by_key(|it| it.0);
            assert_eq!(items, expected);
            expected.sort_by(|a, b| b.cmp(a));
            items.arrange_by(|a, b| b.cmp(a));
            assert_eq!(items, expected);
        }
    }

    #[test]
    fn of_two_equal_keys_the_last_counts() {
        let map: BTreeMap<u8, &str> = gathered([(2, "b"), (1, "a"), (2, "c")]);
        assert_eq!(map.into_iter().collect::<Vec<_>>(), [(1, "a"), (2, "c")]);
    }
}
