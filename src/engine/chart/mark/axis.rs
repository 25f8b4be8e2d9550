//! Axes: ticks of values below or beside the marks, names of times and of bins below them.

use super::{Draft, MAX_STEPS, line};
use crate::engine::chart::scale::{Band, Numeric, Values, time};
use crate::engine::chart::scene::{Shape, TextRole};
use crate::engine::chart::text;

/// Ticks of an upright axis stand at least this far apart.
const TICK_ROOM: f64 = 28.0;

/// What values the axis has.
pub fn values(draft: &Draft) -> Values {
    let is_measure = draft.wording.spec.data.iter().any(|it| !it.printed.is_empty());
    if is_measure { Values::Any } else { Values::Whole }
}

/// Grid lines and ticks below a plot that ends at `bottom`: as many as have room.
pub fn below(draft: &Draft, scale: &Numeric, bottom: f64, values: Values) -> Vec<Shape> {
    let paper = draft.paper;
    let width = |it: f64| paper.text_width(&draft.wording.tick(it));
    let fits = |ticks: &[f64]| {
        let has_room = |pair: &[f64]| match *pair {
            [a, b] => scale.at(b) - scale.at(a) >= (width(a) + width(b)) / 2.0 + paper.gap(),
            _ => true,
        };
        // The outer ones are moved inwards where they would leave the scene.
        ticks.windows(2).all(has_room) && ticks.iter().map(|it| width(*it) + paper.gap()).sum::<f64>() <= paper.width
    };
    let ticks = (1..=MAX_STEPS).rev().map(|it| scale.ticks(it, values)).find(|it| fits(it)).unwrap_or_default();
    let mut res = vec![];
    let mut end = 0.0;
    for tick in ticks {
        let x = scale.at(tick);
        res.push(line((x, 0.0), (x, bottom)));
        let left = (x - width(tick) / 2.0).min(paper.width - width(tick)).max(0.0);
        if left >= end {
            end = left + width(tick) + paper.gap();
            res.push(text::start(draft.wording.tick(tick), left, bottom + paper.baseline(), TextRole::Tick));
        }
    }
    res
}

/// Grid lines and ticks beside a plot; `at` gives the scale for its left edge, which the ticks' width decides.
pub fn beside(draft: &Draft, scale: &Numeric, (top, bottom): (f64, f64), values: Values) -> (Vec<Shape>, f64) {
    let paper = draft.paper;
    let n_steps = (((bottom - top) / paper.px(TICK_ROOM)) as usize).min(MAX_STEPS);
    let ticks = scale.ticks(n_steps, values);
    let texts: Vec<String> = ticks.iter().map(|it| draft.wording.tick(*it)).collect();
    let left = text::widest(&texts, paper).ceil() + paper.gap();
    let mut res = vec![];
    for (tick, words) in ticks.iter().zip(texts) {
        let y = scale.at(*tick);
        res.push(line((left, y), (paper.width, y)));
        let baseline = y + paper.baseline() - paper.line() / 2.0;
        res.push(text::end(words, left - paper.gap(), baseline, TextRole::Tick));
    }
    (res, left)
}

/// The names of months or years, as many as have room; below them, once each, what they are part of.
pub fn periods(draft: &Draft, band: &Band, (left, right): (f64, f64), top: f64) -> Vec<Shape> {
    let paper = draft.paper;
    let names: Vec<(String, String)> =
        draft.wording.spec.columns.names.iter().map(|it| draft.wording.words.period(it)).collect();
    let room = text::widest(names.iter().map(|it| &it.0), paper) + paper.gap();
    let is_month = names.iter().any(|(_, whole)| !whole.is_empty());
    let mut res = vec![];
    let mut last_whole = "";
    let (mut whole_end, mut name_end) = (f64::NEG_INFINITY, f64::NEG_INFINITY);
    for idx in time::ticks(names.len(), band.step(), room, is_month) {
        let Some((name, whole)) = names.get(idx) else { continue };
        let x = band.middle(idx);
        let start = |text: &str| {
            let width = paper.text_width(text);
            (x - width / 2.0).min(right - width).max(left - paper.gap()).max(0.0)
        };
        let name_start = start(name);
        if name_start < name_end || name_start + paper.text_width(name) > right {
            continue;
        }
        name_end = name_start + paper.text_width(name) + paper.gap();
        res.push(text::start(name.clone(), name_start, top + paper.baseline(), TextRole::Tick));
        let whole_start = start(whole);
        if whole != last_whole && whole_start >= whole_end {
            whole_end = whole_start + paper.text_width(whole) + paper.gap();
            let y = top + paper.line() + paper.baseline();
            res.push(text::start(whole.clone(), whole_start, y, TextRole::Tick));
            last_whole = whole;
        }
    }
    res
}

/// The edges of bins, as many as have room.
pub fn edges(draft: &Draft, at: impl Fn(f64) -> f64, top: f64) -> Vec<Shape> {
    let paper = draft.paper;
    let mut res = vec![];
    let mut end = f64::NEG_INFINITY;
    for edge in &draft.wording.spec.edges {
        let words = draft.wording.words.measure(*edge, None, &draft.wording.spec.unit, None);
        let words = if *edge == 0.0 { draft.wording.words.number(0.0) } else { words };
        let width = paper.text_width(&words);
        let left = (at(*edge) - width / 2.0).min(paper.width - width).max(0.0);
        if left >= end {
            end = left + width + 2.0 * paper.gap();
            res.push(text::start(words, left, top + paper.baseline(), TextRole::Tick));
        }
    }
    res
}
