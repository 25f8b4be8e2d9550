//! What the library's articles can be asked for by name, each with its number of articles: what completion offers.

use std::collections::{BTreeMap, BTreeSet};

use super::words::FieldName;
use crate::engine::index::facet::Period;
use crate::engine::index::{Index, IndexedArticle};
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
        let mut counts: BTreeMap<(FieldName, String), u32> = BTreeMap::new();
        for article in index.articles() {
            for value in values_of(article) {
                *counts.entry(value).or_default() += 1;
            }
        }
        let mut places = vec![0_u32; index.facets.places.len()];
        for values in &index.facets.of_article {
            for (place, _) in &values.places {
                places.get_mut(*place as usize).into_iter().for_each(|it| *it += 1);
            }
            for period in periods(values.period) {
                *counts.entry((FieldName::Date, period)).or_default() += 1;
            }
        }
        let mut values: Vec<Value> = counts
            .into_iter()
            .map(|((field, name), n_articles)| Value {
                field,
                name,
                above: String::new(),
                is_shared: false,
                n_articles,
            })
            .collect();
        let paths = index.facets.places.iter().map(|it| it.path.as_str()).zip(places);
        values.extend(place_values(paths.filter(|it| it.1 > 0).collect()));
        let key = |it: &Value| (std::cmp::Reverse(it.n_articles), it.field, it.name.clone(), it.above.clone());
        values.sort_by_cached_key(key);
        Vocabulary { values }
    }

    /// How many articles are of this kind.
    pub fn n_articles(&self, kind: Kind) -> u32 {
        let found = self.values.iter().find(|it| it.field == FieldName::Kind && it.name == kind.as_str());
        found.map_or(0, |it| it.n_articles)
    }
}

/// The values of an article but its places and dates, each once.
fn values_of(article: &IndexedArticle) -> BTreeSet<(FieldName, String)> {
    let (own, mentions) = (&article.document.article, &article.document.mentions);
    let sections = std::iter::once((FieldName::Section, own.section.clone()));
    let kinds = std::iter::once((FieldName::Kind, own.kind.as_str().to_owned()));
    let names = own.byline.iter().map(|it| (FieldName::Byline, it.name.clone()));
    let programmes = mentions.programmes.iter().map(|it| (FieldName::Programme, it.name.clone()));
    sections.chain(kinds).chain(names).chain(programmes).filter(|it| !it.1.trim().is_empty()).collect()
}

/// A month and its year, as dates are written in queries.
fn periods(period: Period) -> Vec<String> {
    match period {
        Period::Month(year, month) => vec![format!("{year:04}"), format!("{year:04}-{month:02}")],
        Period::Year(year) => vec![format!("{year:04}")],
        Period::Undated => vec![],
    }
}

fn place_values(places: Vec<(&str, u32)>) -> Vec<Value> {
    let parted = |path: &str| {
        let (above, name) = path.rsplit_once('/').unwrap_or(("", path));
        (above.to_owned(), name.to_owned())
    };
    let mut n_of_name: BTreeMap<String, u32> = BTreeMap::new();
    places.iter().for_each(|it| *n_of_name.entry(parted(it.0).1).or_default() += 1);
    let value = |(path, n_articles): (&str, u32)| {
        let (above, name) = parted(path);
        let is_shared = n_of_name.get(&name).is_some_and(|it| *it > 1);
        Value { field: FieldName::Place, name, above, is_shared, n_articles }
    };
    places.into_iter().map(value).collect()
}
