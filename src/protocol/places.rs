//! What crosses for the view of places: the tree with figures, and what a map of tiles or of an owner's own shows.

use serde::{Deserialize, Serialize};

use super::{PlaceChip, PlaceNode};
use crate::engine::arrange::Arrange;
use crate::engine::chart::Opens;
use crate::engine::extract::Approx;
use crate::engine::extract::unit::Quantity;
use crate::engine::query::{Choice, Selection};

/// What of the places is wanted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlacesWanted {
    /// Which articles; its clause of places chooses among them and does not count.
    pub selection: Selection,
    /// Whose largest figures stand with the places; `None` takes the one with the most figures of one unit.
    pub quantity: Option<Quantity>,
    /// What shades the map.
    pub measure: PlaceMeasure,
    /// What the map is of.
    pub ground: Ground,
}

/// What shades a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum PlaceMeasure {
    /// Distinct articles.
    #[default]
    Articles,
    /// Mentions.
    Mentions,
    /// The largest figure of a quantity. Never a sum: a total and its parts often stand in one article.
    Largest,
}

impl PlaceMeasure {
    /// Every measure, in the order of the switch.
    pub const ALL: [PlaceMeasure; 3] = [PlaceMeasure::Articles, PlaceMeasure::Mentions, PlaceMeasure::Largest];

    /// The name that the URL uses.
    pub fn as_str(self) -> &'static str {
        match self {
            PlaceMeasure::Articles => "articles",
            PlaceMeasure::Mentions => "mentions",
            PlaceMeasure::Largest => "largest",
        }
    }
}

/// What a map is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ground {
    /// The tiles of the league with this path; of all leagues where it is the path of none.
    Tiles(String),
    /// An owner's own map.
    Features(Vec<FeatureName>),
}

/// What a feature of an owner's map says of itself; "" for what it does not say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FeatureName {
    /// A place's name, or its path.
    pub name: String,
    /// A place's code.
    pub code: String,
}

/// The places of a selection.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Places {
    /// Roots of the tree.
    pub roots: Vec<PlaceNode>,
    /// How many figures of each quantity there are.
    pub quantities: Vec<(Quantity, usize)>,
    /// The quantity of the largest figures; `None` where there is no figure.
    pub quantity: Option<Quantity>,
    /// Their unit.
    pub unit: String,
    /// Figures of the quantity that cannot be compared: of another unit, or without a place.
    pub n_other_figures: usize,
    /// The places of the map: tiles in the order of the table, features in their own order.
    pub marks: Vec<PlaceMark>,
    /// What the classes of shades begin with.
    pub borders: Vec<f64>,
    /// The leagues, whose tiles have tiles of their own.
    pub leagues: Vec<PlaceChip>,
    /// The place that the tiles are parts of.
    pub ground: PlaceChip,
    /// Articles under all other clauses.
    pub n_articles: usize,
    /// Articles that name what the tiles are of, and none of them.
    pub n_whole: usize,
    /// Articles that name a place outside of the region of the tiles.
    pub n_outside: usize,
    /// The places outside of it that have none above them.
    pub outside: Vec<String>,
}

/// A place of the map.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceMark {
    /// Path; "" for a feature whose place nobody knows.
    pub path: String,
    /// Its last name, or what the feature calls itself.
    pub name: String,
    /// A shorter name.
    pub short: String,
    /// Column and row of its tile.
    pub at: (u32, u32),
    /// Distinct articles.
    pub n_articles: usize,
    /// Mentions.
    pub n_mentions: usize,
    /// Its largest figure.
    pub largest: Option<PlaceFigure>,
    /// The class of its value, from 1; 0 for none.
    pub shade: u8,
    /// How it stands in the selection.
    pub choice: Choice,
}

/// What only the view of places asks of a place of the tree.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct PlaceMore {
    /// How often it, or a place below it, is mentioned.
    pub n_mentions: usize,
    /// The largest figure of it, or of a place below it.
    pub largest: Option<PlaceFigure>,
}

/// A figure that stands for a place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceFigure {
    /// As printed.
    pub printed: String,
    /// How exact it claims to be.
    pub approx: Option<Approx>,
    /// In the common unit.
    pub value: f64,
    /// Article id.
    pub article: String,
    /// Index among the article's figures.
    pub figure: usize,
}

impl Places {
    /// True of an owner's map without a place that anybody knows.
    pub fn knows_no_feature(&self) -> bool {
        self.ground.path.is_empty() && self.marks.iter().all(|it| it.path.is_empty())
    }

    /// The path of the mark with this number, where it is a league.
    pub fn league(&self, number: usize) -> Option<String> {
        let path = &self.marks.get(number)?.path;
        self.leagues.iter().find(|it| it.path == *path).map(|it| it.path.clone())
    }

    /// The marks whose place is known, those with the largest value first, equal ones in their order.
    pub fn ranked(&self, measure: PlaceMeasure) -> Vec<PlaceMark> {
        let mut res: Vec<PlaceMark> = self.marks.iter().filter(|it| !it.path.is_empty()).cloned().collect();
        let value = |it: &PlaceMark| it.value(measure).unwrap_or(-1.0);
        res.arrange_by(|a, b| value(b).total_cmp(&value(a)));
        res
    }
}

impl PlaceFigure {
    /// Its sentence.
    pub fn opens(&self) -> Opens {
        Opens::Figure { article: self.article.clone(), figure: self.figure }
    }
}

impl PlaceMark {
    /// What shades it; `None` for nothing.
    pub fn value(&self, measure: PlaceMeasure) -> Option<f64> {
        let count = |n: usize| (n > 0).then_some(n as f64);
        match measure {
            PlaceMeasure::Articles => count(self.n_articles),
            PlaceMeasure::Mentions => count(self.n_mentions),
            PlaceMeasure::Largest => self.largest.as_ref().map(|it| it.value),
        }
    }
}
