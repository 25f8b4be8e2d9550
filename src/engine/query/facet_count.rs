//! How many distinct articles each facet value has, under all clauses but the facet's own.

use std::collections::BTreeMap;

use super::clauses::ClauseTests;
use super::eval;
use super::selection::{Facet, Selection};
use crate::engine::index::Index;
use crate::engine::index::facet::Period;

/// Counts of every facet; a value that no article has left is there with zero.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetCounts {
    /// By section number.
    pub sections: Vec<usize>,
    /// By place number: articles that mention it or a place below, and figures that belong there.
    pub places: Vec<PlaceCount>,
    /// Every period that any article has.
    pub periods: BTreeMap<Period, usize>,
}

/// Counts of one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlaceCount {
    /// Distinct articles.
    pub n_articles: usize,
    /// Figures.
    pub n_figures: usize,
}

/// Counts under `selection`, in one pass over the query's articles.
pub fn count(index: &Index, selection: &Selection) -> FacetCounts {
    let values = &index.facets;
    let mut res = FacetCounts {
        sections: vec![0; values.sections.len()],
        places: vec![PlaceCount::default(); values.places.len()],
        periods: values.of_article.iter().map(|it| (it.period, 0)).collect(),
    };
    let tests = ClauseTests::new(index, selection);
    let hits = eval::query_hits(index, &selection.query);
    let mut count = |article: u32| {
        let article = &values.of_article[article as usize];
        let failing = tests.failing(article);
        if failing.none_but(Facet::Section) {
            res.sections[article.section as usize] += 1;
        }
        if failing.none_but(Facet::Place) {
            for &(place, n_figures) in &article.places {
                res.places[place as usize].n_articles += 1;
                res.places[place as usize].n_figures += n_figures as usize;
            }
        }
        if failing.none_but(Facet::Date) {
            *res.periods.entry(article.period).or_default() += 1;
        }
    };
    match &hits.articles {
        Some(articles) => articles.iter().for_each(|it| count(*it)),
        None => (0..index.len() as u32).for_each(count),
    }
    res
}
