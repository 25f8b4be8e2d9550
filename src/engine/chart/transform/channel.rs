//! A channel: which bands of one dimension each item belongs to. Places, times, sections and bins all are channels, so
//! that counting, cutting and finding what stands behind a mark are written once.

use crate::engine::arrange::Arrange;

/// The bands of each item, by number; an item has none, one or many, each once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Channel {
    /// The bands' names: paths, EDTF, facet values, numbers of bins.
    pub names: Vec<String>,
    bands: Vec<u32>,
    /// Where each item's bands end.
    ends: Vec<u32>,
}

impl Channel {
    /// One without items.
    pub fn new(names: Vec<String>) -> Self {
        Channel { names, ..Channel::default() }
    }

    /// Of items with at most one band each.
    pub fn of_single(names: Vec<String>, bands: impl IntoIterator<Item = Option<u32>>) -> Self {
        let mut res = Channel::new(names);
        for band in bands {
            res.bands.extend(band);
            res.ends.push(res.bands.len() as u32);
        }
        res
    }

    /// Adds the next item with its bands, in any order.
    pub fn push(&mut self, bands: &mut Vec<u32>) {
        bands.sort_unstable();
        bands.dedup();
        self.bands.extend_from_slice(bands);
        self.ends.push(self.bands.len() as u32);
    }

    /// The bands of an item.
    pub fn of(&self, item: usize) -> &[u32] {
        let start = item.checked_sub(1).and_then(|it| self.ends.get(it)).map_or(0, |it| *it as usize);
        self.ends.get(item).and_then(|end| self.bands.get(start..*end as usize)).unwrap_or_default()
    }

    /// How many items it knows.
    pub fn n_items(&self) -> usize {
        self.ends.len()
    }

    /// How many items have no band.
    pub fn n_missing(&self) -> usize {
        (0..self.n_items()).filter(|it| self.of(*it).is_empty()).count()
    }

    /// How many items each band has.
    pub fn totals(&self) -> Vec<u32> {
        let mut res = vec![0; self.names.len()];
        for band in &self.bands {
            res[*band as usize] += 1;
        }
        res
    }

    /// The same with these bands only, in this order.
    pub fn kept(&self, order: &[u32]) -> Channel {
        let mut places = vec![None; self.names.len()];
        for (place, band) in order.iter().enumerate() {
            places[*band as usize] = Some(place as u32);
        }
        let mut res = Channel::new(order.iter().map(|it| self.names[*it as usize].clone()).collect());
        let mut bands = vec![];
        for item in 0..self.n_items() {
            bands.clear();
            bands.extend(self.of(item).iter().filter_map(|it| places[*it as usize]));
            res.push(&mut bands);
        }
        res
    }

    /// The `n` bands with most items, ties by name; and how many bands are dropped. Bands without items count for nothing.
    pub fn largest(&self, n: usize) -> (Channel, usize) {
        let totals = self.totals();
        let mut order: Vec<u32> = (0..totals.len() as u32).filter(|it| totals[*it as usize] > 0).collect();
        order.arrange_by(|a, b| {
            let (a, b) = (*a as usize, *b as usize);
            totals[b].cmp(&totals[a]).then_with(|| self.names[a].cmp(&self.names[b]))
        });
        let n_cut = order.len().saturating_sub(n);
        order.truncate(n);
        (self.kept(&order), n_cut)
    }

    /// The number of a band.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.names.iter().position(|it| it == name).map(|it| it as u32)
    }
}

/// How many items each pair of a row and a column has, row by row.
pub fn pairs(rows: &Channel, columns: &Channel) -> Vec<u32> {
    let n_columns = columns.names.len();
    let mut res = vec![0; rows.names.len() * n_columns];
    for item in 0..rows.n_items() {
        for row in rows.of(item) {
            for column in columns.of(item) {
                res[*row as usize * n_columns + *column as usize] += 1;
            }
        }
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    fn channel() -> Channel {
        let mut res = Channel::new(vec!["甲".into(), "乙".into(), "丙".into()]);
        for bands in [&mut vec![1, 0, 1], &mut vec![], &mut vec![1]] {
            res.push(bands);
        }
        res
    }

    #[test]
    fn items_have_each_band_once() {
        let channel = channel();
        assert_eq!(
            (channel.of(0), channel.of(1), channel.of(2), channel.of(9)),
            (&[0, 1][..], &[][..], &[1][..], &[][..])
        );
        assert_eq!((channel.totals(), channel.n_missing(), channel.n_items()), (vec![1, 2, 0], 1, 3));
    }

    #[test]
    fn the_largest_bands_come_first() {
        let (largest, n_cut) = channel().largest(1);
        assert_eq!(
            (largest.names.clone(), n_cut, largest.of(0), largest.n_missing()),
            (vec!["乙".into()], 1, &[0][..], 1)
        );
        assert_eq!(channel().largest(9).0.names, ["乙", "甲"]);
    }

    #[test]
    fn pairs_count_items() {
        let columns = Channel::of_single(vec!["x".into(), "y".into()], [Some(1), Some(0), None]);
        assert_eq!(pairs(&channel(), &columns), [0, 1, 0, 1, 0, 0]);
    }
}
