//! Vertical columns: for a row of months or years, and for bins; counts above, names below, a value axis to the left.

use super::{Draft, Plot, axis, fill, rect, target};
use crate::engine::chart::scale::{Band, Numeric, Values};
use crate::engine::chart::scene::{Anchor, Shape, TextRole};

/// Height of the plot as a part of its width, within `HEIGHTS`.
const ASPECT: f64 = 0.34;

/// Lowest and highest plot.
const HEIGHTS: (f64, f64) = (180.0, 320.0);

/// The part of each step that stays empty.
const COLUMN_GAP: f64 = 0.25;

/// Widest column.
const WIDEST: f64 = 48.0;

/// Widest step from one column to the next, so that few columns stay together.
const WIDEST_STEP: f64 = 96.0;

/// A value above 0 is never lower than this, so that it can be seen.
const MIN_HEIGHT: f64 = 1.0;

/// Columns from left to right, in the order of time.
pub fn columns(draft: &Draft) -> Plot {
    let paper = draft.paper;
    let (top, bottom, height) = ends(draft, 2.0);
    let scale = Numeric::from_zero(highest(draft), bottom, top);
    let (mut shapes, left) = axis::beside(draft, &scale, (top, bottom), Values::Whole);
    let n_columns = draft.wording.spec.data.len();
    let right = paper.width.min(left + paper.px(WIDEST_STEP) * n_columns as f64);
    let band = Band::new(n_columns, left, right, COLUMN_GAP, paper.px(WIDEST));
    let edges = |idx: usize| (band.middle(idx) - band.width() / 2.0, band.width());
    shapes.extend(standing(draft, &scale, (bottom, height), edges));
    shapes.extend(values(draft, &scale, edges));
    shapes.extend(axis::periods(draft, &band, (left, paper.width), bottom + paper.gap()));
    Plot { shapes, height }
}

/// Columns that touch, each as wide as its bin is on the scale.
pub fn histogram(draft: &Draft) -> Plot {
    let (paper, spec) = (draft.paper, draft.wording.spec);
    let (top, bottom, height) = ends(draft, 1.0);
    let scale = Numeric::from_zero(highest(draft), bottom, top);
    let (mut shapes, left) = axis::beside(draft, &scale, (top, bottom), Values::Whole);
    let (first, last) = (spec.edges.first().copied().unwrap_or(0.0), spec.edges.last().copied().unwrap_or(1.0));
    let is_log = spec.is_log == Some(true) && first > 0.0;
    let place = |it: f64| if is_log { it.log10() } else { it };
    let across = |it: f64| left + (place(it) - place(first)) / (place(last) - place(first)) * (paper.width - left);
    let edges = |idx: usize| match spec.edges.get(idx..idx + 2) {
        Some([from, to]) => (across(*from) + 0.5, (across(*to) - across(*from) - 1.0).max(1.0)),
        _ => (left, 0.0),
    };
    shapes.extend(standing(draft, &scale, (bottom, height), edges));
    shapes.extend(values(draft, &scale, edges));
    shapes.extend(axis::edges(draft, across, bottom + paper.gap()));
    Plot { shapes, height }
}

/// Top and bottom of the columns, and the height of the plot with `n_lines` below them.
fn ends(draft: &Draft, n_lines: f64) -> (f64, f64, f64) {
    let paper = draft.paper;
    let height = (paper.width * ASPECT).clamp(paper.px(HEIGHTS.0), paper.px(HEIGHTS.1));
    (paper.line(), height - n_lines * paper.line() - paper.gap(), height)
}

fn highest(draft: &Draft) -> f64 {
    draft.wording.spec.data.iter().map(|it| it.value).fold(0.0, f64::max)
}

/// The columns with what answers for them: all of their height, so that low ones can be hit.
fn standing(
    draft: &Draft,
    scale: &Numeric,
    (bottom, height): (f64, f64),
    edges: impl Fn(usize) -> (f64, f64),
) -> Vec<Shape> {
    let mut res = vec![];
    for (datum, idx) in draft.wording.spec.data.iter().zip(0u32..) {
        let least = if datum.value > 0.0 { bottom - MIN_HEIGHT } else { bottom };
        let (x, width) = edges(idx as usize);
        let y = scale.at(datum.value).min(least);
        res.push(rect((x, y), (width, bottom - y), Some(idx), fill(datum)));
        res.push(target((x, 0.0), (width, height), idx));
    }
    res
}

/// The values above the columns, where all of them have room; empty columns say nothing.
fn values(draft: &Draft, scale: &Numeric, edges: impl Fn(usize) -> (f64, f64)) -> Vec<Shape> {
    let paper = draft.paper;
    let mut res = vec![];
    for (idx, datum) in draft.wording.spec.data.iter().enumerate().filter(|(_, it)| it.value > 0.0) {
        let (x, width) = edges(idx);
        let text = draft.wording.value(datum);
        let gap = width * COLUMN_GAP / (1.0 - COLUMN_GAP);
        if paper.text_width(&text) + 2.0 > width + gap.min(paper.gap()) {
            return vec![];
        }
        let y = scale.at(datum.value) - (paper.line() - paper.baseline());
        res.push(Shape::Text { x: x + width / 2.0, y, text, anchor: Anchor::Middle, role: TextRole::Value });
    }
    res
}
