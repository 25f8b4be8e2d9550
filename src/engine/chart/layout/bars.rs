//! Horizontal bars: label, bar, value at its end; a value axis below.
//!
//! A wide scene has a column of labels to the left; in a narrow one each label stands above its bar, so that neither
//! labels nor bars starve.

use super::{ChartLabels, MAX_STEPS, Metrics, TextMeasure};
use crate::engine::chart::scale::{Linear, Values};
use crate::engine::chart::scene::{Anchor, Fill, Scene, Shape, TextRole};
use crate::engine::chart::spec::{ChartSpec, Datum};
use crate::engine::chart::text;

/// Scenes narrower than this (at 13 pixel letters) have their labels above the bars.
const NARROW: f64 = 560.0;

/// The label column takes at most this part of the width; more shows longer labels, less longer bars.
const LABEL_PART: f64 = 0.38;

/// Values take at most this part of the width.
const VALUE_PART: f64 = 0.4;

/// Height of a bar at 13 pixel letters.
const BAR: f64 = 16.0;

/// Blank between one row and the next at 13 pixel letters.
const ROW_GAP: f64 = 10.0;

/// A value above 0 is never thinner than this, so that it can be seen.
const MIN_LENGTH: f64 = 1.0;

/// Rows from above, in the order of the data.
pub fn bars(spec: &ChartSpec, width: f64, labels: &dyn ChartLabels, measure: &dyn TextMeasure) -> Scene {
    let frame = Frame::new(spec, width, labels, measure);
    let height = frame.rows_end + frame.metrics.line;
    let mut shapes = axis(spec, &frame, labels, measure);
    let mut texts = vec![];
    let mut targets = vec![];
    for (idx, datum) in spec.data.iter().enumerate() {
        let top = idx as f64 * frame.row;
        let end = bar(datum, idx, top, &frame, &mut shapes);
        texts.extend(row_texts(datum, top, end, &frame, labels, measure));
        targets.push(Shape::Target { x: 0.0, y: top, width, height: frame.row, datum: idx as u32 });
    }
    shapes.extend(texts);
    shapes.extend(targets);
    Scene { width, height, shapes, ..Scene::default() }
}

/// Where rows, labels, bars and values stand.
struct Frame {
    width: f64,
    metrics: Metrics,
    /// Height of a bar.
    bar: f64,
    /// Height of a row with its gap.
    row: f64,
    /// From the row's top to the bar's.
    bar_top: f64,
    /// Right end of the label column; `None` where labels stand above their bars.
    label_end: Option<f64>,
    /// Width kept for the values.
    value_room: f64,
    scale: Linear,
    plot: (f64, f64),
    rows_end: f64,
}

impl Frame {
    fn new(spec: &ChartSpec, width: f64, labels: &dyn ChartLabels, measure: &dyn TextMeasure) -> Self {
        let metrics = Metrics::of(measure);
        let (bar, row_gap) = (BAR * metrics.scale, ROW_GAP * metrics.scale);
        let texts = |of: &dyn Fn(&Datum) -> String| spec.data.iter().map(of).collect::<Vec<String>>();
        let value_room = text::widest(&texts(&|it| labels.value(it)), measure).min(width * VALUE_PART).ceil();
        let label_end = (width >= NARROW * metrics.scale)
            .then(|| text::widest(&texts(&|it| labels.label(it)), measure).min(width * LABEL_PART).ceil());
        let (row, bar_top) = match label_end {
            Some(_) => (bar + row_gap, row_gap / 2.0),
            None => (metrics.line + bar + row_gap, metrics.line + row_gap / 2.0),
        };
        let start = label_end.map_or(0.0, |it| it + metrics.gap);
        let plot = (start, (width - value_room - metrics.gap).max(start));
        let max = spec.data.iter().map(|it| it.high.unwrap_or(it.value)).fold(0.0, f64::max);
        let rows_end = row * spec.data.len() as f64;
        Frame {
            width,
            metrics,
            bar,
            row,
            bar_top,
            label_end,
            value_room,
            scale: Linear::new(max, plot.0, plot.1),
            plot,
            rows_end,
        }
    }
}

/// The bar, and its range where it has one; gives the pixel where it ends.
fn bar(datum: &Datum, idx: usize, top: f64, frame: &Frame, shapes: &mut Vec<Shape>) -> f64 {
    let y = top + frame.bar_top;
    let start = frame.plot.0;
    let least = if datum.value > 0.0 { start + MIN_LENGTH } else { start };
    let end = frame.scale.at(datum.value).max(least);
    let fill = if datum.approx.is_some() { Fill::Approximate } else { Fill::Plain };
    shapes.push(Shape::Rect { x: start, y, width: end - start, height: frame.bar, datum: Some(idx as u32), fill });
    match datum.high.map(|it| frame.scale.at(it)) {
        Some(high) if high > end => {
            shapes.push(Shape::Rect {
                x: end,
                y,
                width: high - end,
                height: frame.bar,
                datum: Some(idx as u32),
                fill: Fill::Range,
            });
            high
        }
        _ => end,
    }
}

fn row_texts(
    datum: &Datum,
    top: f64,
    bar_end: f64,
    frame: &Frame,
    labels: &dyn ChartLabels,
    measure: &dyn TextMeasure,
) -> [Shape; 2] {
    let metrics = frame.metrics;
    let beside_bar = top + frame.bar_top + (frame.bar - metrics.line) / 2.0 + metrics.baseline;
    let (x, y, room, anchor) = match frame.label_end {
        Some(end) => (end, beside_bar, end, Anchor::End),
        None => (0.0, top + frame.bar_top - metrics.line + metrics.baseline, frame.width, Anchor::Start),
    };
    let label = text::clip(&labels.label(datum), room, measure);
    let value = text::clip(&labels.value(datum), frame.value_room, measure);
    [
        Shape::Text { x, y, text: label, anchor, role: TextRole::Label },
        Shape::Text {
            x: bar_end + metrics.gap,
            y: beside_bar,
            text: value,
            anchor: Anchor::Start,
            role: TextRole::Value,
        },
    ]
}

/// Grid lines and ticks: as many as have room.
fn axis(spec: &ChartSpec, frame: &Frame, labels: &dyn ChartLabels, measure: &dyn TextMeasure) -> Vec<Shape> {
    let values = if spec.kind.needs_quantity() { Values::Any } else { Values::Whole };
    let fits = |ticks: &[f64]| {
        let room = ticks.iter().map(|it| measure.width(&labels.tick(*it)) + frame.metrics.gap).fold(0.0, f64::max);
        ticks.len() < 2 || frame.scale.at(ticks[1]) - frame.scale.at(ticks[0]) >= room
    };
    let ticks = (1..=MAX_STEPS).rev().map(|it| frame.scale.ticks(it, values)).find(|it| fits(it));
    let mut res = vec![];
    for tick in ticks.unwrap_or_else(|| vec![0.0]) {
        let x = frame.scale.at(tick);
        res.push(Shape::Line { x1: x, y1: 0.0, x2: x, y2: frame.rows_end });
        let y = frame.rows_end + frame.metrics.baseline;
        res.push(text::middle(labels.tick(tick), x, y, frame.width, TextRole::Tick, measure));
    }
    res
}
