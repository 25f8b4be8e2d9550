//! Figures of one quantity and unit, ranked by value: a bar a figure. Equal values stand in the order of the text.

use super::{Built, ComparableSet, MAX_BARS, figure_spec, named_figure_datum};
use crate::engine::chart::spec::{ChartKind, ChartSpec, Datum};
use crate::engine::chart::transform::top;

/// Largest first.
pub fn build(set: ComparableSet) -> Built {
    let (largest, n_cut) = top::largest(set.figures.iter().map(|it| it.value).enumerate(), MAX_BARS);
    let bars = largest.iter().filter_map(|it| set.figures.get(*it));
    let data = bars.zip(0..).map(|(it, row)| Datum { row, ..named_figure_datum(it) }).collect();
    let spec = ChartSpec { data, n_cut, ..figure_spec(ChartKind::FiguresRanked, &set) };
    Built::of_figures(spec, set.figures)
}
