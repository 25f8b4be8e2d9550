//! Layouts: a chart spec → the shapes of its scene. One file a form of chart.

mod bars;
mod columns;

pub use bars::bars;
pub use columns::columns;

use super::scene::{Mark, Scene};
use super::spec::{ChartKind, ChartSpec, Datum};

/// Lays a chart out in `width` pixels; its height follows. A spec without data gives a scene without shapes.
pub fn layout(spec: &ChartSpec, width: f64, labels: &dyn ChartLabels, measure: &dyn TextMeasure) -> Scene {
    if spec.data.is_empty() {
        return Scene { width, ..Scene::default() };
    }
    let scene = match spec.kind {
        ChartKind::ArticlesOverTime => columns(spec, width, labels, measure),
        ChartKind::FiguresByPlace | ChartKind::FiguresRanked | ChartKind::ArticlesByPlace => {
            bars(spec, width, labels, measure)
        }
    };
    let is_row = spec.kind == ChartKind::ArticlesOverTime;
    let at = |idx: u32| if is_row { (idx, 0) } else { (0, idx) };
    let marks = spec.data.iter().zip(0..).map(|(it, idx)| Mark { at: at(idx), ..labels.mark(it) });
    Scene { marks: marks.collect(), ..scene }
}

/// The words and numbers of a chart, in whatever language: arguments, since the engine knows none.
pub trait ChartLabels {
    /// What stands at a bar.
    fn label(&self, datum: &Datum) -> String;
    /// The value at a bar's end.
    fn value(&self, datum: &Datum) -> String;
    /// A tick of the value axis.
    fn tick(&self, value: f64) -> String;
    /// A month or year (EDTF) of the time axis: its own name, and what it is part of, "" for nothing (6月, 2022年).
    fn period(&self, edtf: &str) -> (String, String);
    /// Everything that is told of a mark.
    fn mark(&self, datum: &Datum) -> Mark;
}

/// How wide a text is in the chart's font. Arguments, not a global: natively a table of widths, in the browser a canvas.
pub trait TextMeasure {
    /// Width of `text` in pixels at the chart's label size.
    fn width(&self, text: &str) -> f64;
    /// The font's size in pixels; heights and gaps follow it.
    fn size(&self) -> f64;
}

/// More steps of a value axis than this are noise.
const MAX_STEPS: usize = 6;

/// Heights and gaps, in pixels, as they follow the size of the font.
#[derive(Debug, Clone, Copy)]
struct Metrics {
    /// One em as a part of the em that the other numbers are for.
    scale: f64,
    /// Height of a line of text.
    line: f64,
    /// From the top of a line of text to its baseline.
    baseline: f64,
    /// Blank between a text and what stands beside it.
    gap: f64,
}

impl Metrics {
    /// For texts as `measure` has them. The numbers are for letters of 13 pixels.
    fn of(measure: &dyn TextMeasure) -> Self {
        let scale = measure.size() / 13.0;
        Metrics { scale, line: 18.0 * scale, baseline: 13.0 * scale, gap: 6.0 * scale }
    }
}
