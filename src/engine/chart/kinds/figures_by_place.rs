//! Figures of one quantity and unit by place: a bar a place with its largest figure.
//!
//! The place is the one the figure belongs to, at its own level (a village's income stands at the village), and never
//! summed: a total and its parts often stand in one article.

use super::super::spec::{ChartKind, ChartSpec};
use super::comparable::{self, Comparable};
use super::{cut, place_path};
use crate::engine::arrange::Arrange;
use crate::engine::extract::unit::Quantity;
use crate::engine::index::IndexedArticle;
use crate::engine::small_map::SmallMap;

/// Largest first; equal values by the place's path. Of a place's equal figures the first of the text stands.
pub fn build(quantity: Option<Quantity>, articles: &[&IndexedArticle]) -> ChartSpec {
    let set = comparable::select(quantity, articles);
    let mut largest: SmallMap<&str, Comparable> = SmallMap::new();
    let mut n_missing = set.n_missing;
    for figure in &set.figures {
        match figure.place() {
            None => n_missing += 1,
            Some(path) => {
                let best = largest.value_or(path, *figure);
                if figure.value > best.value {
                    *best = *figure;
                }
            }
        }
    }
    let mut bars: Vec<(&str, Comparable)> = largest.into_iter().collect();
    bars.arrange_by(|(_, a), (_, b)| b.value.total_cmp(&a.value));
    let n_cut = cut(&mut bars);
    let names = place_path::distinct_names(&bars.iter().map(|(path, _)| *path).collect::<Vec<_>>());
    let data = bars.iter().zip(names).map(|((_, it), name)| it.datum(name, it.subject().to_owned())).collect();
    ChartSpec {
        quantity: set.quantity,
        unit: set.unit.clone(),
        data,
        n_total: set.n_total,
        n_missing,
        n_other_unit: set.n_other_unit,
        n_cut,
        ..ChartSpec::empty(ChartKind::FiguresByPlace)
    }
}
