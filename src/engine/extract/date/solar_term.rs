//! Days of the 24 solar terms, by the sun's longitude: for any year from 1600 to 2400.
//!
//! The term n begins when the sun's apparent longitude is 285° + n × 15°, in the time of Beijing (UTC+8). Longitude after
//! Jean Meeus, *Astronomical Algorithms*, 2nd edition, chapter 25 (low accuracy: 0.01°, a quarter of an hour).

use crate::engine::extract::calendar::Day;

/// Julian day number of 1970-01-01, noon.
const EPOCH: f64 = 2_440_588.0;
/// Days from noon in Greenwich to midnight in Beijing: what is added to a Julian day for a day's number.
const TO_BEIJING: f64 = 0.5 + 8.0 / 24.0;
/// Days that universal time lies behind the time of the formula in our age: about a minute.
const DYNAMICAL: f64 = 69.0 / 86_400.0;

/// The day on which the term `number` of `year` begins, 0 for 小寒 in January to 23 for 冬至 in December; `None` outside the
/// years of the formula.
pub(crate) fn day(year: i32, number: u8) -> Option<Day> {
    if !(1600..=2400).contains(&year) || number > 23 {
        return None;
    }
    let wanted = 285.0 + 15.0 * f64::from(number);
    // 小寒 comes about five days into the year, the others half a month after each other.
    let first = f64::from(i32::try_from(Day::new(year, 1, 1)?.number()).ok()?) + EPOCH + 4.5;
    let mut julian = first + 15.218 * f64::from(number);
    for _ in 0..5 {
        let off = (wanted - longitude(julian)).rem_euclid(360.0);
        julian += (if off > 180.0 { off - 360.0 } else { off }) * 365.2422 / 360.0;
    }
    let number = (julian - DYNAMICAL - EPOCH + TO_BEIJING).floor();
    Day::from_number(number as i64)
}

/// The sun's apparent longitude in degrees at a Julian day.
fn longitude(julian: f64) -> f64 {
    let t = (julian - 2_451_545.0) / 36_525.0;
    let mean = 280.46646 + t * (36000.76983 + t * 0.0003032);
    let anomaly = (357.52911 + t * (35999.05029 - t * 0.0001537)).to_radians();
    let centre = (1.914602 - t * (0.004817 + t * 0.000014)) * sine(anomaly)
        + (0.019993 - t * 0.000101) * sine(2.0 * anomaly)
        + 0.000289 * sine(3.0 * anomaly);
    let node = (125.04 - 1934.136 * t).to_radians();
    mean + centre - 0.00569 - 0.00478 * sine(node)
}

/// The sine by its series, the same everywhere to the last bit. Terms up to the 21st power leave 1e-11 at most.
fn sine(angle: f64) -> f64 {
    use std::f64::consts::{PI, TAU};
    let angle = (angle + PI).rem_euclid(TAU) - PI;
    let (mut term, mut res) = (angle, angle);
    for power in (3..=21).step_by(2) {
        term *= -angle * angle / f64::from(power * (power - 1));
        res += term;
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_of_some_years() {
        let of = |year, number| day(year, number).unwrap().to_string();
        for (year, april) in [(1949, 5), (1998, 5), (2000, 4), (2008, 4), (2019, 5), (2022, 5), (2023, 5), (2024, 4)] {
            assert_eq!(of(year, 6), format!("{year}-04-0{april}"));
        }
        for (year, number, expected) in [
            (2023, 0, "2023-01-05"),
            (2024, 0, "2024-01-06"),
            (2017, 1, "2017-01-20"),
            (2018, 1, "2018-01-20"),
            (2021, 2, "2021-02-03"),
            (2025, 2, "2025-02-03"),
            (2024, 2, "2024-02-04"),
            (2021, 10, "2021-06-05"),
            (2023, 11, "2023-06-21"),
            (2022, 14, "2022-08-07"),
            (2023, 17, "2023-09-23"),
            (2022, 20, "2022-11-07"),
            (2023, 23, "2023-12-22"),
            (2024, 23, "2024-12-21"),
        ] {
            assert_eq!(of(year, number), expected);
        }
        assert_eq!(day(1200, 3), None);
        assert_eq!(day(2024, 24), None);
    }

    #[test]
    fn a_year_has_them_in_order_half_a_month_apart() {
        for year in 1600..=2400 {
            let days: Vec<i64> = (0..24).map(|it| day(year, it).unwrap().number()).collect();
            assert!(days.windows(2).all(|it| (14..=16).contains(&(it[1] - it[0]))), "{year}");
        }
    }
}
