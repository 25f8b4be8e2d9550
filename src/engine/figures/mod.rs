//! The figures of a selection as data: in columns, filtered, sorted, grouped, and added up only where that means something.

pub mod bins;
pub mod borders;
pub mod columns;
pub mod context;
pub mod parts;
mod sentences;
pub mod sums;
pub mod view;

use serde::{Deserialize, Serialize};

use crate::engine::extract::{Approx, FigureMention};

/// What is told of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum FigureColumn {
    /// As the page prints it.
    Printed,
    /// The value in the base unit, or in its own where that has none.
    Value,
    /// The unit of the value.
    Unit,
    /// What kind of thing it measures.
    Quantity,
    /// How exact it claims to be.
    Approx,
    /// What is counted or measured.
    Subject,
    /// The nearest place.
    Place,
    /// The date that it refers to.
    Refers,
    /// The year of that date.
    Year,
    /// The programme that it belongs to.
    Programme,
    /// The article, in the order of the pages.
    Article,
    /// The article's section.
    Section,
    /// The page's date.
    Published,
    /// How far the value can be relied on.
    Confidence,
    /// The upper end of a range, in the unit of the value.
    High,
    /// The sentence it stands in.
    Sentence,
}

impl FigureColumn {
    /// Every column.
    pub const ALL: [FigureColumn; 16] = [
        FigureColumn::Printed,
        FigureColumn::Value,
        FigureColumn::Unit,
        FigureColumn::Quantity,
        FigureColumn::Approx,
        FigureColumn::Subject,
        FigureColumn::Place,
        FigureColumn::Refers,
        FigureColumn::Year,
        FigureColumn::Programme,
        FigureColumn::Article,
        FigureColumn::Section,
        FigureColumn::Published,
        FigureColumn::Confidence,
        FigureColumn::High,
        FigureColumn::Sentence,
    ];

    /// The columns of the table on the screen, from the left; each sorts.
    pub const SHOWN: [FigureColumn; 12] = [
        FigureColumn::Printed,
        FigureColumn::Value,
        FigureColumn::Subject,
        FigureColumn::Place,
        FigureColumn::Refers,
        FigureColumn::Quantity,
        FigureColumn::Approx,
        FigureColumn::Programme,
        FigureColumn::Article,
        FigureColumn::Section,
        FigureColumn::Published,
        FigureColumn::Confidence,
    ];

    /// The columns that group.
    pub const GROUPS: [FigureColumn; 6] = [
        FigureColumn::Quantity,
        FigureColumn::Unit,
        FigureColumn::Place,
        FigureColumn::Section,
        FigureColumn::Programme,
        FigureColumn::Year,
    ];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            FigureColumn::Printed => "printed",
            FigureColumn::Value => "value",
            FigureColumn::Unit => "unit",
            FigureColumn::Quantity => "quantity",
            FigureColumn::Approx => "approx",
            FigureColumn::Subject => "subject",
            FigureColumn::Place => "place",
            FigureColumn::Refers => "refers",
            FigureColumn::Year => "year",
            FigureColumn::Programme => "programme",
            FigureColumn::Article => "article",
            FigureColumn::Section => "section",
            FigureColumn::Published => "published",
            FigureColumn::Confidence => "confidence",
            FigureColumn::High => "high",
            FigureColumn::Sentence => "sentence",
        }
    }

    /// The column of that name.
    pub fn parse(name: &str) -> Option<Self> {
        FigureColumn::ALL.into_iter().find(|it| it.as_str() == name)
    }

    /// True of a column of numbers.
    pub fn is_number(self) -> bool {
        matches!(self, FigureColumn::Value | FigureColumn::High)
    }
}

/// Which way a table is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// How the figures are sorted; ties in the order of the text, what is not known last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FigureSort {
    /// By what.
    pub column: FigureColumn,
    /// Which way.
    pub direction: Direction,
}

/// How the table of figures is narrowed and grouped, besides quantity and sort.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FigureView {
    /// Only this unit: a base unit, or one that has none, as written; "" for all.
    pub unit: String,
    /// Only figures that claim to be so exact; `Some(None)` for those that are simply stated.
    pub approx: Option<Option<Approx>>,
    /// The smallest value as typed, `1亿元` or `300`; "" for none.
    pub low: String,
    /// The largest value; behind a `<` it does not count itself.
    pub high: String,
    /// By what the rows are grouped: one of [`FigureColumn::GROUPS`].
    pub group: Option<FigureColumn>,
    /// True where groups are closed unless they are turned.
    pub folded: bool,
    /// Groups that are the other way: closed, or open where all are folded.
    pub turned: Vec<String>,
}

impl FigureView {
    /// True where the rows of a group are shown.
    pub fn is_open(&self, group: &str) -> bool {
        self.folded == self.turned.iter().any(|it| it == group)
    }
}

/// The unit in which a figure compares: its base unit, or its own where that has none.
pub fn unit_of(figure: &FigureMention) -> &str {
    if figure.base_value.is_some() { &figure.base_unit } else { &figure.unit }
}

/// The value in that unit.
pub fn value_of(figure: &FigureMention) -> f64 {
    figure.base_value.unwrap_or(figure.value)
}

/// The upper end of a range in that unit.
pub fn high_of(figure: &FigureMention) -> Option<f64> {
    let factor = if figure.value == 0.0 { 1.0 } else { value_of(figure) / figure.value };
    figure.high.map(|it| it * factor)
}
