//! From when to when a date lies: what two dates are compared by.

use crate::engine::extract::edtf::{Day, Edtf};

/// From when to when; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRange {
    /// First day.
    pub from: Option<Day>,
    /// Last day, inclusive.
    pub to: Option<Day>,
}

impl DayRange {
    /// All days of a date.
    pub fn of(edtf: &Edtf) -> Self {
        let (from, to) = edtf.bounds();
        DayRange { from, to }
    }

    /// True when the two share a day.
    pub fn overlaps(self, other: DayRange) -> bool {
        let before =
            |end: Option<Day>, start: Option<Day>| matches!((end, start), (Some(end), Some(start)) if end < start);
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_share_a_day_or_not() {
        let day = |month, day| Some(Day { year: 2023, month, day });
        let range = |from, to| DayRange { from, to };
        assert!(range(day(1, 1), day(1, 31)).overlaps(range(day(1, 31), None)));
        assert!(!range(day(1, 1), day(1, 31)).overlaps(range(day(2, 1), day(2, 2))));
        assert!(range(None, None).overlaps(range(day(2, 1), day(2, 2))));
    }
}
