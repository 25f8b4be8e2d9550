//! Every message between the page and the worker. Payloads are value types of the engine; both ends are one build.

mod bytes;
mod charts;
mod facets;
mod figures;
mod overview;
mod owner_map;
mod places;
mod related;
mod search_box;
mod tables;
mod take_away;
mod walk;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::engine::diagnostic::Diagnostic;
use crate::engine::extract::Mentions;
use crate::engine::extract::published::Published;
use crate::engine::extract::unit::Quantity;
pub use crate::engine::figures::bins::Bins;
pub use crate::engine::figures::sums::{Refusal, Summary};
pub use crate::engine::figures::{Direction, FigureColumn, FigureSort, FigureView};
use crate::engine::page::{Credit, Kind};
use crate::engine::query::completion::CompletionList;
use crate::engine::query::highlight::HitKind;
use crate::engine::query::{Facet, Selection};
use crate::engine::text::Span;
use crate::error::Error;
pub use bytes::Bytes;
pub use charts::{Chart, ChartWanted};
pub use facets::{Bar, FacetValue, FacetView, Facets, Histogram, PlaceNode, ValueFacet};
pub use figures::{FigureLine, FigureRow, FigureTable};
pub use overview::{Overview, OverviewEntry, OverviewList};
pub use owner_map::{DrawnFeature, DrawnMap, MapJob, MapProblem};
pub use places::{FeatureName, Ground, PlaceFigure, PlaceMark, PlaceMeasure, PlaceMore, Places, PlacesWanted};
pub use related::{ArticleLink, Beside, Related};
pub use search_box::QueryCheck;
pub use tables::{Cell, Column, Compared, Comparison, Leads, Table, TableOptions, TableSort};
pub use take_away::{About, Form, Job, Whole};
pub use walk::MentionWanted;
pub use words::{ConcordanceLine, Lines, LinesWanted, WideLine, WordTable, WordsOf};

/// Raised with every change of a message.
pub const PROTOCOL_VERSION: u32 = 1;

/// Numbers the requests of one page; an answer carries its request's, and the latest of a kind wins.
pub type RequestId = u32;

/// What the page asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Fetch the list of bundled pages and the pages, read them, and answer with `Response::Library`.
    /// Carried out by the worker's glue; the service answers with what it has.
    LoadCorpus,
    /// Fetch dictionary and gazetteer, extract everything, and answer with `Response::Library`.
    /// Carried out by the worker's glue; the service answers with what it has.
    LoadLexicon,
    /// What is loaded.
    Library,
    /// A window of the articles of a selection, best first.
    Articles {
        /// Which articles.
        selection: Selection,
        /// Rows `offset..offset + limit`.
        window: Window,
    },
    /// Every facet's values with their counts under all other clauses.
    Facets {
        /// Which articles.
        selection: Selection,
        /// What of each facet is wanted, where it differs from the default.
        views: BTreeMap<Facet, FacetView>,
    },
    /// One article to read, with the hits of the selection's query.
    Article {
        /// Article id.
        id: String,
        /// For its query, and for the neighbours in the result list.
        selection: Selection,
    },
    /// What leads on from an article.
    Related {
        /// Article id.
        id: String,
    },
    /// A window of the figures of a selection.
    Figures {
        /// Which articles.
        selection: Selection,
        /// Only this quantity.
        quantity: Option<Quantity>,
        /// By what, and which way.
        sort: FigureSort,
        /// Further filters, and groups.
        view: FigureView,
        /// Rows `offset..offset + limit`.
        window: Window,
    },
    /// What is loaded, in some lists that lead on.
    Overview(Selection),
    /// One chart of a selection.
    Chart(Box<ChartWanted>),
    /// Which parts of a query make no sense.
    CheckQuery {
        /// The query as typed.
        query: String,
    },
    /// What a half-typed query can go on with. The worker's glue fetches how characters are read before the first one.
    Complete {
        /// The query as typed.
        query: String,
        /// A byte of it: where the next character would stand.
        caret: usize,
        /// Queries that were asked before, the last one first.
        past: Vec<String>,
    },
    /// A window of the lines of a query in context.
    Lines(LinesWanted),
    /// One such line with its paragraph.
    WideLine(Passage),
    /// A window of a table of words.
    WordTable(WordTable),
    /// The next article that mentions the same thing.
    NextMention(MentionWanted),
    /// Two selections side by side.
    Compare(Compared),
    /// The places of a selection, as a tree and on a map.
    Places(PlacesWanted),
    /// What this asks for, whole and with exact numbers, to be written as a file.
    Whole(Box<Request>),
}

/// What the worker answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// To `LoadCorpus`, `LoadLexicon` and `Library`.
    Library(Library),
    /// To `Articles`.
    Articles(ArticleList),
    /// To `Facets`.
    Facets(Facets),
    /// To `Article`.
    Article(Box<ArticleDetail>),
    /// To `Related`.
    Related(Box<Related>),
    /// To `Figures`.
    Figures(Box<FigureTable>),
    /// To `Overview`.
    Overview(Box<Overview>),
    /// To `Chart`.
    Chart(Box<Chart>),
    /// To `CheckQuery`.
    QueryCheck(QueryCheck),
    /// To `Complete`.
    Completion(CompletionList),
    /// To `Lines`.
    Lines(Lines),
    /// To `WideLine`.
    WideLine(Box<WideLine>),
    /// To `WordTable`; `None` until the dictionary is there.
    WordTable(Option<Table>),
    /// To `NextMention`; `None` where no article of the selection mentions it.
    NextMention(Option<Passage>),
    /// To `Compare`.
    Comparison(Box<Comparison>),
    /// To `Places`.
    Places(Box<Places>),
    /// To `Whole`: an encoded [`Whole`], which the page hands on as it is.
    Packed(Bytes),
    /// To any request.
    Failed(Error),
}

/// A request with its number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Envelope<T> {
    /// Number of the request.
    pub id: RequestId,
    /// The message.
    pub message: T,
}

/// Part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Rows before it.
    pub offset: usize,
    /// At most this many rows.
    pub limit: usize,
}

/// What is loaded.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Library {
    /// In the order of the list of bundled pages.
    pub pages: Vec<PageSummary>,
    /// Files that could not be fetched, with why.
    pub failed: Vec<Error>,
    /// How many pages there will be once all are read, those that could not be fetched included.
    pub n_expected: usize,
    /// How many articles all pages have.
    pub n_articles: usize,
    /// True once places, words and figures' subjects are known.
    pub lexicon_ready: bool,
}

/// One page of the library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PageSummary {
    /// Page id.
    pub id: String,
    /// Front matter as printed, unknown keys too.
    pub front_matter: Vec<(String, String)>,
    /// Its date and how it is known.
    pub published: Published,
    /// How many articles it has.
    pub n_articles: usize,
    /// What reading it noticed.
    pub diagnostics: Vec<PageDiagnostic>,
}

/// A diagnostic with the words of the page it concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageDiagnostic {
    /// The diagnostic.
    pub diagnostic: Diagnostic,
    /// Up to some 24 characters of the page at its span, `left|right` of a join; "" for the whole page.
    pub excerpt: String,
    /// Where the excerpt is read; `None` where it stands in no article's text.
    pub passage: Option<Passage>,
}

/// A run of the text of an article.
#[derive(Debug, Clone, PartialEq, Hash, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Article id.
    pub article: String,
    /// Bytes of the article's text.
    pub span: Span,
}

/// Some rows of a result list.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ArticleList {
    /// How many articles the selection has.
    pub n_total: usize,
    /// How many articles there are at all.
    pub n_all: usize,
    /// The rows of the window.
    pub rows: Vec<ArticleRow>,
}

/// One row of a result list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ArticleRow {
    /// Article id.
    pub id: String,
    /// Page id.
    pub page: String,
    /// Headline; "" for most briefs.
    pub headline: String,
    /// Hits of the query in the headline.
    pub headline_hits: Vec<Span>,
    /// Whether the query stands in it as whole words or as a mere run; `None` without a hit.
    pub hit_kind: Option<HitKind>,
    /// Section; "" for none.
    pub section: String,
    /// Kind.
    pub kind: Kind,
    /// Byline.
    pub byline: Vec<Credit>,
    /// The page's date.
    pub published: Published,
    /// The places most mentioned, at most four; empty until the gazetteer is there.
    pub places: Vec<PlaceChip>,
    /// How many figures it states.
    pub n_figures: usize,
    /// The best passage, or the beginning.
    pub snippet: Snippet,
}

/// A place that can be clicked.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct PlaceChip {
    /// Path.
    pub path: String,
    /// Its last name.
    pub name: String,
}

/// A passage with the hits of the query in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Snippet {
    /// A verbatim run of the article's text.
    pub text: String,
    /// Bytes of `text` that the query matches, in order, without overlap.
    pub hits: Vec<Span>,
    /// Of each hit of a query, whether it is made of whole words; empty where a figure is marked.
    pub hit_kinds: Vec<HitKind>,
    /// True when the article has text before it.
    pub cut_before: bool,
    /// True when the article has text after it.
    pub cut_after: bool,
}

/// An article to read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ArticleDetail {
    /// Article id.
    pub id: String,
    /// Page id.
    pub page: String,
    /// Headline; "" for most briefs.
    pub headline: String,
    /// Section; "" for none.
    pub section: String,
    /// Kind.
    pub kind: Kind,
    /// Byline.
    pub byline: Vec<Credit>,
    /// The page's date.
    pub published: Published,
    /// Front matter of the page.
    pub front_matter: Vec<(String, String)>,
    /// The healed body, a paragraph a line.
    pub text: String,
    /// What it mentions; spans are bytes of `text`.
    pub mentions: Mentions,
    /// The rules that its mentions name, each in words.
    pub rules: Vec<RuleWords>,
    /// Hits of the query; bytes of `text`.
    pub hits: Vec<Span>,
    /// Keywords; empty until the dictionary is there.
    pub keywords: Vec<Keyword>,
    /// The article before it in the result list.
    pub previous: Option<String>,
    /// The article after it in the result list.
    pub next: Option<String>,
    /// True once places, words and figures' subjects are known.
    pub lexicon_ready: bool,
}

/// A rule of the extractors in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleWords {
    /// Its name.
    pub rule: String,
    /// What it is, in Chinese and in English.
    pub words: [String; 2],
}

/// A word that is typical of an article or a selection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Keyword {
    /// The word.
    pub word: String,
    /// How often it stands there.
    pub count: usize,
    /// Its weight; larger is more typical. Only the order means something.
    pub score: f64,
}
