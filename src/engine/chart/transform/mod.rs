//! Transforms: items → the bands that they belong to, and which of them are drawn. Each takes time in proportion to the
//! number of items.

pub mod bin;
pub mod channel;
pub mod pack;
pub mod period;
pub mod place;
pub mod top;

use super::data::Item;
use crate::engine::index::facet::names_of;
use crate::engine::query::Facet;
pub use channel::Channel;

/// Items by a value of their article: its sections, programmes … Names are the facet's values.
pub fn by_facet(items: &[Item], facet: Facet) -> Channel {
    let mut numbers = std::collections::BTreeMap::new();
    let mut res = Channel::default();
    let mut bands = vec![];
    for item in items {
        bands.clear();
        for name in names_of(facet, item.article) {
            let next = numbers.len() as u32;
            bands.push(*numbers.entry(name).or_insert(next));
        }
        res.push(&mut bands);
    }
    res.names = vec![String::new(); numbers.len()];
    for (name, number) in numbers {
        res.names[number as usize] = name.to_owned();
    }
    res
}
