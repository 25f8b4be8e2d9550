//! The steps of a histogram of dates: days, months, quarters, years, each numbered without gaps.

use serde::{Deserialize, Serialize};

use crate::engine::extract::calendar::{Day, plus_months};
use crate::engine::extract::edtf::Edtf;

/// How long a bar of a histogram is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DateStep {
    /// 日.
    Day,
    /// 月.
    Month,
    /// 季度, from January, April, July and October.
    Quarter,
    /// 年.
    Year,
}

impl DateStep {
    /// Every step, fine to coarse.
    pub const ALL: [DateStep; 4] = [DateStep::Day, DateStep::Month, DateStep::Quarter, DateStep::Year];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            DateStep::Day => "day",
            DateStep::Month => "month",
            DateStep::Quarter => "quarter",
            DateStep::Year => "year",
        }
    }

    /// The number of the step in which `day` lies; the next step's is one more.
    pub fn number(self, day: Day) -> i32 {
        let month = day.year * 12 + i32::from(day.month) - 1;
        match self {
            // Days of the years -9999 to 9999 are far from the ends of an i32.
            DateStep::Day => day.number() as i32,
            DateStep::Month => month,
            DateStep::Quarter => month.div_euclid(3),
            DateStep::Year => day.year,
        }
    }

    /// The step of that number as EDTF; a quarter is an interval of months. `None` outside the years -9999 to 9999.
    pub fn edtf(self, number: i32) -> Option<Edtf> {
        let month = |number: i32| {
            let (year, month) = plus_months(0, 1, number);
            Edtf::month(year, month)
        };
        match self {
            DateStep::Day => Day::from_number(i64::from(number)).map(Edtf::from),
            DateStep::Month => month(number),
            DateStep::Quarter => {
                let first = number.checked_mul(3)?;
                Edtf::interval(month(first).as_ref(), month(first.checked_add(2)?).as_ref())
            }
            DateStep::Year => Edtf::year(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lead_back_to_their_step() {
        for (day, names) in [
            ((2023, 4, 7), ["2023-04-07", "2023-04", "2023-04/2023-06", "2023"]),
            ((2023, 12, 31), ["2023-12-31", "2023-12", "2023-10/2023-12", "2023"]),
            ((-220, 1, 1), ["-0220-01-01", "-0220-01", "-0220-01/-0220-03", "-0220"]),
        ] {
            let day = Day::new(day.0, day.1, day.2).unwrap();
            let found = DateStep::ALL.map(|it| it.edtf(it.number(day)).map(|it| it.as_str().to_owned()));
            assert_eq!(found, names.map(|it| Some(it.to_owned())));
        }
        assert!(DateStep::ALL.iter().all(|it| it.edtf(i32::MAX).is_none()));
    }
}
