//! The order of the lines of a concordance.
//!
//! Words and characters compare by code point, which for Chinese characters is the order of radical and strokes; what
//! is missing stands last. Lines that are equal stay in the order of the pages and of the text.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::concordance::Found;
use super::units::{CutField, Unit};
use crate::engine::arrange::Arrange;
use crate::engine::index::{Field, Index, IndexedArticle};

/// How far to the left and right lines can be sorted, in words or characters.
pub const REACH: usize = 5;

/// By what lines are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum LineOrder {
    /// The order of the pages and of the text.
    #[default]
    Text,
    /// By the unit at this distance to the left, from 1 to [`REACH`], then by those further out.
    Left(u8),
    /// The same to the right.
    Right(u8),
    /// By the page's date, the earliest first.
    Date,
    /// By the place named last before the hit, else the first one named after it.
    Place,
    /// By section.
    Section,
}

impl LineOrder {
    /// The order of that name: `text`, `left-1` to `right-5`, `date`, `place`, `section`.
    pub fn parse(name: &str) -> Option<Self> {
        let reach = |text: &str| text.parse().ok().filter(|it| (1..=REACH as u8).contains(it));
        match name {
            "text" => Some(LineOrder::Text),
            "date" => Some(LineOrder::Date),
            "place" => Some(LineOrder::Place),
            "section" => Some(LineOrder::Section),
            _ => match name.split_once('-')? {
                ("left", it) => reach(it).map(LineOrder::Left),
                ("right", it) => reach(it).map(LineOrder::Right),
                _ => None,
            },
        }
    }
}

/// `found`, which stands in the order of the text, in another order.
pub fn sort(index: &Index, found: Vec<Found>, unit: Unit, order: LineOrder) -> Vec<Found> {
    match order {
        LineOrder::Text => found,
        LineOrder::Left(distance) => {
            by_neighbours(index, found, unit, |field, it| keys(field, field.before(it.range.0), distance))
        }
        LineOrder::Right(distance) => {
            by_neighbours(index, found, unit, |field, it| keys(field, field.after(it.range.1), distance))
        }
        LineOrder::Date => {
            by_key(found, |it| index.article(it.article).published.edtf.as_ref().and_then(|it| it.bounds().0))
        }
        LineOrder::Place => by_key(found, |it| place(index.article(it.article), *it)),
        LineOrder::Section => by_key(found, |it| {
            Some(index.article(it.article).document.article.section.as_str()).filter(|it| !it.is_empty())
        }),
    }
}

/// The words or characters of one side from a distance on; `None` beyond the end of the paragraph.
type Keys<'a> = [Option<&'a str>; REACH];

fn keys<'a>(field: &CutField<'a>, units: impl Iterator<Item = (usize, usize)>, distance: u8) -> Keys<'a> {
    let mut words = units.filter(|it| field.is_word(*it)).map(|it| field.slice(it)).skip(usize::from(distance) - 1);
    let mut res = [None; REACH];
    for key in res.iter_mut().take(REACH + 1 - usize::from(distance)) {
        *key = words.next();
    }
    res
}

/// Sorts by keys that need the cut body of each line's article; it is cut once for all lines that stand together.
fn by_neighbours<'a>(
    index: &'a Index,
    found: Vec<Found>,
    unit: Unit,
    keys: impl Fn(&CutField<'a>, &Found) -> Keys<'a>,
) -> Vec<Found> {
    let mut keyed: Vec<(Keys, Found)> = vec![];
    for lines in found.chunk_by(|a, b| a.article == b.article) {
        if let Some(first) = lines.first() {
            let field = CutField::new(index, first.article, Field::Body, unit);
            keyed.extend(lines.iter().map(|it| (keys(&field, it), *it)));
        }
    }
    let compare = |a: &Keys, b: &Keys| a.iter().zip(b).map(|(a, b)| last_if_none(a, b)).find(|it| it.is_ne());
    keyed.arrange_by(|a, b| compare(&a.0, &b.0).unwrap_or(Ordering::Equal));
    keyed.into_iter().map(|it| it.1).collect()
}

fn by_key<K: Ord>(found: Vec<Found>, key: impl Fn(&Found) -> Option<K>) -> Vec<Found> {
    let mut keyed: Vec<(Option<K>, Found)> = found.into_iter().map(|it| (key(&it), it)).collect();
    keyed.arrange_by(|a, b| last_if_none(&a.0, &b.0));
    keyed.into_iter().map(|it| it.1).collect()
}

fn last_if_none<K: Ord>(a: &Option<K>, b: &Option<K>) -> Ordering {
    a.is_none().cmp(&b.is_none()).then_with(|| a.cmp(b))
}

/// The path of the place that a line belongs to.
pub fn place(article: &IndexedArticle, found: Found) -> Option<&str> {
    let places = &article.document.mentions.places;
    let n_before = places.partition_point(|it| it.span.start <= found.range.0);
    places.get(n_before.saturating_sub(1)).map(|it| it.canonical.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_have_names() {
        assert_eq!(LineOrder::parse("left-5"), Some(LineOrder::Left(5)));
        assert_eq!(LineOrder::parse("section"), Some(LineOrder::Section));
        for name in ["left-0", "left-6", "left", "right-x", "", "up-1"] {
            assert_eq!(LineOrder::parse(name), None, "{name}");
        }
    }
}
