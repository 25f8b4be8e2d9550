//! Every message comes back from its bytes as it was; another version, or no message at all, is a clear error.

#[path = "codec/charts.rs"]
mod charts;
#[path = "codec/figures.rs"]
mod figures;
#[path = "codec/places.rs"]
mod places;
#[path = "codec/words.rs"]
mod words;

use std::collections::BTreeMap;
use std::fmt::Debug;

use banmian::codec;
use banmian::engine::diagnostic::{Code, Diagnostic, Severity};
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::published::Published;
use banmian::engine::extract::unit::Quantity;
use banmian::engine::extract::{
    Approx, Confidence, DateMention, FigureMention, Level, Mentions, PlaceMention, ProgrammeMention,
};
use banmian::engine::page::{Credit, Kind};
use banmian::engine::query::ast::{Problem, ProblemCode};
use banmian::engine::query::completion::{Completion, CompletionKind, CompletionList};
use banmian::engine::query::date_step::DateStep;
use banmian::engine::query::highlight::HitKind;
use banmian::engine::query::histogram::HistogramView;
use banmian::engine::query::{Choice, Clause, DateRange, Facet, Selection};
use banmian::engine::text::Span;
use banmian::error::Error;
use banmian::protocol::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use words::{comparison, lines, passage, table, wide_line};

#[test]
fn every_request_comes_back() {
    for (id, message) in (u32::MAX - 99..).zip(requests()) {
        comes_back(Envelope { id, message });
    }
}

#[test]
fn every_response_comes_back() {
    for (id, message) in (0..).zip(responses()) {
        comes_back(Envelope { id, message });
    }
}

#[test]
fn another_version_is_refused_before_anything_is_decoded() {
    for found in [0, PROTOCOL_VERSION - 1, PROTOCOL_VERSION + 1, u32::MAX] {
        let mut bytes = codec::encode(&Request::Library).unwrap();
        bytes[..4].copy_from_slice(&found.to_le_bytes());
        let expected = Error::ProtocolVersion { expected: PROTOCOL_VERSION, found };
        assert_eq!(codec::decode::<Request>(&bytes), Err(expected));
    }
}

#[test]
fn no_bytes_panic() {
    for response in responses() {
        let bytes = codec::encode(&response).unwrap();
        for n_bytes in 0..bytes.len() {
            assert!(codec::decode::<Response>(&bytes[..n_bytes]).is_err());
        }
        for at in 4..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0xff;
            let _ = codec::decode::<Response>(&damaged);
        }
    }
}

fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(message: T) {
    let bytes = codec::encode(&message).unwrap();
    assert_eq!(codec::decode::<T>(&bytes), Ok(message));
}

/// One of each, and the compiler names this match when there is a new one.
fn requests() -> Vec<Request> {
    let (selection, window) = (selection(), Window { offset: 20, limit: 10 });
    let sort = FigureSort { column: FigureColumn::Value, direction: Direction::Descending };
    let mut res = vec![
        Request::LoadCorpus,
        Request::LoadLexicon,
        Request::Library,
        Request::Articles { selection: selection.clone(), window },
        Request::Facets { selection: selection.clone(), views: BTreeMap::from([(Facet::Mentioned, facet_view())]) },
        Request::Article { id: "000-01".into(), selection: Selection::default() },
        Request::Related { id: "000-01".into() },
        Request::Figures {
            selection: selection.clone(),
            quantity: Some(Quantity::Money),
            sort,
            view: figures::figure_view(),
            window,
        },
        Request::Overview(selection.clone()),
        charts::request(&selection),
        Request::CheckQuery { query: "标頭:(修路".into() },
        Request::Complete { query: "修路 cf".into(), caret: 9, past: vec!["牧民".into()] },
    ];
    res.extend(words::requests(&selection, window));
    res.extend(places::requests(&selection));
    for request in &res {
        match request {
            Request::LoadCorpus | Request::LoadLexicon | Request::Library => {}
            Request::Articles { .. } | Request::Facets { .. } | Request::Article { .. } => {}
            Request::CheckQuery { .. } | Request::Complete { .. } | Request::Related { .. } => {}
            Request::Figures { .. } | Request::Chart(_) | Request::Lines(_) | Request::WideLine(_) => {}
            Request::WordTable(_) | Request::Compare(_) | Request::Whole(_) | Request::Places(_) => {}
            Request::NextMention(_) | Request::Overview(_) => {}
        }
    }
    res
}

/// One of each; see `requests`.
fn responses() -> Vec<Response> {
    let res = vec![
        Response::Library(library()),
        Response::Articles(ArticleList { n_total: 7, n_all: 60, rows: vec![article_row()] }),
        Response::Facets(facets()),
        Response::Article(Box::new(article_detail())),
        Response::Related(Box::new(related())),
        Response::Figures(Box::new(figures::figure_table())),
        Response::Overview(Box::new(figures::overview())),
        charts::response(),
        Response::QueryCheck(QueryCheck { query: "标頭:修路".into(), problems: vec![problem()] }),
        Response::Completion(CompletionList { span: Span::new(7, 9), offers: vec![completion()] }),
        Response::Lines(lines()),
        Response::WideLine(Box::new(wide_line())),
        Response::WordTable(None),
        Response::WordTable(Some(table())),
        Response::NextMention(Some(passage())),
        Response::NextMention(None),
        Response::Comparison(Box::new(comparison())),
        Response::Places(Box::new(places::places(place_node()))),
        Response::Packed(Bytes(vec![0, 255, 7])),
        Response::Failed(Error::Fetch { path: "corpus/000.txt".into(), status: 404 }),
    ];
    for response in &res {
        match response {
            Response::Library(_) | Response::Articles(_) | Response::Facets(_) | Response::Article(_) => {}
            Response::QueryCheck(_) | Response::Completion(_) | Response::Related(_) => {}
            Response::Overview(_) | Response::Figures(_) | Response::Chart(_) | Response::Failed(_) => {}
            Response::Lines(_) | Response::WideLine(_) | Response::WordTable(_) | Response::Comparison(_) => {}
            Response::Places(_) | Response::NextMention(_) => {}
            Response::Packed(_) => {}
        }
    }
    res
}

fn related() -> Related {
    let link = ArticleLink { id: "000-02".into(), name: "修路".into(), date: "2023-04".into() };
    Related {
        on_page: Beside { previous: None, next: Some(link.clone()) },
        in_section: Beside { previous: Some(link.clone()), next: None },
        similar: vec![link],
        citations: vec!["修路[N]. 某报, 2023".into()],
    }
}

fn problem() -> Problem {
    Problem { span: Span::new(0, 6), code: ProblemCode::UnknownField, repair: "标题".into() }
}

fn completion() -> Completion {
    Completion {
        kind: CompletionKind::Place,
        name: ["赤峰市".into(), "赤峰市".into()],
        detail: "内蒙古自治区".into(),
        n_articles: Some(12),
        writing: ["地名:赤峰市 ".into(), "place:赤峰市 ".into()],
    }
}

fn selection() -> Selection {
    let range = DateRange { from: Edtf::parse("2022-06"), to: None };
    Selection {
        query: "“云支部” -没有".into(),
        clauses: BTreeMap::from([
            (Facet::Section, Clause::any_of(["广角", ""])),
            (Facet::Date, Clause::Dates { range, negated: true }),
        ]),
    }
}

fn facet_view() -> FacetView {
    let histogram = HistogramView { step: Some(DateStep::Quarter), shift: -3 };
    FacetView { filter: "草原".into(), n_more: 2, histogram }
}

fn library() -> Library {
    let diagnostic = Diagnostic::new(Span::new(3, 9), Severity::Warning, Code::PageEmpty).with_detail("空");
    let passage = Some(Passage { article: "000-01".into(), span: Span::new(0, 6) });
    let summary = PageSummary {
        id: "000".into(),
        front_matter: front_matter(),
        published: published(),
        n_articles: 12,
        diagnostics: vec![PageDiagnostic { diagnostic, excerpt: "摘要".into(), passage }],
    };
    let failed = vec![Error::Asset { path: "dictionary.bin".into() }, Error::WorkerStart];
    Library { pages: vec![summary], failed, n_expected: 4, n_articles: 12, lexicon_ready: true }
}

fn article_row() -> ArticleRow {
    ArticleRow {
        id: "000-01".into(),
        page: "000".into(),
        headline: "结对子".into(),
        headline_hits: vec![Span::new(0, 6)],
        hit_kind: Some(HitKind::Word),
        section: "广角".into(),
        kind: Kind::Story,
        byline: byline(),
        published: published(),
        places: vec![place_chip()],
        n_figures: 8,
        snippet: snippet(),
    }
}

fn place_node() -> PlaceNode {
    PlaceNode {
        path: "内蒙古自治区".into(),
        name: "内蒙古自治区".into(),
        level: Level::Province,
        count: 2,
        n_figures: 5,
        choice: Choice::Included,
        more: Some(Box::new(places::more())),
        children: vec![],
    }
}

fn facets() -> Facets {
    let value = |value: &str| FacetValue { value: value.into(), count: 3, choice: Choice::Excluded };
    let histogram = Histogram {
        facet: Facet::Mentioned,
        step: DateStep::Month,
        bars: vec![Bar { date: Edtf::parse("2022-06").unwrap(), count: 3, n_within: 2, chosen: true }],
        n_before: 1,
        n_after: 0,
        n_undated: 4,
        goes_on: (true, false),
    };
    Facets {
        lists: vec![ValueFacet {
            facet: Facet::Section, values: vec![value("广角"), value("")], n_more: 2, n_all: 9
        }],
        places: Some(vec![PlaceNode { children: vec![place_node()], ..place_node() }]),
        histograms: vec![histogram],
    }
}

fn article_detail() -> ArticleDetail {
    ArticleDetail {
        id: "000-01".into(),
        page: "000".into(),
        headline: "结对子".into(),
        section: "广角".into(),
        kind: Kind::Brief,
        byline: byline(),
        published: published(),
        front_matter: front_matter(),
        text: "初夏的化德县\n有2155名党员".into(),
        mentions: mentions(),
        rules: vec![RuleWords { rule: "a-rule".into(), words: ["甲".into(), "a".into()] }],
        hits: vec![Span::new(0, 6)],
        keywords: vec![Keyword { word: "党员".into(), count: 4, score: 12.5 }],
        previous: None,
        next: Some("000-02".into()),
        lexicon_ready: false,
    }
}

fn mentions() -> Mentions {
    let (span, rule, confidence) = (Span::new(9, 18), "a-rule".to_owned(), Confidence::Likely);
    Mentions {
        places: vec![PlaceMention {
            span,
            canonical: "甲/乙".into(),
            level: Level::County,
            rule: rule.clone(),
            confidence,
        }],
        dates: vec![DateMention { span, edtf: None, rule: rule.clone(), confidence }],
        figures: vec![FigureMention {
            span,
            value: 2155.0,
            high: Some(f64::MAX),
            unit: "名".into(),
            quantity: Quantity::Person,
            approx: Some(Approx::AtLeast),
            subject: Some(span),
            base_value: None,
            base_unit: String::new(),
            rule: rule.clone(),
            confidence,
        }],
        programmes: vec![ProgrammeMention { span, name: "云支部".into(), rule, confidence }],
        diagnostics: vec![],
    }
}

fn snippet() -> Snippet {
    Snippet {
        text: "党员来了".into(),
        hits: vec![Span::new(0, 6)],
        hit_kinds: vec![HitKind::Run],
        cut_before: true,
        cut_after: false,
    }
}

fn place_chip() -> PlaceChip {
    PlaceChip { path: "甲/乙".into(), name: "乙".into() }
}

fn published() -> Published {
    Published { edtf: Edtf::parse("2022-06~"), inferred: true, clues: vec!["2022年6月".into()] }
}

fn front_matter() -> Vec<(String, String)> {
    vec![("报纸".into(), "某报".into())]
}

fn byline() -> Vec<Credit> {
    vec![Credit { role: "摄".into(), name: "李磊".into() }]
}
