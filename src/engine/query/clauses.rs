//! A selection's clauses, ready to be asked of many articles.

use std::collections::BTreeSet;

use super::selection::{Clause, DateRange, Facet, Selection};
use crate::engine::extract::edtf::Edtf;
use crate::engine::index::Index;
use crate::engine::index::facet::{ArticleValues, DayRange};

/// A selection's clauses, ready to be asked of many articles.
#[derive(Debug, Clone, Default)]
pub struct ClauseTests {
    sections: Option<BTreeSet<u32>>,
    places: Option<Vec<u32>>,
    dates: Option<Vec<DayRange>>,
}

impl ClauseTests {
    /// The clauses of `selection`. A range says nothing of a section or a place, and is left out there.
    pub fn new(index: &Index, selection: &Selection) -> Self {
        let values = |facet| match selection.clauses.get(&facet) {
            Some(Clause::AnyOf(values)) => Some(values),
            _ => None,
        };
        let dates = match selection.clauses.get(&Facet::Date) {
            Some(Clause::Between(range)) => Some(vec![days_of(range)]),
            Some(Clause::AnyOf(values)) => Some(values.iter().filter_map(|it| days_of_value(it)).collect()),
            None => None,
        };
        ClauseTests {
            sections: values(Facet::Section).map(|it| it.iter().filter_map(|it| index.facets.section(it)).collect()),
            places: values(Facet::Place).map(|it| it.iter().filter_map(|it| index.facets.place(it)).collect()),
            dates,
        }
    }

    /// The facets whose clause `article` fails.
    pub fn failing(&self, article: &ArticleValues) -> Failing {
        let section = self.sections.as_ref().is_some_and(|it| !it.contains(&article.section));
        let has = |place: &u32| article.places.binary_search_by_key(place, |it| it.0).is_ok();
        let place = self.places.as_ref().is_some_and(|it| !it.iter().any(has));
        let date = self.dates.is_some() && !article.days.is_some_and(|it| self.chooses(it));
        Failing { section, place, date }
    }

    /// True when there is a clause of dates and these days meet it.
    pub fn chooses(&self, days: DayRange) -> bool {
        self.dates.as_ref().is_some_and(|it| it.iter().any(|range| days.overlaps(*range)))
    }
}

/// Which clauses an article fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failing {
    section: bool,
    place: bool,
    date: bool,
}

impl Failing {
    /// True when every clause holds.
    pub fn none(self) -> bool {
        !self.section && !self.place && !self.date
    }

    /// True when every clause but perhaps that of `facet` holds.
    pub fn none_but(self, facet: Facet) -> bool {
        match facet {
            Facet::Section => Failing { section: false, ..self },
            Facet::Place => Failing { place: false, ..self },
            Facet::Date => Failing { date: false, ..self },
        }
        .none()
    }
}

/// From the first day of the range's first end to the last day of its last.
pub fn days_of(range: &DateRange) -> DayRange {
    DayRange {
        from: range.from.as_ref().and_then(|it| it.bounds().0),
        to: range.to.as_ref().and_then(|it| it.bounds().1),
    }
}

fn days_of_value(value: &str) -> Option<DayRange> {
    Edtf::parse(value).map(|it| it.bounds()).map(|(from, to)| DayRange { from, to })
}
