//! Sheets of typed cells, before anything says how they are written.

use crate::engine::text::decimal;
use crate::protocol::About;

/// Everything that one file holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    /// What stands with it.
    pub about: About,
    /// One table each.
    pub sheets: Vec<Sheet>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// What it is, in the language of the book; "" where it is the only one.
    pub name: String,
    /// From the left.
    pub heads: Vec<Head>,
    /// A value a head.
    pub rows: Vec<Vec<Value>>,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The stable name, for programs.
    pub name: String,
    /// The name in the language of the book.
    pub text: String,
    /// How a workbook shows its numbers.
    pub digits: Digits,
}

/// How a workbook shows numbers; what it holds is always the whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Digits {
    /// Grouped by thousands, with the decimals that each number has, at most [`MAX_DECIMALS`].
    Own,
    /// Two digits after the point.
    Two,
    /// Four digits after the point.
    Four,
}

/// More digits than this after the point are not shown, but kept.
pub const MAX_DECIMALS: usize = 4;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Nothing.
    #[default]
    Nothing,
    /// A text.
    Text(String),
    /// A number, finite.
    Number(f64),
    /// A number of a unit, finite; the unit in the language of the book.
    Measure(f64, String),
    /// One of a closed list: its stable name for programs, and its words.
    Term(String, String),
}

impl Value {
    /// A text, or nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        Some(text.into()).filter(|it| !it.is_empty()).map_or(Value::Nothing, Value::Text)
    }

    /// A number; nothing where there is none, and words where it is none that can be reckoned with.
    pub fn number(value: Option<f64>) -> Self {
        match value {
            None => Value::Nothing,
            Some(value) if value.is_finite() => Value::Number(value),
            Some(value) => Value::Text(decimal::fixed(value, 0)),
        }
    }

    /// A count.
    pub fn count(n: usize) -> Self {
        Value::Number(n as f64)
    }

    /// The number, where it is one.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Value::Number(value) | Value::Measure(value, _) => Some(*value),
            _ => None,
        }
    }

    /// As it is read by people and by programs alike: the shortest digits that give the number back, words else.
    pub fn written(&self) -> String {
        match self {
            Value::Nothing => String::new(),
            Value::Text(text) | Value::Term(_, text) => text.clone(),
            Value::Number(value) | Value::Measure(value, _) => number(*value),
        }
    }
}

/// The shortest digits that give `value` back, without a point where it is whole.
pub fn number(value: f64) -> String {
    let is_plain = value == 0.0 || (1e-7..1e16).contains(&value.abs());
    if is_plain { format!("{}", if value == 0.0 { 0.0 } else { value }) } else { format!("{value:e}") }
}

/// How many digits after the point a workbook shows of `value`.
pub fn n_decimals(value: f64) -> usize {
    let text = decimal::fixed(value, MAX_DECIMALS);
    text.split_once('.').map_or(0, |it| it.1.trim_end_matches('0').len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::archive::Random;

    #[test]
    fn written_numbers_are_the_same_numbers() {
        let mut random = Random(5);
        let odd = [0.0, -0.0, 1.0, -3.25, 0.1, 1e-30, 2.5e20, 572_000_000.0, f64::MAX, f64::MIN_POSITIVE, 1e16, 1e-7];
        let drawn = (0..500).map(|_| random.below(1_000_000_000) as f64 / 10f64.powi(random.below(12) as i32));
        for value in odd.into_iter().chain(drawn) {
            assert_eq!(number(value).parse(), Ok(value), "{value}");
        }
        assert_eq!((number(5.0), number(-0.0), number(1e20)), ("5".into(), "0".into(), "1e20".into()));
    }

    #[test]
    fn digits_shown_are_those_that_the_number_has() {
        assert_eq!([5.0, 26.6, 0.125, 2.0 / 3.0, -1.50].map(n_decimals), [0, 1, 3, 4, 1]);
    }
}
