//! The scene: plain shapes with their places in pixels.

use serde::{Deserialize, Serialize};

use super::layout;
use super::spec::{ChartKind, ChartSpec, Datum};

/// Lays a chart out in `width` pixels; its height follows. A spec without data gives a scene without shapes.
pub fn layout(spec: &ChartSpec, width: f64, labels: &dyn ChartLabels, measure: &dyn TextMeasure) -> Scene {
    if spec.data.is_empty() {
        return Scene { width, ..Scene::default() };
    }
    match spec.kind {
        ChartKind::ArticlesOverTime => layout::columns(spec, width, labels, measure),
        ChartKind::FiguresByPlace | ChartKind::FiguresRanked | ChartKind::ArticlesByPlace => {
            layout::bars(spec, width, labels, measure)
        }
    }
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
}

/// How wide a text is in the chart's font. Arguments, not a global: natively a table of widths, in the browser a canvas.
pub trait TextMeasure {
    /// Width of `text` in pixels at the chart's label size.
    fn width(&self, text: &str) -> f64;
    /// The font's size in pixels; heights and gaps follow it.
    fn size(&self) -> f64;
}

/// A drawn chart: shapes inside `width` × `height` pixels.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Scene {
    /// Pixels.
    pub width: f64,
    /// Pixels.
    pub height: f64,
    /// In drawing order.
    pub shapes: Vec<Shape>,
}

/// One shape. The CSS class of a shape is its role; no shape carries a colour.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Shape {
    /// A bar.
    Bar {
        /// Left edge.
        x: f64,
        /// Top edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Index in the spec's data.
        datum: usize,
        /// Drawn with a broken edge: the value is approximate.
        approximate: bool,
    },
    /// From a bar's value to the upper end of its range.
    Range {
        /// Left edge.
        x: f64,
        /// Top edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Index in the spec's data.
        datum: usize,
    },
    /// What answers to pointer and focus: the bar with its label, larger than the bar, so that small values can be hit.
    Target {
        /// Left edge.
        x: f64,
        /// Top edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Index in the spec's data.
        datum: usize,
    },
    /// A grid or axis line.
    Line {
        /// Start.
        x1: f64,
        /// Start.
        y1: f64,
        /// End.
        x2: f64,
        /// End.
        y2: f64,
    },
    /// A text.
    Text {
        /// Anchor point.
        x: f64,
        /// Baseline.
        y: f64,
        /// What it says, clipped with … to what fits.
        text: String,
        /// Where the anchor point stands in it.
        anchor: Anchor,
        /// What it is.
        role: TextRole,
    },
}

/// Where a text's anchor point stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// At its left end.
    Start,
    /// In its middle.
    Middle,
    /// At its right end.
    End,
}

/// What a text of a chart is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextRole {
    /// A bar's label.
    Label,
    /// A bar's value.
    Value,
    /// A tick of an axis.
    Tick,
}
