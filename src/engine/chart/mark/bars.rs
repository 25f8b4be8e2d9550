//! Horizontal bars: label, bar, value at its end; a value axis below.
//!
//! A wide scene has a column of labels to the left; in a narrow one each label stands above its bar, so that neither
//! labels nor bars starve.

use super::{Draft, Plot, axis, fill, rect, target};
use crate::engine::chart::scale::Numeric;
use crate::engine::chart::scene::{Fill, Shape, TextRole};
use crate::engine::chart::spec::Datum;
use crate::engine::chart::text;

/// The label column takes at most this part of the width; more shows longer labels, less longer bars.
const LABEL_PART: f64 = 0.38;

/// Values take at most this part of the width.
const VALUE_PART: f64 = 0.4;

/// Height of a bar.
const BAR: f64 = 16.0;

/// Blank between one row and the next.
const ROW_GAP: f64 = 10.0;

/// A value above 0 is never thinner than this, so that it can be seen.
const MIN_LENGTH: f64 = 1.0;

/// Rows from above, in the order of the data.
pub fn bars(draft: &Draft) -> Plot {
    let frame = Frame::new(draft);
    let data = &draft.wording.spec.data;
    let bottom = frame.row * data.len() as f64;
    let mut shapes = axis::below(draft, &frame.scale, bottom, axis::values(draft));
    let mut texts = vec![];
    for (datum, idx) in data.iter().zip(0u32..) {
        let top = f64::from(idx) * frame.row;
        let end = bar(datum, idx, top, &frame, &mut shapes);
        texts.extend(row_texts(datum, top, end, &frame, draft));
        shapes.push(target((0.0, top), (draft.paper.width, frame.row), idx));
    }
    shapes.extend(texts);
    Plot { shapes, height: bottom + draft.paper.line() }
}

/// Where rows, labels, bars and values stand.
struct Frame {
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
    scale: Numeric,
    /// Left end of the bars.
    start: f64,
}

impl Frame {
    fn new(draft: &Draft) -> Self {
        let paper = draft.paper;
        let (bar, row_gap) = (paper.px(BAR), paper.px(ROW_GAP));
        let data = &draft.wording.spec.data;
        let widest = |of: &dyn Fn(&Datum) -> String| text::widest(&data.iter().map(of).collect::<Vec<_>>(), paper);
        let value_room = widest(&|it| draft.wording.value(it)).min(paper.width * VALUE_PART).ceil();
        let label_end =
            (!paper.is_narrow()).then(|| widest(&|it| label(draft, it)).min(paper.width * LABEL_PART).ceil());
        let (row, bar_top) = match label_end {
            Some(_) => (bar + row_gap, row_gap / 2.0),
            None => (paper.line() + bar + row_gap, paper.line() + row_gap / 2.0),
        };
        let start = label_end.map_or(0.0, |it| it + paper.gap());
        let max = data.iter().map(|it| it.high.unwrap_or(it.value)).fold(0.0, f64::max);
        let scale = Numeric::from_zero(max, start, (paper.width - value_room - paper.gap()).max(start));
        Frame { bar, row, bar_top, label_end, value_room, scale, start }
    }
}

/// What stands at a bar.
fn label(draft: &Draft, datum: &Datum) -> String {
    let row = draft.rows.get(datum.row as usize).unwrap_or(&datum.label);
    match datum.printed.is_empty() {
        true => row.clone(),
        false => draft.wording.figure_label(datum, row),
    }
}

/// The bar, and its range where it has one; gives the pixel where it ends.
fn bar(datum: &Datum, idx: u32, top: f64, frame: &Frame, shapes: &mut Vec<Shape>) -> f64 {
    let y = top + frame.bar_top;
    let start = frame.start;
    let least = if datum.value > 0.0 { start + MIN_LENGTH } else { start };
    let end = frame.scale.at(datum.value).max(least);
    shapes.push(rect((start, y), (end - start, frame.bar), Some(idx), fill(datum)));
    match datum.high.map(|it| frame.scale.at(it)) {
        Some(high) if high > end => {
            shapes.push(rect((end, y), (high - end, frame.bar), Some(idx), Fill::Range));
            high
        }
        _ => end,
    }
}

fn row_texts(datum: &Datum, top: f64, bar_end: f64, frame: &Frame, draft: &Draft) -> [Shape; 2] {
    let paper = draft.paper;
    let beside_bar = top + frame.bar_top + (frame.bar - paper.line()) / 2.0 + paper.baseline();
    let label = label(draft, datum);
    let label = match frame.label_end {
        Some(end) => text::end(text::clip(&label, end, paper), end, beside_bar, TextRole::Label),
        None => {
            let y = top + frame.bar_top - paper.line() + paper.baseline();
            text::start(text::clip(&label, paper.width, paper), 0.0, y, TextRole::Label)
        }
    };
    let value = text::clip(&draft.wording.value(datum), frame.value_room, paper);
    [label, text::start(value, bar_end + paper.gap(), beside_bar, TextRole::Value)]
}
