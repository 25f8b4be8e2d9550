//! Histograms of dates: which steps are shown, and how many distinct articles each has.
//!
//! A bar counts every article with a date that overlaps it, so that the bar's range finds just those; beside it stands
//! how many have a date that is known that well, and lies within the bar.

use serde::{Deserialize, Serialize};

use crate::engine::index::column::Column;
use crate::engine::index::crowd::{Crowd, MAX_BARS};
use crate::engine::index::date_step::DateStep;
use crate::engine::index::facet::{DayRange, Facet, FacetValues};

/// A step is fine enough by itself when this part of the dates, in hundredths, lies within the bars of one window.
const WELL_SHOWN: u64 = 75;

/// How a person wants a histogram.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HistogramView {
    /// The step; `None` for the finest that shows most dates.
    pub step: Option<DateStep>,
    /// By how many half windows it is moved; negative to earlier times.
    pub shift: i32,
}

/// Which steps are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Window {
    /// How long a bar is.
    pub step: DateStep,
    /// The number of the first bar.
    pub first: i32,
    /// How many bars.
    pub n_bars: usize,
    /// Whether dates reach before the first bar and after the last, open ends apart.
    pub goes_on: (bool, bool),
    /// For each value of the column, its first and last bar: 0 for before all, `n_bars + 1` for after all.
    bars: Vec<(u8, u8)>,
}

/// Distinct articles of a histogram.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BarCounts {
    /// For each bar, with a date that overlaps it.
    pub bars: Vec<u32>,
    /// For each bar, with a date within it.
    pub within: Vec<u32>,
    /// With a date before the first bar.
    pub n_before: u32,
    /// With a date after the last bar.
    pub n_after: u32,
    /// Without a date.
    pub n_undated: u32,
}

impl Window {
    /// The steps that are shown of a facet of time: those with most articles of the whole library, or those near `chosen`,
    /// moved as `view` says.
    pub fn new(values: &FacetValues, facet: Facet, view: HistogramView, chosen: Option<DayRange>) -> Self {
        let days = values.days(facet);
        let crowd = |step| values.crowd(facet, step);
        let is_well_shown = |it: &&Crowd| it.n_shown * 100 >= it.n_all * WELL_SHOWN;
        let crowd = match view.step {
            Some(step) => crowd(step),
            None => {
                let mut steps = DateStep::ALL.into_iter().map(crowd);
                steps.find(is_well_shown).unwrap_or_else(|| crowd(DateStep::Year))
            }
        };
        let Some((lowest, highest)) = crowd.extent else {
            return Window {
                step: crowd.step,
                first: 0,
                n_bars: 0,
                goes_on: (false, false),
                bars: vec![(0, 0); days.len()],
            };
        };
        let n_bars = (i64::from(highest) - i64::from(lowest) + 1).min(MAX_BARS as i64) as i32;
        let mut first = crowd.first;
        if let Some(chosen) = chosen {
            let number = |day| crowd.step.number(day);
            let (from, to) = (chosen.from.map(number), chosen.to.map(number));
            first = to.map_or(first, |to| first.max(to.saturating_sub(n_bars - 1)));
            first = from.map_or(first, |from| first.min(from));
            first = to.filter(|_| from.is_none()).map_or(first, |to| first.min(to));
        }
        first = first.saturating_add(view.shift.saturating_mul(n_bars / 2));
        let first = first.min(highest.saturating_sub(n_bars - 1)).max(lowest);
        let goes_on = (first > lowest, first.saturating_add(n_bars - 1) < highest);
        let clamp = |number: i32| (i64::from(number) - i64::from(first) + 1).clamp(0, i64::from(n_bars) + 1) as u8;
        let bars = days.iter().map(|it| {
            let (from, to) = numbers(crowd.step, *it);
            (clamp(from), clamp(to))
        });
        Window { step: crowd.step, first, n_bars: n_bars as usize, goes_on, bars: bars.collect() }
    }

    /// The articles of each bar, of all that stand in `lists`.
    pub fn count(&self, column: &Column, lists: &[&[u32]]) -> BarCounts {
        let mut res = BarCounts { within: vec![0; self.n_bars + 2], ..BarCounts::default() };
        // How many more articles a bar has than the one before it.
        let mut rises = vec![0u32; self.n_bars + 3];
        for article in lists.iter().copied().flatten() {
            let values = column.of(*article);
            res.n_undated += u32::from(values.is_empty());
            // Dates come in the order of their beginnings, so that bars that were counted lie behind.
            let (mut next, mut within) = (0, None);
            for value in values {
                let Some(&(from, to)) = self.bars.get(*value as usize) else { continue };
                let begin = from.max(next);
                if begin <= to {
                    rises[begin as usize] = rises[begin as usize].wrapping_add(1);
                    rises[to as usize + 1] = rises[to as usize + 1].wrapping_sub(1);
                    next = to + 1;
                }
                if from == to && within != Some(from) {
                    res.within[from as usize] += 1;
                    within = Some(from);
                }
            }
        }
        let mut height = 0u32;
        for rise in rises {
            height = height.wrapping_add(rise);
            res.bars.push(height);
        }
        (res.n_before, res.n_after) = (res.bars[0], res.bars[self.n_bars + 1]);
        res.bars = res.bars[1..=self.n_bars].to_vec();
        res.within = res.within[1..=self.n_bars].to_vec();
        res
    }
}

/// The first and the last step of some days; an open end is beyond all.
fn numbers(step: DateStep, days: DayRange) -> (i32, i32) {
    (days.from.map_or(i32::MIN, |it| step.number(it)), days.to.map_or(i32::MAX, |it| step.number(it)))
}
