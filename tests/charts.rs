//! Charts of the bundled pages: every mark's value is recomputed from what it opens, and nothing is left out uncounted.

use std::fs;
use std::path::Path;

use banmian::engine::analysis::analyse;
use banmian::engine::chart::{ChartKind, ChartSpec, Datum, Opens, kinds};
use banmian::engine::extract::unit::Quantity;
use banmian::engine::index::IndexedArticle;
use banmian::engine::lexicon::Lexicon;
use banmian::engine::page::parse_page;

#[test]
fn every_mark_is_what_it_opens() {
    let articles = articles();
    for selection in selections(&articles) {
        for (kind, quantity) in charts() {
            let spec = kinds::build(kind, quantity, &selection);
            for datum in &spec.data {
                let found = recomputed(&spec, datum, &selection);
                let is_same = (found - datum.value).abs() <= 1e-9 * found.abs();
                assert!(is_same, "{}: {} is {} but {found}", kind.as_str(), datum.label, datum.value);
            }
            assert!(spec.data.len() <= kinds::MAX_BARS || kind == ChartKind::ArticlesOverTime);
        }
    }
}

#[test]
fn whatever_a_chart_leaves_out_is_counted() {
    let articles = articles();
    for selection in selections(&articles) {
        for quantity in Quantity::ALL {
            let spec = kinds::build(ChartKind::FiguresRanked, Some(quantity), &selection);
            let n_figures = figures(&selection).filter(|it| it.quantity == quantity).count();
            assert_eq!(spec.n_total, n_figures, "{}", quantity.as_str());
            let n_counted = spec.data.len() + spec.n_cut + spec.n_missing + spec.n_other_unit;
            assert_eq!(n_counted, n_figures, "{}", quantity.as_str());
        }
        let spec = kinds::build(ChartKind::ArticlesOverTime, None, &selection);
        let n_shown: f64 = spec.data.iter().map(|it| it.value).sum();
        assert_eq!(n_shown as usize + spec.n_missing, selection.len());
    }
}

/// The value of a mark, from the figure or the articles that it opens.
fn recomputed(spec: &ChartSpec, datum: &Datum, selection: &[&IndexedArticle]) -> f64 {
    match &datum.opens {
        Opens::Figure { article, figure } => {
            let document = selection.iter().map(|it| &it.document).find(|it| it.article.id == *article).expect("opens");
            let figure = &document.mentions.figures[*figure];
            assert_eq!(figure.span.slice(&document.reading.text), datum.printed);
            assert_eq!(Some(figure.quantity), spec.quantity, "one quantity");
            let expected_unit = if figure.base_value.is_some() { &figure.base_unit } else { &figure.unit };
            if expected_unit == "s" {
                let seconds = figure.base_value.expect("a base value");
                return seconds / seconds_of(&spec.unit);
            }
            assert_eq!(*expected_unit, spec.unit, "one unit");
            figure.base_value.unwrap_or(figure.value)
        }
        Opens::Place(path) => {
            let is_below = |it: &str| it == path || it.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
            let has_place = |it: &IndexedArticle| it.document.mentions.places.iter().any(|it| is_below(&it.canonical));
            selection.iter().filter(|it| has_place(it)).count() as f64
        }
        Opens::Behind(_) | Opens::Within(_) => f64::NAN,
        Opens::Date(period) => {
            let has_date =
                |it: &IndexedArticle| it.published.edtf.as_ref().is_some_and(|it| it.as_str().starts_with(period));
            selection.iter().filter(|it| has_date(it)).count() as f64
        }
    }
}

fn seconds_of(unit: &str) -> f64 {
    match unit {
        "年" => 31_557_600.0,
        "天" => 86_400.0,
        "小时" => 3_600.0,
        "分钟" => 60.0,
        _ => 1.0,
    }
}

fn charts() -> impl Iterator<Item = (ChartKind, Option<Quantity>)> {
    let quantities = || Quantity::ALL.into_iter().map(Some).chain([None]);
    ChartKind::ALL.into_iter().flat_map(move |kind| quantities().map(move |quantity| (kind, quantity)))
}

fn figures<'a>(
    selection: &'a [&'a IndexedArticle],
) -> impl Iterator<Item = &'a banmian::engine::extract::FigureMention> {
    selection.iter().flat_map(|it| &it.document.mentions.figures)
}

/// All articles, none, those of each page, and each alone.
fn selections(articles: &[IndexedArticle]) -> Vec<Vec<&IndexedArticle>> {
    let mut res = vec![articles.iter().collect(), vec![]];
    res.extend(articles.chunk_by(|a, b| a.page == b.page).map(|it| it.iter().collect()));
    res.extend(articles.iter().map(|it| vec![it]));
    res
}

fn articles() -> Vec<IndexedArticle> {
    let lexicon = Lexicon::native();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/corpus");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.retain(|it| it.extension().is_some_and(|it| it == "txt"));
    files.sort();
    let mut res = vec![];
    for file in files {
        let id = file.file_stem().unwrap().to_string_lossy().into_owned();
        let analysis = analyse(parse_page(&id, &fs::read_to_string(&file).unwrap()), &lexicon);
        let index = |it| IndexedArticle::new(&id, &analysis.published, it);
        res.extend(analysis.documents.into_iter().map(index));
    }
    res
}
