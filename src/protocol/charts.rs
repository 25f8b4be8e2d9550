//! What crosses for the view of charts.

use serde::{Deserialize, Serialize};

use super::Table;
use crate::engine::chart::{ChartKind, ChartOptions, Paper, Scene};
use crate::engine::extract::unit::Quantity;
use crate::engine::query::Selection;

/// A chart that is wanted, and what it is drawn on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChartWanted {
    /// Which articles.
    pub selection: Selection,
    /// Which chart.
    pub options: ChartOptions,
    /// The key of the mark whose articles or figures are listed.
    pub behind: Option<String>,
    /// Rows of that list at most.
    pub n_rows: usize,
    /// Width and font.
    pub paper: Paper,
    /// The translations of `engine::chart::words::keys`, in their order.
    pub words: Vec<String>,
    /// What the selection asks, in words; "" for nothing.
    pub query: String,
}

/// A finished chart.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Chart {
    /// The quantity that charts of figures show; `None` where there is no figure.
    pub quantity: Option<Quantity>,
    /// How many figures each quantity has.
    pub quantities: Vec<(Quantity, usize)>,
    /// Whether values stand on a logarithmic scale; `None` where they cannot.
    pub is_log: Option<bool>,
    /// The kinds that the selection cannot show, each with the key of the reason.
    pub refused: Vec<(ChartKind, String)>,
    /// The title, for who cannot see the picture.
    pub title: String,
    /// What stands behind the chart and what it leaves out.
    pub notes: Vec<String>,
    /// The picture; without marks where there is nothing to draw.
    pub scene: Scene,
    /// The same data, a row a mark.
    pub table: Table,
    /// What stands behind the mark that was asked for: the mark's name, and a row each.
    pub behind: Option<(String, Table)>,
}
