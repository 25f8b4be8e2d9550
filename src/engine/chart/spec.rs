//! The chart spec: which data stand behind which marks, and what each mark opens. Inert data without any size.

use serde::{Deserialize, Serialize};

use crate::engine::extract::unit::Quantity;
use crate::engine::extract::{Approx, Level};

/// The charts that are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ChartKind {
    /// Figures of one quantity and unit, ranked by value; a bar a figure.
    FiguresRanked,
    /// Figures of one quantity and unit by place: a bar a place with its largest figure.
    FiguresByPlace,
    /// Articles over time, by the page's date; a bar a month.
    ArticlesOverTime,
    /// Articles by place.
    ArticlesByPlace,
}

impl ChartKind {
    /// Every kind, in the order of the picker.
    pub const ALL: [ChartKind; 4] =
        [ChartKind::FiguresByPlace, ChartKind::FiguresRanked, ChartKind::ArticlesOverTime, ChartKind::ArticlesByPlace];

    /// The name that the URL uses.
    pub fn as_str(self) -> &'static str {
        match self {
            ChartKind::FiguresRanked => "figures-ranked",
            ChartKind::FiguresByPlace => "figures-by-place",
            ChartKind::ArticlesOverTime => "articles-over-time",
            ChartKind::ArticlesByPlace => "articles-by-place",
        }
    }

    /// True when the chart shows figures and so needs a quantity.
    pub fn needs_quantity(self) -> bool {
        matches!(self, ChartKind::FiguresRanked | ChartKind::FiguresByPlace)
    }
}

/// One bar chart's data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChartSpec {
    /// Which chart it is.
    pub kind: ChartKind,
    /// Quantity of the values; `None` where articles are counted.
    pub quantity: Option<Quantity>,
    /// Unit of the values: the base unit, or the unit as written where it has no base; "" where articles are counted.
    pub unit: String,
    /// Level of the places; `None` where places stand at their own level or none is shown.
    pub level: Option<Level>,
    /// The bars, in the order in which they stand.
    pub data: Vec<Datum>,
    /// How many figures or articles the selection has for this chart in all, shown or not.
    pub n_total: usize,
    /// How many could not be shown, because they have no place or no date (of the bars' granularity).
    pub n_missing: usize,
    /// How many figures of the quantity have another unit and stand on no bar.
    pub n_other_unit: usize,
    /// How many further bars there would be.
    pub n_cut: usize,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Datum {
    /// What stands at the bar: a place, a subject, a month (EDTF).
    pub label: String,
    /// A second line: the subject of a place's figure, the headline of a figure's article; "" for none.
    pub detail: String,
    /// Last name of the place it belongs to; "" for none.
    pub place: String,
    /// The sentence a figure stands in, cut where it is very long; "" where articles are counted.
    pub sentence: String,
    /// The value in the spec's unit, finite and never negative.
    pub value: f64,
    /// Upper end of a range in the spec's unit, larger than `value`.
    pub high: Option<f64>,
    /// The value as printed (`5.72亿元`); "" for a count.
    pub printed: String,
    /// How exact it claims to be.
    pub approx: Option<Approx>,
    /// What a click opens.
    pub opens: Opens,
}

impl ChartSpec {
    /// A chart of nothing.
    pub fn empty(kind: ChartKind) -> Self {
        ChartSpec {
            kind,
            quantity: None,
            unit: String::new(),
            level: None,
            data: vec![],
            n_total: 0,
            n_missing: 0,
            n_other_unit: 0,
            n_cut: 0,
        }
    }
}

impl Datum {
    /// A bar of nothing that opens `opens`.
    pub fn empty(opens: Opens) -> Self {
        Datum {
            label: String::new(),
            detail: String::new(),
            place: String::new(),
            sentence: String::new(),
            value: 0.0,
            high: None,
            printed: String::new(),
            approx: None,
            opens,
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
    /// The list, below the chart, of exactly the articles or figures that the mark with this key counts. Unlike a clause it
    /// can name a bin of values, or a month without the articles that are dated by their year alone.
    Behind(String),
    /// The same for a place (path) that has places below it: they take its place in the chart.
    Within(String),
}
