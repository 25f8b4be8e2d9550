//! Marks: a chart spec → the shapes of its plot. One file a form of mark; each draws from the top left corner, and says
//! how high its plot is. Titles, notes and legend are set around it by `sheet`.

mod axis;
mod bars;
pub mod cells;
mod columns;
mod dots;
mod panels;

use super::paper::Paper;
use super::scene::{Fill, Shape};
use super::spec::{ChartKind, Datum};
use super::wording::Wording;

/// More steps of an axis of values than this are noise.
const MAX_STEPS: usize = 6;

/// What is drawn, in which words, on what.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// What is drawn, in words.
    pub wording: Wording<'a>,
    /// On what.
    pub paper: &'a Paper,
    /// Labels of the rows.
    pub rows: &'a [String],
    /// Labels of the columns.
    pub columns: &'a [String],
}

/// A drawn plot.
#[derive(Debug, Clone, Default)]
pub struct Plot {
    /// Its shapes, from its own top left corner.
    pub shapes: Vec<Shape>,
    /// Pixels.
    pub height: f64,
}

/// Draws the plot of a spec with data.
pub fn plot(draft: &Draft) -> Plot {
    match draft.wording.spec.kind {
        ChartKind::FiguresRanked | ChartKind::FiguresByPlace | ChartKind::ArticlesByPlace => bars::bars(draft),
        ChartKind::ArticlesOverTime | ChartKind::MentionsOverTime => columns::columns(draft),
        ChartKind::FiguresHistogram => columns::histogram(draft),
        ChartKind::FiguresStrip => dots::strip(draft),
        ChartKind::FiguresOverTime => dots::over_time(draft),
        ChartKind::PlacesBySection | ChartKind::PlacesByTime | ChartKind::ProgrammesByPlace => cells::cells(draft),
        ChartKind::Multiples => panels::panels(draft),
    }
}

/// How a mark is filled.
fn fill(datum: &Datum) -> Fill {
    match (datum.is_faint, datum.approx) {
        (true, _) => Fill::Faint,
        (false, Some(_)) => Fill::Approximate,
        (false, None) => Fill::Plain,
    }
}

/// The shape of a bar, column or cell; a point's value may be none, but a bar of nothing is drawn as nothing.
fn rect((x, y): (f64, f64), (width, height): (f64, f64), datum: Option<u32>, fill: Fill) -> Shape {
    Shape::Rect { x, y, width, height, datum, fill }
}

/// What answers for the mark `datum`.
fn target((x, y): (f64, f64), (width, height): (f64, f64), datum: u32) -> Shape {
    Shape::Target { x, y, width, height, datum }
}

/// A straight line.
fn line((x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Shape {
    Shape::Line { x1, y1, x2, y2 }
}
