//! Where the dates of the whole library crowd: what chooses a histogram's step and window. It follows from the library alone,
//! so it is found out once for every step and kept until an article comes.

use super::column::Column;
use super::date_step::DateStep;
use super::facet::DayRange;
use crate::engine::arrange::Arrange;

/// Bars of a histogram: three years of months. More would be too narrow to point at.
pub const MAX_BARS: usize = 36;

/// Where the dates of the whole library stand, in one step.
#[derive(Debug, Clone)]
pub struct Crowd {
    /// How long a bar is.
    pub step: DateStep,
    /// From the first bar to the last that any date has.
    pub extent: Option<(i32, i32)>,
    /// The first bar of the window with most dates.
    pub first: i32,
    /// Dates within the bars of that window.
    pub n_shown: u64,
    /// Dates in all.
    pub n_all: u64,
}

impl Crowd {
    /// Where `days`, the values of `column`, stand in this step.
    pub fn new(step: DateStep, column: &Column, days: &[DayRange]) -> Self {
        let mut within: Vec<(i32, u64)> = vec![];
        let mut extent: Option<(i32, i32)> = None;
        let mut n_all = 0;
        for (days, n_articles) in days.iter().zip(column.totals()) {
            n_all += u64::from(*n_articles);
            let (from, to) = (days.from.or(days.to), days.to.or(days.from));
            let Some((from, to)) = from.zip(to).map(|(from, to)| (step.number(from), step.number(to))) else {
                continue;
            };
            extent = Some(extent.map_or((from, to), |it| (it.0.min(from), it.1.max(to))));
            if from == to && days.from.is_some() && days.to.is_some() {
                within.push((from, u64::from(*n_articles)));
            }
        }
        within.arrange_by_key(|it| *it);
        let (first, n_shown) = best_window(&within, extent);
        Crowd { step, extent, first, n_shown, n_all }
    }
}

/// The beginning of the window that holds most of `within`, the latest of several, and how many it holds. It ends with
/// its last date, where that does not lead before all dates.
fn best_window(within: &[(i32, u64)], extent: Option<(i32, i32)>) -> (i32, u64) {
    let width = MAX_BARS as i32;
    let (lowest, highest) = extent.unwrap_or_default();
    let mut best = (highest.saturating_sub(width - 1).max(lowest), 0);
    let (mut start, mut n_held) = (0, 0);
    for (number, n_articles) in within {
        n_held += n_articles;
        while let Some((_, n_left)) = within.get(start).filter(|it| number - it.0 >= width) {
            n_held -= n_left;
            start += 1;
        }
        if n_held >= best.1 {
            best = ((number - (width - 1)).max(lowest), n_held);
        }
    }
    best
}
