//! How many distinct articles each facet value has, under all clauses but the facet's own.
//!
//! One pass asks the clauses of the query's articles and keeps those that pass, and those that fail a single clause. Where
//! most articles pass, the others are taken from the library's totals, so that never more than half is added up.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::clauses::{self, ClauseTests, Failing};
use super::eval;
use super::histogram::{BarCounts, HistogramView, Window};
use super::selection::{Facet, Selection};
use crate::engine::arrange::gathered;
use crate::engine::index::Index;
use crate::engine::small_map::SmallMap;

/// Counts of every facet; a value that no article has left is there with zero.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetCounts {
    /// Distinct articles by facet and number of the value; a place counts those that mention it or a place below. Of
    /// facets of time, nothing.
    pub values: [Vec<u32>; Facet::ALL.len()],
    /// Figures that belong to a place or to one below it, by number of the place.
    pub figures: Vec<u32>,
    /// The facets of time.
    pub histograms: BTreeMap<Facet, (Window, BarCounts)>,
}

impl FacetCounts {
    /// How many articles the value of that number has.
    pub fn of(&self, facet: Facet, number: u32) -> usize {
        self.values[facet as usize].get(number as usize).map_or(0, |it| *it as usize)
    }
}

/// Counts under `selection`; `views` says how histograms are wanted.
pub fn count(index: &Index, selection: &Selection, views: impl Fn(Facet) -> HistogramView) -> FacetCounts {
    let parts = Parts::new(index, selection);
    let mut res = FacetCounts::default();
    for facet in Facet::ALL {
        let column = index.facets.column(facet);
        if facet == Facet::Place {
            parts.count_places(index, &mut res);
        } else if facet.is_date() {
            let chosen = selection.range(facet).map(clauses::days_of);
            let window = Window::new(&index.facets, facet, views(facet), chosen);
            let counts = window.count(column, &parts.lists(facet));
            res.histograms.insert(facet, (window, counts));
        } else {
            let add = |counts: &mut [u32], articles: &[u32], sign| column.add_to(counts, articles, sign);
            res.values[facet as usize] = parts.sum(facet).of(column.totals(), add);
        }
    }
    res
}

/// The articles that count for the places of `selection`, those that pass every other clause, and how often each place has
/// them: `values` of that facet and `figures`, nothing else.
pub fn count_places(index: &Index, selection: &Selection) -> (Vec<u32>, FacetCounts) {
    let parts = Parts::new(index, selection);
    let mut res = FacetCounts::default();
    parts.count_places(index, &mut res);
    (parts.lists(Facet::Place).concat(), res)
}

/// The articles in parts.
struct Parts {
    n_articles: usize,
    /// Those that pass every clause.
    passing: Vec<u32>,
    /// Those that do not, where they are fewer.
    others: Option<Vec<u32>>,
    /// For each facet with a clause, those that fail only that.
    near: SmallMap<Facet, Vec<u32>>,
}

impl Parts {
    fn new(index: &Index, selection: &Selection) -> Self {
        let tests = ClauseTests::new(index, selection);
        let hits = eval::query_hits(index, &selection.query);
        let bits: SmallMap<Failing, Facet> = gathered(selection.clauses.keys().map(|it| (clauses::bit(*it), *it)));
        let (mut passing, mut near) = (vec![], SmallMap::<Facet, Vec<u32>>::new());
        let mut sort = |article: u32| match tests.failing(&index.facets, article) {
            0 => passing.push(article),
            failing => {
                if let Some(facet) = bits.get(&failing) {
                    near.value(*facet).push(article);
                }
            }
        };
        match hits.articles {
            Some(articles) => articles.into_iter().for_each(&mut sort),
            None => (0..index.len() as u32).for_each(&mut sort),
        }
        let n_articles = index.len();
        let others = (passing.len() * 2 > n_articles).then(|| complement(n_articles, &[&passing]));
        Parts { n_articles, passing, others, near }
    }

    /// Articles and figures of every place.
    fn count_places(&self, index: &Index, res: &mut FacetCounts) {
        let (sum, column) = (self.sum(Facet::Place), index.facets.column(Facet::Place));
        let add = |counts: &mut [u32], articles: &[u32], sign| column.add_to(counts, articles, sign);
        res.values[Facet::Place as usize] = sum.of(column.totals(), add);
        let add = |counts: &mut [u32], articles: &[u32], sign| index.facets.add_figures(counts, articles, sign);
        res.figures = index.facets.with_figures_below(sum.of(index.facets.figure_totals(), add));
    }

    /// The articles that count for a facet.
    fn lists(&self, facet: Facet) -> [&[u32]; 2] {
        [&self.passing, self.near.get(&facet).map_or(&[], Vec::as_slice)]
    }

    /// How the articles of a facet are added up with least work.
    fn sum(&self, facet: Facet) -> Sum<'_> {
        let [passing, near] = self.lists(facet);
        let is_most = (passing.len() + near.len()) * 2 > self.n_articles;
        let lists = match &self.others {
            _ if !is_most => vec![passing.into(), near.into()],
            Some(others) if near.is_empty() => vec![others.into()],
            _ => vec![complement(self.n_articles, &[passing, near]).into()],
        };
        Sum { lists, is_most }
    }
}

/// What is added up: some articles; or all but some, from the totals.
struct Sum<'a> {
    lists: Vec<Cow<'a, [u32]>>,
    is_most: bool,
}

impl Sum<'_> {
    /// The sum of what `add` adds for each list, with the sign that it is told.
    fn of(&self, totals: &[u32], mut add: impl FnMut(&mut [u32], &[u32], u32)) -> Vec<u32> {
        let mut res = if self.is_most { totals.to_vec() } else { vec![0; totals.len()] };
        // In the arithmetic of u32, adding the largest takes one away.
        let sign = if self.is_most { u32::MAX } else { 1 };
        self.lists.iter().for_each(|it| add(&mut res, it, sign));
        res
    }
}

/// The articles that stand in none of `lists`.
fn complement(n_articles: usize, lists: &[&[u32]]) -> Vec<u32> {
    let mut is_there = vec![false; n_articles];
    for article in lists.iter().copied().flatten() {
        is_there[*article as usize] = true;
    }
    (0..).zip(is_there).filter(|(_, it)| !it).map(|(article, _)| article).collect()
}
