//! The state that a link carries: `AppLocation` ↔ URL hash, round-trip.
//!
//! `#/figures?q=流动党员&section=广角&place=内蒙古自治区/赤峰市&date=2022-05/2022-06&quantity=person&sort=value-descending`:
//! a path that names the view, then `key=value` parts in a fixed order. Parsing never fails: a part that is unknown or
//! says nothing is left out. A minus before a facet (`-section=广角`) excludes. Chinese stays readable; browsers that escape
//! it are read all the same.

use super::figure_view;
use super::place_location::PlaceLocation;
use super::word_location::WordLocation;
use crate::engine::chart::ChartKind;
use crate::engine::extract::edtf::Edtf;
use crate::engine::extract::unit::Quantity;
use crate::engine::query::{Choice, Clause, DateRange, Facet, Selection};
use crate::engine::text::Span;
use crate::protocol::{Direction, FigureColumn, FigureSort, FigureView};

/// The views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum View {
    /// 总览: the start screen, what is loaded.
    #[default]
    Overview,
    /// 文章: list and reader.
    Articles,
    /// 数字: table of figures.
    Figures,
    /// 图表.
    Charts,
    /// 地名: place tree with counts.
    Places,
    /// 词语: keywords and lines in context.
    Words,
    /// 比较: two selections side by side.
    Compare,
}

impl View {
    /// Every view, in the order of the switch.
    pub const ALL: [View; 7] =
        [View::Overview, View::Articles, View::Figures, View::Charts, View::Places, View::Words, View::Compare];

    /// The name that the URL uses.
    pub fn as_str(self) -> &'static str {
        match self {
            View::Overview => "overview",
            View::Articles => "articles",
            View::Figures => "figures",
            View::Charts => "charts",
            View::Places => "places",
            View::Words => "words",
            View::Compare => "compare",
        }
    }
}

/// How a chart is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ChartForm {
    /// Drawn.
    #[default]
    Picture,
    /// The same data as a table.
    Table,
}

impl ChartForm {
    /// Every form, in the order of the switch.
    pub const ALL: [ChartForm; 2] = [ChartForm::Picture, ChartForm::Table];

    /// The name that the URL uses.
    pub fn as_str(self) -> &'static str {
        match self {
            ChartForm::Picture => "picture",
            ChartForm::Table => "table",
        }
    }
}

/// The facets that small charts can be made by.
pub const MULTIPLE_FACETS: [Facet; 7] =
    [Facet::Section, Facet::Place, Facet::Kind, Facet::Byline, Facet::Programme, Facet::Quantity, Facet::Page];

/// The names of the two scales.
const LINEAR: &str = "linear";
const LOG: &str = "log";

/// Everything of the screen that a link carries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AppLocation {
    /// Which view.
    pub view: View,
    /// Query and clauses. A link carries ranges of the facets of time and values of the others.
    pub selection: Selection,
    /// The open article.
    pub article: Option<String>,
    /// The figure of the open article that is pointed at.
    pub figure: Option<usize>,
    /// The passage of the open article that is pointed at, in bytes of its text.
    pub at: Option<Span>,
    /// True where the reader says how each mention was read.
    pub reading: bool,
    /// The quantity that the figures view and the charts show.
    pub quantity: Option<Quantity>,
    /// The chart that is shown.
    pub chart: Option<ChartKind>,
    /// How the chart is shown.
    pub form: ChartForm,
    /// The place (path) whose parts are compared, in charts by place.
    pub within: Option<String>,
    /// Whether values of charts stand on a logarithmic scale; `None` for what suits them.
    pub log: Option<bool>,
    /// The facet whose values have a small chart each.
    pub by: Option<Facet>,
    /// The key of the mark whose articles or figures are listed.
    pub behind: Option<String>,
    /// By what the table of figures is sorted; `None` for the order of the pages.
    pub sort: Option<FigureSort>,
    /// How the table of figures is narrowed and grouped besides.
    pub figures: FigureView,
    /// What the view of places shows.
    pub places: PlaceLocation,
    /// What the views of words and of comparison show.
    pub words: WordLocation,
}

impl AppLocation {
    /// Shows another kind of chart; what was listed of the one before is put away.
    pub fn show_chart(&mut self, kind: ChartKind) {
        self.chart = Some(kind);
        self.behind = None;
    }

    /// Closes the open article.
    pub fn close_article(&mut self) {
        self.article = None;
        self.figure = None;
        self.at = None;
    }

    /// What of the open article is pointed at; the same for the same place.
    pub fn anchor(&self) -> Option<String> {
        self.at.map(passage_text).or_else(|| self.figure.map(|it| it.to_string()))
    }

    /// The location of a hash, with or without its `#`.
    pub fn parse(hash: &str) -> AppLocation {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        let (path, parts) = hash.split_once('?').unwrap_or((hash, ""));
        let mut res = AppLocation::default();
        let view = decode(path.trim_matches('/'));
        res.view = View::ALL.into_iter().find(|it| it.as_str() == view).unwrap_or_default();
        for part in parts.split('&') {
            if let Some((key, value)) = part.split_once('=') {
                res.read(&decode(key), &decode(value));
            }
        }
        res
    }

    /// The hash of this location, with its `#`.
    pub fn to_hash(&self) -> String {
        let mut parts = vec![];
        let mut add = |key: &str, value: &str| parts.push(format!("{key}={}", encode(value)));
        if !self.selection.query.is_empty() {
            add("q", &self.selection.query);
        }
        for (facet, clause) in &self.selection.clauses {
            let mut add = |negated: bool, value: &str| {
                let not = if negated { NOT } else { "" };
                add(&format!("{not}{}", facet.as_str()), value);
            };
            match clause {
                Clause::Dates { range, negated } if facet.is_date() => add(*negated, &range_text(range)),
                Clause::Values { include, exclude } if !facet.is_date() => {
                    include.iter().for_each(|it| add(false, it));
                    exclude.iter().for_each(|it| add(true, it));
                }
                Clause::Dates { .. } | Clause::Values { .. } => {}
            }
        }
        for (key, value) in [
            ("article", self.article.clone()),
            ("figure", self.figure.map(|it| it.to_string())),
            ("at", self.at.map(passage_text)),
            ("reading", self.reading.then(|| SHOWN.to_owned())),
            ("quantity", self.quantity.map(|it| it.as_str().to_owned())),
            ("chart", self.chart.map(|it| it.as_str().to_owned())),
            ("form", (self.form != ChartForm::default()).then(|| self.form.as_str().to_owned())),
            ("within", self.within.clone()),
            ("scale", self.log.map(|it| if it { LOG } else { LINEAR }.to_owned())),
            ("split", self.by.map(|it| it.as_str().to_owned())),
            ("behind", self.behind.clone()),
            ("sort", self.sort.map(sort_text)),
        ] {
            value.iter().for_each(|it| add(key, it));
        }
        figure_view::parts(&self.figures).iter().chain(&self.words.parts()).for_each(|(key, value)| add(key, value));
        self.places.parts().iter().for_each(|(key, value)| add(key, value));
        let query = if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) };
        let view = if self.view == View::default() { "" } else { self.view.as_str() };
        format!("#/{view}{query}")
    }

    fn read(&mut self, key: &str, value: &str) {
        let (negated, name) = key.strip_prefix(NOT).map_or((false, key), |it| (true, it));
        if let Some(facet) = Facet::ALL.into_iter().find(|it| it.as_str() == name) {
            return self.read_clause(facet, value, negated);
        }
        match key {
            "q" => self.selection.query = value.to_owned(),
            "article" => self.article = Some(value.to_owned()),
            "figure" => self.figure = value.parse().ok(),
            "at" => self.at = passage(value),
            "reading" => self.reading = value == SHOWN,
            "quantity" => self.quantity = Quantity::parse(value),
            "chart" => self.chart = ChartKind::ALL.into_iter().find(|it| it.as_str() == value),
            "form" => self.form = ChartForm::ALL.into_iter().find(|it| it.as_str() == value).unwrap_or_default(),
            "within" => self.within = Some(value.to_owned()),
            "behind" => self.behind = Some(value.to_owned()),
            "scale" => self.log = [LINEAR, LOG].contains(&value).then_some(value == LOG),
            "split" => self.by = MULTIPLE_FACETS.into_iter().find(|it| it.as_str() == value),
            "sort" => self.sort = sort(value),
            _ if figure_view::read(&mut self.figures, key, value) => {}
            _ if self.places.read(key, value) => {}
            _ => self.words.read(key, value),
        }
    }

    fn read_clause(&mut self, facet: Facet, value: &str, negated: bool) {
        let choice = if negated { Choice::Excluded } else { Choice::Included };
        match facet.is_date() {
            true => {
                let clause = range(value).map(|range| (facet, Clause::Dates { range, negated }));
                self.selection.clauses.extend(clause);
            }
            false => self.selection.choose(facet, value, choice),
        }
    }
}

/// Stands before a facet whose value is not wanted.
const NOT: &str = "-";

/// A range as an EDTF interval; `..` for an open end.
fn range_text(range: &DateRange) -> String {
    let end = |it: &Option<Edtf>| it.as_ref().map_or("..", Edtf::as_str).to_owned();
    format!("{}/{}", end(&range.from), end(&range.to))
}

/// The range of an EDTF interval, of one day, month or year, or of all time; `None` for what is none of these.
fn range(text: &str) -> Option<DateRange> {
    let (from, to) = text.split_once('/').unwrap_or((text, text));
    let res = DateRange { from: Edtf::parse(from), to: Edtf::parse(to) };
    (res != DateRange::default() || text == ALL_TIME).then_some(res)
}

/// A range without ends: any date, or none at all.
const ALL_TIME: &str = "../..";

/// The value of a part that is switched on.
const SHOWN: &str = "shown";

fn passage_text(at: Span) -> String {
    format!("{}-{}", at.start, at.end)
}

fn passage(text: &str) -> Option<Span> {
    let (start, end) = text.split_once('-')?;
    let span = Span { start: start.parse().ok()?, end: end.parse().ok()? };
    (span.start < span.end).then_some(span)
}

fn sort_text(sort: FigureSort) -> String {
    let direction = match sort.direction {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    };
    format!("{}-{direction}", sort.column.as_str())
}

fn sort(text: &str) -> Option<FigureSort> {
    let (name, direction) = text.rsplit_once('-')?;
    let direction = match direction {
        "ascending" => Direction::Ascending,
        "descending" => Direction::Descending,
        _ => return None,
    };
    Some(FigureSort { column: FigureColumn::parse(name)?, direction })
}

/// Escapes what would end a part or a link; letters of any script stay as they are.
fn encode(text: &str) -> String {
    let mut res = String::new();
    for ch in text.chars() {
        let is_plain = ch.is_alphanumeric() || matches!(ch, '-' | '_' | '.' | '/' | '~' | ':' | '·');
        let mut bytes = [0; 4];
        match is_plain {
            true => res.push(ch),
            false => ch.encode_utf8(&mut bytes).bytes().for_each(|it| res.push_str(&format!("%{it:02X}"))),
        }
    }
    res
}

/// Undoes [`encode`] and what browsers escape besides; a stray `%` stands for itself, broken UTF-8 becomes �.
fn decode(text: &str) -> String {
    let mut bytes = vec![];
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = match (first, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    (digit as char).to_digit(16).and_then(|it| u8::try_from(it).ok())
}
