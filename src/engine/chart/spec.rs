//! The chart spec: which data stand behind which marks, and what each mark opens. Inert data without any size.

use serde::{Deserialize, Serialize};

use crate::engine::extract::unit::Quantity;
use crate::engine::extract::{Approx, Level};
use crate::engine::query::Facet;
use crate::engine::text::Span;

/// The charts that are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ChartKind {
    /// Figures of one quantity and unit by place: a bar a place with its largest figure.
    FiguresByPlace,
    /// Figures of one quantity and unit, ranked by value; a bar a figure.
    FiguresRanked,
    /// The same as dots on one line, packed where they are many.
    FiguresStrip,
    /// The same in bins.
    FiguresHistogram,
    /// The same over time, by the page's date; a dot a figure.
    FiguresOverTime,
    /// Articles over time, by the page's date; a bar a month.
    ArticlesOverTime,
    /// Mentions of places over time.
    MentionsOverTime,
    /// Articles by place.
    ArticlesByPlace,
    /// Places × sections, shaded by articles.
    PlacesBySection,
    /// Places × months, shaded by articles.
    PlacesByTime,
    /// Programmes × places, shaded by articles.
    ProgrammesByPlace,
    /// Articles over time, a small chart for each value of a facet.
    Multiples,
}

impl ChartKind {
    /// Every kind, in the order of the picker.
    pub const ALL: [ChartKind; 12] = [
        ChartKind::FiguresByPlace,
        ChartKind::FiguresRanked,
        ChartKind::FiguresStrip,
        ChartKind::FiguresHistogram,
        ChartKind::FiguresOverTime,
        ChartKind::ArticlesOverTime,
        ChartKind::MentionsOverTime,
        ChartKind::ArticlesByPlace,
        ChartKind::PlacesBySection,
        ChartKind::PlacesByTime,
        ChartKind::ProgrammesByPlace,
        ChartKind::Multiples,
    ];

    /// The name that the URL uses.
    pub fn as_str(self) -> &'static str {
        match self {
            ChartKind::FiguresByPlace => "figures-by-place",
            ChartKind::FiguresRanked => "figures-ranked",
            ChartKind::FiguresStrip => "figures-strip",
            ChartKind::FiguresHistogram => "figures-histogram",
            ChartKind::FiguresOverTime => "figures-over-time",
            ChartKind::ArticlesOverTime => "articles-over-time",
            ChartKind::MentionsOverTime => "mentions-over-time",
            ChartKind::ArticlesByPlace => "articles-by-place",
            ChartKind::PlacesBySection => "places-by-section",
            ChartKind::PlacesByTime => "places-by-time",
            ChartKind::ProgrammesByPlace => "programmes-by-place",
            ChartKind::Multiples => "multiples",
        }
    }

    /// True when the chart shows figures and so needs a quantity.
    pub fn needs_quantity(self) -> bool {
        self <= ChartKind::FiguresOverTime
    }

    /// True where the brush narrows the dates: such a chart shows the times outside of what is chosen, too.
    pub fn is_over_time(self) -> bool {
        matches!(self, ChartKind::FiguresOverTime | ChartKind::ArticlesOverTime | ChartKind::MentionsOverTime)
    }

    /// True where one place can be taken apart into those below it.
    pub fn is_by_place(self) -> bool {
        !self.is_over_time()
            && matches!(
                self,
                ChartKind::FiguresByPlace
                    | ChartKind::ArticlesByPlace
                    | ChartKind::PlacesBySection
                    | ChartKind::PlacesByTime
                    | ChartKind::ProgrammesByPlace
            )
    }

    /// True where values may stand on a logarithmic scale.
    pub fn may_be_log(self) -> bool {
        matches!(self, ChartKind::FiguresStrip | ChartKind::FiguresHistogram | ChartKind::FiguresOverTime)
    }
}

/// Which chart is wanted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChartOptions {
    /// The kind.
    pub kind: ChartKind,
    /// For charts of figures: of which quantity; `None` takes the one with the most figures of one unit.
    pub quantity: Option<Quantity>,
    /// For charts by place: the place (path) whose parts are compared; `None` for the level with enough places.
    pub within: Option<String>,
    /// Whether values stand on a logarithmic scale; `None` where they span decades.
    pub log: Option<bool>,
    /// For small multiples: a chart for each value of this.
    pub by: Facet,
}

impl ChartOptions {
    /// A kind with nothing chosen.
    pub fn new(kind: ChartKind) -> Self {
        ChartOptions { kind, quantity: None, within: None, log: None, by: Facet::Section }
    }
}

/// What the bands of an axis are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AxisKind {
    /// There is none.
    #[default]
    None,
    /// Places, by path.
    Place,
    /// Months or years, in EDTF.
    Period,
    /// Values of a facet.
    Facet(Facet),
    /// Bins between the spec's edges.
    Bin,
}

/// Bands along one direction, in the order in which they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Axis {
    /// What they are.
    pub kind: AxisKind,
    /// Their names.
    pub names: Vec<String>,
}

impl Axis {
    /// The bands of a channel.
    pub fn new(kind: AxisKind, names: &[String]) -> Self {
        Axis { kind, names: names.to_vec() }
    }
}

/// One chart's data.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSpec {
    /// Which chart it is.
    pub kind: ChartKind,
    /// Quantity of the values; `None` where articles or mentions are counted.
    pub quantity: Option<Quantity>,
    /// Unit of the values: the base unit, or the unit as written where it has no base; "" where something is counted.
    pub unit: String,
    /// Level of the places; `None` where they are the parts of one, or none is shown.
    pub level: Option<Level>,
    /// The place whose parts are compared.
    pub within: Option<String>,
    /// Whether values stand on a logarithmic scale; `None` where they cannot.
    pub is_log: Option<bool>,
    /// Bands from left to right.
    pub columns: Axis,
    /// Bands from above.
    pub rows: Axis,
    /// Edges of bins, one more than bins; in a strip of many dots those of the stacks.
    pub edges: Vec<f64>,
    /// The marks, in the order in which they are walked.
    pub data: Vec<Datum>,
    /// How many figures, articles or mentions the selection has for this chart in all, shown or not.
    pub n_total: usize,
    /// How many could not be shown, because they have no place or no date (of the bands' granularity).
    pub n_missing: usize,
    /// How many figures of the quantity have another unit and stand at no mark.
    pub n_other_unit: usize,
    /// How many stand outside of the chosen dates, and are shown pale.
    pub n_other_date: usize,
    /// How many further marks or bands there would be.
    pub n_cut: usize,
    /// How many figures one dot stands for at most.
    pub per_dot: usize,
}

/// One mark.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Datum {
    /// A subject or place that names a single figure; "" where its bands name the mark.
    pub label: String,
    /// A second name: the subject of a place's figure, the headline of a figure's article; "" for none.
    pub detail: String,
    /// Last name of the place a figure belongs to; "" for none.
    pub place: String,
    /// The sentence a figure stands in; "" where something is counted.
    pub sentence: String,
    /// Number of its column.
    pub column: u32,
    /// Number of its row.
    pub row: u32,
    /// The value in the spec's unit, finite and never negative; or how many there are.
    pub value: f64,
    /// Upper end of a range in the spec's unit, larger than `value`.
    pub high: Option<f64>,
    /// The value as printed (`5.72亿元`); "" for a count.
    pub printed: String,
    /// How exact it claims to be.
    pub approx: Option<Approx>,
    /// True outside of the chosen dates.
    pub is_faint: bool,
    /// What a click opens; `None` for a mark of nothing.
    pub opens: Option<Opens>,
}

impl ChartSpec {
    /// A chart of nothing.
    pub fn empty(kind: ChartKind) -> Self {
        ChartSpec {
            kind,
            quantity: None,
            unit: String::new(),
            level: None,
            within: None,
            is_log: None,
            columns: Axis::default(),
            rows: Axis::default(),
            edges: vec![],
            data: vec![],
            n_total: 0,
            n_missing: 0,
            n_other_unit: 0,
            n_other_date: 0,
            n_cut: 0,
            per_dot: 1,
        }
    }
}

/// What stands behind a mark, and so what Enter or a click on it shows. `view_model/opening.rs` turns it into a location.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Opens {
    /// The article with the figure's sentence: article id and the figure's number among the article's figures.
    Figure {
        /// Article id.
        article: String,
        /// Index in the article's figures.
        figure: usize,
    },
    /// The articles of a place (path): the selection's clause of places becomes this one.
    Place(String),
    /// The articles of a month or year (EDTF): the selection's clause of the page's date becomes this one.
    Date(String),
    /// A run of an article's text; an empty one is the article from its beginning.
    Text {
        /// Article id.
        article: String,
        /// Bytes of the article's text.
        span: Span,
    },
    /// The list, below the chart, of exactly the articles, mentions or figures that the mark with this key counts. Unlike
    /// a clause it can name a bin of values, or a month without the articles that are dated by their year alone.
    Behind(String),
    /// The same for a place (path) that has places below it: they take its place in the chart.
    Within(String),
    /// Nothing new: the place (path) is chosen among others or set free, as a click in the facet does.
    Choose(String),
}
