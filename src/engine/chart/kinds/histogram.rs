//! Figures of one quantity and unit in bins: how many have about which size. A range counts where it begins.

use super::{Built, ComparableSet, figure_spec, log_scale};
use crate::engine::chart::spec::{Axis, AxisKind, ChartKind, ChartOptions, ChartSpec, Datum, Opens};
use crate::engine::chart::transform::Channel;
use crate::engine::figures::borders;

/// Smallest first, empty bins too.
pub fn build<'a>(set: ComparableSet<'a>, options: &ChartOptions) -> Built<'a> {
    let is_log = log_scale(&set, options.log);
    let (min, max) = set.ends();
    let spec = figure_spec(ChartKind::FiguresHistogram, &set);
    if set.figures.is_empty() {
        return Built::of_figures(spec, vec![]);
    }
    let edges = borders::edges(min, max, is_log == Some(true));
    let names: Vec<String> = (1..edges.len()).map(|it| it.to_string()).collect();
    let columns = Channel::of_single(names, set.figures.iter().map(|it| borders::number(&edges, it.value)));
    let column = |(column, (count, name)): (u32, (u32, &String))| Datum {
        column,
        value: f64::from(count),
        opens: (count > 0).then(|| Opens::Behind(name.clone())),
        ..Datum::default()
    };
    let spec = ChartSpec {
        data: (0..).zip(columns.totals().into_iter().zip(&columns.names)).map(column).collect(),
        columns: Axis::new(AxisKind::Bin, &columns.names),
        edges,
        is_log,
        ..spec
    };
    Built { spec, items: set.figures, rows: Channel::default(), columns }
}
