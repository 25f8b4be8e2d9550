//! Cells of rows and columns, shaded by how many, with the number in each: nothing is said by shade alone.
//!
//! Names of columns stand upright, a character a line, where they have no room side by side.

use super::{Draft, Plot, axis, rect, target};
use crate::engine::chart::scale::{Band, classes};
use crate::engine::chart::scene::{Anchor, Fill, Shape, TextRole};
use crate::engine::chart::spec::{AxisKind, ChartSpec};
use crate::engine::chart::text;

/// Height of a cell.
const CELL: f64 = 26.0;

/// Widest cell.
const WIDEST: f64 = 84.0;

/// The names of rows take at most this part of the width.
const LABEL_PART: f64 = 0.34;

/// Characters of an upright name.
const MAX_UPRIGHT: usize = 7;

/// From this shade on, numbers are written in the colour of paper.
const DARK: u8 = 4;

/// Rows from above, columns from the left.
pub fn cells(draft: &Draft) -> Plot {
    let (paper, spec) = (draft.paper, draft.wording.spec);
    let left = text::widest(draft.rows, paper).min(paper.width * LABEL_PART).ceil() + paper.gap();
    let n_columns = draft.columns.len();
    let right = paper.width.min(left + paper.px(WIDEST) * n_columns as f64);
    let band = Band::new(n_columns, left, right, 0.0, f64::INFINITY);
    let (mut shapes, top) = heads(draft, &band, left, right);
    let (height, n_rows) = (paper.px(CELL), draft.rows.len());
    for (row, name) in draft.rows.iter().enumerate() {
        let y = top + row as f64 * height;
        for column in 0..n_columns {
            let x = band.middle(column) - band.step() / 2.0;
            shapes.push(rect((x, y), (band.step() - 1.0, height - 1.0), None, Fill::Shade(0)));
        }
        let baseline = y + (height - paper.line()) / 2.0 + paper.baseline();
        let name = text::clip(name, left - paper.gap(), paper);
        shapes.push(text::end(name, left - paper.gap(), baseline, TextRole::Label));
    }
    let borders = borders(spec);
    let mut texts = vec![];
    for (datum, idx) in spec.data.iter().zip(0u32..) {
        let x = band.middle(datum.column as usize) - band.step() / 2.0;
        let y = top + f64::from(datum.row) * height;
        let step = step(datum.value, &borders);
        shapes.push(rect((x, y), (band.step() - 1.0, height - 1.0), Some(idx), Fill::Shade(step)));
        shapes.push(target((x, y), (band.step() - 1.0, height - 1.0), idx));
        let words = draft.wording.value(datum);
        if paper.text_width(&words) + 2.0 <= band.step() {
            let role = if step >= DARK { TextRole::OnShade } else { TextRole::Value };
            let y = y + (height - paper.line()) / 2.0 + paper.baseline();
            texts.push(Shape::Text {
                x: band.middle(datum.column as usize),
                y,
                text: words,
                anchor: Anchor::Middle,
                role,
            });
        }
    }
    shapes.extend(texts);
    Plot { shapes, height: top + height * n_rows as f64 }
}

/// Where the classes of a spec's counts begin, the first one apart; few different counts have a class each.
pub fn borders(spec: &ChartSpec) -> Vec<f64> {
    let max = spec.data.iter().map(|it| it.value).fold(0.0, f64::max);
    if max <= classes::MAX_CLASSES as f64 {
        return (2..=max as u32).map(f64::from).collect();
    }
    classes::borders(&spec.data.iter().map(|it| it.value).collect::<Vec<_>>(), true)
}

/// The shade of a count: classes are spread over all shades, so that few of them can be told apart.
pub fn step(value: f64, borders: &[f64]) -> u8 {
    let class = classes::class(Some(value), borders);
    match (class, borders.len()) {
        (0, _) => 0,
        // Of one class alone, the shade says only that there is something.
        (_, 0) => 2,
        (class, n) => 1 + (f64::from(class - 1) * f64::from(Fill::N_SHADES - 2) / n as f64).round() as u8,
    }
}

/// The names of the columns above them, and how high they are.
fn heads(draft: &Draft, band: &Band, left: f64, right: f64) -> (Vec<Shape>, f64) {
    let paper = draft.paper;
    if draft.wording.spec.columns.kind == AxisKind::Period {
        let has_months = draft.wording.spec.columns.names.iter().any(|it| it.contains('-'));
        let n_lines = if has_months { 2.0 } else { 1.0 };
        return (axis::periods(draft, band, (left, right), 0.0), n_lines * paper.line() + paper.gap() / 2.0);
    }
    let middle = |idx: usize, text: String, y: f64| Shape::Text {
        x: band.middle(idx),
        y,
        text,
        anchor: Anchor::Middle,
        role: TextRole::Label,
    };
    if text::widest(draft.columns, paper) + paper.gap() <= band.step() {
        let names = draft.columns.iter().enumerate();
        let shapes = names.map(|(idx, name)| middle(idx, name.clone(), paper.baseline())).collect();
        return (shapes, paper.line() + paper.gap() / 2.0);
    }
    let step = paper.px(15.0);
    let upright = |name: &String| -> Vec<char> {
        let chars: Vec<char> = name.chars().collect();
        match chars.get(MAX_UPRIGHT..) {
            Some([_, ..]) => chars.iter().take(MAX_UPRIGHT - 1).copied().chain(['…']).collect(),
            _ => chars,
        }
    };
    let names: Vec<Vec<char>> = draft.columns.iter().map(upright).collect();
    let n_lines = names.iter().map(Vec::len).max().unwrap_or(0);
    let mut shapes = vec![];
    for (idx, name) in names.iter().enumerate() {
        // All names end just above their cells.
        for (line, it) in (n_lines - name.len()..).zip(name) {
            shapes.push(middle(idx, it.to_string(), paper.baseline() + line as f64 * step));
        }
    }
    (shapes, n_lines as f64 * step + paper.gap())
}
