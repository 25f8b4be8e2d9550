//! Conversations with the service: `tests/conversations/*.txt`, a file a library.
//!
//! A line `> page NAME` adds the page whose text stands below it; `> lexicon` brings dictionary and gazetteer;
//! `> failure PATH STATUS` notes a missing file. Every other line that begins with `> ` is a request, and the answer
//! stands below it: `library`, `articles`, `article ID`, `facets`, `overview`, `figures` (with `unit=`, `approx=`, `min=`, `max=`, `group=`,
//! `folded=`, `turned=`, `whole=`), `chart KIND`, `lines`, `wide ID`, `words`, `next ID` (with `facet=`, `value=` and, upwards, `back=`),
//! `collocates`, `places` (`measure=`, `within=`, or `features=` of `NAME/CODE`), `compare` (two selections with ` | ` between them), each with the selection as `query=`, `section=`,
//! `place=`, `not-section=` …, `from=`, `to=` and, where it takes them, `offset=`, `limit=`,
//! `quantity=`, `sort=`; `check` and `complete` take `query=` alone, the caret at its end; `> pinyin` lets names be typed so. `UPDATE_SPECS=1 cargo test --test service` writes the answers found; look at what changed.

#[path = "conversations/dump.rs"]
mod dump;
#[path = "support/paper.rs"]
mod paper;
#[path = "conversations/places.rs"]
mod places;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use banmian::engine::chart::{ChartKind, ChartOptions};
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::unit::Quantity;
use banmian::engine::lexicon::Lexicon;
use banmian::engine::query::highlight::HitKind;
use banmian::engine::query::line_order::LineOrder;
use banmian::engine::query::pinyin::Pinyin;
use banmian::engine::query::units::Unit;
use banmian::engine::query::{Choice, Clause, DateRange, Facet, Selection};
use banmian::engine::text::Span;
use banmian::error::Error;
use banmian::protocol::{
    ChartWanted, Column, Compared, Direction, FeatureName, FigureColumn, FigureSort, FigureView, Ground, LinesWanted,
    MentionWanted, Passage, PlaceMeasure, PlacesWanted, Request, TableOptions, TableSort, Window, WordTable, WordsOf,
};
use banmian::service::Service;
use banmian::view_model::figure_view::approx;

#[test]
fn every_conversation_goes_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conversations");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.retain(|it| it.extension().is_some_and(|it| it == "txt"));
    files.sort();
    assert!(!files.is_empty());
    let mut problems = vec![];
    for file in files {
        let written = std::fs::read_to_string(&file).unwrap();
        let held = hold(&written);
        if std::env::var("UPDATE_SPECS").is_ok() {
            std::fs::write(&file, &held).unwrap();
        } else if held != written {
            let differs = held.lines().zip(written.lines()).position(|(a, b)| a != b);
            let at = differs.unwrap_or_else(|| held.lines().count().min(written.lines().count()));
            let found: Vec<&str> = held.lines().skip(at).take(6).collect();
            problems.push(format!("{}:{}: found\n{}", file.display(), at + 1, found.join("\n")));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

/// The conversation with the answers that the service gives.
fn hold(written: &str) -> String {
    let mut service = Service::new();
    let mut res = String::new();
    let (preamble, turns) = written.split_once("\n> ").unwrap_or((written, ""));
    res.push_str(preamble);
    res.push('\n');
    for turn in turns.split("\n> ") {
        let (line, below) = turn.split_once('\n').unwrap_or((turn, ""));
        res.push_str(&format!("> {line}\n"));
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        match verb {
            "page" => {
                service.add_page(rest, below);
                res.push_str(below.trim_end_matches('\n'));
                res.push('\n');
            }
            "lexicon" => service.set_lexicon(Lexicon::native()),
            "pinyin" => service.set_pinyin(Pinyin::native()),
            "failure" => {
                let (path, status) = rest.split_once(' ').unwrap();
                service.add_failure(Error::Fetch { path: path.into(), status: status.parse().unwrap() });
            }
            _ => res.push_str(&dump::response(&service.handle(&request(verb, rest)))),
        }
        res.push('\n');
    }
    res.truncate(res.trim_end().len());
    res + "\n"
}

fn request(verb: &str, rest: &str) -> Request {
    let values: BTreeMap<&str, &str> = rest.split(' ').filter_map(|it| it.split_once('=')).collect();
    let first = rest.split(' ').next().unwrap_or("").to_owned();
    let number = |key: &str, default| values.get(key).map_or(default, |it| it.parse().unwrap());
    let window = Window { offset: number("offset", 0), limit: number("limit", 20) };
    let quantity = values.get("quantity").map(|it| Quantity::parse(it).unwrap());
    let selection = selection(&values);
    match verb {
        "library" => Request::Library,
        "articles" => Request::Articles { selection, window },
        "article" => Request::Article { id: first, selection },
        "related" => Request::Related { id: first },
        "facets" => Request::Facets { selection, views: BTreeMap::new() },
        "figures" => {
            let sort = values.get("sort").copied().unwrap_or("article");
            let name = sort.trim_start_matches('-');
            let column = FigureColumn::parse(name).unwrap();
            let direction = if name == sort { Direction::Ascending } else { Direction::Descending };
            let word = |key: &str| values.get(key).copied().unwrap_or("").to_owned();
            let view = FigureView {
                unit: word("unit"),
                approx: approx(&word("approx")),
                low: word("min"),
                high: word("max"),
                group: FigureColumn::parse(&word("group")),
                folded: values.contains_key("folded"),
                turned: values.get("turned").map(|it| (*it).to_owned()).into_iter().collect(),
            };
            let sort = FigureSort { column, direction };
            let request = Request::Figures { selection, quantity, sort, view, window };
            if values.contains_key("whole") { Request::Whole(Box::new(request)) } else { request }
        }
        "overview" => Request::Overview(selection),
        "chart" => {
            let kind = ChartKind::ALL.into_iter().find(|it| it.as_str() == first).unwrap();
            let within = values.get("within").map(|it| (*it).to_owned());
            let options = ChartOptions { quantity, within, ..ChartOptions::new(kind) };
            let behind = values.get("behind").map(|it| it.replace('×', "\t"));
            Request::Chart(Box::new(ChartWanted { behind, n_rows: 20, ..paper::wanted(selection, options) }))
        }
        "check" => Request::CheckQuery { query: selection.query },
        "complete" => Request::Complete { caret: selection.query.len(), query: selection.query, past: vec![] },
        "lines" => {
            let unit = if values.get("unit") == Some(&"character") { Unit::Character } else { Unit::Word };
            let order = LineOrder::parse(values.get("order").unwrap_or(&"text")).unwrap();
            let node = values.get("node").copied().unwrap_or("").to_owned();
            let hits = values.get("hits").map(|it| HitKind::ALL.into_iter().find(|kind| kind.as_str() == *it).unwrap());
            Request::Lines(LinesWanted { selection, node, unit, order, hits, window })
        }
        "next" => {
            let facet = Facet::ALL.into_iter().find(|it| it.as_str() == values["facet"]).unwrap();
            let value = values["value"].to_owned();
            let is_forward = !values.contains_key("back");
            Request::NextMention(MentionWanted { selection, article: first, facet, value, is_forward })
        }
        "wide" => {
            let span = Span::new(number("start", 0), number("end", 0));
            Request::WideLine(Passage { article: first, span })
        }
        "words" | "collocates" => {
            let of = match verb {
                "words" => WordsOf::Keyness,
                _ => WordsOf::Collocates { node: String::new(), left: number("left", 5), right: number("right", 5) },
            };
            let options = table_options(&values, window);
            let request = Request::WordTable(WordTable { selection, of, options });
            if values.contains_key("whole") { Request::Whole(Box::new(request)) } else { request }
        }
        "compare" => {
            let [a, b] = rest.split_once(" | ").map(|(a, b)| [a, b]).unwrap();
            let [a, b] = [a, b].map(|it| self::selection(&it.split(' ').filter_map(|it| it.split_once('=')).collect()));
            Request::Compare(Compared { a, b, quantity, options: table_options(&values, window) })
        }
        "places" => {
            let measure = values.get("measure").copied().unwrap_or("articles");
            let measure = PlaceMeasure::ALL.into_iter().find(|it| it.as_str() == measure).unwrap();
            let within = values.get("within").copied().unwrap_or("").to_owned();
            let ground = values.get("features").map_or(Ground::Tiles(within), |it| Ground::Features(features(it)));
            Request::Places(PlacesWanted { selection, quantity, measure, ground })
        }
        _ => panic!("no request is called {verb}"),
    }
}

/// `NAME`, `NAME/CODE` or a whole path.
fn features(text: &str) -> Vec<FeatureName> {
    let feature = |it: &str| {
        let coded = it.rsplit_once('/').filter(|it| it.1.bytes().all(|it| it.is_ascii_digit()));
        let (name, code) = coded.unwrap_or((it, ""));
        FeatureName { name: name.into(), code: code.into() }
    };
    text.split(',').map(feature).collect()
}

fn table_options(values: &BTreeMap<&str, &str>, window: Window) -> TableOptions {
    let sort = values.get("sort").map(|it| {
        let name = it.trim_start_matches('-');
        let column = Column::ALL.into_iter().find(|it| it.as_str() == name).unwrap();
        let direction = if name == *it { Direction::Ascending } else { Direction::Descending };
        TableSort { column, direction }
    });
    let least = values.get("least").map_or(1, |it| it.parse().unwrap());
    TableOptions { sort, least, every_word: values.contains_key("every"), window }
}

fn selection(values: &BTreeMap<&str, &str>) -> Selection {
    let mut res =
        Selection { query: values.get("query").copied().unwrap_or("").replace('_', " "), ..Selection::default() };
    for facet in Facet::ALL {
        for (key, choice) in [("", Choice::Included), ("not-", Choice::Excluded)] {
            let values = values.get(format!("{key}{}", facet.as_str()).as_str());
            values.into_iter().flat_map(|it| it.split(',')).for_each(|it| res.choose(facet, it, choice));
        }
    }
    let end = |key: &str| values.get(key).and_then(|it| Edtf::parse(it));
    let range = DateRange { from: end("from"), to: end("to") };
    if range != DateRange::default() {
        res.clauses.insert(Facet::Date, Clause::between(range));
    }
    res
}
