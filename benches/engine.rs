//! Benchmarks of the engine; each asserts its result, so that none times nothing.
//!
//! `cargo bench` runs all of them on archives of 1,000 and 10,000 generated articles; `BANMIAN_BENCH_LARGE=1 cargo
//! bench` adds 100,000 (4 GB of memory, a few minutes). `cargo bench -- query` runs those whose name contains `query`.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

use banmian::engine::analysis::{self, Analysis};
use banmian::engine::archive::{self, ARTICLES_PER_PAGE, Archive, GeneratedPage};
use banmian::engine::index::Index;
use banmian::engine::lexicon::Lexicon;
use banmian::engine::measure;
use banmian::engine::page::parse_page;
use divan::Bencher;
use divan::counter::BytesCount;

/// The seed of every archive and query; another one gives other numbers.
const SEED: u64 = 20_230_401;

fn main() {
    divan::main();
}

mod page {
    use super::*;

    /// Labels, headlines, bylines, kinds and reading order of an archive's pages.
    #[divan::bench(args = archive_sizes(), sample_count = 10)]
    fn parse(bencher: Bencher, n_articles: usize) {
        let pages = generated(n_articles);
        bencher.counter(n_bytes(&pages)).bench(|| {
            let n_found: usize = pages.iter().map(|it| parse_page(&it.id, &it.text).articles.len()).sum();
            assert!(n_found >= n_articles * 9 / 10, "{n_found} of {n_articles} articles were seen");
        });
    }
}

mod token {
    use super::*;

    /// Cutting into words and looking up their classes.
    #[divan::bench(args = archive_sizes(), sample_count = 10)]
    fn cut(bencher: Bencher, n_articles: usize) {
        let pages = generated(n_articles);
        let tokenizer = lexicon().tokenizer.as_ref().expect("the native lexicon cuts");
        bencher.counter(n_bytes(&pages)).bench(|| {
            let n_tokens: usize = pages.iter().map(|it| tokenizer.cut(&it.text).len()).sum();
            assert!(n_tokens > n_articles * 100);
        });
    }
}

mod read {
    use banmian::engine::measure::{LONG_PAGE, SHORT_PAGE};

    use super::*;

    /// One page, printed and ten times as long: twelve times the time at most.
    #[divan::bench(args = [SHORT_PAGE, LONG_PAGE], sample_count = 5)]
    fn page(bencher: Bencher, n_bytes: usize) {
        let page = archive().long_page(n_bytes);
        bencher.counter(BytesCount::new(page.text.len())).bench(|| {
            let n_articles = n_documents(&analysed(std::slice::from_ref(&page)));
            assert!(n_articles > n_bytes / 10_000, "{n_articles} articles were seen");
        });
    }

    /// Everything from a page's text to its mentions: reading, cutting, extracting.
    #[divan::bench(args = archive_sizes(), sample_count = 5)]
    fn all(bencher: Bencher, n_articles: usize) {
        let pages = generated(n_articles);
        bencher.counter(n_bytes(&pages)).bench(|| {
            let n_figures: usize = measure::batches(&pages).map(analysed).map(|it| n_figures(&it)).sum();
            assert!(n_figures > n_articles);
        });
    }

    fn n_figures(analyses: &[Analysis]) -> usize {
        analyses.iter().flat_map(|it| &it.documents).map(|it| it.mentions.figures.len()).sum()
    }

    fn n_documents(analyses: &[Analysis]) -> usize {
        analyses.iter().map(|it| it.documents.len()).sum()
    }
}

mod index {
    use super::*;

    /// Postings, borders, word counts and facet values of articles that were read and cut.
    #[divan::bench(args = archive_sizes(), sample_count = 5)]
    fn build(bencher: Bencher, n_articles: usize) {
        let analyses: Vec<Vec<Analysis>> = measure::batches(&generated(n_articles)).map(cut_only).collect();
        let n_bytes: usize = analyses.iter().flatten().map(|it| it.page.text.len()).sum();
        bencher.counter(BytesCount::new(n_bytes)).with_inputs(|| analyses.clone()).bench_values(|analyses| {
            let index = indexed(analyses);
            assert!(index.n_bytes() < n_bytes, "the index is smaller than its text");
            index
        });
    }

    /// Everything that search needs of pages: reading, cutting, indexing, with nothing extracted.
    #[divan::bench(args = archive_sizes(), sample_count = 3)]
    fn all(bencher: Bencher, n_articles: usize) {
        let pages = generated(n_articles);
        bencher.counter(n_bytes(&pages)).bench(|| {
            let index = indexed(measure::batches(&pages).map(cut_only));
            assert!(index.len() >= n_articles * 9 / 10);
        });
    }
}

mod query {
    use banmian::engine::figures::columns::FigureColumns;
    use banmian::engine::index::Field;
    use banmian::engine::measure;
    use banmian::engine::query::histogram::HistogramView;
    use banmian::engine::query::{Facet, Selection, eval, facet_count, highlight, rank, snippet};

    use super::*;

    /// One query of a mix of 300: matching, and ranking the first 20.
    #[divan::bench(args = archive_sizes(), sample_count = 300)]
    fn eval(bencher: Bencher, n_articles: usize) {
        let (index, selections) = prepared(n_articles);
        let mut n_found = 0;
        let mut next = selections.iter().cycle();
        bencher.bench_local(|| {
            let (articles, hits) = eval::select(index, next.next().expect("the cycle never ends"));
            n_found += articles.len();
            rank::best(index, &hits, articles, 20)
        });
        assert!(n_found > 0, "some query finds something");
    }

    /// The same with the snippets of the first 20.
    #[divan::bench(args = archive_sizes(), sample_count = 300)]
    fn snippets(bencher: Bencher, n_articles: usize) {
        let (index, selections) = prepared(n_articles);
        let mut n_chars = 0;
        let mut next = selections.iter().cycle();
        bencher.bench_local(|| {
            let (articles, hits) = eval::select(index, next.next().expect("the cycle never ends"));
            for article in rank::best(index, &hits, articles, 20) {
                let text = &index.article(article).document.reading.text;
                let in_body = highlight::hits_in(index, &hits, article, Field::Body);
                n_chars += snippet::passage(text, &in_body).slice(text).chars().count();
            }
        });
        assert!(n_chars > 0, "some snippet shows something");
    }

    /// Every facet after a click: a hundred clicks on values of all facets in turn.
    #[divan::bench(args = archive_sizes(), sample_count = 300)]
    fn facets(bencher: Bencher, n_articles: usize) {
        let (index, _) = prepared(n_articles);
        let clicks = measure::clicks(index);
        let mut next = clicks.iter().cycle();
        bencher.bench_local(|| {
            let selection = next.next().expect("the cycle never ends");
            let counts = facet_count::count(index, selection, |_| HistogramView::default());
            assert_eq!(counts.values.len(), Facet::ALL.len());
            counts
        });
    }

    /// The table of figures after a click, by value and grouped by place.
    #[divan::bench(args = archive_sizes(), sample_count = 300)]
    fn figures(bencher: Bencher, n_articles: usize) {
        let (index, _) = prepared(n_articles);
        let columns = FigureColumns::new(index);
        println!("{} figures", columns.len());
        let clicks = measure::clicks(index);
        let mut next = clicks.iter().cycle();
        bencher.bench_local(|| {
            let selection = next.next().expect("the cycle never ends");
            measure::figure_rows(index, &columns, selection)
        });
    }

    /// An index with its queries, made once for each size and kept.
    fn prepared(n_articles: usize) -> (&'static Index, &'static [Selection]) {
        type Prepared = BTreeMap<usize, (&'static Index, &'static [Selection])>;
        static PREPARED: Mutex<Prepared> = Mutex::new(BTreeMap::new());
        let mut prepared = PREPARED.lock().expect("no bench panics while it prepares");
        *prepared.entry(n_articles).or_insert_with(|| {
            let index = indexed(measure::batches(&generated(n_articles)).map(analysed));
            println!("index of {n_articles}: {} articles, {} bytes", index.len(), index.n_bytes());
            let queries = archive::queries(&index, SEED).into_iter();
            let selections = queries.map(|query| Selection { query, ..Selection::default() }).collect::<Vec<_>>();
            (Box::leak(Box::new(index)), selections.leak())
        })
    }
}

fn archive_sizes() -> Vec<usize> {
    let mut res = vec![1_000, 10_000];
    if std::env::var("BANMIAN_BENCH_LARGE").is_ok() {
        res.push(100_000);
    }
    res
}

/// An archive of the bundled pages' sentences.
fn archive() -> Archive {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/corpus");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("the corpus is there").flatten().map(|it| it.path()).collect();
    files.sort();
    let texts: Vec<String> = files.iter().filter_map(|it| std::fs::read_to_string(it).ok()).collect();
    Archive::new(texts.iter().map(String::as_str), SEED).expect("the corpus has sentences")
}

/// The pages of an archive of that many articles.
fn generated(n_articles: usize) -> Vec<GeneratedPage> {
    let mut archive = archive();
    (0..n_articles.div_ceil(ARTICLES_PER_PAGE)).map(|_| archive.next_page()).collect()
}

fn n_bytes(pages: &[GeneratedPage]) -> BytesCount {
    BytesCount::new(pages.iter().map(|it| it.text.len()).sum::<usize>())
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::native)
}

fn analysed(pages: &[GeneratedPage]) -> Vec<Analysis> {
    measure::read(pages, lexicon(), analysis::analyse_all)
}

/// Read and cut, nothing extracted.
fn cut_only(pages: &[GeneratedPage]) -> Vec<Analysis> {
    measure::read(pages, lexicon(), analysis::cut_all)
}

fn indexed(analyses: impl IntoIterator<Item = Vec<Analysis>>) -> Index {
    let mut res = Index::default();
    analyses.into_iter().for_each(|it| measure::add(&mut res, it));
    res.seal();
    res
}
