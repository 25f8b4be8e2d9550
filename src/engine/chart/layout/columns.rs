//! Vertical columns for a row of months or years: counts above, names below, a value axis to the left.

use super::{ChartLabels, MAX_STEPS, Metrics, TextMeasure};
use crate::engine::chart::scale::{Band, Linear, Values, time};
use crate::engine::chart::scene::{Anchor, Fill, Scene, Shape, TextRole};
use crate::engine::chart::spec::ChartSpec;
use crate::engine::chart::text;

/// Height of the scene as a part of its width, within `HEIGHTS`.
const ASPECT: f64 = 0.4;

/// Lowest and highest scene, in pixels, at 13 pixel letters; so are all pixels below.
const HEIGHTS: (f64, f64) = (200.0, 340.0);

/// The part of each step that stays empty.
const COLUMN_GAP: f64 = 0.25;

/// Widest column.
const WIDEST: f64 = 48.0;

/// Widest step from one column to the next, so that few columns stay together.
const WIDEST_STEP: f64 = 96.0;

/// A value above 0 is never lower than this, so that it can be seen.
const MIN_HEIGHT: f64 = 1.0;

/// Ticks of the value axis stand at least this far apart.
const TICK_ROOM: f64 = 28.0;

/// Columns from left to right, in the order of the data.
pub fn columns(spec: &ChartSpec, width: f64, labels: &dyn ChartLabels, measure: &dyn TextMeasure) -> Scene {
    let metrics = Metrics::of(measure);
    let height = (width * ASPECT).clamp(HEIGHTS.0 * metrics.scale, HEIGHTS.1 * metrics.scale);
    let (top, bottom) = (metrics.line, height - 2.0 * metrics.line - metrics.gap);
    let max = spec.data.iter().map(|it| it.value).fold(0.0, f64::max);
    let scale = Linear::new(max, bottom, top);
    let n_steps = (((bottom - top) / (TICK_ROOM * metrics.scale)) as usize).min(MAX_STEPS);
    let ticks = scale.ticks(n_steps, Values::Whole);
    let left = ticks.iter().map(|it| measure.width(&labels.tick(*it))).fold(0.0, f64::max).ceil() + metrics.gap;
    let right = width.min(left + WIDEST_STEP * metrics.scale * spec.data.len() as f64);
    let band = Band::new(spec.data.len(), left, right, COLUMN_GAP, WIDEST * metrics.scale);

    let mut shapes = vec![];
    for tick in ticks {
        let y = scale.at(tick);
        shapes.push(Shape::Line { x1: left, y1: y, x2: width, y2: y });
        let (text, anchor) = (labels.tick(tick), Anchor::End);
        shapes.push(Shape::Text {
            x: left - metrics.gap,
            y: y + metrics.baseline - metrics.line / 2.0,
            text,
            anchor,
            role: TextRole::Tick,
        });
    }
    for (idx, datum) in spec.data.iter().enumerate() {
        let least = if datum.value > 0.0 { bottom - MIN_HEIGHT } else { bottom };
        let (x, y) = (band.middle(idx) - band.width() / 2.0, scale.at(datum.value).min(least));
        let fill = if datum.approx.is_some() { Fill::Approximate } else { Fill::Plain };
        shapes.push(Shape::Rect { x, y, width: band.width(), height: bottom - y, datum: Some(idx as u32), fill });
    }
    shapes.extend(values(spec, &band, &scale, labels, measure));
    shapes.extend(periods(spec, &band, (left, width), bottom + metrics.gap, labels, measure));
    for idx in 0..spec.data.len() {
        let x = band.middle(idx) - band.step() / 2.0;
        shapes.push(Shape::Target { x, y: 0.0, width: band.step(), height, datum: idx as u32 });
    }
    Scene { width, height, shapes, ..Scene::default() }
}

/// The values above the columns, where all of them have room; empty columns say nothing.
fn values(
    spec: &ChartSpec,
    band: &Band,
    scale: &Linear,
    labels: &dyn ChartLabels,
    measure: &dyn TextMeasure,
) -> Vec<Shape> {
    let metrics = Metrics::of(measure);
    let text = |idx: usize| spec.data.get(idx).map(|it| labels.value(it)).unwrap_or_default();
    let shown: Vec<usize> = (0..spec.data.len()).filter(|&it| spec.data[it].value > 0.0).collect();
    if shown.iter().any(|&it| measure.width(&text(it)) + 2.0 > band.step()) {
        return vec![];
    }
    let above = |&idx: &usize| Shape::Text {
        x: band.middle(idx),
        y: scale.at(spec.data[idx].value) - (metrics.line - metrics.baseline),
        text: text(idx),
        anchor: Anchor::Middle,
        role: TextRole::Value,
    };
    shown.iter().map(above).collect()
}

/// The names of months or years, as many as have room; below them, once each, what they are part of.
fn periods(
    spec: &ChartSpec,
    band: &Band,
    (left, right): (f64, f64),
    top: f64,
    labels: &dyn ChartLabels,
    measure: &dyn TextMeasure,
) -> Vec<Shape> {
    let metrics = Metrics::of(measure);
    let names: Vec<(String, String)> = spec.data.iter().map(|it| labels.period(&it.label)).collect();
    let room = text::widest(names.iter().map(|it| &it.0), measure) + metrics.gap;
    let is_month = names.iter().any(|(_, whole)| !whole.is_empty());
    let mut res = vec![];
    let mut last_whole = "";
    let mut whole_end = f64::NEG_INFINITY;
    let mut name_end = f64::NEG_INFINITY;
    for idx in time::ticks(spec.data.len(), band.step(), room, is_month) {
        let Some((name, whole)) = names.get(idx) else { continue };
        let x = band.middle(idx);
        let start = |text: &str| {
            let width = measure.width(text);
            (x - width / 2.0).min(right - width).max(left - metrics.gap).max(0.0)
        };
        let name_start = start(name);
        if name_start < name_end || name_start + measure.width(name) > right {
            continue;
        }
        name_end = name_start + measure.width(name) + metrics.gap;
        res.push(tick(name.clone(), name_start, top + metrics.baseline));
        let whole_start = start(whole);
        if whole != last_whole && whole_start >= whole_end {
            whole_end = whole_start + measure.width(whole) + metrics.gap;
            res.push(tick(whole.clone(), whole_start, top + metrics.line + metrics.baseline));
            last_whole = whole;
        }
    }
    res
}

fn tick(text: String, x: f64, y: f64) -> Shape {
    Shape::Text { x, y, text, anchor: Anchor::Start, role: TextRole::Tick }
}
