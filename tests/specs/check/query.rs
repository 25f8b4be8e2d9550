//! The check of the specs in `tests/specs/query`: the file's name fixes what is dumped. `library.rs` reads the articles.
//!
//! The attributes of a case are its selection: `query=`, `section=`, `place=` (several joined by commas), `from=`, `to=`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use banmian::engine::extract::edtf::Edtf;
use banmian::engine::index::facet::Period;
use banmian::engine::index::{Field, Index};
use banmian::engine::query::ast::Problem;
use banmian::engine::query::completion::{self, Completion, Names};
use banmian::engine::query::pinyin::Pinyin;
use banmian::engine::query::vocabulary::Vocabulary;
use banmian::engine::query::{
    Clause, DateRange, Facet, Selection, concordance, eval, facet_count, highlight, keyness, parser, rank, snippet,
};
use banmian::engine::text::Span;

use super::{library, same};
use crate::case::Case;

pub fn check(case: &Case) -> Result<(), String> {
    let (input, expected) = case.halves();
    let found = match case.area().as_str() {
        "parser" => parsed(&input),
        "snippet" => shown(case, &input),
        "language" => answers(&library::read(&input), &expected),
        "completion" => offers(case, &library::read(&input), &expected),
        area => {
            let index = library::index(&input);
            let selection = selection(case);
            match area {
                "eval" => library::names(&index, &eval::select(&index, &selection).0),
                "rank" => ranked(&index, &selection),
                "facet_count" => counted(&index, &selection),
                "concordance" => lines(&index, &selection),
                "keyness" => typical(&index, &selection),
                _ => panic!("no check for {area}"),
            }
        }
    };
    same(&expected, &found)
}

fn selection(case: &Case) -> Selection {
    let mut res = Selection { query: case.attribute("query").unwrap_or("").to_owned(), ..Selection::default() };
    for (facet, key) in [(Facet::Section, "section"), (Facet::Place, "place")] {
        if let Some(values) = case.attribute(key) {
            let values: BTreeSet<String> = values.split(',').map(str::to_owned).collect();
            res.clauses.insert(facet, Clause::AnyOf(values));
        }
    }
    let end = |key: &str| case.attribute(key).and_then(Edtf::parse);
    let range = DateRange { from: end("from"), to: end("to") };
    if range != DateRange::default() {
        res.clauses.insert(Facet::Date, Clause::Between(range));
    }
    res
}

fn parsed(query: &str) -> String {
    let parsed = parser::parse(query);
    let problem = |it: &Problem| format!("{} at {} → {}", it.code.as_str(), it.span.slice(query), it.repair);
    let root = parsed.root.iter().map(ToString::to_string);
    root.chain(parsed.problems.iter().map(problem)).collect::<Vec<_>>().join("\n")
}

/// The expected half's queries, each with the articles that it finds.
fn answers(index: &Index, expected: &str) -> String {
    let queries = expected.lines().map(|it| it.split_once(" → ").unwrap_or_else(|| panic!("no ` → ` in {it}")).0);
    let answer = |query| {
        format!("{query} → {}", library::names(index, &eval::query_hits(index, query).articles.unwrap_or_default()))
    };
    queries.map(answer).collect::<Vec<_>>().join("\n")
}

/// The expected half's half-typed queries, the caret at `|`, each with what it can go on with: `kind name (detail) n =
/// writing`. `past=` are past queries, `language=english` takes the English names.
fn offers(case: &Case, index: &Index, expected: &str) -> String {
    static PINYIN: LazyLock<Pinyin> = LazyLock::new(Pinyin::native);
    let vocabulary = Vocabulary::of(index);
    let past: Vec<String> =
        case.attribute("past").map(|it| it.split(',').map(str::to_owned).collect()).unwrap_or_default();
    let language = usize::from(case.attribute("language") == Some("english"));
    let line = |line: &str| {
        let typed = line.split(" → ").next().unwrap_or(line);
        let (before, after) = typed.split_once('|').unwrap_or_else(|| panic!("no caret in {typed}"));
        let names = Names { vocabulary: &vocabulary, pinyin: Some(&PINYIN) };
        let list = completion::complete(&format!("{before}{after}"), before.len(), &past, names);
        let shown: Vec<String> = list.offers.iter().map(|it| offer(it, language)).collect();
        format!("{typed} → {}", shown.join(" · "))
    };
    expected.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn offer(offer: &Completion, language: usize) -> String {
    let detail = if offer.detail.is_empty() { String::new() } else { format!(" ({})", offer.detail) };
    let n_articles = offer.n_articles.map_or(String::new(), |it| format!(" {it}"));
    format!(
        "{} {}{detail}{n_articles} = {}",
        offer.kind.as_str(),
        offer.name[language],
        offer.writing[language].trim_end()
    )
}

fn ranked(index: &Index, selection: &Selection) -> String {
    let (articles, hits) = eval::select(index, selection);
    library::names(index, &rank::best(index, &hits, articles, index.len()))
}

fn shown(case: &Case, text: &str) -> String {
    let index = library::index(&format!("A: {}", text.replace('\n', "\\n")));
    let hits = eval::query_hits(&index, library::required(case, "query"));
    let in_body = highlight::hits_in(&index, &hits, 0, Field::Body);
    let passage = snippet::passage(text, &in_body);
    let mut res = String::new();
    let mut at = passage.start;
    for hit in highlight::spans(&in_body).into_iter().filter(|it| passage.contains(*it)) {
        res.push_str(&format!("{}[{}]", Span::new(at, hit.start).slice(text), hit.slice(text)));
        at = hit.end;
    }
    res + Span::new(at, passage.end).slice(text)
}

fn counted(index: &Index, selection: &Selection) -> String {
    let counts = facet_count::count(index, selection);
    let sections =
        index.facets.sections.iter().zip(&counts.sections).map(|(it, count)| format!("section {it} {count}"));
    let places = index.facets.places.iter().zip(&counts.places);
    let places =
        places.map(|(it, count)| format!("place {} {} figures {}", it.path, count.n_articles, count.n_figures));
    let periods = counts.periods.iter().map(|(period, count)| format!("period {} {count}", name_of(*period)));
    sections.chain(places).chain(periods).collect::<Vec<_>>().join("\n")
}

/// A period as specs write it.
pub fn name_of(period: Period) -> String {
    match period {
        Period::Month(year, month) => format!("{year:04}-{month:02}"),
        Period::Year(year) => format!("{year:04}"),
        Period::Undated => "undated".into(),
    }
}

fn lines(index: &Index, selection: &Selection) -> String {
    let (articles, hits) = eval::select(index, selection);
    let (lines, n_lines) = concordance::lines(index, &hits, &articles, 0, 100);
    assert_eq!(lines.len(), n_lines);
    let dump = |it: &concordance::Line| {
        let document = &index.article(it.article).document;
        let text = &document.reading.text;
        let [left, keyword, right] = [it.left, it.keyword, it.right].map(|it| it.slice(text));
        format!("{} {} {left}[{keyword}]{right}", document.article.id, it.hit)
    };
    lines.iter().map(dump).collect::<Vec<_>>().join("\n")
}

fn typical(index: &Index, selection: &Selection) -> String {
    let (articles, _) = eval::select(index, selection);
    let words = keyness::keywords(index, &articles, 10);
    words.iter().map(|it| format!("{} {} {:.2}", it.word, it.count, it.score)).collect::<Vec<_>>().join("\n")
}
