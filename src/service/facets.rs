//! Facet values for the panel: names, counts, and what is chosen; chosen values stay at zero.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Service;
use crate::engine::extract::Level;
use crate::engine::extract::edtf::Edtf;
use crate::engine::index::facet::{self, DayRange, Period};
use crate::engine::query::clauses::ClauseTests;
use crate::engine::query::facet_count::{self, FacetCounts, PlaceCount};
use crate::engine::query::{Facet, Selection};
use crate::protocol::{DateHistogram, FacetValue, Facets, PlaceNode};

impl Service {
    /// Every facet under `selection`.
    pub(super) fn facets(&self, selection: &Selection) -> Facets {
        let counts = facet_count::count(&self.index, selection);
        Facets {
            sections: self.sections(selection, &counts),
            places: self.lexicon.gazetteer.is_some().then(|| self.place_tree(selection, &counts.places)),
            dates: self.histogram(selection, &counts),
        }
    }

    /// Sections with articles and chosen ones, most articles first, ties in the order of the pages.
    fn sections(&self, selection: &Selection, counts: &FacetCounts) -> Vec<FacetValue> {
        let chosen = selection.values(Facet::Section);
        let mut res: Vec<FacetValue> = vec![];
        for (value, count) in self.index.facets.sections.iter().zip(&counts.sections) {
            let chosen = chosen.contains(&value.as_str());
            if *count > 0 || chosen {
                res.push(FacetValue { value: value.clone(), count: *count, chosen });
            }
        }
        for value in chosen {
            if self.index.facets.section(value).is_none() {
                res.push(FacetValue { value: value.to_owned(), count: 0, chosen: true });
            }
        }
        res.sort_by_key(|it| Reverse(it.count));
        res
    }

    /// Places with articles, chosen ones and all above them.
    fn place_tree(&self, selection: &Selection, counts: &[PlaceCount]) -> Vec<PlaceNode> {
        let chosen = selection.values(Facet::Place);
        let mut children: BTreeMap<Option<u32>, Vec<PlaceNode>> = BTreeMap::new();
        // A parent's number is smaller than its children's, so that from the last to the first all children are there.
        for (number, (place, count)) in self.index.facets.places.iter().zip(counts).enumerate().rev() {
            let below = children.remove(&Some(number as u32)).unwrap_or_default();
            let chosen = chosen.contains(&place.path.as_str());
            if count.n_articles > 0 || chosen || !below.is_empty() {
                children.entry(place.parent).or_default().push(node(&place.path, place.level, *count, chosen, below));
            }
        }
        let mut roots = children.remove(&None).unwrap_or_default();
        for path in chosen {
            if self.index.facets.place(path).is_none() {
                roots.push(node(path, facet::level_by_name(path), PlaceCount::default(), true, vec![]));
            }
        }
        sorted(roots)
    }

    fn histogram(&self, selection: &Selection, counts: &FacetCounts) -> DateHistogram {
        let tests = ClauseTests::new(&self.index, selection);
        let mut res = DateHistogram::default();
        for (period, count) in &counts.periods {
            match *period {
                Period::Month(year, month) => {
                    fill_gap(&mut res.months, year, month);
                    res.months.push(FacetValue { value: month_value(year, month), count: *count, chosen: false });
                }
                Period::Year(year) => {
                    res.years.push(FacetValue { value: format!("{year:04}"), count: *count, chosen: false });
                }
                Period::Undated => res.n_undated = *count,
            }
        }
        for value in res.months.iter_mut().chain(&mut res.years) {
            let days = Edtf::parse(&value.value).map(|it| it.bounds());
            value.chosen = days.is_some_and(|(from, to)| tests.chooses(DayRange { from, to }));
        }
        res
    }
}

/// Adds the empty months between the last one and this one.
fn fill_gap(months: &mut Vec<FacetValue>, year: i32, month: u8) {
    let Some((last_year, last_month)) = months.last().and_then(|it| it.value.split_once('-')) else { return };
    let number = |year: &str, month: &str| Some(year.parse::<i32>().ok()? * 12 + month.parse::<i32>().ok()? - 1);
    let Some(last) = number(last_year, last_month) else { return };
    for it in last + 1..year * 12 + i32::from(month) - 1 {
        months.push(FacetValue { value: month_value(it / 12, (it % 12 + 1) as u8), count: 0, chosen: false });
    }
}

fn month_value(year: i32, month: u8) -> String {
    format!("{year:04}-{month:02}")
}

fn node(path: &str, level: Level, count: PlaceCount, chosen: bool, below: Vec<PlaceNode>) -> PlaceNode {
    PlaceNode {
        path: path.to_owned(),
        name: path.rsplit('/').next().unwrap_or(path).to_owned(),
        level,
        count: count.n_articles,
        n_figures: count.n_figures,
        chosen,
        children: sorted(below),
    }
}

fn sorted(mut nodes: Vec<PlaceNode>) -> Vec<PlaceNode> {
    nodes.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    nodes
}
