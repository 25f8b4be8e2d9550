//! Facet values for the panel: names, counts, and how they stand in the selection; chosen values stay at zero.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Service;
use crate::engine::arrange::{Arrange, gathered};
use crate::engine::extract::Level;
use crate::engine::index::facet::{DayRange, level_by_name};
use crate::engine::query::clauses::days_of;
use crate::engine::query::facet_count::{self, FacetCounts};
use crate::engine::query::histogram::{BarCounts, Window};
use crate::engine::query::{Choice, Facet, Selection};
use crate::engine::small_map::SmallMap;
use crate::engine::text::normalize::fold_text;
use crate::protocol::{Bar, FacetValue, FacetView, Facets, Histogram, PlaceNode, ValueFacet};

/// Values of a list at first, and more each time that more are asked for.
const VALUES_PER_STEP: usize = 8;

impl Service {
    /// Every facet under `selection`; `views` says what of each is wanted, where it differs from the default.
    pub(super) fn facets(&self, selection: &Selection, views: &BTreeMap<Facet, FacetView>) -> Facets {
        let histogram_view = |facet| views.get(&facet).map(|it| it.histogram).unwrap_or_default();
        let counts = facet_count::count(&self.index, selection, histogram_view);
        let list = |facet| {
            let view = views.get(&facet).cloned().unwrap_or_default();
            self.list(facet, selection, &counts, &view)
        };
        Facets {
            lists: Facet::ALL.into_iter().filter(|it| it.is_list()).map(list).collect(),
            places: self.lexicon.gazetteer.is_some().then(|| self.place_tree(selection, &counts)),
            histograms: counts.histograms.iter().map(|(facet, it)| histogram(*facet, selection, it)).collect(),
        }
    }

    /// Chosen values first, then those with articles, most first, ties in the order of the pages.
    fn list(&self, facet: Facet, selection: &Selection, counts: &FacetCounts, view: &FacetView) -> ValueFacet {
        let column = self.index.facets.column(facet);
        let choices = selection.choices(facet);
        let count = |value: &str| column.number(value).map_or(0, |it| counts.of(facet, it));
        let chosen = choices.iter().map(|(value, choice)| (count(value), *value, *choice));
        let mut chosen: Vec<(usize, &str, Choice)> = chosen.collect();
        chosen.arrange_by_key(|it| Reverse(it.0));

        let filter = fold_text(view.filter.trim());
        let is_wanted = |name: &str| filter.is_empty() || fold_text(name).contains(&filter);
        let numbers = (0..column.names().len() as u32).filter(|it| counts.of(facet, *it) > 0);
        let is_free = |it: &u32| choices.get(&column.name(*it)).is_none() && is_wanted(column.name(*it));
        let mut free: Vec<u32> = numbers.filter(is_free).collect();
        let n_shown = (VALUES_PER_STEP * (view.n_more + 1)).saturating_sub(chosen.len());
        let n_more = free.len().saturating_sub(n_shown);
        take_first(&mut free, n_shown, |it| (Reverse(counts.of(facet, it)), it));
        let free = free.iter().map(|it| (counts.of(facet, *it), column.name(*it), Choice::Free));
        let values = chosen.into_iter().chain(free);
        let value =
            |(count, value, choice): (usize, &str, Choice)| FacetValue { value: value.to_owned(), count, choice };
        ValueFacet { facet, values: values.map(value).collect(), n_more, n_all: column.names().len() }
    }

    /// Places with articles, chosen ones and all above them.
    pub(super) fn place_tree(&self, selection: &Selection, counts: &FacetCounts) -> Vec<PlaceNode> {
        let column = self.index.facets.column(Facet::Place);
        let choices = selection.choices(Facet::Place);
        let chosen: SmallMap<u32, Choice> =
            gathered(choices.iter().filter_map(|(path, choice)| Some((column.number(path)?, *choice))));
        let mut children: SmallMap<Option<u32>, Vec<PlaceNode>> = SmallMap::new();
        // A parent's number is smaller than its children's, so that from the last to the first all children are there.
        for (number, place) in self.index.facets.places().iter().enumerate().rev() {
            let number = number as u32;
            let below = children.remove(&Some(number)).unwrap_or_default();
            let choice = chosen.get(&number).copied().unwrap_or_default();
            let n_articles = counts.of(Facet::Place, number);
            if n_articles > 0 || choice != Choice::Free || !below.is_empty() {
                let mut node = node(column.name(number), place.level, choice, below);
                node.count = n_articles;
                node.n_figures = counts.figures.get(number as usize).map_or(0, |it| *it as usize);
                children.value(place.parent).push(node);
            }
        }
        let mut roots = children.remove(&None).unwrap_or_default();
        let unknown = choices.into_iter().filter(|(path, _)| column.number(path).is_none());
        roots.extend(unknown.map(|(path, choice)| node(path, level_by_name(path), choice, vec![])));
        sorted(roots)
    }
}

/// Keeps the first `n` of `values` by `key`, in that order.
fn take_first<K: Ord>(values: &mut Vec<u32>, n: usize, key: impl Fn(u32) -> K) {
    if (1..values.len()).contains(&n) {
        values.select_nth_unstable_by_key(n - 1, |it| key(*it));
    }
    values.truncate(n);
    values.arrange_by_key(|it| key(*it));
}

fn histogram(facet: Facet, selection: &Selection, (window, found): &(Window, BarCounts)) -> Histogram {
    let chosen = selection.range(facet).map(days_of);
    let bar = |(number, (count, n_within)): (i32, (&u32, &u32))| {
        let date = window.step.edtf(number)?;
        let chosen = chosen.is_some_and(|it| DayRange::of(&date).overlaps(it));
        Some(Bar { date, count: *count as usize, n_within: *n_within as usize, chosen })
    };
    Histogram {
        facet,
        step: window.step,
        bars: (window.first..).zip(found.bars.iter().zip(&found.within)).filter_map(bar).collect(),
        n_before: found.n_before as usize,
        n_after: found.n_after as usize,
        n_undated: found.n_undated as usize,
        goes_on: window.goes_on,
    }
}

fn node(path: &str, level: Level, choice: Choice, below: Vec<PlaceNode>) -> PlaceNode {
    PlaceNode {
        path: path.to_owned(),
        name: path.rsplit('/').next().unwrap_or(path).to_owned(),
        level,
        count: 0,
        n_figures: 0,
        choice,
        more: None,
        children: sorted(below),
    }
}

fn sorted(mut nodes: Vec<PlaceNode>) -> Vec<PlaceNode> {
    nodes.arrange_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    nodes
}
