//! A selection: the query and one clause a facet. A facet's counts are computed without its own clause.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::engine::arrange::gathered;
use crate::engine::extract::edtf::Edtf;
pub use crate::engine::index::facet::Facet;
use crate::engine::small_map::SmallMap;

/// From when to when, both ends included; an open end is `None`. Ends are EDTF days, months or years. With both ends
/// open, any date at all.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct DateRange {
    /// First day, month or year.
    pub from: Option<Edtf>,
    /// Last day, month or year.
    pub to: Option<Edtf>,
}

/// What a facet asks of an article.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Clause {
    /// One of the values of `include`, where there are any, and none of those of `exclude`. No value stands in both.
    Values {
        /// One of these.
        include: BTreeSet<String>,
        /// None of these.
        exclude: BTreeSet<String>,
    },
    /// A date of the article overlaps this range; or, negated, none does.
    Dates {
        /// From when to when.
        range: DateRange,
        /// True where no date may lie there.
        negated: bool,
    },
}

impl Clause {
    /// One of `values`.
    pub fn any_of<T: Into<String>>(values: impl IntoIterator<Item = T>) -> Clause {
        Clause::Values { include: gathered(values.into_iter().map(Into::into)), exclude: BTreeSet::new() }
    }

    /// A date in `range`.
    pub fn between(range: DateRange) -> Clause {
        Clause::Dates { range, negated: false }
    }
}

/// How a value stands in a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Choice {
    /// The clause does not name it.
    #[default]
    Free,
    /// Wanted.
    Included,
    /// Not wanted.
    Excluded,
}

/// What the person has chosen: every clause must hold, and the query must match.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Selection {
    /// The query as typed; blank for none.
    pub query: String,
    /// At most one clause a facet: of dates for facets of time, of values for all others.
    pub clauses: BTreeMap<Facet, Clause>,
}

impl Selection {
    /// The selection without the clause of `facet`.
    pub fn without(&self, facet: Facet) -> Selection {
        let mut res = self.clone();
        res.clauses.remove(&facet);
        res
    }

    /// The values that `facet` names, each with how it stands there, in order.
    pub fn choices(&self, facet: Facet) -> SmallMap<&str, Choice> {
        let Some(Clause::Values { include, exclude }) = self.clauses.get(&facet) else { return SmallMap::new() };
        let included = include.iter().map(|it| (it.as_str(), Choice::Included));
        gathered(included.chain(exclude.iter().map(|it| (it.as_str(), Choice::Excluded))))
    }

    /// The values that `facet` includes, in order; none where its clause is a range.
    pub fn values(&self, facet: Facet) -> Vec<&str> {
        match self.clauses.get(&facet) {
            Some(Clause::Values { include, .. }) => include.iter().map(String::as_str).collect(),
            _ => vec![],
        }
    }

    /// How `value` stands in the clause of `facet`.
    pub fn choice(&self, facet: Facet, value: &str) -> Choice {
        self.choices(facet).get(&value).copied().unwrap_or_default()
    }

    /// Includes `value`, excludes it, or takes it out of the clause of `facet`.
    pub fn choose(&mut self, facet: Facet, value: &str, choice: Choice) {
        let (mut include, mut exclude) = match self.clauses.remove(&facet) {
            Some(Clause::Values { include, exclude }) => (include, exclude),
            _ => Default::default(),
        };
        include.remove(value);
        exclude.remove(value);
        match choice {
            Choice::Free => {}
            Choice::Included => drop(include.insert(value.to_owned())),
            Choice::Excluded => drop(exclude.insert(value.to_owned())),
        }
        if !(include.is_empty() && exclude.is_empty()) {
            self.clauses.insert(facet, Clause::Values { include, exclude });
        }
    }

    /// Gives `value` this choice, or takes it away where `value` has it.
    pub fn turn(&mut self, facet: Facet, value: &str, choice: Choice) {
        let is_so = self.choice(facet, value) == choice;
        self.choose(facet, value, if is_so { Choice::Free } else { choice });
    }

    /// Includes `value` in the clause of `facet`, or takes it away where it is included.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        self.turn(facet, value, Choice::Included);
    }

    /// The range chosen in `facet`, included or excluded.
    pub fn range(&self, facet: Facet) -> Option<&DateRange> {
        match self.clauses.get(&facet) {
            Some(Clause::Dates { range, .. }) => Some(range),
            _ => None,
        }
    }

    /// True where `facet` excludes a range.
    pub fn is_negated(&self, facet: Facet) -> bool {
        matches!(self.clauses.get(&facet), Some(Clause::Dates { negated: true, .. }))
    }

    /// True when nothing is chosen and nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.query.trim().is_empty() && self.clauses.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stands_at_one_side_only() {
        let mut selection = Selection::default();
        selection.toggle(Facet::Section, "广角");
        selection.choose(Facet::Section, "观潮", Choice::Excluded);
        assert_eq!(selection.values(Facet::Section), ["广角"]);
        selection.turn(Facet::Section, "广角", Choice::Excluded);
        assert_eq!(selection.choice(Facet::Section, "广角"), Choice::Excluded);
        assert!(selection.values(Facet::Section).is_empty());
        selection.turn(Facet::Section, "广角", Choice::Excluded);
        selection.choose(Facet::Section, "观潮", Choice::Free);
        assert!(selection.is_empty());
    }
}
