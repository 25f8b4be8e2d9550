//! A long list of equally high rows of which only those in sight are drawn: where it stands, and how the keyboard walks it.

use crate::ui::prelude::*;
use leptos::html::Div;

/// Rows that are taken to be in sight until the list is looked at.
const MOST_IN_SIGHT: usize = 40;
/// Rows that are drawn above and below those in sight.
const SPARE: usize = 12;
/// How far a window of rows lies from the next.
const STEP: usize = 80;
/// Rows that are asked for at once.
pub const WINDOW: usize = 240;

/// Where a list stands.
#[derive(Clone, Copy)]
pub struct RowScroll {
    /// What scrolls; a head may stick to its top.
    pub list: NodeRef<Div>,
    /// What is as high as all rows.
    pub rows: NodeRef<Div>,
    /// The row that the keyboard is on.
    pub current: RwSignal<usize>,
    /// The first row in sight.
    first: RwSignal<usize>,
    /// How many rows are in sight.
    n_visible: RwSignal<usize>,
}

impl Default for RowScroll {
    fn default() -> Self {
        RowScroll::new()
    }
}

impl RowScroll {
    /// A list at its beginning.
    pub fn new() -> Self {
        RowScroll {
            list: NodeRef::new(),
            rows: NodeRef::new(),
            current: RwSignal::new(0),
            first: RwSignal::new(0),
            n_visible: RwSignal::new(MOST_IN_SIGHT),
        }
    }

    /// Where the window begins that is asked for: some way ahead of the eye either way.
    pub fn offset(self) -> usize {
        self.first.get().saturating_sub(STEP) / STEP * STEP
    }

    /// The numbers of the rows that are drawn.
    pub fn drawn(self) -> std::ops::Range<usize> {
        let first = self.first.get();
        first.saturating_sub(SPARE)..first + self.n_visible.get() + SPARE
    }

    /// Notes which of `n_total` rows are in sight. A list that is not shown stays where it was.
    pub fn look(self, n_total: usize) {
        if let Some((top, seen, height)) = self.measure(n_total) {
            self.first.set((top / height) as usize);
            self.n_visible.set((seen / height) as usize + 1);
        }
    }

    /// Makes a row the current one and scrolls as little as needed to show it.
    pub fn go(self, row: usize, n_total: usize) {
        let row = row.min(n_total.saturating_sub(1));
        self.current.set(row);
        if let (Some((top, seen, height)), Some(list)) = (self.measure(n_total), self.list.get_untracked()) {
            let (above, below) = (row as f64 * height, (row + 1) as f64 * height - seen);
            if top > above {
                list.set_scroll_top(above.floor() as i32);
            } else if top < below {
                list.set_scroll_top(below.ceil() as i32);
            }
            self.look(n_total);
        }
    }

    /// Back to the first row.
    pub fn reset(self) {
        self.current.set(0);
        self.first.set(0);
        self.list.get_untracked().iter().for_each(|it| it.set_scroll_top(0));
    }

    /// The row that a key leads to; `None` for keys that lead nowhere.
    pub fn target(self, key: &str) -> Option<usize> {
        let now = self.current.get_untracked();
        let page = self.n_visible.get_untracked().saturating_sub(2).max(1);
        Some(match key {
            "ArrowDown" => now + 1,
            "ArrowUp" => now.saturating_sub(1),
            "PageDown" => now + page,
            "PageUp" => now.saturating_sub(page),
            "Home" => 0,
            "End" => usize::MAX,
            _ => return None,
        })
    }

    /// How far it is scrolled, the height in which rows are seen, and that of a row, in pixels.
    fn measure(self, n_total: usize) -> Option<(f64, f64, f64)> {
        let (list, rows) = (self.list.get_untracked()?, self.rows.get_untracked()?);
        let height = f64::from(rows.offset_height()) / n_total.max(1) as f64;
        let seen = f64::from(list.client_height() - (list.scroll_height() - rows.offset_height()).max(0));
        (height > 0.0 && seen > 0.0).then_some((f64::from(list.scroll_top().max(0)), seen, height))
    }
}
