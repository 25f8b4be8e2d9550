//! Properties of facets over the bundled corpus: for random selections of every kind, every facet counts what a count by
//! hand counts, and every count is what choosing it finds. Drawn by seed, so that a failure can be repeated.

#[path = "support/bundled.rs"]
mod bundled;

use std::collections::{BTreeMap, BTreeSet};

use banmian::engine::archive::Random;
use banmian::engine::extract::edtf::{Day, Edtf};
use banmian::engine::query::both::both;
use banmian::engine::query::date_step::DateStep;
use banmian::engine::query::histogram::HistogramView;
use banmian::engine::query::{Choice, Clause, DateRange, Facet, Selection};
use banmian::engine::text::normalize::fold_text;
use banmian::protocol::{ArticleDetail, FacetView, Facets, Histogram, PlaceNode, Request, Response};
use banmian::service::Service;
use bundled::{corpus, details, list};

const N_SELECTIONS: usize = 200;

#[test]
fn every_facet_counts_what_a_count_by_hand_counts() {
    let service = corpus();
    let articles = details(&service, &Selection::default());
    let mut random = Random(7);
    let (mut n_narrowed, mut n_negated) = (0, 0);
    for _ in 0..N_SELECTIONS {
        let selection = draw_selection(&mut random, &articles);
        let views = draw_views(&mut random);
        let facets = facets(&service, &selection, &views);
        let under = |selection: &Selection| -> Vec<&ArticleDetail> {
            articles.iter().filter(|it| matches(it, selection)).collect()
        };
        n_narrowed += usize::from(under(&selection).len() < articles.len());
        n_negated += usize::from(selection.clauses.keys().any(|it| is_negated(&selection, *it)));
        assert_eq!(list(&service, &selection).n_total, under(&selection).len(), "{selection:?}");
        for list in &facets.lists {
            let wanted = count(under(&selection.without(list.facet)).into_iter().map(|it| values_of(list.facet, it)));
            let found = list.values.iter().map(|it| (it.value.clone(), it.count)).filter(|it| it.1 > 0).collect();
            assert_eq!(wanted, found, "{:?} under {selection:?}", list.facet);
            assert_eq!(list.n_more, 0);
            for (value, choice) in selection.choices(list.facet) {
                let shown = list.values.iter().find(|it| it.value == value);
                assert_eq!(shown.map(|it| it.choice), Some(choice), "{value} stays under {selection:?}");
            }
        }
        let wanted = count(under(&selection.without(Facet::Place)).into_iter().map(|it| values_of(Facet::Place, it)));
        let mut found = BTreeMap::new();
        facets.places.iter().flatten().for_each(|it| collect(it, &mut found));
        assert_eq!(wanted, found, "{selection:?}");
        for histogram in &facets.histograms {
            check_bars(histogram, &under(&selection.without(histogram.facet)), &selection);
        }
    }
    assert!(n_narrowed > N_SELECTIONS / 2, "the selections narrow: {n_narrowed}");
    assert!(n_negated > N_SELECTIONS / 4, "the selections exclude: {n_negated}");
}

#[test]
fn what_a_count_says_is_what_choosing_it_finds() {
    let service = corpus();
    let articles = details(&service, &Selection::default());
    let mut random = Random(11);
    let mut n_found = 0;
    for _ in 0..N_SELECTIONS / 4 {
        let selection = draw_selection(&mut random, &articles);
        let facets = facets(&service, &selection, &draw_views(&mut random));
        let with = |facet: Facet, clause: Clause| {
            let mut selection = selection.without(facet);
            selection.clauses.insert(facet, clause);
            list(&service, &selection).n_total
        };
        for list in &facets.lists {
            if let Some(it) = list.values.get(random.below(list.values.len().max(1))) {
                assert_eq!(with(list.facet, Clause::any_of([&it.value])), it.count, "{} under {selection:?}", it.value);
                n_found += it.count;
            }
        }
        for histogram in &facets.histograms {
            let bar = &histogram.bars[random.below(histogram.bars.len())];
            let (from, to) = bar.date.as_str().split_once('/').unwrap_or((bar.date.as_str(), bar.date.as_str()));
            let range = DateRange { from: Edtf::parse(from), to: Edtf::parse(to) };
            assert_eq!(with(histogram.facet, Clause::between(range)), bar.count, "{:?} under {selection:?}", bar.date);
            let undated = Clause::Dates { range: DateRange::default(), negated: true };
            assert_eq!(with(histogram.facet, undated), histogram.n_undated, "{selection:?}");
            n_found += bar.count;
        }
    }
    assert!(n_found > 300, "{n_found}");
}

/// Pairs of random selections, half of them alike but for one clause.
#[test]
fn what_two_selections_share_is_what_the_shared_selection_finds() {
    let service = corpus();
    let articles = details(&service, &Selection::default());
    let mut random = Random(17);
    let (mut n_said, mut n_found) = (0, 0);
    for n in 0..N_SELECTIONS {
        let a = draw_selection(&mut random, &articles);
        let mut b = draw_selection(&mut random, &articles);
        if n % 2 == 0 {
            let one = b.clauses.pop_first();
            b = Selection { clauses: a.clauses.clone().into_iter().chain(one).collect(), ..a.clone() };
        }
        let Some(shared) = both(&a, &b) else { continue };
        let ids = |it: &Selection| list(&service, it).rows.into_iter().map(|it| it.id).collect::<BTreeSet<_>>();
        let wanted: BTreeSet<String> = ids(&a).intersection(&ids(&b)).cloned().collect();
        assert_eq!(ids(&shared), wanted, "{a:?} and {b:?} as {shared:?}");
        n_said += 1;
        n_found += wanted.len();
    }
    assert!(n_said > N_SELECTIONS / 2 && n_found > N_SELECTIONS, "{n_said} said, {n_found} found");
}

/// Bars, what stands before and after them, and what has no date.
fn check_bars(histogram: &Histogram, articles: &[&ArticleDetail], selection: &Selection) {
    let facet = histogram.facet;
    let n_with = |holds: &dyn Fn(Option<Day>, Option<Day>) -> bool| {
        let has = |it: &&&ArticleDetail| dates_of(facet, it).iter().map(Edtf::bounds).any(|(from, to)| holds(from, to));
        articles.iter().filter(has).count()
    };
    for bar in &histogram.bars {
        let (first, last) = bar.date.bounds();
        assert_eq!(
            bar.count,
            n_with(&|from, to| meets(from, to, first, last)),
            "{bar:?} of {facet:?} under {selection:?}"
        );
        let within = |from: Option<Day>, to: Option<Day>| from.is_some() && to.is_some() && from >= first && to <= last;
        assert_eq!(bar.n_within, n_with(&within), "{bar:?} of {facet:?} under {selection:?}");
    }
    if let (Some(first), Some(last)) = (histogram.bars.first(), histogram.bars.last()) {
        let (first, last) = (first.date.bounds().0, last.date.bounds().1);
        assert_eq!(histogram.n_before, n_with(&|from, _| from.is_none() || from < first), "{facet:?} {selection:?}");
        assert_eq!(histogram.n_after, n_with(&|_, to| to.is_none() || to > last), "{facet:?} {selection:?}");
    }
    let n_undated = articles.iter().filter(|it| dates_of(facet, it).is_empty()).count();
    assert_eq!(histogram.n_undated, n_undated, "{facet:?} {selection:?}");
}

fn facets(service: &Service, selection: &Selection, views: &BTreeMap<Facet, FacetView>) -> Facets {
    match service.handle(&Request::Facets { selection: selection.clone(), views: views.clone() }) {
        Response::Facets(facets) => facets,
        other => panic!("{other:?}"),
    }
}

/// Each facet with a chance of one in four: up to three values of some articles, included or excluded, or a range.
fn draw_selection(random: &mut Random, articles: &[ArticleDetail]) -> Selection {
    let mut res = Selection::default();
    if random.below(2) == 0 {
        let article = &articles[random.below(articles.len())];
        let chars: Vec<char> = article.text.chars().filter(|it| it.is_alphabetic()).collect();
        let start = random.below(chars.len());
        res.query = chars[start..chars.len().min(start + 1 + random.below(2))].iter().collect();
    }
    for facet in Facet::ALL.into_iter().filter(|_| random.below(4) == 0).collect::<Vec<_>>() {
        if facet.is_date() {
            let mut end = || (random.below(3) > 0).then(|| draw_date(random)).flatten();
            let range = DateRange { from: end(), to: end() };
            res.clauses.insert(facet, Clause::Dates { range, negated: random.below(3) == 0 });
            continue;
        }
        for _ in 0..1 + random.below(3) {
            let values: Vec<String> = values_of(facet, &articles[random.below(articles.len())]).into_iter().collect();
            let choice = if random.below(3) == 0 { Choice::Excluded } else { Choice::Included };
            if let Some(value) = values.get(random.below(values.len().max(1))) {
                res.choose(facet, value, choice);
            }
        }
    }
    res
}

fn draw_date(random: &mut Random) -> Option<Edtf> {
    let (year, month) = (2019 + random.below(6), 1 + random.below(9));
    Edtf::parse(&match random.below(3) {
        0 => format!("{year}"),
        1 => format!("{year}-0{month}"),
        _ => format!("{year}-0{month}-1{}", random.below(10)),
    })
}

/// Every value of every list; histograms of any step, moved a little.
fn draw_views(random: &mut Random) -> BTreeMap<Facet, FacetView> {
    let mut view = || {
        let step = (random.below(5) > 0).then(|| DateStep::ALL[random.below(4)]);
        let histogram = HistogramView { step, shift: random.below(7) as i32 - 3 };
        FacetView { filter: String::new(), n_more: 1000, histogram }
    };
    Facet::ALL.into_iter().map(|it| (it, view())).collect()
}

fn matches(article: &ArticleDetail, selection: &Selection) -> bool {
    searched_text(article).contains(&fold_text(&selection.query))
        && selection.clauses.iter().all(|(facet, clause)| holds(article, *facet, clause))
}

fn holds(article: &ArticleDetail, facet: Facet, clause: &Clause) -> bool {
    match clause {
        Clause::Values { include, exclude } => {
            let own = values_of(facet, article);
            (include.is_empty() || !own.is_disjoint(include)) && own.is_disjoint(exclude)
        }
        Clause::Dates { range, negated } => {
            let first = range.from.as_ref().and_then(|it| it.bounds().0);
            let last = range.to.as_ref().and_then(|it| it.bounds().1);
            let mut dates = dates_of(facet, article).into_iter().map(|it| it.bounds());
            dates.any(|(from, to)| meets(from, to, first, last)) != *negated
        }
    }
}

fn meets(from: Option<Day>, to: Option<Day>, first: Option<Day>, last: Option<Day>) -> bool {
    let not_after = |a: Option<Day>, b: Option<Day>| a.is_none() || b.is_none() || a <= b;
    not_after(from, last) && not_after(first, to)
}

fn is_negated(selection: &Selection, facet: Facet) -> bool {
    selection.is_negated(facet) || selection.choices(facet).iter().any(|it| it.1 == Choice::Excluded)
}

fn dates_of(facet: Facet, article: &ArticleDetail) -> Vec<Edtf> {
    match facet {
        Facet::Date => article.published.edtf.iter().cloned().collect(),
        _ => article.mentions.dates.iter().filter_map(|it| it.edtf.clone()).collect(),
    }
}

/// The values of a facet that is no time; of places, all above them too.
fn values_of(facet: Facet, article: &ArticleDetail) -> BTreeSet<String> {
    let mentions = &article.mentions;
    match facet {
        Facet::Section => [article.section.clone()].into(),
        Facet::Kind => [article.kind.as_str().to_owned()].into(),
        Facet::Page => [article.page.clone()].into(),
        Facet::Programme => mentions.programmes.iter().map(|it| it.name.clone()).collect(),
        Facet::Quantity => mentions.figures.iter().map(|it| it.quantity.as_str().to_owned()).collect(),
        Facet::Byline => {
            let names: BTreeSet<String> =
                article.byline.iter().map(|it| it.name.clone()).filter(|it| !it.is_empty()).collect();
            if names.is_empty() { [String::new()].into() } else { names }
        }
        Facet::Place => {
            let path = |it: &str| it.split('/').map(str::to_owned).collect::<Vec<_>>();
            let paths = mentions.places.iter().map(|it| path(&it.canonical));
            paths.flat_map(|path| (1..=path.len()).map(move |n| path[..n].join("/"))).collect()
        }
        Facet::Date | Facet::Mentioned => panic!("{facet:?} has ranges"),
    }
}

/// What search looks at, fields apart.
fn searched_text(article: &ArticleDetail) -> String {
    let byline = article.byline.iter().flat_map(|it| [it.role.clone(), it.name.clone()]);
    let byline: Vec<String> = byline.filter(|it| !it.is_empty()).collect();
    let fields = [&article.headline, &byline.join(" "), &article.section, &article.text];
    fold_text(&fields.map(String::as_str).join("\u{1}"))
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
