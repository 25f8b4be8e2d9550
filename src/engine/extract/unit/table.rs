//! The units and measure words of `data/units.tsv`, found by the longest match.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Quantity;
use crate::engine::arrange::Arrange;
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::table::{self, ByChar};
use crate::engine::text::decimal;

/// A unit or measure word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// As written.
    pub word: &'static str,
    /// What it measures; for a general classifier, what it measures where the counted noun says nothing else.
    pub quantity: Quantity,
    /// How many base units it is; `None` where amounts of it cannot be compared.
    pub factor: Option<f64>,
    /// The base unit; "" for none and for pure numbers.
    pub base: &'static str,
    /// How it behaves.
    pub kind: Kind,
    /// Characters behind it that make it part of another word: 打 in 打破.
    pub not_before: &'static str,
}

/// How a unit behaves in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Measures: 一公里 is a quantity.
    Measure,
    /// Counts things of its own kind: 一张 is an article.
    Counter,
    /// Counts anything; the counted noun may decide the quantity.
    General,
    /// Counts only behind digits or before a noun: 3面, 三手准备.
    Loose,
    /// Is itself the counted thing: 10镇.
    Noun,
    /// Divides, behind a slash only: 月 in 元/月.
    Per,
}

static UNITS: LazyLock<HashMap<&'static str, Unit>> = LazyLock::new(|| {
    let units = table::rows(data_table!(units)).filter_map(|row| unit(&row));
    units.filter(|it| it.kind != Kind::Per).map(|it| (it.word, it)).collect()
});

/// The units that stand behind a slash only.
static PER: LazyLock<Vec<Unit>> = LazyLock::new(|| {
    let units = table::rows(data_table!(units)).filter_map(|row| unit(&row));
    units.filter(|it| it.kind == Kind::Per).collect()
});

/// The units of each first character, longest first.
static BY_FIRST: LazyLock<ByChar<Vec<Unit>>> = LazyLock::new(|| {
    let rows = table::rows(data_table!(units)).filter_map(|row| named(table::field(&row, 0)));
    let mut res: ByChar<Vec<Unit>> = ByChar::of(rows, |it| it.word, |all: &mut Vec<_>, it: &Unit| all.push(*it));
    for units in res.values_mut() {
        units.arrange_by_key(|it| (std::cmp::Reverse(it.word.chars().count()), it.word));
        units.dedup_by_key(|it| it.word);
    }
    res
});

/// The unit of exactly that word.
pub fn named(word: &str) -> Option<&'static Unit> {
    UNITS.get(word)
}

/// The longest unit at `at` that `accept` allows, and where it ends.
pub fn longest(glyphs: &Glyphs, at: usize, accept: impl Fn(&Unit, usize) -> bool) -> Option<(&'static Unit, usize)> {
    let units = BY_FIRST.get(glyphs.at(at))?.iter().filter(|it| glyphs.starts_with(at, it.word));
    units.map(|it| (it, at + it.word.chars().count())).find(|(unit, end)| accept(unit, *end))
}

/// The longest unit at `at`, and where it ends. Letters behind a Latin one, or characters that its row names, would
/// make it part of another word.
pub fn find(glyphs: &Glyphs, at: usize) -> Option<(&'static Unit, usize)> {
    longest(glyphs, at, |unit, end| {
        let latin = unit.word.ends_with(|it: char| it.is_ascii_alphabetic());
        !(latin && glyphs.at(end).is_ascii_alphanumeric() || unit.not_before.contains(glyphs.at(end)))
    })
}

/// What divides behind a slash and is no unit elsewhere: 月 in 元/月, 分 in 转/分.
pub fn behind_slash(glyphs: &Glyphs, at: usize) -> Option<(&'static Unit, usize)> {
    let found = PER.iter().find(|it| glyphs.starts_with(at, it.word))?;
    let end = at + found.word.chars().count();
    let longer = find(glyphs, at).is_some_and(|it| it.1 > end);
    (!longer).then_some((found, end))
}

fn unit(row: &[&'static str]) -> Option<Unit> {
    let kind = match table::field(row, 4) {
        "measure" => Kind::Measure,
        "counter" => Kind::Counter,
        "general" => Kind::General,
        "loose" => Kind::Loose,
        "noun" => Kind::Noun,
        "per" => Kind::Per,
        _ => return None,
    };
    Some(Unit {
        word: table::field(row, 0),
        quantity: Quantity::parse(table::field(row, 1))?,
        factor: decimal::parse(table::field(row, 2)),
        base: table::field(row, 3),
        kind,
        not_before: table::field(row, 5),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_factor_is_read() {
        for row in table::rows(data_table!(units)) {
            let factor = table::field(&row, 2);
            assert_eq!(decimal::parse(factor), factor.parse().ok(), "{row:?}");
        }
    }
}
