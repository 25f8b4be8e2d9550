//! An ordered map for some thousand keys at most, whose code is a tenth of the standard library's: a sorted list, searched
//! by halves. Putting in a key moves those behind it; maps that grow with the library are of the standard kind.

/// Values by keys, in the order of the keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallMap<K, V>(Vec<(K, V)>);

impl<K, V> Default for SmallMap<K, V> {
    fn default() -> Self {
        SmallMap(vec![])
    }
}

impl<K: Ord, V> SmallMap<K, V> {
    /// One without keys.
    pub fn new() -> Self {
        SmallMap::default()
    }

    /// The value of `key`, which is `first` where it has none yet.
    pub fn value_or(&mut self, key: K, first: V) -> &mut V {
        let found = self.0.binary_search_by(|it| it.0.cmp(&key));
        let place = found.unwrap_or_else(|place| {
            self.0.insert(place, (key, first));
            place
        });
        &mut self.0[place].1
    }

    /// The value of `key`, the default one where it has none yet.
    pub fn value(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.value_or(key, V::default())
    }

    /// The value of `key`, if it has one.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.0.binary_search_by(|it| it.0.cmp(key)).ok().map(|place| &self.0[place].1)
    }

    /// Takes the value of `key` out.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        self.0.binary_search_by(|it| it.0.cmp(key)).ok().map(|place| self.0.remove(place).1)
    }

    /// Keys and values in order.
    pub fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }

    /// Keys and values in order, to change the values.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut (K, V)> {
        self.0.iter_mut()
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True without keys.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K, V> IntoIterator for SmallMap<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Ord, V> Extend<(K, V)> for SmallMap<K, V> {
    /// Of two values of one key the last stays.
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, items: T) {
        for (key, value) in items {
            match self.0.binary_search_by(|it| it.0.cmp(&key)) {
                Ok(place) => self.0[place].1 = value,
                Err(place) => self.0.insert(place, (key, value)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_by_their_keys() {
        let mut map = SmallMap::new();
        for word in ["b", "a", "b", "c"] {
            *map.value(word) += 1;
        }
        assert_eq!(*map.value_or("d", 7), 7);
        map.extend([("a", 5), ("0", 9)]);
        assert_eq!((map.get(&"b"), map.get(&"x"), map.len()), (Some(&2), None, 5));
        assert_eq!((map.remove(&"c"), map.remove(&"c")), (Some(1), None));
        assert_eq!(map.into_iter().collect::<Vec<_>>(), [("0", 9), ("a", 5), ("b", 2), ("d", 7)]);
        assert!(SmallMap::<u8, u8>::new().is_empty());
    }
}
