//! One file a form of chart that is offered: the articles of a selection → a chart spec, and what stands behind its marks.
//!
//! A chart never compares what cannot be compared: its figures share one quantity and one unit, and whatever it leaves
//! out (another unit, no place, no date, bars beyond the last) is counted in the spec. Ties are broken by the order of
//! the articles and of their figures, so that a selection always gives the same chart.

mod cells;
pub mod comparable;
mod histogram;
mod offer;
mod over_time;
pub mod place_path;
mod places;
mod ranked;
mod strip;

use super::data::{self, Item};
use super::spec::{ChartKind, ChartOptions, ChartSpec, Datum, Opens};
use super::transform::Channel;
use crate::engine::arrange::Arrange;
use crate::engine::figures::borders;
use crate::engine::index::IndexedArticle;
use crate::engine::index::facet::DayRange;
pub use comparable::{ComparableSet, select};
pub use offer::{Offer, offers};

/// How many bars a ranked chart has at most; more of them cannot be read, fewer hide the middle.
pub const MAX_BARS: usize = 25;

/// How many dots stand for a figure each; where there are more figures, dots stand for several, or the smallest are left
/// out, which is said.
pub const MAX_DOTS: usize = 300;

/// Stands between the row and the column in the key of a cell.
const BETWEEN: char = '\t';

/// The articles that a chart is made of.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a, 'b> {
    /// In the order that breaks ties. For charts over time, those that the selection would have without its dates.
    pub articles: &'b [&'a IndexedArticle],
    /// The dates that are chosen, for charts over time.
    pub chosen: Option<DayRange>,
    /// The places (paths) that are chosen.
    pub places: &'b [&'b str],
    /// True where there is room for few columns only.
    pub is_narrow: bool,
}

/// A chart, and what its marks are made of.
#[derive(Debug, Clone)]
pub struct Built<'a> {
    /// What is drawn.
    pub spec: ChartSpec,
    /// What it counts or shows.
    items: Vec<Item<'a>>,
    /// The rows of each item; no rows where marks have none.
    rows: Channel,
    /// The columns of each item; no columns where marks have none.
    columns: Channel,
}

/// The chart of `source`.
pub fn build<'a>(options: &ChartOptions, source: Source<'a, '_>) -> Built<'a> {
    let figures = || select(options.quantity, source.articles);
    let articles = || data::articles(source.articles);
    match options.kind {
        ChartKind::FiguresByPlace => places::figures(figures(), options),
        ChartKind::FiguresRanked => ranked::build(figures()),
        ChartKind::FiguresStrip => strip::build(figures(), options),
        ChartKind::FiguresHistogram => histogram::build(figures(), options),
        ChartKind::FiguresOverTime => over_time::figures(figures(), options, source),
        ChartKind::ArticlesOverTime => over_time::counts(articles(), options.kind, source),
        ChartKind::MentionsOverTime => {
            over_time::counts(data::mentions(source.articles, source.places), options.kind, source)
        }
        ChartKind::ArticlesByPlace => places::articles(articles(), options),
        ChartKind::PlacesBySection | ChartKind::PlacesByTime | ChartKind::ProgrammesByPlace => {
            cells::build(articles(), options, source)
        }
        ChartKind::Multiples => over_time::multiples(articles(), options, source),
    }
}

impl<'a> Built<'a> {
    /// A chart whose marks open their figures by themselves.
    fn of_figures(spec: ChartSpec, items: Vec<Item<'a>>) -> Self {
        Built { spec, items, rows: Channel::default(), columns: Channel::default() }
    }

    /// Exactly what the mark with this key counts, figures by value, all else in the order of the text. A place that has
    /// been taken apart is known by its path.
    pub fn behind(&self, key: &str) -> Vec<Item<'a>> {
        let parts = key.split_once(BETWEEN);
        let (row, column) = match parts {
            Some((row, column)) => (self.rows.number(row), self.columns.number(column)),
            None => (self.rows.number(key), self.columns.number(key)),
        };
        let is_known = if parts.is_some() { row.is_some() && column.is_some() } else { row.or(column).is_some() };
        let has =
            |channel: &Channel, band: Option<u32>, item: usize| band.is_none_or(|it| channel.of(item).contains(&it));
        let is_whole = !is_known && self.spec.within.as_deref() == Some(key);
        let lies_in = |it: &Item| it.places().iter().any(|it| place_path::is_within(&it.canonical, key));
        let mut res: Vec<Item> = vec![];
        for (idx, item) in self.items.iter().enumerate() {
            let is_cell = is_known && has(&self.rows, row, idx) && has(&self.columns, column, idx);
            if is_cell || is_whole && lies_in(item) {
                res.push(*item);
            }
        }
        if self.spec.quantity.is_some() {
            res.arrange_by(|a, b| b.value.total_cmp(&a.value));
        }
        res
    }
}

/// The key of the cell of a row and a column.
fn cell_key(row: &str, column: &str) -> String {
    format!("{row}{BETWEEN}{column}")
}

/// The mark of one figure, which opens its sentence.
fn figure_datum(item: &Item) -> Datum {
    let (article, figure) = (item.article.document.article.id.clone(), item.number());
    Datum {
        place: item.place_name().to_owned(),
        sentence: item.sentence(),
        value: item.value,
        high: item.high(),
        printed: item.printed().to_owned(),
        approx: item.figure().and_then(|it| it.approx),
        opens: Some(Opens::Figure { article, figure }),
        ..Datum::default()
    }
}

/// The same, named by its subject or its place, with its article's headline.
fn named_figure_datum(item: &Item) -> Datum {
    let name = [item.subject(), item.place_name()].into_iter().find(|it| !it.is_empty()).unwrap_or("");
    Datum { label: name.to_owned(), detail: item.article.document.headline.clone(), ..figure_datum(item) }
}

/// The spec of a chart of figures without its marks.
fn figure_spec(kind: ChartKind, set: &ComparableSet) -> ChartSpec {
    ChartSpec {
        quantity: set.quantity,
        unit: set.unit.clone(),
        n_total: set.n_total,
        n_missing: set.n_missing,
        n_other_unit: set.n_other_unit,
        ..ChartSpec::empty(kind)
    }
}

/// Whether values stand on a logarithmic scale: as chosen, or by what they span; `None` where one is not above 0.
fn log_scale(set: &ComparableSet, chosen: Option<bool>) -> Option<bool> {
    let (min, max) = set.ends();
    (min > 0.0 && max.is_finite()).then(|| chosen.unwrap_or_else(|| borders::spans_decades(min, max)))
}
