//! Figures of one quantity and unit, ranked by value: a bar a figure.

use super::super::spec::{ChartKind, ChartSpec};
use super::{comparable, cut, place_path};
use crate::engine::arrange::Arrange;
use crate::engine::extract::unit::Quantity;
use crate::engine::index::IndexedArticle;

/// Largest first; equal values in the order of the text.
pub fn build(quantity: Option<Quantity>, articles: &[&IndexedArticle]) -> ChartSpec {
    let mut set = comparable::select(quantity, articles);
    set.figures.arrange_by(|a, b| b.value.total_cmp(&a.value));
    let n_cut = cut(&mut set.figures);
    let bars = set.figures.iter().map(|it| {
        let place = it.place().map_or("", place_path::name);
        let label = [it.subject(), place].into_iter().find(|it| !it.is_empty()).unwrap_or("");
        it.datum(label.to_owned(), it.article.document.headline.clone())
    });
    ChartSpec {
        quantity: set.quantity,
        unit: set.unit.clone(),
        data: bars.collect(),
        n_total: set.n_total,
        n_missing: set.n_missing,
        n_other_unit: set.n_other_unit,
        n_cut,
        ..ChartSpec::empty(ChartKind::FiguresRanked)
    }
}
