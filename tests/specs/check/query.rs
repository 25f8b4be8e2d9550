//! The check of the specs in `tests/specs/query`: the file's name fixes what is dumped. `library.rs` reads the articles.
//!
//! The attributes of a case are its selection: `query=`, `section=`, `place=` and the like (several joined by commas), with `not-` before
//! them what is not wanted; `from=`, `to=`, `mentioned-from=`, `mentioned-to=`, and `negated=` for a facet of time whose range is not wanted.

use std::sync::LazyLock;

use banmian::engine::extract::edtf::Edtf;
use banmian::engine::index::{Field, Index};
use banmian::engine::query::ast::Problem;
use banmian::engine::query::collocates::{self, Collocate, Sides};
use banmian::engine::query::completion::{self, Completion, Names};
use banmian::engine::query::highlight::HitKind;
use banmian::engine::query::histogram::HistogramView;
use banmian::engine::query::line_order::LineOrder;
use banmian::engine::query::nodes::Nodes;
use banmian::engine::query::pinyin::Pinyin;
use banmian::engine::query::units::Unit;
use banmian::engine::query::vocabulary::Vocabulary;
use banmian::engine::query::word_counts::Wanted;
use banmian::engine::query::{
    Choice, Clause, DateRange, Facet, Selection, concordance, eval, facet_count, highlight, keyness, parser, rank,
    snippet,
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
                "concordance" => lines(case, &index, &selection),
                "collocates" => around(case, &index, &selection),
                "keyness" => typical(&index, &selection),
                _ => panic!("no check for {area}"),
            }
        }
    };
    same(&expected, &found)
}

fn selection(case: &Case) -> Selection {
    let mut res = Selection { query: case.attribute("query").unwrap_or("").to_owned(), ..Selection::default() };
    for facet in Facet::ALL {
        for (key, choice) in [("", Choice::Included), ("not-", Choice::Excluded)] {
            let values = case.attribute(&format!("{key}{}", facet.as_str())).into_iter().flat_map(|it| it.split(','));
            values.for_each(|it| res.choose(facet, it, choice));
        }
    }
    let end = |key: &str| case.attribute(key).and_then(Edtf::parse);
    for (facet, from, to) in [(Facet::Date, "from", "to"), (Facet::Mentioned, "mentioned-from", "mentioned-to")] {
        let range = DateRange { from: end(from), to: end(to) };
        let negated = case.attribute("negated") == Some(facet.as_str());
        if negated || range != DateRange::default() {
            res.clauses.insert(facet, Clause::Dates { range, negated });
        }
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
    let counts = facet_count::count(index, selection, |_| HistogramView::default());
    let mut res = vec![];
    for facet in Facet::ALL.into_iter().filter(|it| !matches!(it, Facet::Page)) {
        let name = facet.as_str();
        for (number, value) in (0..).zip(index.facets.column(facet).names()).filter(|_| !facet.is_date()) {
            let figures = counts.figures.get(number as usize).filter(|_| facet == Facet::Place);
            let figures = figures.map(|it| format!(" figures {it}")).unwrap_or_default();
            res.push(format!("{name} {value} {}{figures}", counts.of(facet, number)));
        }
        if let Some((window, found)) = counts.histograms.get(&facet) {
            for (number, (count, within)) in (window.first..).zip(found.bars.iter().zip(&found.within)) {
                let date = window.step.edtf(number).unwrap();
                res.push(format!("{name} {} {count} within {within}", date.as_str()));
            }
            for (words, n) in [("before", found.n_before), ("after", found.n_after), ("undated", found.n_undated)] {
                res.extend((n > 0).then(|| format!("{name} {words} {n}")));
            }
        }
    }
    res.join("\n")
}

/// `unit=character` counts characters, `order=` sorts, `hits=` takes only words or only runs, `node=` is looked for in the place of the query.
fn lines(case: &Case, index: &Index, selection: &Selection) -> String {
    let (articles, _) = eval::select(index, selection);
    let nodes = Nodes::of(index, case.attribute("node").unwrap_or(&selection.query));
    let unit = if case.attribute("unit") == Some("character") { Unit::Character } else { Unit::Word };
    let order = case.attribute("order").map_or(LineOrder::Text, |it| LineOrder::parse(it).unwrap());
    let dump = |found: &concordance::Found| {
        let it = concordance::line(index, *found, unit);
        let document = &index.article(it.article).document;
        let text = &document.reading.text;
        let [left, keyword, right] = [it.left, it.keyword, it.right].map(|it| it.slice(text));
        format!("{} {left}[{keyword}]{right}", document.article.id)
    };
    let hits = case.attribute("hits").map(|it| HitKind::ALL.into_iter().find(|kind| kind.as_str() == it).unwrap());
    concordance::found(index, &nodes, &articles, unit, order, hits).iter().map(dump).collect::<Vec<_>>().join("\n")
}

/// `left=` and `right=` words on each side, two where they are not given; `words=every` lists function words too.
fn around(case: &Case, index: &Index, selection: &Selection) -> String {
    let number = |key: &str, usual| case.attribute(key).map_or(usual, |it| it.parse().unwrap());
    let wanted = if case.attribute("words").is_some() { Wanted::EveryWord } else { Wanted::ContentWords };
    let nodes = Nodes::of(index, &selection.query);
    let (articles, _) = eval::select(index, &Selection { query: String::new(), ..selection.clone() });
    let sides = Sides { left: number("left", 2), right: number("right", 2) };
    let mut res = collocates::collocates(index, &nodes, &articles, sides, wanted, number("least", 1) as u32);
    res.sort_by(|a, b| b.frequencies.log_likelihood().total_cmp(&a.frequencies.log_likelihood()));
    let dump = |it: &Collocate| {
        let f = it.frequencies;
        format!("{} {} of {}, {} of {}, {} hits, distance {}", it.word, f.a, f.n_a, f.b, f.n_b, it.n_nodes, it.distance)
    };
    res.iter().map(dump).collect::<Vec<_>>().join("\n")
}

fn typical(index: &Index, selection: &Selection) -> String {
    let (articles, _) = eval::select(index, selection);
    let words = keyness::keywords(index, &articles, 10);
    words.iter().map(|it| format!("{} {} {:.2}", it.word, it.count, it.score)).collect::<Vec<_>>().join("\n")
}
