//! Heat maps: articles by two things at once. A cell counts the articles that have both its row and its column; one
//! article may stand in several cells, which is why cells are never added up.

use super::places::{cells, placed};
use super::{Built, Source};
use crate::engine::chart::data::Item;
use crate::engine::chart::spec::{Axis, AxisKind, ChartKind, ChartOptions, ChartSpec};
use crate::engine::chart::transform::{Channel, by_facet, period, place};
use crate::engine::query::Facet;

/// Rows at most.
const MAX_ROWS: usize = 15;

/// Columns at most, where there is room and where there is not.
const MAX_COLUMNS: (usize, usize) = (16, 7);

/// Months at most, where there is room and where there is not; more of them are told by years.
const MAX_MONTHS: (i32, i32) = (24, 7);

/// Places or programmes with most articles first; sections by articles, months in their order.
pub fn build<'a>(items: Vec<Item<'a>>, options: &ChartOptions, source: Source) -> Built<'a> {
    let places = place::channel(&items, options.within.as_deref());
    let n_columns = if source.is_narrow { MAX_COLUMNS.1 } else { MAX_COLUMNS.0 };
    let months = if source.is_narrow { MAX_MONTHS.1 } else { MAX_MONTHS.0 };
    let by = |facet: Facet| (AxisKind::Facet(facet), by_facet(&items, facet));
    let ((row_kind, rows), (column_kind, columns)) = match options.kind {
        ChartKind::PlacesByTime => {
            ((AxisKind::Place, places.channel.clone()), (AxisKind::Period, period::channel(&items, months)))
        }
        ChartKind::ProgrammesByPlace => (by(Facet::Programme), (AxisKind::Place, places.channel.clone())),
        _ => ((AxisKind::Place, places.channel.clone()), by(Facet::Section)),
    };
    let lacks = |channel: &Channel, item: usize| channel.of(item).is_empty();
    let n_missing = (0..items.len()).filter(|it| lacks(&rows, *it) || lacks(&columns, *it)).count();
    // Those that have both decide which rows and columns are the largest.
    let (rows, columns) = (with(&rows, &columns), with(&columns, &rows));
    let (rows, n_rows_cut) = rows.largest(MAX_ROWS);
    let (columns, n_columns_cut) = match column_kind {
        AxisKind::Period => last(&columns, n_columns.max(months as usize)),
        _ => columns.largest(n_columns),
    };
    let spec = ChartSpec {
        data: cells(&rows, &columns),
        rows: Axis::new(row_kind, &rows.names),
        columns: Axis::new(column_kind, &columns.names),
        n_total: items.len(),
        n_missing,
        n_cut: n_rows_cut + n_columns_cut,
        ..placed(ChartSpec::empty(options.kind), options, &places)
    };
    Built { spec, items, rows, columns }
}

/// The channel with those items only that the other one knows, too.
fn with(channel: &Channel, other: &Channel) -> Channel {
    let mut res = Channel::new(channel.names.clone());
    let mut bands = vec![];
    for item in 0..channel.n_items() {
        bands.clear();
        if !other.of(item).is_empty() {
            bands.extend_from_slice(channel.of(item));
        }
        res.push(&mut bands);
    }
    res
}

/// The last `n` bands, in their order; and how many are dropped.
fn last(channel: &Channel, n: usize) -> (Channel, usize) {
    let n_cut = channel.names.len().saturating_sub(n);
    let order: Vec<u32> = (n_cut as u32..channel.names.len() as u32).collect();
    (channel.kept(&order), n_cut)
}
