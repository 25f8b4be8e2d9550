//! The selection in words: one chip a clause value, in the order of the facets, the query first.

use super::Locale;
use super::dates;
use super::labels::Label;
use super::words::text;
use crate::engine::query::{Clause, Facet, Selection};

/// One thing that the selection asks and that can be taken away.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Chip {
    /// The facet; `None` for the query.
    pub facet: Option<Facet>,
    /// The value of the facet; "" for a range and for articles without a section.
    pub value: String,
    /// What kind of thing it is (栏目, 地名 …).
    pub name: String,
    /// What is asked.
    pub label: String,
}

/// Every chip of a selection.
pub fn chips(selection: &Selection, locale: Locale) -> Vec<Chip> {
    let mut res = vec![];
    let query = selection.query.trim();
    if !query.is_empty() {
        let name = text(locale, "clause.query");
        res.push(Chip { facet: None, value: query.to_owned(), name, label: query.to_owned() });
    }
    for (facet, clause) in &selection.clauses {
        let chip = |value: &str, label: String| Chip {
            facet: Some(*facet),
            value: value.to_owned(),
            name: facet.label(locale),
            label,
        };
        match clause {
            Clause::AnyOf(values) => res.extend(values.iter().map(|it| chip(it, value_words(*facet, it, locale)))),
            Clause::Between(range) => res.push(chip("", dates::range_text(locale, range))),
        }
    }
    res
}

/// A value of a facet as people say it: a place by its last name, no section as such.
pub fn value_words(facet: Facet, value: &str, locale: Locale) -> String {
    match facet {
        Facet::Section if value.is_empty() => text(locale, "facet.section.none"),
        Facet::Place => value.rsplit('/').next().unwrap_or(value).to_owned(),
        Facet::Section | Facet::Date => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::extract::edtf::Edtf;
    use crate::engine::query::DateRange;

    #[test]
    fn every_clause_gets_its_chip() {
        let mut selection = Selection { query: " 流动党员 ".into(), ..Selection::default() };
        selection.toggle(Facet::Section, "");
        selection.toggle(Facet::Place, "内蒙古自治区/赤峰市");
        let range = DateRange { from: Edtf::parse("2022-05"), to: None };
        selection.clauses.insert(Facet::Date, Clause::Between(range));
        let labels: Vec<String> = chips(&selection, Locale::Chinese).into_iter().map(|it| it.label).collect();
        assert_eq!(labels, ["流动党员", "无栏目", "赤峰市", "2022年5月起"]);
        assert!(chips(&Selection::default(), Locale::English).is_empty());
    }
}
