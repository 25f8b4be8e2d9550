//! What the library's articles can be asked for by name, each with its number of articles: what completion offers.

use std::collections::BTreeMap;

use super::words::FieldName;
use crate::engine::arrange::Arrange;
use crate::engine::index::Index;
use crate::engine::index::facet::{DayRange, Facet};
use crate::engine::page::Kind;

/// A value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Whose value it is.
    pub field: FieldName,
    /// Its name, a kind's being the stable one.
    pub name: String,
    /// What of a place's path stands before its name; "" for all others and for provinces.
    pub above: String,
    /// What else people call a place.
    pub others: Vec<Box<str>>,
    /// True of a place whose name another place has too.
    pub is_shared: bool,
    /// How many distinct articles have it; never zero.
    pub n_articles: u32,
}

/// Every value, most articles first, then by field and name.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// The values.
    pub values: Vec<Value>,
}

impl Vocabulary {
    /// The values of all articles of `index`.
    pub fn of(index: &Index) -> Self {
        let mut counts: BTreeMap<(FieldName, &str), u32> = BTreeMap::new();
        for (facet, field) in FACETS {
            let column = index.facets.column(facet);
            let named = column.names().iter().zip(column.totals()).filter(|it| !it.0.trim().is_empty());
            counts.extend(named.map(|(name, n_articles)| ((field, name.as_str()), *n_articles)));
        }
        let mut periods: BTreeMap<String, u32> = BTreeMap::new();
        for (days, n_articles) in index.facets.days(Facet::Date).iter().zip(index.facets.column(Facet::Date).totals()) {
            periods_of(*days).into_iter().for_each(|it| *periods.entry(it).or_default() += n_articles);
        }
        counts.extend(periods.iter().map(|(name, n_articles)| ((FieldName::Date, name.as_str()), *n_articles)));
        let value = |((field, name), n_articles): ((FieldName, &str), u32)| Value {
            field,
            name: name.to_owned(),
            above: String::new(),
            others: vec![],
            is_shared: false,
            n_articles,
        };
        let mut values: Vec<Value> = counts.into_iter().map(value).collect();
        values.extend(place_values(index));
        let key = |it: &Value| (std::cmp::Reverse(it.n_articles), it.field, it.name.clone(), it.above.clone());
        values.arrange_by_key(key);
        Vocabulary { values }
    }

    /// How many articles are of this kind.
    pub fn n_articles(&self, kind: Kind) -> u32 {
        let found = self.values.iter().find(|it| it.field == FieldName::Kind && it.name == kind.as_str());
        found.map_or(0, |it| it.n_articles)
    }
}

/// The facets whose values can be asked for as they stand, and the field that asks.
const FACETS: [(Facet, FieldName); 4] = [
    (Facet::Section, FieldName::Section),
    (Facet::Kind, FieldName::Kind),
    (Facet::Byline, FieldName::Byline),
    (Facet::Programme, FieldName::Programme),
];

/// A month and its year, or the year in which a longer time begins, as dates are written in queries.
fn periods_of(days: DayRange) -> Vec<String> {
    match days {
        DayRange { from: Some(from), to: Some(to) } if (from.year, from.month) == (to.year, to.month) => {
            vec![format!("{:04}", from.year), format!("{:04}-{:02}", from.year, from.month)]
        }
        DayRange { from: Some(from), .. } => vec![format!("{:04}", from.year)],
        DayRange { from: None, .. } => vec![],
    }
}

fn place_values(index: &Index) -> Vec<Value> {
    let column = index.facets.column(Facet::Place);
    let mut others = vec![vec![]; column.names().len()];
    for other in index.facets.other_names().iter().filter(|it| it.is_customary) {
        others.get_mut(other.place as usize).into_iter().for_each(|it| it.push(other.name.clone()));
    }
    let parted = |path: &str| {
        let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
        (above.to_owned(), name.to_owned())
    };
    let mut n_of_name: BTreeMap<String, u32> = BTreeMap::new();
    column.names().iter().for_each(|it| *n_of_name.entry(parted(it).1).or_default() += 1);
    let value = |((path, n_articles), others): ((&String, &u32), Vec<Box<str>>)| {
        let (above, name) = parted(path);
        let is_shared = n_of_name.get(&name).is_some_and(|it| *it > 1);
        Value { field: FieldName::Place, name, above, others, is_shared, n_articles: *n_articles }
    };
    column.names().iter().zip(column.totals()).zip(others).map(value).filter(|it| it.n_articles > 0).collect()
}
