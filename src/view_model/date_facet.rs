//! The date facet: bars of the histogram, and dates as people type them.

use crate::engine::extract::edtf::Edtf;
use crate::protocol::{DateHistogram, FacetValue};

/// More months than this are shown as years: more would make bars too narrow to point at.
const MAX_MONTHS: usize = 24;

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct DateBar {
    /// A month or a year, EDTF.
    pub edtf: String,
    /// How many articles.
    pub count: usize,
    /// True when the selection's range overlaps it.
    pub chosen: bool,
    /// Its height as a part of the highest, 0 to 1.
    pub share: f64,
}

/// The bars of a histogram, in the order of time: months, or years where there are too many months.
pub fn bars(histogram: &DateHistogram) -> Vec<DateBar> {
    let values =
        if histogram.months.len() > MAX_MONTHS { by_year(&histogram.months) } else { histogram.months.clone() };
    let highest = values.iter().map(|it| it.count).max().unwrap_or(0).max(1);
    let bar = |it: FacetValue| DateBar {
        edtf: it.value,
        count: it.count,
        chosen: it.chosen,
        share: it.count as f64 / highest as f64,
    };
    values.into_iter().map(bar).collect()
}

/// The months of a year stand together.
fn by_year(months: &[FacetValue]) -> Vec<FacetValue> {
    let mut res: Vec<FacetValue> = vec![];
    for FacetValue { value, count, chosen } in months {
        let year = value.split('-').next().unwrap_or("");
        match res.last_mut().filter(|it| it.value == year) {
            Some(it) => {
                it.count += count;
                it.chosen |= chosen;
            }
            None => res.push(FacetValue { value: year.to_owned(), count: *count, chosen: *chosen }),
        }
    }
    res
}

/// A typed date: `2022`, `2022-6`, `2022/06/14`, `2022年6月`; whatever stands between the numbers only parts them.
pub fn typed(text: &str) -> Option<Edtf> {
    let fields: Vec<&str> = text.split(|ch: char| !ch.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
    let year = fields.first().filter(|it| it.len() == 4)?.parse().ok()?;
    match fields.as_slice() {
        [_] => Edtf::year(year),
        [_, month] => Edtf::month(year, month.parse().ok()?),
        [_, month, day] => Edtf::day(year, month.parse().ok()?, day.parse().ok()?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_type_them() {
        let cases = [("2022", "2022"), (" 2022年6月 ", "2022-06"), ("2022/6/14", "2022-06-14"), ("2022-06", "2022-06")];
        for (text, edtf) in cases {
            assert_eq!(typed(text).as_ref().map(Edtf::as_str), Some(edtf), "{text}");
        }
        for text in ["", "六月", "22-06", "2022-13", "2022-02-30", "2022-1-2-3"] {
            assert_eq!(typed(text), None, "{text}");
        }
    }

    #[test]
    fn many_months_become_years() {
        let month =
            |n: usize| FacetValue { value: format!("{}-{:02}", 2020 + n / 12, n % 12 + 1), count: 2, chosen: n == 30 };
        let few = DateHistogram { months: (0..3).map(month).collect(), ..DateHistogram::default() };
        assert_eq!(bars(&few).len(), 3);
        let many = DateHistogram { months: (0..36).map(month).collect(), ..DateHistogram::default() };
        let years = bars(&many);
        assert_eq!(years.iter().map(|it| it.edtf.as_str()).collect::<Vec<_>>(), ["2020", "2021", "2022"]);
        assert_eq!((years[2].count, years[2].chosen, years[0].chosen, years[0].share), (24, true, false, 1.0));
    }
}
