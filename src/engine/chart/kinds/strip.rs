//! Figures of one quantity and unit as dots along one line. Where there are many, dots stand in stacks, each for several
//! figures of about one size, so that whatever the number, the shape is that of all of them.

use super::{Built, ComparableSet, MAX_DOTS, figure_spec, log_scale, named_figure_datum};
use crate::engine::arrange::Arrange;
use crate::engine::chart::data::Item;
use crate::engine::chart::spec::{Axis, AxisKind, ChartKind, ChartOptions, ChartSpec, Datum, Opens};
use crate::engine::chart::transform::Channel;

/// Stacks of a strip of many dots.
const N_STACKS: usize = 48;

/// Dots of the highest stack.
const MAX_STACK: usize = 16;

/// Smallest first.
pub fn build<'a>(mut set: ComparableSet<'a>, options: &ChartOptions) -> Built<'a> {
    let is_log = log_scale(&set, options.log);
    let spec = ChartSpec { is_log, ..figure_spec(ChartKind::FiguresStrip, &set) };
    if set.figures.len() > MAX_DOTS {
        return stacked(set, spec);
    }
    set.figures.arrange_by(|a, b| a.value.total_cmp(&b.value));
    let data = set.figures.iter().zip(0..).map(|(it, column)| Datum { column, ..named_figure_datum(it) }).collect();
    Built::of_figures(ChartSpec { data, ..spec }, set.figures)
}

/// Dots of several figures: as many to a dot as keep the highest stack within bounds.
fn stacked<'a>(set: ComparableSet<'a>, spec: ChartSpec) -> Built<'a> {
    let (min, max) = set.ends();
    let edges = stack_edges(min, max, spec.is_log == Some(true));
    let stack = |it: &Item| edges.partition_point(|edge| *edge <= it.value).clamp(1, N_STACKS) - 1;
    let mut counts = [0usize; N_STACKS];
    set.figures.iter().for_each(|it| counts[stack(it)] += 1);
    let per_dot = counts.iter().copied().max().unwrap_or(1).div_ceil(MAX_STACK).max(1);
    let mut starts = vec![0u32];
    for count in counts {
        starts.push(starts.last().copied().unwrap_or(0) + count.div_ceil(per_dot) as u32);
    }
    let mut seen = [0usize; N_STACKS];
    let dots: Vec<Option<u32>> = set
        .figures
        .iter()
        .map(|it| {
            let stack = stack(it);
            seen[stack] += 1;
            Some(starts[stack] + ((seen[stack] - 1) / per_dot) as u32)
        })
        .collect();
    let n_dots = starts.last().copied().unwrap_or(0);
    let columns = Channel::of_single((1..=n_dots).map(|it| it.to_string()).collect(), dots);
    let mut data = vec![];
    for (stack, pair) in starts.windows(2).enumerate() {
        for dot in pair[0]..pair[1] {
            data.push(Datum {
                column: stack as u32,
                row: dot - pair[0],
                value: counts[stack].saturating_sub((dot - pair[0]) as usize * per_dot).min(per_dot) as f64,
                opens: Some(Opens::Behind((dot + 1).to_string())),
                ..Datum::default()
            });
        }
    }
    let names: Vec<String> = (1..=N_STACKS).map(|it| it.to_string()).collect();
    let spec = ChartSpec { data, columns: Axis::new(AxisKind::Bin, &names), edges, per_dot, ..spec };
    Built { spec, items: set.figures, rows: Channel::default(), columns }
}

/// Equal stacks on the scale.
fn stack_edges(min: f64, max: f64, log: bool) -> Vec<f64> {
    let (from, to) = if log { (min.log10(), max.log10()) } else { (min, max) };
    let at = |idx: usize| from + (to - from) * idx as f64 / N_STACKS as f64;
    let edge = |idx: usize| if log { 10f64.powf(at(idx)) } else { at(idx) };
    (0..=N_STACKS).map(edge).collect()
}
