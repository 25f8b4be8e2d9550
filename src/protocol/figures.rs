//! What crosses for the table of figures.

use serde::{Deserialize, Serialize};

use super::{Bins, Summary};
use crate::engine::extract::Approx;
use crate::engine::extract::unit::Quantity;

/// Some rows of the table of figures, and what is told of all of them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct FigureTable {
    /// How many rows there are outside of the window too, heads of groups among them.
    pub n_total: usize,
    /// Rows before the first one here.
    pub offset: usize,
    /// How many figures each quantity has in the selection, whatever quantity was asked for; in `Quantity::ALL`'s order.
    pub quantities: Vec<(Quantity, usize)>,
    /// How many figures each unit has in the quantity, most first.
    pub units: Vec<(String, usize)>,
    /// The values under every filter but that of values; without bars where they do not compare or are all the same.
    pub bins: Bins,
    /// What the figures of all rows come to.
    pub summary: Summary,
    /// The lower and the upper value that are asked for.
    pub range: [Option<f64>; 2],
    /// Whether the lower and the upper value make no sense as typed.
    pub is_wrong: [bool; 2],
    /// The rows of the window.
    pub rows: Vec<FigureLine>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FigureLine {
    /// The head of a group: what its figures share, "" for what is not known, and what they come to.
    Group(String, Summary),
    /// A figure.
    Figure(FigureRow),
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureRow {
    /// Article id.
    pub article: String,
    /// Index among the article's figures.
    pub figure: usize,
    /// Value in the base unit, or in its own where that has none.
    pub value: f64,
    /// Upper end of a range, in the same unit.
    pub high: Option<f64>,
    /// That unit.
    pub unit: String,
    /// Approx.
    pub approx: Option<Approx>,
    /// A text for each of `FigureColumn::SHOWN`; "" for the value.
    pub cells: Vec<String>,
}
