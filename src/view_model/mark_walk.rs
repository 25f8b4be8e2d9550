//! How the keyboard walks the marks of a scene: left and right along a series, up and down between series.

use crate::engine::chart::Mark;

/// What a key asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkStep {
    /// Go to this mark.
    To(usize),
    /// Stretch the brush to this mark.
    Stretch(usize),
    /// Open what is behind the mark, or narrow to what is brushed.
    Press,
    /// Let go of the brush, or put the detail away.
    Forget,
}

/// What `key` asks at the mark with the number `at`; `None` for a key that is not ours.
pub fn step(marks: &[Mark], at: usize, key: &str, shift: bool) -> Option<MarkStep> {
    let last = marks.len().checked_sub(1)?;
    let to = match key {
        "ArrowRight" => beside(marks, at, (1, 0)),
        "ArrowLeft" => beside(marks, at, (-1, 0)),
        "ArrowDown" => beside(marks, at, (0, 1)),
        "ArrowUp" => beside(marks, at, (0, -1)),
        "Home" => 0,
        "End" => last,
        "Enter" | " " => return Some(MarkStep::Press),
        "Escape" => return Some(MarkStep::Forget),
        _ => return None,
    };
    let brushes = shift && marks.iter().any(|it| !it.period.is_empty());
    Some(if brushes { MarkStep::Stretch(to) } else { MarkStep::To(to) })
}

/// The nearest mark in a direction. Where all marks stand in one line, either direction walks that line.
fn beside(marks: &[Mark], at: usize, (right, down): (i64, i64)) -> usize {
    let last = marks.len().saturating_sub(1);
    let at = at.min(last);
    let Some(here) = marks.get(at).map(place) else { return 0 };
    let is_line = |of: fn(&Mark) -> i64| marks.iter().all(|it| Some(of(it)) == marks.first().map(of));
    if is_line(|it| place(it).0) || is_line(|it| place(it).1) {
        return at.saturating_add_signed((right + down) as isize).min(last);
    }
    let distance = |mark: &Mark| {
        let (column, row) = place(mark);
        let (ahead, aside) = match down {
            0 => ((column - here.0) * right, row - here.1),
            _ => ((row - here.1) * down, column - here.0),
        };
        // Along a row nothing of another row is beside a mark; between rows the nearest column is.
        (ahead > 0 && (down != 0 || aside == 0)).then_some((ahead, aside.abs()))
    };
    let beside = marks.iter().enumerate().filter_map(|(idx, mark)| Some((distance(mark)?, idx))).min();
    beside.map_or(at, |(_, idx)| idx)
}

fn place(mark: &Mark) -> (i64, i64) {
    (i64::from(mark.at.0), i64::from(mark.at.1))
}

/// The times from one mark to another, both included, as the first and the last period.
pub fn brushed(marks: &[Mark], one: usize, other: usize) -> Option<(&str, &str)> {
    let period = |idx: usize| marks.get(idx).map(|it| it.period.as_str()).filter(|it| !it.is_empty());
    let (one, other) = (period(one)?, period(other)?);
    Some((one.min(other), one.max(other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(places: &[(u32, u32)]) -> Vec<Mark> {
        places.iter().map(|at| Mark { at: *at, period: format!("2023-{:02}", at.0 + 1), ..Mark::default() }).collect()
    }

    #[test]
    fn in_one_line_every_arrow_walks_it() {
        let bars = marks(&[(0, 0), (0, 1), (0, 2)]);
        let to = |at, key| step(&bars, at, key, false);
        assert_eq!((to(0, "ArrowDown"), to(1, "ArrowRight")), (Some(MarkStep::To(1)), Some(MarkStep::To(2))));
        assert_eq!((to(2, "ArrowDown"), to(0, "ArrowLeft")), (Some(MarkStep::To(2)), Some(MarkStep::To(0))));
        assert_eq!((to(1, "Home"), to(1, "End")), (Some(MarkStep::To(0)), Some(MarkStep::To(2))));
        assert_eq!((to(1, "Enter"), to(1, "x")), (Some(MarkStep::Press), None));
        assert_eq!(step(&[], 0, "Home", false), None);
    }

    #[test]
    fn in_a_table_of_cells_rows_are_series() {
        // The second row has no cell in the first column.
        let cells = marks(&[(0, 0), (1, 0), (3, 0), (1, 1), (2, 1)]);
        let to = |at, key| step(&cells, at, key, false);
        assert_eq!((to(1, "ArrowRight"), to(2, "ArrowRight")), (Some(MarkStep::To(2)), Some(MarkStep::To(2))));
        assert_eq!((to(0, "ArrowDown"), to(2, "ArrowDown")), (Some(MarkStep::To(3)), Some(MarkStep::To(4))));
        assert_eq!(to(4, "ArrowUp"), Some(MarkStep::To(1)));
    }

    #[test]
    fn shift_stretches_a_brush_over_time_only() {
        let months = marks(&[(0, 0), (1, 0), (2, 0)]);
        assert_eq!(step(&months, 1, "ArrowRight", true), Some(MarkStep::Stretch(2)));
        assert_eq!(brushed(&months, 2, 0), Some(("2023-01", "2023-03")));
        let bars = vec![Mark::default(), Mark::default()];
        assert_eq!(step(&bars, 0, "ArrowRight", true), Some(MarkStep::To(1)));
        assert_eq!(brushed(&bars, 0, 1), None);
    }
}
