//! Transforms: items → the bands that they belong to, and which of them are drawn. Each takes time in proportion to the
//! number of items.

pub mod channel;
mod numbers;
pub mod pack;
pub mod period;
pub mod place;
pub mod top;

use super::data::Item;
use crate::engine::index::facet::names_of;
use crate::engine::query::Facet;
pub use channel::Channel;
use numbers::Numbers;

/// Items by a value of their article: its sections, programmes … Names are the facet's values.
pub fn by_facet(items: &[Item], facet: Facet) -> Channel {
    let mut numbers = Numbers::default();
    let mut res = Channel::default();
    let mut bands = vec![];
    for item in items {
        bands.clear();
        bands.extend(names_of(facet, item.article).into_iter().map(|it| numbers.number(it)));
        res.push(&mut bands);
    }
    res.names = numbers.names.iter().map(|it| (*it).to_owned()).collect();
    res
}
