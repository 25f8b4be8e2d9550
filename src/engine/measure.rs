//! Measures the engine on a generated archive. The clock comes in as an argument, so that the worker's `bench` build can
//! measure the browser itself; natively `cargo bench` does the same with a better harness.

use serde::{Deserialize, Serialize};

use super::analysis::{self, Analysis};
use super::archive::{self, ARTICLES_PER_PAGE, Archive, GeneratedPage};
use super::extract::unit::Quantity;
use super::figures::columns::FigureColumns;
use super::figures::sums::summary;
use super::figures::{Direction, FigureColumn, FigureSort, FigureView, view};
use super::index::{Field, Index};
use super::lexicon::Lexicon;
use super::page;
use super::query::{Facet, Selection, eval, facet_count, highlight, rank, snippet};

/// How long each step took, in milliseconds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Report {
    /// Articles that were found on the generated pages.
    pub n_articles: usize,
    /// Bytes of the generated pages.
    pub n_bytes: usize,
    /// Bytes of postings, borders and word counts.
    pub index_bytes: usize,
    /// Reading, cutting and indexing all pages, with nothing extracted.
    pub cut: f64,
    /// Reading, cutting and extracting all pages.
    pub read: f64,
    /// The same with indexing.
    pub build: f64,
    /// Reading, cutting and extracting one page of [`SHORT_PAGE`] bytes.
    pub short_page: f64,
    /// The same for one of [`LONG_PAGE`] bytes.
    pub long_page: f64,
    /// Matching and ranking one query.
    pub eval: Spread,
    /// The same with the snippets of the first 20.
    pub snippets: Spread,
    /// All facets after a click.
    pub facets: Spread,
    /// Figures of the archive.
    pub n_figures: usize,
    /// Putting them into columns, with every order and group that [`Report::figures`] asks for.
    pub columns: f64,
    /// The rows of the table of figures after a click, by value and grouped by place, with what they come to.
    pub figures: Spread,
}

/// Bytes of a page that is long, but printed; and of one ten times as long, which must take no more than twelve times the
/// time.
pub const SHORT_PAGE: usize = 200_000;
/// See [`SHORT_PAGE`].
pub const LONG_PAGE: usize = 2_000_000;

/// The middle and the upper end of many measurements.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Spread {
    /// Half of them took no longer.
    pub median: f64,
    /// 95 of 100 took no longer.
    pub p95: f64,
}

/// Measures an archive of about `n_articles` articles made of `sources`; `None` where those have no sentence. `clock`
/// gives milliseconds.
pub fn measure<'a>(
    sources: impl IntoIterator<Item = &'a str>,
    lexicon: &Lexicon,
    n_articles: usize,
    seed: u64,
    clock: &dyn Fn() -> f64,
) -> Option<Report> {
    let mut archive = Archive::new(sources, seed)?;
    let mut index = Index::default();
    let mut res = Report::default();
    let pages: Vec<GeneratedPage> = (0..n_articles.div_ceil(ARTICLES_PER_PAGE)).map(|_| archive.next_page()).collect();
    res.n_bytes = pages.iter().map(|it| it.text.len()).sum();
    let start = clock();
    let mut words = Index::default();
    batches(&pages).for_each(|it| add(&mut words, read(it, lexicon, analysis::cut_all)));
    words.seal();
    res.cut = clock() - start;
    drop(words);
    for pages in batches(&pages) {
        let start = clock();
        let analyses = read(pages, lexicon, analysis::analyse_all);
        res.read += clock() - start;
        add(&mut index, analyses);
        res.build += clock() - start;
    }
    let start = clock();
    index.seal();
    res.build += clock() - start;
    for (n_bytes, time) in [(SHORT_PAGE, &mut res.short_page), (LONG_PAGE, &mut res.long_page)] {
        let page = archive.long_page(n_bytes);
        let start = clock();
        let n_articles: usize = read(&[page], lexicon, analysis::analyse_all).iter().map(|it| it.documents.len()).sum();
        *time = if n_articles > 0 { clock() - start } else { f64::NAN };
    }
    res.n_articles = index.len();
    res.index_bytes = index.n_bytes();
    let queries = archive::queries(&index, seed).into_iter();
    let selections: Vec<Selection> = queries.map(|query| Selection { query, ..Selection::default() }).collect();
    res.eval = Spread::of(&selections, clock, |it| first_rows(&index, it).0.len());
    res.snippets = Spread::of(&selections, clock, |it| snippet_bytes(&index, it));
    let clicks = clicks(&index);
    res.facets = Spread::of(&clicks, clock, |it| n_counted(&index, it));
    let start = clock();
    let columns = FigureColumns::new(&index);
    res.n_figures = columns.len();
    let n_rows = figure_rows(&index, &columns, &Selection::default());
    res.columns = if n_rows > 0 { clock() - start } else { f64::NAN };
    res.figures = Spread::of(&clicks, clock, |it| figure_rows(&index, &columns, it));
    Some(res)
}

/// The table of a selection's figures by value, grouped by place, with what they come to; how many rows it has.
pub fn figure_rows(index: &Index, columns: &FigureColumns, selection: &Selection) -> usize {
    let (articles, _) = eval::select(index, selection);
    let sort = FigureSort { column: FigureColumn::Value, direction: Direction::Descending };
    let view = FigureView { group: Some(FigureColumn::Place), ..FigureView::default() };
    let rows = view::rows(index, columns, &articles, Some(Quantity::Person), sort, &view);
    rows.n_rows + summary(index, columns, &rows.figures).n
}

/// A hundred clicks: one value of one facet each, in turn.
pub fn clicks(index: &Index) -> Vec<Selection> {
    let facets = Facet::ALL.into_iter().filter(|it| !index.facets.column(*it).names().is_empty());
    let click = |(n, facet): (usize, Facet)| {
        let names = index.facets.column(facet).names();
        let mut selection = Selection::default();
        selection.toggle(facet, &names[n % names.len()]);
        selection
    };
    facets.cycle().take(CLICKS).enumerate().map(|(n, facet)| click((n, facet))).collect()
}

/// Clicks that are measured.
const CLICKS: usize = 100;

fn n_counted(index: &Index, selection: &Selection) -> usize {
    facet_count::count(index, selection, |_| Default::default()).values.iter().map(Vec::len).sum()
}

/// How a batch of pages becomes their documents.
type Reader = fn(Vec<page::Page>, &Lexicon) -> Vec<Analysis>;

/// The pages as they are read together.
pub fn batches(pages: &[GeneratedPage]) -> impl Iterator<Item = &[GeneratedPage]> {
    let mut left = pages;
    std::iter::from_fn(move || {
        let (res, rest) = left.split_at(analysis::n_together(left.iter().map(|it| it.text.len())));
        left = rest;
        (!res.is_empty()).then_some(res)
    })
}

/// What a reader makes of a batch.
pub fn read(pages: &[GeneratedPage], lexicon: &Lexicon, reader: Reader) -> Vec<Analysis> {
    reader(pages.iter().map(|it| page::parse_page(&it.id, &it.text)).collect(), lexicon)
}

/// Adds what was read to an index.
pub fn add(index: &mut Index, analyses: Vec<Analysis>) {
    for Analysis { page, published, documents, .. } in analyses {
        documents.into_iter().for_each(|it| index.add(&page.id, &published, it));
    }
}

fn first_rows(index: &Index, selection: &Selection) -> (Vec<u32>, eval::QueryHits) {
    let (articles, hits) = eval::select(index, selection);
    (rank::best(index, &hits, articles, 20), hits)
}

fn snippet_bytes(index: &Index, selection: &Selection) -> usize {
    let (articles, hits) = first_rows(index, selection);
    let passage = |article: u32| {
        let in_body = highlight::hits_in(index, &hits, article, Field::Body);
        snippet::passage(&index.article(article).document.reading.text, &in_body).len()
    };
    articles.into_iter().map(passage).sum()
}

impl Spread {
    /// Measures `step` once for each selection. What the step returns is added up, so that no step is optimised away.
    fn of(selections: &[Selection], clock: &dyn Fn() -> f64, step: impl Fn(&Selection) -> usize) -> Self {
        let mut n_done = 0;
        let mut times: Vec<f64> = selections
            .iter()
            .map(|selection| {
                let start = clock();
                n_done += step(selection);
                clock() - start
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let at = |part: usize| times.get(times.len() * part / 100).copied().unwrap_or(0.0);
        if n_done == 0 { Spread::default() } else { Spread { median: at(50), p95: at(95) } }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn every_step_is_measured() {
        let source = "◎广角\n\n草原上的合作社\n\n敖汉旗在2021年修路12公里，村里的人都说这条路修得好。大家又种了300亩草，办起了夜校。\n";
        let now = Cell::new(0.0);
        let clock = || {
            now.set(now.get() + 1.0);
            now.get()
        };
        let report = measure([source], &Lexicon::default(), 20, 1, &clock).unwrap();
        assert!(report.n_articles > 0 && report.index_bytes < report.n_bytes, "{report:?}");
        // The two pages are one batch.
        assert_eq!((report.cut, report.read, report.build, report.facets.median), (1.0, 1.0, 3.0, 1.0));
        assert_eq!((report.short_page, report.long_page), (1.0, 1.0));
        assert!(measure([""], &Lexicon::default(), 20, 1, &clock).is_none());
    }
}
