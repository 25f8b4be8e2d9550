//! Durations on a scale that people read: ten years, not 315,576,000 seconds.

/// Larger units of time and how many seconds each has; a year is 365.25 days, as in `data/units.tsv`.
const UNITS: [(&str, f64); 4] = [("年", 31_557_600.0), ("天", 86_400.0), ("小时", 3_600.0), ("分钟", 60.0)];

/// The base unit of durations.
pub const SECOND: &str = "s";

/// The largest unit that `seconds` has at least one of, and how many seconds it has.
pub fn readable(seconds: f64) -> (&'static str, f64) {
    UNITS.into_iter().find(|(_, factor)| seconds >= *factor).unwrap_or((SECOND, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_unit_with_one_whole_part_is_taken() {
        assert_eq!(readable(315_576_000.0).0, "年");
        assert_eq!(readable(86_400.0).0, "天");
        assert_eq!(readable(5_400.0).0, "小时");
        assert_eq!(readable(90.0).0, "分钟");
        assert_eq!(readable(59.0), ("s", 1.0));
        assert_eq!(readable(0.0), ("s", 1.0));
    }
}
