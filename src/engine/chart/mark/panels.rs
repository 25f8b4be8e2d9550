//! Small multiples: a little chart of columns for each row, all on one scale, so that they can be compared.

use super::{Draft, Plot, fill, line, rect, target};
use crate::engine::chart::scale::{Band, Numeric};
use crate::engine::chart::scene::{Shape, TextRole};
use crate::engine::chart::text;

/// Narrowest panel.
const NARROWEST: f64 = 210.0;

/// Height of a panel's columns.
const HEIGHT: f64 = 72.0;

/// Blank between panels.
const GAP: f64 = 20.0;

/// Widest step from one column to the next.
const WIDEST_STEP: f64 = 56.0;

/// Panels from the left, then down, in the order of the rows.
pub fn panels(draft: &Draft) -> Plot {
    let (paper, spec) = (draft.paper, draft.wording.spec);
    let gap = paper.px(GAP);
    let n_across = (((paper.width + gap) / (paper.px(NARROWEST) + gap)) as usize).clamp(1, draft.rows.len().max(1));
    let width = (paper.width + gap) / n_across as f64 - gap;
    let n_columns = draft.columns.len();
    let (line_height, plot_height) = (paper.line(), paper.px(HEIGHT));
    let panel_height = 2.0 * line_height + plot_height + gap;
    let max = spec.data.iter().map(|it| it.value).fold(0.0, f64::max);
    let mut shapes = vec![];
    let mut texts = vec![];
    let corner = |row: usize| ((row % n_across) as f64 * (width + gap), (row / n_across) as f64 * panel_height);
    let band = |x: f64| {
        let right = (x + width).min(x + paper.px(WIDEST_STEP) * n_columns as f64);
        Band::new(n_columns, x, right, 0.2, f64::INFINITY)
    };
    for (row, name) in draft.rows.iter().enumerate() {
        let (x, y) = corner(row);
        let of_row = spec.data.iter().filter(|it| it.row as usize == row).map(|it| it.value);
        let most = draft.wording.words.number(of_row.fold(0.0, f64::max));
        let most_width = paper.text_width(&most);
        let name = text::clip(name, width - most_width - paper.gap(), paper);
        texts.push(text::start(name, x, y + paper.baseline(), TextRole::Axis));
        texts.push(text::end(most, x + width, y + paper.baseline(), TextRole::Value));
        let bottom = y + line_height + plot_height;
        shapes.push(line((x, bottom), (x + width, bottom)));
        texts.extend(ends(draft, x, width.min(paper.px(WIDEST_STEP) * n_columns as f64), bottom));
    }
    for (datum, idx) in spec.data.iter().zip(0u32..) {
        let (x, y) = corner(datum.row as usize);
        let (top, bottom) = (y + line_height + paper.gap() / 2.0, y + line_height + plot_height);
        let scale = Numeric::from_zero(max, bottom, top);
        let band = band(x);
        let (middle, height) = (band.middle(datum.column as usize), (bottom - scale.at(datum.value)).max(1.0));
        let left = middle - band.width() / 2.0;
        shapes.push(rect((left, bottom - height), (band.width(), height), Some(idx), fill(datum)));
        shapes.push(target((middle - band.step() / 2.0, top), (band.step(), bottom - top), idx));
    }
    shapes.extend(texts);
    let n_down = draft.rows.len().div_ceil(n_across);
    Plot { shapes, height: n_down as f64 * panel_height - gap }
}

/// The first and the last time below a panel, where both have room.
fn ends(draft: &Draft, x: f64, width: f64, bottom: f64) -> Vec<Shape> {
    let paper = draft.paper;
    let (Some(first), Some(last)) = (draft.columns.first(), draft.columns.last()) else { return vec![] };
    let y = bottom + paper.baseline();
    let has_room = paper.text_width(first) + paper.gap() + paper.text_width(last) <= width;
    let mut res = vec![text::start(first.clone(), x, y, TextRole::Tick)];
    if first != last && has_room {
        res.push(text::end(last.clone(), x + width, y, TextRole::Tick));
    }
    res
}
