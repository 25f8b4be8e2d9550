//! Our side of `benches/peers/`: writes a generated archive for JavaScript's search libraries to read, with the queries that
//! all are asked, and measures the engine on it.
//!
//! `cargo run --profile bench --example peers -- FOLDER [N_ARTICLES]` writes `articles.jsonl` (headline, section, byline,
//! text), `queries.json` (300), `runs.json` (1,000 random runs of 2 to 6 characters, each with the numbers of the articles
//! that hold it by plain `contains`) and `banmian.json` (our figures: milliseconds, bytes).

// Its business is to measure; nothing of the product does.
#![allow(clippy::disallowed_methods)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use banmian::engine::analysis::{Analysis, analyse};
use banmian::engine::archive::{self, ARTICLES_PER_PAGE, Archive, Random};
use banmian::engine::index::{Field, Index, IndexedArticle};
use banmian::engine::lexicon::Lexicon;
use banmian::engine::page::parse_page;
use banmian::engine::query::{Selection, eval, highlight, rank, snippet};
use banmian::engine::text::variant::fold_text_for_search;
use serde_json::json;

/// The seed of the archive, the queries and the runs.
const SEED: u64 = 20_230_401;
const N_RUNS: usize = 1_000;
const N_ROWS: usize = 20;

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().unwrap_or_else(|| "target/peers".into()));
    let n_articles = args.next().and_then(|it| it.parse().ok()).unwrap_or(10_000);
    fs::create_dir_all(&folder)?;
    let (index, mut figures) = built(n_articles);
    let queries = archive::queries(&index, SEED);
    measure_queries(&index, &queries, &mut figures);
    let texts: Vec<String> = index.articles().iter().map(searched_text).collect();
    let runs = draw_runs(&texts);
    figures["recall"] = recall(&index, &texts, &runs).into();
    write_articles(&folder, &index)?;
    fs::write(folder.join("queries.json"), json!(queries).to_string())?;
    fs::write(folder.join("runs.json"), json!(runs).to_string())?;
    fs::write(folder.join("banmian.json"), figures.to_string())?;
    println!("{figures:#}");
    Ok(())
}

/// The index of an archive, with how long reading and cutting, extracting, and indexing took.
fn built(n_articles: usize) -> (Index, serde_json::Value) {
    let sources = sources();
    let mut archive = Archive::new(sources.iter().map(String::as_str), SEED).expect("the corpus has sentences");
    let lexicon = Lexicon::native();
    let mut index = Index::default();
    let (mut n_bytes, mut read, mut extracted, mut indexed) = (0, 0.0, 0.0, 0.0);
    for _ in 0..n_articles.div_ceil(ARTICLES_PER_PAGE) {
        let page = archive.next_page();
        n_bytes += page.text.len();
        let start = Instant::now();
        let parsed = parse_page(&page.id, &page.text);
        for article in &parsed.articles {
            let words = lexicon.tokenizer.as_ref().map(|it| it.cut(&article.reading(&parsed.text).text).len());
            assert!(words.is_some());
        }
        read += milliseconds(start);
        let start = Instant::now();
        let Analysis { page, published, documents, .. } = analyse(parsed, &lexicon);
        extracted += milliseconds(start);
        let start = Instant::now();
        documents.into_iter().for_each(|it| index.add(&page.id, &published, it));
        indexed += milliseconds(start);
    }
    let start = Instant::now();
    index.seal();
    indexed += milliseconds(start);
    let text_bytes: usize =
        index.articles().iter().map(|it| Field::ALL.map(|field| it.text(field).len()).iter().sum::<usize>()).sum();
    let figures = json!({
        "name": "Banmian (native)", "n_articles": index.len(), "page_bytes": n_bytes, "text_bytes": text_bytes,
        "cut": read, "build": indexed, "extraction": extracted, "index_bytes": index.n_bytes(),
        "postings_bytes": index.postings.n_bytes(), "words_bytes": index.words.n_bytes(), "resident_kb": resident(),
    });
    (index, figures)
}

fn measure_queries(index: &Index, queries: &[String], figures: &mut serde_json::Value) {
    let selections: Vec<Selection> =
        queries.iter().map(|it| Selection { query: it.clone(), ..Selection::default() }).collect();
    let first_rows = |selection: &Selection| {
        let (articles, hits) = eval::select(index, selection);
        (rank::best(index, &hits, articles, N_ROWS), hits)
    };
    let snippets = |selection: &Selection| -> usize {
        let (articles, hits) = first_rows(selection);
        let passage = |article: u32| {
            let in_body = highlight::hits_in(index, &hits, article, Field::Body);
            snippet::passage(&index.article(article).document.reading.text, &in_body).len()
        };
        articles.into_iter().map(passage).sum()
    };
    figures["query"] = spread(&selections, |it| first_rows(it).0.len());
    figures["snippets"] = spread(&selections, snippets);
}

/// The best of five rounds for each selection: what the machine does besides is no matter.
fn spread(selections: &[Selection], step: impl Fn(&Selection) -> usize) -> serde_json::Value {
    let mut n_done = 0;
    let mut best = |selection: &Selection| {
        let rounds = (0..5).map(|_| {
            let start = Instant::now();
            n_done += step(selection);
            milliseconds(start)
        });
        rounds.fold(f64::INFINITY, f64::min)
    };
    let mut times: Vec<f64> = selections.iter().map(&mut best).collect();
    times.sort_by(f64::total_cmp);
    assert!(n_done > 0);
    json!({ "median": times[times.len() / 2], "p95": times[times.len() * 95 / 100], "slowest": times[times.len() - 1] })
}

fn searched_text(article: &IndexedArticle) -> String {
    fold_text_for_search(&Field::ALL.map(|it| article.text(it)).join("\u{1}"))
}

/// Random runs with the articles that hold them.
fn draw_runs(texts: &[String]) -> Vec<(String, Vec<usize>)> {
    let mut random = Random(SEED);
    let mut res = vec![];
    while res.len() < N_RUNS {
        let text: Vec<char> = texts[random.below(texts.len())].chars().collect();
        let n_chars = 2 + random.below(5);
        let start = random.below(text.len());
        let run: String = text.iter().skip(start).take(n_chars).collect();
        if run.chars().count() == n_chars && run.chars().all(char::is_alphanumeric) {
            let with = texts.iter().enumerate().filter(|(_, it)| it.contains(&run)).map(|it| it.0).collect();
            res.push((run, with));
        }
    }
    res
}

/// The part of the runs that we find in exactly these articles.
fn recall(index: &Index, texts: &[String], runs: &[(String, Vec<usize>)]) -> f64 {
    let is_found = |(run, expected): &&(String, Vec<usize>)| {
        let selection = Selection { query: format!("\"{run}\""), ..Selection::default() };
        let found: Vec<usize> = eval::select(index, &selection).0.into_iter().map(|it| it as usize).collect();
        assert!(found.iter().all(|it| texts[*it].contains(run)), "{run}");
        found == *expected
    };
    runs.iter().filter(is_found).count() as f64 / runs.len() as f64
}

fn write_articles(folder: &Path, index: &Index) -> std::io::Result<()> {
    let line = |it: &IndexedArticle| {
        let [headline, byline, section, text] = Field::ALL.map(|field| it.text(field).into_owned());
        json!({ "headline": headline, "byline": byline, "section": section, "text": text }).to_string() + "\n"
    };
    fs::write(folder.join("articles.jsonl"), index.articles().iter().map(line).collect::<String>())
}

fn sources() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/corpus");
    let mut files: Vec<_> = fs::read_dir(folder).expect("the corpus is there").flatten().map(|it| it.path()).collect();
    files.sort();
    files.iter().filter_map(|it| fs::read_to_string(it).ok()).collect()
}

/// What the process holds, in KiB; `None` where the system does not say.
fn resident() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|it| it.strip_prefix("VmRSS:"))?.split_whitespace().next()?.parse().ok()
}

fn milliseconds(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}
