//! What crosses for the panel of facets.

use serde::{Deserialize, Serialize};

use super::PlaceMore;
use crate::engine::extract::Level;
use crate::engine::extract::edtf::Edtf;
use crate::engine::query::date_step::DateStep;
use crate::engine::query::histogram::HistogramView;
use crate::engine::query::{Choice, Facet};

/// What of a facet is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FacetView {
    /// For lists: only values that contain this.
    pub filter: String,
    /// For lists: how many times more values than at first.
    pub n_more: usize,
    /// For histograms.
    pub histogram: HistogramView,
}

/// Every facet's values.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Facets {
    /// The facets that are lists, in the order of the panel.
    pub lists: Vec<ValueFacet>,
    /// Roots of the place tree; `None` until the gazetteer is there.
    pub places: Option<Vec<PlaceNode>>,
    /// The facets of time, in the order of the panel.
    pub histograms: Vec<Histogram>,
}

/// A facet that is a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueFacet {
    /// Which.
    pub facet: Facet,
    /// Chosen values first, which stay at zero; then those with most articles, ties in the order of the pages.
    pub values: Vec<FacetValue>,
    /// How many values there are besides, under the filter.
    pub n_more: usize,
    /// How many values the library has.
    pub n_all: usize,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// The value; "" for articles without one.
    pub value: String,
    /// How many distinct articles have it, under all other clauses.
    pub count: usize,
    /// How it stands in the selection.
    pub choice: Choice,
}

/// One place of the tree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceNode {
    /// Path.
    pub path: String,
    /// Its last name.
    pub name: String,
    /// Level.
    pub level: Level,
    /// Distinct articles that mention it or a place below it, under all other clauses.
    pub count: usize,
    /// Figures in those articles whose nearest place it is, or one below it.
    pub n_figures: usize,
    /// How it stands in the selection.
    pub choice: Choice,
    /// What only the view of places asks.
    pub more: Option<Box<PlaceMore>>,
    /// Most articles first, then by name.
    pub children: Vec<PlaceNode>,
}

/// How many articles each step of time has, in a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Histogram {
    /// Which.
    pub facet: Facet,
    /// How long a bar is.
    pub step: DateStep,
    /// In the order of time, empty ones too.
    pub bars: Vec<Bar>,
    /// Distinct articles with a date before the first bar, under all other clauses.
    pub n_before: usize,
    /// The same after the last bar.
    pub n_after: usize,
    /// The same without a date.
    pub n_undated: usize,
    /// Whether there are bars before the first and after the last to go to.
    pub goes_on: (bool, bool),
}

/// One bar of a histogram.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// The day, month, quarter (an interval of months) or year.
    pub date: Edtf,
    /// Distinct articles with a date that overlaps it, under all other clauses: those that a click finds.
    pub count: usize,
    /// How many of them have a date within it.
    pub n_within: usize,
    /// True where the selection's range overlaps it.
    pub chosen: bool,
}
