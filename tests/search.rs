//! Properties of search over the bundled corpus: every run of characters is found exactly where plain `contains` finds
//! it, and every facet counts what a count by hand counts. Drawn by seed, so that a failure can be repeated.

use std::collections::{BTreeMap, BTreeSet};

use banmian::engine::archive::Random;
use banmian::engine::extract::edtf::{Day, Edtf};
use banmian::engine::lexicon::Lexicon;
use banmian::engine::query::{Clause, DateRange, Facet, Selection};
use banmian::engine::text::normalize::fold_text;
use banmian::protocol::{ArticleDetail, ArticleList, Facets, PlaceNode, Request, Response, Window};
use banmian::service::Service;

const N_RUNS: usize = 1000;
const N_SELECTIONS: usize = 200;

#[test]
fn every_run_of_characters_is_found_where_it_stands() {
    let service = corpus();
    let articles = details(&service);
    let texts: Vec<(String, String)> = articles.iter().map(|it| (it.id.clone(), searched_text(it))).collect();
    let mut random = Random(2023);
    for _ in 0..N_RUNS {
        let run = draw_run(&mut random, &texts);
        let expected: BTreeSet<&str> =
            texts.iter().filter(|(_, text)| text.contains(&run)).map(|(id, _)| id.as_str()).collect();
        let list = list(&service, &Selection { query: format!("\"{run}\""), ..Selection::default() });
        let found: BTreeSet<&str> = list.rows.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(found, expected, "{run:?}");
        assert_eq!(list.n_total, expected.len(), "{run:?}");
        for row in &list.rows {
            let marked: Vec<String> =
                row.snippet.hits.iter().map(|it| fold_text(it.slice(&row.snippet.text))).collect();
            assert!(marked.iter().all(|it| it.contains(&run)), "{run:?} is not what {marked:?} marks");
        }
    }
}

#[test]
fn every_facet_counts_what_a_count_by_hand_counts() {
    let service = corpus();
    let articles = details(&service);
    let mut random = Random(7);
    let mut n_narrowed = 0;
    for _ in 0..N_SELECTIONS {
        let selection = draw_selection(&mut random, &articles);
        let facets = facets(&service, &selection);
        let matching = |selection: &Selection| -> Vec<&ArticleDetail> {
            articles.iter().filter(|it| matches(it, selection)).collect()
        };
        n_narrowed += usize::from(matching(&selection).len() < articles.len());
        assert_eq!(list(&service, &selection).n_total, matching(&selection).len(), "{selection:?}");
        let sections = count(matching(&selection.without(Facet::Section)).iter().map(|it| [it.section.clone()].into()));
        let found = facets.sections.iter().map(|it| (it.value.clone(), it.count)).filter(|it| it.1 > 0).collect();
        assert_eq!(sections, found, "{selection:?}");
        let places = count(matching(&selection.without(Facet::Place)).into_iter().map(places_of));
        let mut found = BTreeMap::new();
        facets.places.iter().flatten().for_each(|it| collect(it, &mut found));
        assert_eq!(places, found, "{selection:?}");
        let dates = count(matching(&selection.without(Facet::Date)).into_iter().map(|it| [period_of(it)].into()));
        let months = facets.dates.months.iter().chain(&facets.dates.years).map(|it| (it.value.clone(), it.count));
        let found = months.chain([(String::new(), facets.dates.n_undated)]).filter(|it| it.1 > 0).collect();
        assert_eq!(dates, found, "{selection:?}");
    }
    assert!(n_narrowed > N_SELECTIONS / 2, "the selections narrow: {n_narrowed}");
}

fn corpus() -> Service {
    let mut service = Service::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/corpus");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    for file in files {
        service.add_page(&file.file_stem().unwrap().to_string_lossy(), &std::fs::read_to_string(&file).unwrap());
    }
    service.set_lexicon(Lexicon::native());
    service
}

fn list(service: &Service, selection: &Selection) -> ArticleList {
    let request = Request::Articles { selection: selection.clone(), window: Window { offset: 0, limit: usize::MAX } };
    match service.handle(&request) {
        Response::Articles(list) => list,
        other => panic!("{other:?}"),
    }
}

fn facets(service: &Service, selection: &Selection) -> Facets {
    match service.handle(&Request::Facets { selection: selection.clone() }) {
        Response::Facets(facets) => facets,
        other => panic!("{other:?}"),
    }
}

fn details(service: &Service) -> Vec<ArticleDetail> {
    let selection = Selection::default();
    let ids = list(service, &selection).rows.into_iter().map(|it| it.id);
    ids.map(|id| match service.handle(&Request::Article { id, selection: selection.clone() }) {
        Response::Article(detail) => *detail,
        other => panic!("{other:?}"),
    })
    .collect()
}

/// What search looks at, fields apart.
fn searched_text(article: &ArticleDetail) -> String {
    let byline = article.byline.iter().flat_map(|it| [it.role.clone(), it.name.clone()]);
    let byline: Vec<String> = byline.filter(|it| !it.is_empty()).collect();
    let fields = [&article.headline, &byline.join(" "), &article.section, &article.text];
    fold_text(&fields.map(String::as_str).join("\u{1}"))
}

/// Two to six neighbouring characters of some article, without blanks and the marks that queries are written with.
fn draw_run(random: &mut Random, texts: &[(String, String)]) -> String {
    loop {
        let text: Vec<char> = texts[random.below(texts.len())].1.chars().collect();
        let n_chars = 2 + random.below(5);
        let start = random.below(text.len().saturating_sub(n_chars).max(1));
        let run: String = text.iter().skip(start).take(n_chars).collect();
        if run.chars().count() == n_chars && !run.contains(|it: char| it.is_whitespace() || "\"\u{1}".contains(it)) {
            return run;
        }
    }
}

fn draw_selection(random: &mut Random, articles: &[ArticleDetail]) -> Selection {
    let mut res = Selection::default();
    let some = |random: &mut Random| articles[random.below(articles.len())].clone();
    if random.below(2) == 0 {
        let chars: Vec<char> = some(random).text.chars().filter(|it| it.is_alphabetic()).collect();
        let start = random.below(chars.len());
        res.query = chars[start..chars.len().min(start + 1 + random.below(2))].iter().collect();
    }
    for _ in 0..random.below(3) {
        res.toggle(Facet::Section, &some(random).section);
    }
    for _ in 0..random.below(3) {
        let places: Vec<String> = places_of(&some(random)).into_iter().collect();
        if let Some(place) = places.get(random.below(places.len())) {
            res.toggle(Facet::Place, place);
        }
    }
    if random.below(3) == 0 {
        let mut end = || {
            (random.below(2) == 0)
                .then(|| Edtf::parse(&format!("202{}-0{}", 1 + random.below(4), 1 + random.below(9))))
                .flatten()
        };
        let range = DateRange { from: end(), to: end() };
        res.clauses.insert(Facet::Date, Clause::Between(range));
    }
    res
}

fn matches(article: &ArticleDetail, selection: &Selection) -> bool {
    let query = fold_text(&selection.query);
    let section = selection.values(Facet::Section);
    let place = selection.values(Facet::Place);
    searched_text(article).contains(&query)
        && (section.is_empty() || section.contains(&article.section.as_str()))
        && (place.is_empty() || places_of(article).iter().any(|it| place.contains(&it.as_str())))
        && selection.range(Facet::Date).is_none_or(|range| meets(article, range))
}

fn meets(article: &ArticleDetail, range: &DateRange) -> bool {
    let Some((from, to)) = article.published.edtf.as_ref().map(Edtf::bounds) else { return false };
    let first = range.from.as_ref().and_then(|it| it.bounds().0);
    let last = range.to.as_ref().and_then(|it| it.bounds().1);
    let not_after = |a: Option<Day>, b: Option<Day>| a.is_none() || b.is_none() || a <= b;
    not_after(from, last) && not_after(first, to)
}

/// Its places and all above them.
fn places_of(article: &ArticleDetail) -> BTreeSet<String> {
    let mut res = BTreeSet::new();
    for place in &article.mentions.places {
        let mut path = place.canonical.as_str();
        loop {
            res.insert(path.to_owned());
            let Some((above, _)) = path.rsplit_once('/') else { break };
            path = above;
        }
    }
    res
}

/// Its month, else its year, else "".
fn period_of(article: &ArticleDetail) -> String {
    match article.published.edtf.as_ref().map(Edtf::bounds) {
        Some((Some(from), Some(to))) if (from.year, from.month) == (to.year, to.month) => {
            format!("{:04}-{:02}", from.year, from.month)
        }
        Some((Some(from), _)) => format!("{:04}", from.year),
        _ => String::new(),
    }
}

fn count(values: impl Iterator<Item = BTreeSet<String>>) -> BTreeMap<String, usize> {
    let mut res = BTreeMap::new();
    for value in values.flatten() {
        *res.entry(value).or_default() += 1;
    }
    res
}

fn collect(node: &PlaceNode, res: &mut BTreeMap<String, usize>) {
    if node.count > 0 {
        res.insert(node.path.clone(), node.count);
    }
    node.children.iter().for_each(|it| collect(it, res));
}
