//! The state that a link carries: `AppLocation` ↔ URL hash, round-trip.

use crate::engine::chart::ChartKind;
use crate::engine::extract::unit::Quantity;
use crate::engine::query::Selection;

/// The five views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum View {
    /// 文章: list and reader.
    #[default]
    Articles,
    /// 数字: table of figures.
    Figures,
    /// 图表.
    Charts,
    /// 地名: place tree with counts.
    Places,
    /// 词语: keywords and lines in context.
    Words,
}

impl View {
    /// Every view, in the order of the switch.
    pub const ALL: [View; 5] = [View::Articles, View::Figures, View::Charts, View::Places, View::Words];

    /// The name that the URL uses.
    pub fn as_str(self) -> &'static str {
        match self {
            View::Articles => "articles",
            View::Figures => "figures",
            View::Charts => "charts",
            View::Places => "places",
            View::Words => "words",
        }
    }
}

/// Everything of the screen that a link carries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AppLocation {
    /// Which view.
    pub view: View,
    /// Query and clauses.
    pub selection: Selection,
    /// The open article.
    pub article: Option<String>,
    /// The figure of the open article that is pointed at.
    pub figure: Option<usize>,
    /// The quantity that the figures view and the charts show.
    pub quantity: Option<Quantity>,
    /// The chart that is shown.
    pub chart: Option<ChartKind>,
}
