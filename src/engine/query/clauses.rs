//! A selection's clauses, ready to be asked of many articles: each value of a facet's column is marked or not.

use super::selection::{Choice, Clause, DateRange, Facet, Selection};
use crate::engine::extract::edtf::Edtf;
use crate::engine::index::Index;
use crate::engine::index::column::Column;
use crate::engine::index::facet::{DayRange, FacetValues};

/// A selection's clauses, ready to be asked of many articles.
#[derive(Debug, Clone, Default)]
pub struct ClauseTests {
    tests: Vec<ClauseTest>,
}

/// Which clauses an article fails: a bit a facet, at its number.
pub type Failing = u16;

/// The bit of a facet.
pub fn bit(facet: Facet) -> Failing {
    1 << facet as u16
}

#[derive(Debug, Clone)]
struct ClauseTest {
    facet: Facet,
    /// How each value of the column stands in the clause.
    choices: Vec<Choice>,
    /// True where an article needs a value that is included.
    needs_one: bool,
}

impl ClauseTests {
    /// The clauses of `selection`. A range says nothing of a facet without dates, and is left out there.
    pub fn new(index: &Index, selection: &Selection) -> Self {
        let test = |(facet, clause): (&Facet, &Clause)| ClauseTest::new(&index.facets, *facet, clause);
        ClauseTests { tests: selection.clauses.iter().filter_map(test).collect() }
    }

    /// The clauses that an article fails.
    pub fn failing(&self, values: &FacetValues, article: u32) -> Failing {
        let fails = |it: &&ClauseTest| !it.holds(values.column(it.facet), article);
        self.tests.iter().filter(fails).fold(0, |failing, it| failing | bit(it.facet))
    }

    /// True when the article fails none.
    pub fn hold(&self, values: &FacetValues, article: u32) -> bool {
        self.tests.iter().all(|it| it.holds(values.column(it.facet), article))
    }
}

impl ClauseTest {
    fn new(values: &FacetValues, facet: Facet, clause: &Clause) -> Option<Self> {
        let column = values.column(facet);
        let mut choices = vec![Choice::Free; column.names().len()];
        let needs_one = match clause {
            Clause::Values { include, exclude } => {
                for (names, choice) in [(include, Choice::Included), (exclude, Choice::Excluded)] {
                    names.iter().for_each(|it| mark(values, facet, it, choice, &mut choices));
                }
                !include.is_empty()
            }
            Clause::Dates { range, negated } if facet.is_date() => {
                let choice = if *negated { Choice::Excluded } else { Choice::Included };
                mark_days(values.days(facet), days_of(range), choice, &mut choices);
                !negated
            }
            Clause::Dates { .. } => return None,
        };
        Some(ClauseTest { facet, choices, needs_one })
    }

    fn holds(&self, column: &Column, article: u32) -> bool {
        let mut has_one = !self.needs_one;
        for value in column.of(article) {
            match self.choices.get(*value as usize) {
                Some(Choice::Included) => has_one = true,
                Some(Choice::Excluded) => return false,
                Some(Choice::Free) | None => {}
            }
        }
        has_one
    }
}

/// Marks the value called `name`; in a facet of time, all dates that overlap it.
fn mark(values: &FacetValues, facet: Facet, name: &str, choice: Choice, choices: &mut [Choice]) {
    if facet.is_date() {
        if let Some(date) = Edtf::parse(name) {
            mark_days(values.days(facet), DayRange::of(&date), choice, choices);
        }
    } else if let Some(it) = values.column(facet).number(name).and_then(|it| choices.get_mut(it as usize)) {
        *it = choice;
    }
}

fn mark_days(days: &[DayRange], range: DayRange, choice: Choice, choices: &mut [Choice]) {
    for (own, it) in days.iter().zip(choices) {
        if own.overlaps(range) {
            *it = choice;
        }
    }
}

/// From the first day of the range's first end to the last day of its last.
pub fn days_of(range: &DateRange) -> DayRange {
    DayRange {
        from: range.from.as_ref().and_then(|it| it.bounds().0),
        to: range.to.as_ref().and_then(|it| it.bounds().1),
    }
}
