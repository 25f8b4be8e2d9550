//! The facets of time: bars of a histogram, how they are chosen, and dates as people type them.

use crate::engine::extract::edtf::Edtf;
use crate::engine::query::DateRange;
use crate::protocol::Histogram;

/// One bar.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DateBar {
    /// A day, month, quarter or year.
    pub date: Edtf,
    /// How many articles.
    pub count: usize,
    /// True when the selection's range overlaps it.
    pub chosen: bool,
    /// Its height in hundredths of the highest; at least 1 where it has an article.
    pub height: usize,
    /// The height of those whose date lies within it.
    pub height_within: usize,
}

/// The bars of a histogram, in the order of time.
pub fn bars(histogram: &Histogram) -> Vec<DateBar> {
    let highest = histogram.bars.iter().map(|it| it.count).max().unwrap_or(0).max(1);
    let height = |count: usize| (count * 100).div_ceil(highest);
    let bars = histogram.bars.iter().map(|it| DateBar {
        date: it.date.clone(),
        count: it.count,
        chosen: it.chosen,
        height: height(it.count),
        height_within: height(it.n_within),
    });
    bars.collect()
}

/// The range from one bar to another, whichever comes first; `None` where there is none.
pub fn range_of(bars: &[DateBar], one: usize, other: usize) -> Option<DateRange> {
    let end = |idx: usize| bars.get(idx).map(|it| it.date.as_str());
    let (first, last) = (end(one.min(other))?, end(one.max(other))?);
    let from = first.split_once('/').map_or(first, |(from, _)| from);
    let to = last.split_once('/').map_or(last, |(_, to)| to);
    Some(DateRange { from: Edtf::parse(from), to: Edtf::parse(to) })
}

/// The range after bar `idx` was pressed once: the first press chooses a bar, the next one all bars up to there, as in
/// calendars; one on the only chosen bar takes it away. So a range needs no dragging.
pub fn pressed(bars: &[DateBar], idx: usize, chosen: Option<&DateRange>) -> Option<DateRange> {
    let alone = chosen.and_then(|it| (0..bars.len()).find(|idx| range_of(bars, *idx, *idx).as_ref() == Some(it)));
    match alone {
        Some(only) if only == idx => None,
        Some(only) => range_of(bars, only, idx),
        None => range_of(bars, idx, idx),
    }
}

/// What a key asks of a histogram, by the numbers of its bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BarStep {
    /// Move the focus there.
    Focus(usize),
    /// Move the focus there and stretch the range up to there.
    Stretch(usize),
    /// Press the bar.
    Press,
    /// Take the range away.
    Clear,
}

/// What `key` asks while bar `at` of `n_bars` has the focus; `None` for keys that ask nothing.
pub fn step(n_bars: usize, at: usize, key: &str, shift: bool) -> Option<BarStep> {
    let last = n_bars.checked_sub(1)?;
    let to = match key {
        "ArrowLeft" | "ArrowDown" => at.saturating_sub(1),
        "ArrowRight" | "ArrowUp" => (at + 1).min(last),
        "PageUp" => at.saturating_sub(BARS_PER_PAGE),
        "PageDown" => (at + BARS_PER_PAGE).min(last),
        "Home" => 0,
        "End" => last,
        "Enter" | " " => return Some(BarStep::Press),
        "Escape" | "Delete" | "Backspace" => return Some(BarStep::Clear),
        _ => return None,
    };
    Some(if shift { BarStep::Stretch(to) } else { BarStep::Focus(to) })
}

/// A year of months.
const BARS_PER_PAGE: usize = 12;

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

/// The range after one of its ends was typed; `None` where nothing is left of it. An end beyond the other takes the
/// other's place, so that the range always holds what was typed last.
pub fn with_end(range: Option<&DateRange>, is_from: bool, end: Option<Edtf>) -> Option<DateRange> {
    let mut res = range.cloned().unwrap_or_default();
    if is_from {
        res.from = end;
    } else {
        res.to = end;
    }
    if let (Some(from), Some(to)) = (&res.from, &res.to)
        && from.bounds().0 > to.bounds().1
    {
        if is_from {
            res.to = res.from.clone();
        } else {
            res.from = res.to.clone();
        }
    }
    (res != DateRange::default()).then_some(res)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::query::Facet;
    use crate::engine::query::date_step::DateStep;
    use crate::protocol::Bar;

    fn four_quarters() -> Vec<DateBar> {
        let bar = |(n, first): (usize, i32)| Bar {
            date: DateStep::Quarter.edtf(first).unwrap(),
            count: n,
            n_within: n / 2,
            chosen: false,
        };
        bars(&Histogram {
            facet: Facet::Date,
            step: DateStep::Quarter,
            bars: (0..4).zip(2022 * 4..).map(bar).collect(),
            n_before: 0,
            n_after: 0,
            n_undated: 0,
            goes_on: (false, false),
        })
    }

    fn range(from: &str, to: &str) -> Option<DateRange> {
        Some(DateRange { from: Edtf::parse(from), to: Edtf::parse(to) })
    }

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
    fn heights_are_hundredths_of_the_highest() {
        let heights: Vec<_> = four_quarters().iter().map(|it| (it.height, it.height_within)).collect();
        assert_eq!(heights, [(0, 0), (34, 0), (67, 34), (100, 34)]);
    }

    #[test]
    fn presses_choose_a_bar_then_a_range_then_nothing() {
        let bars = four_quarters();
        let first = pressed(&bars, 1, None);
        assert_eq!(first, range("2022-04", "2022-06"));
        assert_eq!(pressed(&bars, 3, first.as_ref()), range("2022-04", "2022-12"));
        assert_eq!(pressed(&bars, 0, first.as_ref()), range("2022-01", "2022-06"));
        assert_eq!(pressed(&bars, 1, first.as_ref()), None);
        assert_eq!(pressed(&bars, 2, range("2022-04", "2022-12").as_ref()), range("2022-07", "2022-09"));
        assert_eq!(pressed(&bars, 9, None), None);
    }

    #[test]
    fn keys_walk_the_bars() {
        use BarStep::{Clear, Focus, Press, Stretch};
        let keys = [("ArrowLeft", false), ("ArrowRight", true), ("End", false), ("Home", true), (" ", false)];
        let steps = keys.map(|(key, shift)| step(20, 3, key, shift));
        assert_eq!(steps, [Some(Focus(2)), Some(Stretch(4)), Some(Focus(19)), Some(Stretch(0)), Some(Press)]);
        assert_eq!(step(20, 3, "PageDown", false), Some(Focus(15)));
        assert_eq!(
            (step(20, 3, "Escape", false), step(20, 3, "Tab", false), step(0, 0, "Home", false)),
            (Some(Clear), None, None)
        );
    }

    #[test]
    fn an_end_that_is_typed_last_holds() {
        let whole = range("2022-04", "2022-06");
        let day = |text| Edtf::parse(text);
        assert_eq!(with_end(whole.as_ref(), true, day("2022-05-03")), range("2022-05-03", "2022-06"));
        assert_eq!(with_end(whole.as_ref(), false, day("2021")), range("2021", "2021"));
        assert_eq!(with_end(whole.as_ref(), true, day("2023")), range("2023", "2023"));
        assert_eq!(with_end(None, true, None), None);
        assert_eq!(with_end(whole.as_ref(), true, None), range("..", "2022-06"));
    }
}
