//! Over time, by the page's date: articles, mentions of places, figures, and articles by the values of a facet.
//!
//! The brush of these charts is the selection's dates, so they are made of what it has without its dates: what lies
//! outside of them is shown pale, and the brush can be moved.

use super::places::cells;
use super::{Built, ComparableSet, MAX_DOTS, Source, figure_spec, log_scale, named_figure_datum};
use crate::engine::arrange::Arrange;
use crate::engine::chart::data::Item;
use crate::engine::chart::spec::{Axis, AxisKind, ChartKind, ChartOptions, ChartSpec, Datum, Opens};
use crate::engine::chart::transform::{Channel, by_facet, period, place, top};
use crate::engine::extract::edtf::Edtf;
use crate::engine::index::facet::DayRange;
use crate::engine::query::Facet;

/// With more months than this from first to last, bars are years. More of them makes columns thin, fewer hides seasons.
const MAX_MONTHS: (i32, i32) = (36, 18);

/// The same for small charts.
const MAX_SMALL_MONTHS: i32 = 24;

/// Small charts at most.
const MAX_PANELS: usize = 12;

/// A bar a month or year.
pub fn counts<'a>(items: Vec<Item<'a>>, kind: ChartKind, source: Source) -> Built<'a> {
    let columns = period::channel(&items, max_months(source));
    let totals = columns.totals();
    let is_faint = |column: u32| is_outside(&columns, column, source.chosen);
    let bar = |(column, name): (u32, &String)| Datum {
        column,
        value: f64::from(totals[column as usize]),
        is_faint: is_faint(column),
        opens: (totals[column as usize] > 0).then(|| Opens::Behind(name.clone())),
        ..Datum::default()
    };
    let spec = ChartSpec {
        data: (0..).zip(&columns.names).map(bar).collect(),
        columns: Axis::new(AxisKind::Period, &columns.names),
        n_total: items.len(),
        n_missing: columns.n_missing(),
        n_other_date: n_outside(&items, &columns, source.chosen),
        ..ChartSpec::empty(kind)
    };
    Built { spec, items, rows: Channel::default(), columns }
}

/// A dot a figure, the largest ones where there are many.
pub fn figures<'a>(set: ComparableSet<'a>, options: &ChartOptions, source: Source) -> Built<'a> {
    let is_log = log_scale(&set, options.log);
    let columns = period::channel(&set.figures, max_months(source));
    let spec = figure_spec(ChartKind::FiguresOverTime, &set);
    let n_other_date = n_outside(&set.figures, &columns, source.chosen);
    let n_missing = spec.n_missing + columns.n_missing();
    let column = |item: usize| columns.of(item).first().copied();
    let dated = set.figures.iter().map(|it| it.value).enumerate().filter(|it| column(it.0).is_some());
    let (mut largest, n_cut) = top::largest(dated, MAX_DOTS);
    // From left to right, and in each month from the largest down.
    largest.arrange_by_key(|it| column(*it));
    let dot = |(row, idx): (u32, &usize)| {
        let column = column(*idx)?;
        let is_faint = is_outside(&columns, column, source.chosen);
        Some(Datum { column, row, is_faint, ..named_figure_datum(set.figures.get(*idx)?) })
    };
    let data = (0..).zip(&largest).filter_map(dot).collect();
    let spec = ChartSpec {
        data,
        columns: Axis::new(AxisKind::Period, &columns.names),
        is_log,
        n_missing,
        n_other_date,
        n_cut,
        ..spec
    };
    Built::of_figures(spec, set.figures)
}

/// A row of bars for each value of a facet, those with most articles first.
pub fn multiples<'a>(items: Vec<Item<'a>>, options: &ChartOptions, source: Source) -> Built<'a> {
    let is_place = options.by == Facet::Place;
    let places = is_place.then(|| place::channel(&items, options.within.as_deref()));
    let level = places.as_ref().and_then(|it| it.level);
    let kind = if is_place { AxisKind::Place } else { AxisKind::Facet(options.by) };
    let rows = places.map_or_else(|| by_facet(&items, options.by), |it| it.channel);
    let columns = period::channel(&items, MAX_SMALL_MONTHS.min(max_months(source)));
    let lacks = |channel: &Channel, item: usize| channel.of(item).is_empty();
    let n_missing = (0..items.len()).filter(|it| lacks(&rows, *it) || lacks(&columns, *it)).count();
    let (rows, n_cut) = rows.largest(MAX_PANELS);
    let spec = ChartSpec {
        data: cells(&rows, &columns),
        rows: Axis::new(kind, &rows.names),
        columns: Axis::new(AxisKind::Period, &columns.names),
        level,
        within: options.within.clone().filter(|_| is_place),
        n_total: items.len(),
        n_missing,
        n_cut,
        ..ChartSpec::empty(ChartKind::Multiples)
    };
    Built { spec, items, rows, columns }
}

fn max_months(source: Source) -> i32 {
    if source.is_narrow { MAX_MONTHS.1 } else { MAX_MONTHS.0 }
}

/// True of a month or year that has no day of what is chosen.
fn is_outside(columns: &Channel, column: u32, chosen: Option<DayRange>) -> bool {
    let period = columns.names.get(column as usize).and_then(|it| Edtf::parse(it));
    chosen.zip(period).is_some_and(|(chosen, period)| !chosen.overlaps(DayRange::of(&period)))
}

/// How many items lie in such months.
fn n_outside(items: &[Item], columns: &Channel, chosen: Option<DayRange>) -> usize {
    let outside: Vec<bool> = (0..columns.names.len()).map(|it| is_outside(columns, it as u32, chosen)).collect();
    (0..items.len()).filter(|it| columns.of(*it).iter().any(|it| outside[*it as usize])).count()
}
