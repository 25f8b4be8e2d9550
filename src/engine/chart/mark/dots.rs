//! Dots: figures along one line, packed so that none hides another, and figures over time. An approximate one is hollow.

use super::{Draft, Plot, axis, fill, target};
use crate::engine::chart::scale::{Band, Numeric, Values};
use crate::engine::chart::scene::{Fill, Shape};
use crate::engine::chart::spec::Datum;
use crate::engine::chart::transform::pack;

/// Radius of a dot.
const RADIUS: f64 = 5.0;

/// Side of the square that answers for a dot.
const TARGET: f64 = 14.0;

/// Lowest and highest strip.
const STRIP: (f64, f64) = (60.0, 420.0);

/// Height of the plot over time as a part of its width, within `HEIGHTS`.
const ASPECT: f64 = 0.4;

/// Lowest and highest plot over time.
const HEIGHTS: (f64, f64) = (220.0, 400.0);

/// Widest step from one month to the next.
const WIDEST_STEP: f64 = 120.0;

/// Figures by value, from left to right.
pub fn strip(draft: &Draft) -> Plot {
    let (paper, spec) = (draft.paper, draft.wording.spec);
    let inset = paper.px(RADIUS + 2.0);
    let is_stacked = spec.per_dot > 1;
    let (min, max) = match (spec.edges.first(), spec.edges.last()) {
        (Some(first), Some(last)) if is_stacked => (*first, *last),
        _ => ends(&spec.data),
    };
    let scale = Numeric::around(min, max, spec.is_log == Some(true), (inset, paper.width - inset));
    let along: Vec<f64> = match is_stacked {
        true => spec.data.iter().map(|it| stack_middle(&scale, &spec.edges, it.column as usize)).collect(),
        false => spec.data.iter().map(|it| scale.at(it.value)).collect(),
    };
    let aside = match is_stacked {
        true => spec.data.iter().map(|it| -(it.row as i32)).collect(),
        false => pack::aside(&along, paper.px(2.0 * RADIUS + 1.0)),
    };
    let (up, down) = (aside.iter().min().copied().unwrap_or(0), aside.iter().max().copied().unwrap_or(0));
    // Where many share a value, dots move closer together.
    let height = paper.px(f64::from(down - up + 1) * (2.0 * RADIUS + 1.0)).clamp(paper.px(STRIP.0), paper.px(STRIP.1));
    let step = (height / f64::from(down - up + 1)).min(paper.px(2.0 * RADIUS + 1.0));
    let middle = (height - f64::from(down + up) * step) / 2.0;
    let mut shapes = axis::below(draft, &scale, height + paper.gap(), Values::Any);
    for (idx, (datum, (x, aside))) in (0u32..).zip(spec.data.iter().zip(along.iter().zip(&aside))) {
        shapes.extend(dot(draft, datum, idx, (*x, middle + f64::from(*aside) * step)));
    }
    Plot { shapes, height: height + paper.gap() + paper.line() }
}

/// Figures by the month of their page; each month's dots stand around its middle.
pub fn over_time(draft: &Draft) -> Plot {
    let (paper, spec) = (draft.paper, draft.wording.spec);
    let height = (paper.width * ASPECT).clamp(paper.px(HEIGHTS.0), paper.px(HEIGHTS.1));
    let inset = paper.px(RADIUS + 2.0);
    let (top, bottom) = (inset, height - 2.0 * paper.line() - paper.gap() - inset);
    let (min, max) = ends(&spec.data);
    let scale = Numeric::around(min, max, spec.is_log == Some(true), (bottom, top));
    let (mut shapes, left) = axis::beside(draft, &scale, (top, bottom), Values::Any);
    let n_columns = spec.columns.names.len();
    let right = paper.width.min(left + paper.px(WIDEST_STEP) * n_columns as f64);
    let band = Band::new(n_columns, left, right, 0.1, f64::INFINITY);
    let apart = paper.px(2.0 * RADIUS + 1.0);
    for column in 0..n_columns {
        let of_column = || (0u32..).zip(&spec.data).filter(|(_, it)| it.column as usize == column);
        let along: Vec<f64> = of_column().map(|(_, it)| scale.at(it.value)).collect();
        let aside = pack::aside(&along, apart);
        let most = aside.iter().map(|it| it.unsigned_abs()).max().unwrap_or(0);
        let room = (band.width() / 2.0 - inset).max(0.0);
        let step = if most == 0 { 0.0 } else { apart.min(room / f64::from(most)) };
        for ((idx, datum), (y, aside)) in of_column().zip(along.iter().zip(&aside)) {
            shapes.extend(dot(draft, datum, idx, (band.middle(column) + f64::from(*aside) * step, *y)));
        }
    }
    shapes.extend(axis::periods(draft, &band, (left, paper.width), bottom + inset + paper.gap()));
    Plot { shapes, height }
}

/// The dot, a whisker to the end of its range, and what answers for it.
fn dot(draft: &Draft, datum: &Datum, idx: u32, (x, y): (f64, f64)) -> [Shape; 2] {
    let paper = draft.paper;
    let side = paper.px(TARGET);
    let fill = if datum.high.is_some() && !datum.is_faint { Fill::Range } else { fill(datum) };
    [
        Shape::Dot { x, y, radius: paper.px(RADIUS), datum: Some(idx), fill },
        target((x - side / 2.0, y - side / 2.0), (side, side), idx),
    ]
}

fn ends(data: &[Datum]) -> (f64, f64) {
    let values = || data.iter().map(|it| it.value);
    (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max))
}

/// The middle of a stack on the scale.
fn stack_middle(scale: &Numeric, edges: &[f64], stack: usize) -> f64 {
    match edges.get(stack..stack + 2) {
        Some([from, to]) => (scale.at(*from) + scale.at(*to)) / 2.0,
        _ => scale.at(0.0),
    }
}
