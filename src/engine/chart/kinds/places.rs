//! Bars by place: articles that mention it or a place below it, or its largest figure, never a sum.
//!
//! All bars are of one level, so that none contains another: the highest one with enough places to compare. A bar whose
//! place has parts opens them, so that one goes down from leagues to banners, towns and villages.

use super::{Built, ComparableSet, MAX_BARS, figure_datum, figure_spec};
use crate::engine::arrange::Arrange;
use crate::engine::chart::data::Item;
use crate::engine::chart::spec::{Axis, AxisKind, ChartKind, ChartOptions, ChartSpec, Datum, Opens};
use crate::engine::chart::transform::place::{self, Places};
use crate::engine::chart::transform::{Channel, channel};

/// Most articles first; equal counts by path.
pub fn articles<'a>(items: Vec<Item<'a>>, options: &ChartOptions) -> Built<'a> {
    let places = place::channel(&items, options.within.as_deref());
    let n_missing = places.channel.n_missing();
    let (rows, n_cut) = places.channel.largest(MAX_BARS);
    let counts = rows.totals();
    let bar = |(row, path): (u32, &String)| Datum {
        row,
        value: f64::from(counts[row as usize]),
        opens: opens(&places, path),
        ..Datum::default()
    };
    let spec = ChartSpec {
        data: (0..).zip(&rows.names).map(bar).collect(),
        rows: Axis::new(AxisKind::Place, &rows.names),
        n_total: items.len(),
        n_missing,
        n_cut,
        ..placed(ChartSpec::empty(ChartKind::ArticlesByPlace), options, &places)
    };
    Built { spec, items, rows, columns: Channel::default() }
}

/// Largest figure first; equal values by path. Of a place's equal figures the first of the text stands.
pub fn figures<'a>(set: ComparableSet<'a>, options: &ChartOptions) -> Built<'a> {
    let places = place::channel(&set.figures, options.within.as_deref());
    let mut largest: Vec<Option<usize>> = vec![None; places.channel.names.len()];
    for (idx, item) in set.figures.iter().enumerate() {
        for band in places.channel.of(idx) {
            let best = &mut largest[*band as usize];
            if best.and_then(|it| set.figures.get(it)).is_none_or(|it| item.value > it.value) {
                *best = Some(idx);
            }
        }
    }
    let value = |band: u32| largest[band as usize].and_then(|it| set.figures.get(it)).map_or(0.0, |it| it.value);
    let names = &places.channel.names;
    let mut order: Vec<u32> = (0..names.len() as u32).collect();
    order.arrange_by(|a, b| value(*b).total_cmp(&value(*a)).then_with(|| names[*a as usize].cmp(&names[*b as usize])));
    let n_cut = order.len().saturating_sub(MAX_BARS);
    order.truncate(MAX_BARS);
    let rows = places.channel.kept(&order);
    let counts = rows.totals();
    let bar = |(row, band): (u32, &u32)| {
        let item = largest[*band as usize].and_then(|it| set.figures.get(it))?;
        let datum = figure_datum(item);
        let path = &names[*band as usize];
        let is_alone = counts[row as usize] == 1 && !places.parents.contains(path);
        let opens = if is_alone { datum.opens.clone() } else { opens(&places, path) };
        Some(Datum { row, detail: item.subject().to_owned(), opens, ..datum })
    };
    let spec = figure_spec(ChartKind::FiguresByPlace, &set);
    let spec = ChartSpec {
        data: (0..).zip(&order).filter_map(bar).collect(),
        rows: Axis::new(AxisKind::Place, &rows.names),
        n_missing: spec.n_missing + places.channel.n_missing(),
        n_cut,
        ..placed(spec, options, &places)
    };
    Built { spec, items: set.figures, rows, columns: Channel::default() }
}

/// With the level, or the place that is taken apart.
pub fn placed(spec: ChartSpec, options: &ChartOptions, places: &Places) -> ChartSpec {
    ChartSpec { level: places.level, within: options.within.clone(), ..spec }
}

fn opens(places: &Places, path: &str) -> Option<Opens> {
    let path = path.to_owned();
    Some(if places.parents.contains(&path) { Opens::Within(path) } else { Opens::Behind(path) })
}

/// Rows and columns of two channels as cells; those without items are no marks.
pub fn cells(rows: &Channel, columns: &Channel) -> Vec<Datum> {
    let counts = channel::pairs(rows, columns);
    let n_columns = columns.names.len().max(1);
    let cell = |(idx, count): (usize, &u32)| {
        let (row, column) = (idx / n_columns, idx % n_columns);
        let key = super::cell_key(rows.names.get(row)?, columns.names.get(column)?);
        (*count > 0).then(|| Datum {
            row: row as u32,
            column: column as u32,
            value: f64::from(*count),
            opens: Some(Opens::Behind(key)),
            ..Datum::default()
        })
    };
    counts.iter().enumerate().filter_map(cell).collect()
}
