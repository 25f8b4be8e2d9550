//! Properties of the view of places over the bundled pages: for random selections, every count, every largest figure and every
//! shade is what a count by hand gives, and a tile opens just the articles that it counts.

#[path = "support/bundled.rs"]
mod bundled;

use std::collections::BTreeSet;

use banmian::engine::archive::Random;
use banmian::engine::chart::scale::classes;
use banmian::engine::chart::tile_map::{REGION, tiles};
use banmian::engine::chart::{Opens, Shape, TextMeasure};
use banmian::engine::extract::unit::Quantity;
use banmian::engine::query::{Choice, Clause, Facet, Selection};
use banmian::protocol::*;
use banmian::service::Service;
use banmian::view_model::place_map::{self, MapWords};
use banmian::view_model::url::AppLocation;
use banmian::view_model::{Locale, opening};
use bundled::{corpus, details, list};

const N_SELECTIONS: usize = 60;

#[test]
fn every_place_counts_what_a_count_by_hand_counts() {
    let service = corpus();
    let details = details(&service, &Selection::default());
    let mut random = Random(19);
    let (mut n_mentions, mut n_figures) = (0, 0);
    for _ in 0..N_SELECTIONS {
        let wanted = draw(&mut random, &details);
        let places = ask(&service, &wanted);
        let articles = under(&service, &details, &wanted.selection.without(Facet::Place));
        assert_eq!(places.n_articles, articles.len());
        let mut nodes = vec![];
        places.roots.iter().for_each(|it| collect(it, &mut nodes));
        for node in &nodes {
            let more = node.more.as_ref().unwrap();
            assert_eq!(node.count, articles.iter().filter(|it| names(it, &node.path)).count(), "{}", node.path);
            assert_eq!(more.n_mentions, mentions(&articles, &node.path), "{}", node.path);
            check_largest(&places, more.largest.as_ref(), &node.path, &articles);
            n_mentions += more.n_mentions;
            n_figures += usize::from(more.largest.is_some());
        }
        let mentioned: BTreeSet<&str> =
            articles.iter().flat_map(|it| &it.mentions.places).map(|it| it.canonical.as_str()).collect();
        let shown: BTreeSet<&str> = nodes.iter().map(|it| it.path.as_str()).collect();
        assert!(mentioned.is_subset(&shown), "every place of the selection stands in the tree");
    }
    assert!(n_mentions > 500 && n_figures > 100, "{n_mentions} mentions, {n_figures} figures");
}

#[test]
fn every_tile_shows_and_opens_what_it_counts() {
    let service = corpus();
    let details = details(&service, &Selection::default());
    let mut random = Random(23);
    let mut shades = BTreeSet::new();
    for _ in 0..N_SELECTIONS {
        let wanted = draw(&mut random, &details);
        let places = ask(&service, &wanted);
        let articles = under(&service, &details, &wanted.selection.without(Facet::Place));
        for mark in &places.marks {
            let counted = articles.iter().filter(|it| names(it, &mark.path)).count();
            assert_eq!((mark.n_articles, mark.n_mentions), (counted, mentions(&articles, &mark.path)), "{}", mark.path);
            check_largest(&places, mark.largest.as_ref(), &mark.path, &articles);
            assert_eq!(mark.choice, wanted.selection.choice(Facet::Place, &mark.path));
            assert_eq!(mark.shade, classes::class(mark.value(wanted.measure), &places.borders));
            assert_eq!(mark.shade == 0, mark.value(wanted.measure).is_none_or(|it| it <= 0.0));
            shades.insert(mark.shade);
            let mut location = AppLocation { selection: wanted.selection.clone(), ..AppLocation::default() };
            opening::open(&mut location, &Opens::Place(mark.path.clone()));
            assert_eq!(count(&service, &location.selection), mark.n_articles, "{}", mark.path);
            let mut location = AppLocation { selection: wanted.selection.without(Facet::Place), ..location };
            opening::open(&mut location, &Opens::Choose(mark.path.clone()));
            assert_eq!(count(&service, &location.selection), mark.n_articles, "{}", mark.path);
        }
        assert!(places.borders.is_sorted() && places.borders.len() < classes::MAX_CLASSES);
        check_rest(&service, &wanted.selection, &places, &articles);
    }
    assert!(shades.len() >= 5, "{shades:?}");
}

#[test]
fn choosing_a_tile_twice_changes_nothing() {
    let path = "内蒙古自治区/赤峰市".to_owned();
    let before = AppLocation::parse("#/places?places=tiles&place=内蒙古自治区/包头市");
    let mut location = before.clone();
    opening::open(&mut location, &Opens::Choose(path.clone()));
    assert_eq!(location.selection.values(Facet::Place).len(), 2);
    assert_eq!(location.view, before.view);
    opening::open(&mut location, &Opens::Choose(path));
    assert_eq!(location, before);
}

#[test]
fn every_picture_keeps_its_texts_in_their_tiles() {
    let service = corpus();
    let details = details(&service, &Selection::default());
    let mut random = Random(31);
    for _ in 0..N_SELECTIONS / 4 {
        let wanted = draw(&mut random, &details);
        let places = ask(&service, &wanted);
        for (width, size) in [(296.0, 13.0), (328.0, 13.0), (700.0, 13.0), (1800.0, 17.0)] {
            for locale in Locale::ALL {
                let words = MapWords { places: &places, measure: wanted.measure, locale };
                check_scene(&place_map::tiles(words, width, &Letters(size)), &places, width, size);
            }
        }
    }
}

#[test]
fn values_of_every_size_fit_a_narrow_tile() {
    let mark = |value: f64| PlaceMark {
        path: "内蒙古自治区/赤峰市".into(),
        name: "赤峰市".into(),
        short: "赤峰".into(),
        at: (5, 0),
        n_articles: 1,
        n_mentions: 1,
        largest: Some(PlaceFigure {
            printed: String::new(),
            approx: Some(banmian::engine::extract::Approx::Over),
            value,
            article: String::new(),
            figure: 0,
        }),
        shade: 1,
        choice: Choice::Free,
    };
    for value in [0.0, 0.000114, 0.5, 33.333333, 9999.0, 20_000.0, 350_000.0, 8e6, 5.72e8, 5.72e9, 133_333.333333] {
        let places = Places { marks: vec![mark(value)], ..Places::default() };
        for locale in Locale::ALL {
            let words = MapWords { places: &places, measure: PlaceMeasure::Largest, locale };
            check_scene(&place_map::tiles(words, 296.0, &Letters(13.0)), &places, 296.0, 13.0);
        }
    }
}

#[test]
fn an_owners_map_is_shaded_where_its_places_are_known() {
    let service = corpus();
    let names = ["赤峰市", "某国", "包头市"];
    let features: Vec<FeatureName> =
        names.map(|it| FeatureName { name: it.into(), code: String::new() }).into_iter().collect();
    let ground = Ground::Features(features.clone());
    let wanted =
        PlacesWanted { selection: Selection::default(), quantity: None, measure: PlaceMeasure::Articles, ground };
    let places = ask(&service, &wanted);
    let square = |x: f64| vec![vec![(x, 0.0), (x + 300.0, 0.0), (x + 300.0, 300.0), (x, 300.0)]];
    let feature = |(name, x)| DrawnFeature { name, rings: square(x), lines: vec![] };
    let drawn = DrawnMap {
        width: 1000.0,
        height: 400.0,
        features: features.into_iter().zip([0.0, 300.0, 600.0]).map(feature).collect(),
    };
    let words = MapWords { places: &places, measure: wanted.measure, locale: Locale::Chinese };
    let scene = place_map::map(words, &drawn, 500.0, &Letters(13.0));
    let labels: Vec<&str> = scene.marks.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(labels, ["赤峰市", "包头市"]);
    let areas = scene.shapes.iter().filter(|it| matches!(it, Shape::Path { closed: true, .. }));
    assert!(areas.count() >= 3, "the feature without a place is drawn too");
    assert!(!places.knows_no_feature() && places.ground.path.is_empty());
    let none = Ground::Features(vec![FeatureName { name: "某国".into(), code: String::new() }]);
    assert!(ask(&service, &PlacesWanted { ground: none, ..wanted }).knows_no_feature());
}

/// The shapes lie inside, a tile a mark, and texts in their tiles.
fn check_scene(scene: &banmian::engine::chart::Scene, places: &Places, width: f64, size: f64) {
    assert_eq!(scene.marks.len(), places.marks.len());
    let tiles: Vec<[f64; 4]> = scene
        .shapes
        .iter()
        .filter_map(|it| match it {
            Shape::Target { x, y, width, height, .. } => Some([*x, *y, x + width, y + height]),
            _ => None,
        })
        .collect();
    assert_eq!(tiles.len(), places.marks.len());
    for (idx, [left, top, right, bottom]) in tiles.iter().enumerate() {
        assert!(*left >= 0.0 && *right <= width + 0.01 && *bottom <= scene.height);
        assert!(right - left >= 24.0 && bottom - top >= 24.0, "too small to be hit");
        for [x, y, to_x, to_y] in &tiles[idx + 1..] {
            assert!(to_x <= left || x >= right || to_y <= top || y >= bottom, "tiles overlap");
        }
    }
    let end = tiles.iter().map(|it| it[3]).fold(0.0, f64::max);
    for shape in &scene.shapes {
        let Shape::Text { x, y, text, .. } = shape else { continue };
        let wide = Letters(size).width(text);
        if *y <= end {
            let inside = |it: &&[f64; 4]| {
                it[0] <= x - wide / 2.0 && x + wide / 2.0 <= it[2] && it[1] < y - size / 2.0 && *y < it[3]
            };
            assert!(tiles.iter().any(|it| inside(&it)), "{text} sticks out of its tile at {width}");
        } else {
            assert!(x + wide <= width && *y <= scene.height, "{text} sticks out of the legend at {width}");
        }
    }
}

struct Letters(f64);

impl TextMeasure for Letters {
    fn width(&self, text: &str) -> f64 {
        text.chars().map(|it| if it.is_ascii() { 0.56 * self.0 } else { self.0 }).sum()
    }

    fn size(&self) -> f64 {
        self.0
    }
}

/// Articles that no tile shows, and the way to those about places outside.
fn check_rest(service: &Service, selection: &Selection, places: &Places, articles: &[&ArticleDetail]) {
    let is_outside = |it: &&&ArticleDetail| it.mentions.places.iter().any(|it| !within(&it.canonical, REGION));
    assert_eq!(places.n_outside, articles.iter().filter(is_outside).count());
    if !places.outside.is_empty() {
        let mut selection = selection.without(Facet::Place);
        selection.clauses.insert(Facet::Place, Clause::any_of(&places.outside));
        assert_eq!(count(service, &selection), places.n_outside);
    }
    let ground = &places.ground.path;
    let is_whole = |it: &&&ArticleDetail| names(it, ground) && !places.marks.iter().any(|mark| names(it, &mark.path));
    assert_eq!(places.n_whole, articles.iter().filter(is_whole).count(), "{ground}");
}

/// The largest of the figures that share its scale and belong to the place; the first of equal ones.
fn check_largest(places: &Places, found: Option<&PlaceFigure>, path: &str, articles: &[&ArticleDetail]) {
    let scale = |detail: &ArticleDetail, idx: usize| {
        let it = &detail.mentions.figures[idx];
        let unit = if it.base_value.is_some() { &it.base_unit } else { &it.unit };
        (it.quantity, it.base_value.is_some(), unit.clone())
    };
    let Some(found) = found else { return };
    let detail = articles.iter().find(|it| it.id == found.article).unwrap();
    let wanted = scale(detail, found.figure);
    assert_eq!(Some(wanted.0), places.quantity);
    let value = |detail: &ArticleDetail, idx: usize| {
        let it = &detail.mentions.figures[idx];
        it.base_value.unwrap_or(it.value)
    };
    let figures = articles.iter().flat_map(|it| (0..it.mentions.figures.len()).map(move |idx| (*it, idx)));
    let here = figures.filter(|(it, idx)| {
        scale(it, *idx) == wanted && value(it, *idx) >= 0.0 && place_of(it, *idx).is_some_and(|it| within(it, path))
    });
    let most = here.map(|(it, idx)| value(it, idx)).fold(f64::NEG_INFINITY, f64::max);
    assert_eq!(value(detail, found.figure), most, "{path}");
    assert_eq!(detail.mentions.figures[found.figure].span.slice(&detail.text), found.printed);
}

/// The place a figure belongs to: the last one named before it, else the first.
fn place_of(detail: &ArticleDetail, idx: usize) -> Option<&str> {
    let at = detail.mentions.figures[idx].span.start;
    let places = &detail.mentions.places;
    let before = places.iter().rev().find(|it| it.span.start < at);
    before.or(places.first()).map(|it| it.canonical.as_str())
}

fn within(path: &str, above: &str) -> bool {
    path == above || path.strip_prefix(above).is_some_and(|it| it.starts_with('/'))
}

fn names(detail: &ArticleDetail, path: &str) -> bool {
    detail.mentions.places.iter().any(|it| within(&it.canonical, path))
}

fn mentions(articles: &[&ArticleDetail], path: &str) -> usize {
    let places = articles.iter().flat_map(|it| &it.mentions.places);
    places.filter(|it| within(&it.canonical, path)).count()
}

fn collect(node: &PlaceNode, res: &mut Vec<PlaceNode>) {
    res.push(node.clone());
    node.children.iter().for_each(|it| collect(it, res));
}

fn draw(random: &mut Random, details: &[ArticleDetail]) -> PlacesWanted {
    let mut selection = Selection::default();
    let article = &details[random.below(details.len())];
    if random.below(3) == 0 {
        let chars: Vec<char> = article.text.chars().filter(|it| it.is_alphabetic()).collect();
        selection.query = chars[random.below(chars.len())].to_string();
    }
    if random.below(3) == 0 {
        selection.choose(Facet::Section, &article.section, Choice::Included);
    }
    for choice in [Choice::Included, Choice::Excluded] {
        if let (Some(place), 0) = (article.mentions.places.first(), random.below(3)) {
            selection.choose(Facet::Place, &place.canonical, choice);
        }
    }
    let quantity = (random.below(2) == 0).then(|| Quantity::ALL[random.below(Quantity::ALL.len())]);
    let all: Vec<String> = tiles().map(|it| it.path).collect();
    let within = if random.below(2) == 0 { String::new() } else { all[random.below(all.len())].clone() };
    let measure = PlaceMeasure::ALL[random.below(3)];
    PlacesWanted { selection, quantity, measure, ground: Ground::Tiles(within) }
}

fn under<'a>(service: &Service, details: &'a [ArticleDetail], selection: &Selection) -> Vec<&'a ArticleDetail> {
    let found: BTreeSet<String> = list(service, selection).rows.into_iter().map(|it| it.id).collect();
    details.iter().filter(|it| found.contains(&it.id)).collect()
}

fn count(service: &Service, selection: &Selection) -> usize {
    list(service, selection).n_total
}

fn ask(service: &Service, wanted: &PlacesWanted) -> Places {
    match service.handle(&Request::Places(wanted.clone())) {
        Response::Places(places) => *places,
        other => panic!("{other:?}"),
    }
}
