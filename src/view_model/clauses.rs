//! The selection in words: one chip a clause value, in the order of the facets, the query first.

use super::Locale;
use super::dates;
use super::labels::Label;
use super::words::{text, text_with};
use crate::engine::extract::unit::Quantity;
use crate::engine::page::Kind;
use crate::engine::query::{Choice, Clause, DateRange, Facet, Selection};

/// One thing that the selection asks, and that can be taken away, turned into its opposite, or asked alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Chip {
    /// The facet; `None` for the query.
    pub facet: Option<Facet>,
    /// The value of the facet; "" for a range and for articles without a value.
    pub value: String,
    /// True where it is not wanted.
    pub negated: bool,
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
        let negated = without_not(query).is_some();
        res.push(Chip { facet: None, value: query.to_owned(), negated, name, label: query.to_owned() });
    }
    for (facet, clause) in &selection.clauses {
        let chip = |value: &str, negated, label: String| Chip {
            facet: Some(*facet),
            value: value.to_owned(),
            negated,
            name: facet.label(locale),
            label: if negated { text_with(locale, "clause.not", &[("value", &label)]) } else { label },
        };
        match clause {
            Clause::Values { .. } => {
                let words = |value: &str| value_words(*facet, value, locale);
                let choices = selection.choices(*facet).into_iter();
                res.extend(choices.map(|(value, choice)| chip(value, choice == Choice::Excluded, words(value))));
            }
            Clause::Dates { range, negated } => res.push(chip("", *negated, dates::range_text(locale, range))),
        }
    }
    res
}

/// Takes what a chip says out of the selection.
pub fn take_away(selection: &mut Selection, chip: &Chip) {
    match chip.facet {
        None => selection.query.clear(),
        Some(facet) if facet.is_date() => drop(selection.clauses.remove(&facet)),
        Some(facet) => selection.choose(facet, &chip.value, Choice::Free),
    }
}

/// Turns what a chip says into its opposite.
pub fn negate(selection: &mut Selection, chip: &Chip) {
    match chip.facet {
        None => {
            let query = selection.query.trim();
            selection.query = without_not(query).map_or_else(|| format!("-({query})"), str::to_owned);
        }
        Some(facet) if facet.is_date() => {
            if let Some(Clause::Dates { negated, .. }) = selection.clauses.get_mut(&facet) {
                *negated = !*negated;
            }
        }
        Some(facet) => {
            let choice = if chip.negated { Choice::Included } else { Choice::Excluded };
            selection.choose(facet, &chip.value, choice);
        }
    }
}

/// The selection of what a chip says alone.
pub fn alone(selection: &Selection, chip: &Chip) -> Selection {
    let mut res = Selection::default();
    match chip.facet {
        None => res.query.clone_from(&selection.query),
        Some(facet) if facet.is_date() => {
            res.clauses.extend(selection.clauses.get_key_value(&facet).map(|(key, it)| (*key, it.clone())))
        }
        Some(facet) => res.choose(facet, &chip.value, selection.choice(facet, &chip.value)),
    }
    res
}

/// Narrows a facet of time to `range`, in place of what it asked; `None` takes it away.
pub fn set_range(selection: &mut Selection, facet: Facet, range: Option<DateRange>) {
    match range {
        Some(range) => drop(selection.clauses.insert(facet, Clause::between(range))),
        None => drop(selection.clauses.remove(&facet)),
    }
}

/// What stands between the parentheses of `-(…)`, where the whole query is that.
fn without_not(query: &str) -> Option<&str> {
    let inner = query.strip_prefix("-(")?.strip_suffix(')')?;
    let mut depth = 0;
    let closes_early = inner.chars().any(|ch| {
        depth += i32::from(ch == '(') - i32::from(ch == ')');
        depth < 0
    });
    (!closes_early).then_some(inner)
}

/// A value of a facet as people say it: a place by its last name, none as such.
pub fn value_words(facet: Facet, value: &str, locale: Locale) -> String {
    let kind = || Kind::ALL.into_iter().find(|it| it.as_str() == value).map(|it| it.label(locale));
    let named = match facet {
        Facet::Section if value.is_empty() => Some(text(locale, "facet.section.none")),
        Facet::Byline if value.is_empty() => Some(text(locale, "facet.byline.none")),
        Facet::Place => value.rsplit('/').next().map(str::to_owned),
        Facet::Kind => kind(),
        Facet::Quantity => Quantity::parse(value).map(|it| it.label(locale)),
        _ => None,
    };
    named.unwrap_or_else(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::extract::edtf::Edtf;

    fn selection() -> Selection {
        let mut res = Selection { query: " 流动党员 ".into(), ..Selection::default() };
        res.toggle(Facet::Section, "");
        res.toggle(Facet::Place, "内蒙古自治区/赤峰市");
        res.choose(Facet::Kind, "brief", Choice::Excluded);
        set_range(&mut res, Facet::Date, Some(DateRange { from: Edtf::parse("2022-05"), to: None }));
        res
    }

    fn labels(selection: &Selection) -> Vec<String> {
        chips(selection, Locale::Chinese).into_iter().map(|it| it.label).collect()
    }

    #[test]
    fn every_clause_gets_its_chip() {
        assert_eq!(labels(&selection()), ["流动党员", "无栏目", "赤峰市", "2022年5月起", "除短讯"]);
        assert!(chips(&Selection::default(), Locale::English).is_empty());
    }

    #[test]
    fn a_chip_negates_takes_away_and_stands_alone() {
        let whole = selection();
        for chip in chips(&whole, Locale::Chinese) {
            let mut negated = whole.clone();
            negate(&mut negated, &chip);
            let turned = chips(&negated, Locale::Chinese).into_iter().find(|it| it.facet == chip.facet).unwrap();
            assert_eq!(turned.negated, !chip.negated, "{chip:?}");
            negate(&mut negated, &turned);
            assert_eq!(negated.clauses, whole.clauses);
            assert_eq!(negated.query.trim(), whole.query.trim());
            assert_eq!(chips(&alone(&whole, &chip), Locale::Chinese), std::slice::from_ref(&chip));
            let mut less = whole.clone();
            take_away(&mut less, &chip);
            assert_eq!(chips(&less, Locale::Chinese).len(), 4, "{chip:?}");
        }
        let both = Selection { query: "-(甲) OR (乙)".into(), ..Selection::default() };
        assert!(!chips(&both, Locale::Chinese)[0].negated);
    }
}
