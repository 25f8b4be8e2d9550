//! A selection: the query and one clause a facet. A facet's counts are computed without its own clause.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::engine::extract::edtf::Edtf;

/// What articles can be narrowed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Facet {
    /// 栏目.
    Section,
    /// 地名: a path; a place includes everything below it.
    Place,
    /// The page's own date.
    Date,
}

impl Facet {
    /// Every facet, in the order of the panel.
    pub const ALL: [Facet; 3] = [Facet::Section, Facet::Place, Facet::Date];

    /// The name that the URL uses.
    pub fn as_str(self) -> &'static str {
        match self {
            Facet::Section => "section",
            Facet::Place => "place",
            Facet::Date => "date",
        }
    }
}

/// From when to when, both ends included; an open end is `None`. Ends are EDTF days, months or years.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DateRange {
    /// First day, month or year.
    pub from: Option<Edtf>,
    /// Last day, month or year.
    pub to: Option<Edtf>,
}

/// What a facet asks of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Clause {
    /// One of these values; an article without a section has the value "".
    AnyOf(BTreeSet<String>),
    /// The article's date overlaps this range.
    Between(DateRange),
}

/// What the person has chosen: every clause must hold, and the query must match.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Selection {
    /// The query as typed; blank for none.
    pub query: String,
    /// At most one clause a facet.
    pub clauses: BTreeMap<Facet, Clause>,
}

impl Selection {
    /// The selection without the clause of `facet`.
    pub fn without(&self, facet: Facet) -> Selection {
        let mut res = self.clone();
        res.clauses.remove(&facet);
        res
    }

    /// The values chosen in `facet`, in order; none where its clause is a range.
    pub fn values(&self, facet: Facet) -> Vec<&str> {
        match self.clauses.get(&facet) {
            Some(Clause::AnyOf(values)) => values.iter().map(String::as_str).collect(),
            _ => vec![],
        }
    }

    /// Adds `value` to the clause of `facet`, or takes it away where it is there.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        let mut values = match self.clauses.remove(&facet) {
            Some(Clause::AnyOf(values)) => values,
            _ => BTreeSet::new(),
        };
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        if !values.is_empty() {
            self.clauses.insert(facet, Clause::AnyOf(values));
        }
    }

    /// The range chosen in `facet`.
    pub fn range(&self, facet: Facet) -> Option<&DateRange> {
        match self.clauses.get(&facet) {
            Some(Clause::Between(range)) => Some(range),
            _ => None,
        }
    }

    /// True when nothing is chosen and nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.query.trim().is_empty() && self.clauses.is_empty()
    }
}
