//! What crosses for the start screen.

use serde::{Deserialize, Serialize};

use super::{Cell, Column};

/// What is loaded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Overview {
    /// Pages that the articles stand on.
    pub n_pages: usize,
    /// Articles.
    pub n_articles: usize,
    /// Figures that they state.
    pub n_figures: usize,
    /// The first and the last date of the pages, EDTF; "" where none is known.
    pub dates: [String; 2],
    /// Sections, places, quantities, programmes; those that need the dictionary are left out until it is there.
    pub lists: Vec<OverviewList>,
}

/// A list that leads on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OverviewList {
    /// What it lists: `Section`, `Place`, `Quantity` or `Programme` of the figures' columns.
    pub of: Option<Column>,
    /// Most first.
    pub entries: Vec<OverviewEntry>,
    /// How many there are besides.
    pub n_more: usize,
}

/// A line of such a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct OverviewEntry {
    /// What it is, and where it leads.
    pub name: Cell,
    /// How many articles or figures.
    pub count: usize,
    /// That in hundredths of the largest.
    pub share: usize,
    /// The largest figure, and its sentence; empty where none is shown.
    pub figure: Cell,
}
