//! The table of figures in words: what stands in a row, and what a click on a column's head asks.

use super::{Locale, format};
use crate::protocol::{Direction, FigureColumn, FigureRow, FigureSort};

/// The sort where a location names none: the order of the pages.
pub const DEFAULT_SORT: FigureSort = FigureSort { column: FigureColumn::Order, direction: Direction::Ascending };

/// The figure as printed, with a sign where it needs one.
pub fn printed(row: &FigureRow) -> String {
    format::printed(&row.printed, row.approx)
}

/// The value in its base unit, or in its own where that has none.
pub fn normalised(locale: Locale, row: &FigureRow) -> String {
    match row.base_value {
        None => format::measure(locale, row.value, row.high, &row.unit, row.approx),
        Some(base) => {
            let factor = if row.value == 0.0 { 1.0 } else { base / row.value };
            format::measure(locale, base, row.high.map(|it| it * factor), &row.base_unit, row.approx)
        }
    }
}

/// The sort after a click on `column`: the other way where it is sorted by it already, else largest value first and
/// everything else from its beginning. `None` for the default.
pub fn next_sort(current: Option<FigureSort>, column: FigureColumn) -> Option<FigureSort> {
    let current = current.unwrap_or(DEFAULT_SORT);
    let direction = match (current.column == column, current.direction, column) {
        (true, Direction::Ascending, _) => Direction::Descending,
        (true, Direction::Descending, _) => Direction::Ascending,
        (false, _, FigureColumn::Value) => Direction::Descending,
        (false, _, _) => Direction::Ascending,
    };
    Some(FigureSort { column, direction }).filter(|it| *it != DEFAULT_SORT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_click_turns_the_sort() {
        let value = next_sort(None, FigureColumn::Value);
        assert_eq!(value, Some(FigureSort { column: FigureColumn::Value, direction: Direction::Descending }));
        let turned = next_sort(value, FigureColumn::Value);
        assert_eq!(turned, Some(FigureSort { column: FigureColumn::Value, direction: Direction::Ascending }));
        assert_eq!(next_sort(turned, FigureColumn::Order), None);
        let from_the_end = Some(FigureSort { column: FigureColumn::Order, direction: Direction::Descending });
        assert_eq!(next_sort(None, FigureColumn::Order), from_the_end);
    }
}
