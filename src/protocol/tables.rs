//! Tables as the worker writes them and the page prints them: keyness, collocates, and the parts of a comparison.

use serde::{Deserialize, Serialize};

use crate::engine::chart::Opens;
use crate::engine::extract::unit::Quantity;
use crate::engine::query::Selection;
use crate::protocol::{Direction, FigureColumn, Window};

/// A table: every cell as it is read, in the order asked.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Table {
    /// The columns, from the left.
    pub columns: Vec<Column>,
    /// The column it is sorted by, where it can be sorted by others.
    pub sort: Option<TableSort>,
    /// How many rows there are outside of the window too.
    pub n_total: usize,
    /// The rows of the window, a cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Cell {
    /// What is read; in columns of [`Column::Label`] a key of the translations, of [`Column::Period`] an EDTF date.
    pub text: String,
    /// What a click on it opens.
    pub leads: Leads,
}

/// What a cell opens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Leads {
    /// Nothing.
    #[default]
    Nowhere,
    /// The lines of this query within the current selection.
    Lines(String),
    /// The same within this selection.
    LinesOf(String, Box<Selection>),
    /// The articles of this selection.
    Select(Box<Selection>),
    /// The figures of this quantity.
    Quantity(Quantity),
    /// The sentence of a figure, in the current selection or in its column's.
    Opens(Opens),
}

/// What a column tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Column {
    /// A word.
    Word,
    /// What the row is about: a key of the translations.
    Label,
    /// A place.
    Place,
    /// A month or a year.
    Period,
    /// What a chart's mark, or one thing behind it, is called.
    Item,
    /// Of the first selection.
    InA,
    /// Of the second selection.
    InB,
    /// Of the articles that are in both.
    InBoth,
    /// Occurrences in the selection, or in the windows.
    Count,
    /// Occurrences elsewhere.
    CountElsewhere,
    /// Occurrences in ten thousand tokens of the selection.
    Rate,
    /// Occurrences in ten thousand tokens elsewhere.
    RateElsewhere,
    /// Log-likelihood.
    LogLikelihood,
    /// The log-likelihood's p-value.
    PValue,
    /// Log ratio.
    LogRatio,
    /// Gries' deviation of proportions over the articles.
    Deviation,
    /// Count times rarity.
    Weight,
    /// Mutual information.
    MutualInformation,
    /// logDice.
    LogDice,
    /// Of the table of figures.
    Figure(FigureColumn),
}

impl Column {
    /// Every column but those of the figures.
    pub const ALL: [Column; 19] = [
        Column::Word,
        Column::Label,
        Column::Place,
        Column::Period,
        Column::Item,
        Column::InA,
        Column::InB,
        Column::InBoth,
        Column::Count,
        Column::CountElsewhere,
        Column::Rate,
        Column::RateElsewhere,
        Column::LogLikelihood,
        Column::PValue,
        Column::LogRatio,
        Column::Deviation,
        Column::Weight,
        Column::MutualInformation,
        Column::LogDice,
    ];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Column::Word => "word",
            Column::Label => "label",
            Column::Place => "place",
            Column::Period => "period",
            Column::Item => "item",
            Column::InA => "in-a",
            Column::InB => "in-b",
            Column::InBoth => "in-both",
            Column::Count => "count",
            Column::CountElsewhere => "count-elsewhere",
            Column::Rate => "rate",
            Column::RateElsewhere => "rate-elsewhere",
            Column::LogLikelihood => "log-likelihood",
            Column::PValue => "p-value",
            Column::LogRatio => "log-ratio",
            Column::Deviation => "deviation",
            Column::Weight => "weight",
            Column::MutualInformation => "mutual-information",
            Column::LogDice => "log-dice",
            Column::Figure(column) => column.as_str(),
        }
    }

    /// True of a column of numbers, which files keep as such.
    pub fn is_number(self) -> bool {
        match self {
            Column::Figure(column) => column.is_number(),
            _ => self >= Column::Count,
        }
    }

    /// True of a column that names its row.
    pub fn is_head(self) -> bool {
        self <= Column::Item
    }
}

/// By what a table is sorted; ties by count, then by the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSort {
    /// Which column.
    pub column: Column,
    /// Which way.
    pub direction: Direction,
}

/// How a table of words is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableOptions {
    /// `None` for the table's own order.
    pub sort: Option<TableSort>,
    /// Words that stand there less often are left out.
    pub least: u32,
    /// Whether function words, numerals and single characters are listed too.
    pub every_word: bool,
    /// Rows `offset..offset + limit`.
    pub window: Window,
}

/// Two selections side by side.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Comparison {
    /// Articles, words, places, figures.
    pub counts: Table,
    /// The places most mentioned in either.
    pub places: Table,
    /// The quantity of `figures`; `None` where neither has a figure.
    pub quantity: Option<Quantity>,
    /// How many figures of each quantity both have together.
    pub quantities: Vec<(Quantity, usize)>,
    /// How many figures of the quantity there are, the smallest, the middle and the largest.
    pub figures: Table,
    /// Words typical of A against B, then of B against A; `None` until the dictionary is there.
    pub keywords: Option<[Table; 2]>,
    /// Months, or years where there are many.
    pub dates: Table,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// The first selection.
    pub a: Selection,
    /// The second.
    pub b: Selection,
    /// Of which quantity figures are shown; `None` takes the one with the most figures.
    pub quantity: Option<Quantity>,
    /// How the tables of words are made.
    pub options: TableOptions,
}
