//! The table of figures in words: what stands in a row, what groups come to, and what a click on a column's head asks.

use super::labels::Label;
use super::{Locale, dates, format, words};
use crate::engine::extract::Approx;
use crate::engine::extract::edtf::Edtf;
use crate::protocol::{Direction, FigureColumn, FigureRow, FigureSort, Summary};

/// The sort where a location names none: the order of the pages.
pub const DEFAULT_SORT: FigureSort = FigureSort { column: FigureColumn::Article, direction: Direction::Ascending };

/// The value in its base unit, or in its own where that has none.
pub fn value_text(locale: Locale, row: &FigureRow) -> String {
    format::measure(locale, row.value, row.high, &row.unit, row.approx)
}

/// What stands in a column of words.
pub fn cell_text(locale: Locale, column: FigureColumn, text: &str) -> String {
    match column {
        _ if text.is_empty() => String::new(),
        FigureColumn::Quantity | FigureColumn::Approx | FigureColumn::Confidence => {
            words::text(locale, &(column.as_str().to_owned() + "." + text))
        }
        FigureColumn::Refers | FigureColumn::Published => {
            Edtf::parse(text).map_or(String::new(), |it| dates::edtf_text(locale, &it))
        }
        FigureColumn::Place => text.rsplit('/').next().unwrap_or(text).to_owned(),
        _ => text.to_owned(),
    }
}

/// What the figures of a group share.
pub fn group_text(locale: Locale, column: FigureColumn, key: &str) -> String {
    match column {
        _ if key.is_empty() => words::text_with(locale, "figures.group.none", &[("column", &column.label(locale))]),
        FigureColumn::Place => key.replace('/', " "),
        _ => cell_text(locale, column, key),
    }
}

/// How many figures there are and what they come to, or why they do not.
pub fn summary_text(locale: Locale, summary: &Summary) -> String {
    let approx = summary.is_approximate.then_some(Approx::About);
    let measure = |[low, high]: [f64; 2]| {
        let high = (high > low).then_some(high);
        format::measure(locale, low, high, &summary.unit, approx)
    };
    let value = |key, value: &str| words::text_with(locale, key, &[("value", value)]);
    let mut res = vec![words::counted(locale, "figures.count", summary.n)];
    if summary.n > 1 {
        res.extend(summary.sum.map(|it| value("figures.sum", &measure(it))));
        if summary.n_subjects > 1 {
            let n = format::count(summary.n_subjects);
            res.push(words::text_with(locale, "figures.subjects", &[("n", &n)]));
        }
        if let Some(spread) = summary.spread {
            let [low, middle, high] = spread.map(|it| format::measure(locale, it, None, &summary.unit, None));
            res.push(value("figures.median", &middle));
            res.push(words::text_with(locale, "figures.spread", &[("low", &low), ("high", &high)]));
        }
        if let Some(refusal) = summary.refusal {
            res.push(words::text_with(locale, &refusal.key(), &[("n", &format::count(summary.n_refused))]));
        }
    }
    res.join(" · ")
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
    use crate::protocol::Refusal;

    #[test]
    fn a_second_click_turns_the_sort() {
        let value = next_sort(None, FigureColumn::Value);
        assert_eq!(value, Some(FigureSort { column: FigureColumn::Value, direction: Direction::Descending }));
        let turned = next_sort(value, FigureColumn::Value);
        assert_eq!(turned, Some(FigureSort { column: FigureColumn::Value, direction: Direction::Ascending }));
        assert_eq!(next_sort(turned, FigureColumn::Article), None);
        let from_the_end = Some(FigureSort { column: FigureColumn::Article, direction: Direction::Descending });
        assert_eq!(next_sort(None, FigureColumn::Article), from_the_end);
    }

    #[test]
    fn a_refused_sum_says_why() {
        let summary = Summary { n: 2, refusal: Some(Refusal::Quantities), ..Summary::default() };
        let text = summary_text(Locale::Chinese, &summary);
        assert!(text.starts_with("共 2 个数字 · ") && text.contains("不"), "{text}");
        let sum = Summary {
            n: 2,
            unit: "元".into(),
            sum: Some([3e8, 3e8]),
            spread: Some([1e8, 1.5e8, 2e8]),
            ..Summary::default()
        };
        let text = summary_text(Locale::Chinese, &sum);
        assert!(text.contains("3亿元") && text.contains("1.5亿元"), "{text}");
    }
}
