//! The view of places: the tree with mentions and largest figures, and the places of a map with their shades.

use super::Service;
use super::articles::place_chip;
use crate::engine::chart::kinds::comparable::{self, Comparable, ComparableSet};
use crate::engine::chart::scale::classes;
use crate::engine::chart::tile_map::{self, REGION};
use crate::engine::extract::unit::Quantity;
use crate::engine::index::IndexedArticle;
use crate::engine::query::facet_count::{self, FacetCounts};
use crate::engine::query::{Facet, Selection};
use crate::engine::small_map::SmallMap;
use crate::protocol::{Ground, PlaceFigure, PlaceMark, PlaceMeasure, PlaceMore, PlaceNode, Places, PlacesWanted};

/// Everything that is known of the places of a selection, by their numbers.
struct Found<'a> {
    service: &'a Service,
    selection: &'a Selection,
    counts: FacetCounts,
    mentions: Vec<u32>,
    /// The largest figure of each place.
    largest: Vec<Option<Comparable<'a>>>,
}

impl Service {
    /// The places under all clauses but that of places; empty without the gazetteer.
    pub(super) fn place_view(&self, wanted: &PlacesWanted) -> Places {
        let selection = &wanted.selection;
        let (mut numbers, counts) = facet_count::count_places(&self.index, selection);
        numbers.sort_unstable();
        let articles: Vec<&IndexedArticle> = numbers.iter().map(|it| self.index.article(*it)).collect();
        let set = comparable::select(wanted.quantity, &articles);
        let n_unplaced = set.figures.iter().filter(|it| it.place().is_none()).count();
        let facets = &self.index.facets;
        let mentions = facets.with_figures_below(facets.mentions(&numbers));
        let largest = self.largest(&set);
        let found = Found { service: self, selection, counts, mentions, largest };
        let mut roots = self.place_tree(selection, &found.counts);
        roots.iter_mut().for_each(|it| found.complete(it));
        let mut res = Places {
            roots,
            quantities: quantities(&articles),
            quantity: set.quantity,
            unit: set.unit.clone(),
            n_other_figures: set.n_other_unit + set.n_missing + n_unplaced,
            n_articles: numbers.len(),
            ..Places::default()
        };
        match &wanted.ground {
            Ground::Tiles(within) => found.lay_tiles(within, &numbers, &mut res),
            Ground::Features(features) => {
                let places = self.places_of_features(features);
                res.marks = features.iter().zip(places).map(|(it, path)| found.mark(path, &it.name)).collect();
            }
        }
        shade(&mut res, wanted.measure);
        res
    }

    /// The largest figure of each place, of those below it too; of equal ones the first.
    fn largest<'a>(&self, set: &ComparableSet<'a>) -> Vec<Option<Comparable<'a>>> {
        let facets = &self.index.facets;
        let mut res: Vec<Option<Comparable>> = vec![None; facets.places().len()];
        for figure in &set.figures {
            let Some(place) = figure.place().and_then(|it| facets.place(it)) else { continue };
            for number in facets.lineage(place) {
                let best = &mut res[number as usize];
                if best.is_none_or(|it| figure.value > it.value) {
                    *best = Some(*figure);
                }
            }
        }
        res
    }
}

impl Found<'_> {
    fn number(&self, path: &str) -> Option<u32> {
        self.service.index.facets.place(path)
    }

    fn largest(&self, number: u32) -> Option<PlaceFigure> {
        let figure = self.largest.get(number as usize)?.as_ref()?;
        Some(PlaceFigure {
            printed: figure.printed().to_owned(),
            approx: figure.figure().and_then(|it| it.approx),
            value: figure.value,
            article: figure.article.document.article.id.clone(),
            figure: figure.number(),
        })
    }

    fn n_mentions(&self, number: u32) -> usize {
        self.mentions.get(number as usize).map_or(0, |it| *it as usize)
    }

    /// Tells a place of the tree, and those below it, what the facet does not say.
    fn complete(&self, node: &mut PlaceNode) {
        if let Some(number) = self.number(&node.path) {
            let more = PlaceMore { n_mentions: self.n_mentions(number), largest: self.largest(number) };
            node.more = Some(Box::new(more));
        }
        node.children.iter_mut().for_each(|it| self.complete(it));
    }

    /// The mark of a place, not yet shaded; `name` is what it is called where nobody knows it.
    fn mark(&self, path: String, name: &str) -> PlaceMark {
        let number = self.number(&path);
        let name = path.rsplit('/').next().filter(|it| !it.is_empty()).unwrap_or(name).to_owned();
        PlaceMark {
            short: name.clone(),
            name,
            at: (0, 0),
            n_articles: number.map_or(0, |it| self.counts.of(Facet::Place, it)),
            n_mentions: number.map_or(0, |it| self.n_mentions(it)),
            largest: number.and_then(|it| self.largest(it)),
            shade: 0,
            choice: self.selection.choice(Facet::Place, &path),
            path,
        }
    }

    /// Puts the tiles of a picture into `res`, with the articles that no tile has.
    fn lay_tiles(&self, within: &str, articles: &[u32], res: &mut Places) {
        let tiles = tile_map::picture(within);
        let ground = tiles.first().and_then(|it| it.path.rsplit_once('/')).map_or(REGION, |it| it.0);
        let column = self.service.index.facets.column(Facet::Place);
        let mut kinds = vec![0u8; column.names().len()];
        for (number, place) in self.service.index.facets.places().iter().enumerate() {
            let path = column.name(number as u32);
            if place.parent.is_none() && path != REGION {
                kinds[number] = OUTSIDE;
                if self.counts.of(Facet::Place, number as u32) > 0 {
                    res.outside.push(path.to_owned());
                }
            } else if path == ground {
                kinds[number] = GROUND;
            }
        }
        tiles.iter().filter_map(|it| self.number(&it.path)).for_each(|it| kinds[it as usize] = TILE);
        for article in articles {
            let named = column.of(*article).iter().fold(0, |it, number| it | kinds[*number as usize]);
            res.n_outside += usize::from(named & OUTSIDE > 0);
            res.n_whole += usize::from(named & (GROUND | TILE) == GROUND);
        }
        let mark = |tile: &tile_map::Tile| PlaceMark {
            short: tile.short.to_owned(),
            at: tile.at,
            ..self.mark(tile.path.clone(), tile.name)
        };
        res.marks = tiles.iter().map(mark).collect();
        res.leagues = tile_map::picture(REGION).iter().map(|it| place_chip(&it.path)).collect();
        res.ground = place_chip(ground);
    }
}

/// What a place is to a picture of tiles; an article names places of any of these.
const TILE: u8 = 1;
const GROUND: u8 = 2;
const OUTSIDE: u8 = 4;

/// How many figures of each quantity the articles have.
fn quantities(articles: &[&IndexedArticle]) -> Vec<(Quantity, usize)> {
    let mut counts: SmallMap<Quantity, usize> = SmallMap::new();
    let figures = articles.iter().flat_map(|it| &it.document.mentions.figures);
    figures.for_each(|it| *counts.value(it.quantity) += 1);
    Quantity::ALL.into_iter().filter_map(|it| Some((it, *counts.get(&it)?))).collect()
}

/// Finds the borders of the classes, and each mark's class.
fn shade(places: &mut Places, measure: PlaceMeasure) {
    let values: Vec<f64> = places.marks.iter().filter_map(|it| it.value(measure)).collect();
    places.borders = classes::borders(&values, measure != PlaceMeasure::Largest);
    for mark in &mut places.marks {
        mark.shade = classes::class(mark.value(measure), &places.borders);
    }
}
