//! The chart spec: which data stand behind which marks, and what each mark opens. Inert data without any size.

use serde::{Deserialize, Serialize};

use crate::engine::extract::Approx;
use crate::engine::extract::unit::Quantity;

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
    /// Base unit of the values; "" where articles are counted or the unit has no base.
    pub unit: String,
    /// The bars, in the order in which they stand.
    pub data: Vec<Datum>,
    /// How many figures or articles the selection has for this chart in all, shown or not.
    pub n_total: usize,
    /// How many could not be shown, because they have no place or no date.
    pub n_missing: usize,
}

/// One bar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Datum {
    /// What stands at the bar: a place, a subject, a month (EDTF).
    pub label: String,
    /// A second line: the subject of a place's figure, the headline of a figure's article; "" for none.
    pub detail: String,
    /// The value in the spec's unit, never negative.
    pub value: f64,
    /// The value as printed (`5.72亿元`); "" for a count.
    pub printed: String,
    /// How exact it claims to be.
    pub approx: Option<Approx>,
    /// What a click opens.
    pub opens: Opens,
}

/// What stands behind a mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Opens {
    /// The article with the figure's sentence: article id and the figure's number among the article's figures.
    Figure {
        /// Article id.
        article: String,
        /// Index in the article's figures.
        figure: usize,
    },
    /// The articles of a place (path).
    Place(String),
    /// The articles of a month or year (EDTF).
    Date(String),
}
