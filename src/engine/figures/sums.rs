//! What figures come to together: only where they share a quantity and a unit, and a sum only where adding up means
//! something. What is refused says why.

use serde::{Deserialize, Serialize};

use super::columns::FigureColumns;
use super::parts::Role;
use super::{FigureColumn, high_of};
use crate::engine::extract::unit::Quantity;
use crate::engine::index::Index;

/// Why figures are not added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Refusal {
    /// They measure different things: 亿元 and 万人, percent and counts. There is no middle either.
    Quantities,
    /// Their units cannot be converted into each other. There is no middle either.
    Units,
    /// Shares, ages, scores and durations make no whole.
    NotAdditive,
    /// Values for each or on the average are among them.
    Rates,
    /// A total and its parts are among them, and would count twice.
    Parts,
}

impl Refusal {
    /// Every reason.
    pub const ALL: [Refusal; 5] =
        [Refusal::Quantities, Refusal::Units, Refusal::NotAdditive, Refusal::Rates, Refusal::Parts];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            Refusal::Quantities => "quantities",
            Refusal::Units => "units",
            Refusal::NotAdditive => "not-additive",
            Refusal::Rates => "rates",
            Refusal::Parts => "parts",
        }
    }
}

/// What some figures come to together.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Summary {
    /// How many they are.
    pub n: usize,
    /// The unit of the values; "" where they have none, or none in common.
    pub unit: String,
    /// The smallest, the middle and the largest value; of an even number the mean of the two in the middle.
    pub spread: Option<[f64; 3]>,
    /// The sum, from the lower and from the upper ends of ranges.
    pub sum: Option<[f64; 2]>,
    /// True where a value is no exact one.
    pub is_approximate: bool,
    /// Why there is no sum, and for the first two reasons no middle.
    pub refusal: Option<Refusal>,
    /// How many different things a sum adds up, each thing named by its subject; 0 without a sum.
    pub n_subjects: usize,
    /// How many of them are in the way of a sum: values for each, or parts of others among them.
    pub n_refused: usize,
}

/// True of what adds up to a whole.
pub fn is_additive(quantity: Quantity) -> bool {
    !matches!(
        quantity,
        Quantity::Percent | Quantity::Ratio | Quantity::Age | Quantity::Score | Quantity::Duration | Quantity::Other
    )
}

/// What `figures`, each given once, come to.
pub fn summary(index: &Index, columns: &FigureColumns, figures: &[u32]) -> Summary {
    let mut res = Summary { n: figures.len(), ..Summary::default() };
    let Some(first) = figures.first() else { return res };
    let units = columns.codes(index, FigureColumn::Unit);
    let (quantity, unit) = (columns.quantity(*first), units.of.get(*first as usize));
    if figures.iter().any(|it| columns.quantity(*it) != quantity) {
        res.refusal = Some(Refusal::Quantities);
    } else if figures.iter().any(|it| units.of.get(*it as usize) != unit) {
        res.refusal = Some(Refusal::Units);
    }
    if res.refusal.is_some() {
        return res;
    }
    res.unit = unit.and_then(|it| units.names.get(*it as usize)).cloned().unwrap_or_default();
    res.spread = Some(spread(index, columns, figures));
    let mention = |it: u32| {
        let (article, figure_idx) = columns.place(it);
        index.article(article).document.mentions.figures.get(figure_idx)
    };
    res.is_approximate = figures.iter().filter_map(|it| mention(*it)).any(|it| it.approx.is_some());
    let roles = columns.roles(index);
    let n_rates = figures.iter().filter(|it| roles.get(**it as usize).is_some_and(|it| it.is_rate)).count();
    let n_parts = n_parts(roles, figures);
    if !is_additive(quantity) {
        res.refusal = Some(Refusal::NotAdditive);
    } else if n_rates > 0 {
        (res.refusal, res.n_refused) = (Some(Refusal::Rates), n_rates);
    } else if n_parts > 0 {
        (res.refusal, res.n_refused) = (Some(Refusal::Parts), n_parts);
    } else {
        let low: f64 = figures.iter().map(|it| columns.value(*it)).sum();
        let beyond = figures.iter().filter_map(|it| Some(high_of(mention(*it)?)? - columns.value(*it)));
        res.sum = Some([low, low + beyond.sum::<f64>()]);
        let subjects = &columns.codes(index, FigureColumn::Subject).of;
        let mut named: Vec<u32> = figures.iter().filter_map(|it| subjects.get(*it as usize)).copied().collect();
        named.sort_unstable();
        named.dedup();
        res.n_subjects = named.len();
    }
    res
}

/// The smallest, the middle and the largest value.
fn spread(index: &Index, columns: &FigureColumns, figures: &[u32]) -> [f64; 3] {
    let ranks = columns.ranks(index);
    let mut sorted: Vec<(u32, u32)> = figures.iter().map(|it| (ranks[*it as usize], *it)).collect();
    sorted.sort_unstable();
    let value = |at: usize| sorted.get(at).map_or(0.0, |it| columns.value(it.1));
    let n = sorted.len();
    let middle = (value(n.saturating_sub(1) / 2) + value(n / 2)) / 2.0;
    [value(0), middle, value(n.saturating_sub(1))]
}

/// How many of `figures` are parts of others of them.
fn n_parts(roles: &[Role], figures: &[u32]) -> usize {
    let total = |it: &u32| Some(roles.get(*it as usize)?.total? as u32);
    let mut wanted: Vec<u32> = figures.iter().filter_map(total).collect();
    wanted.sort_unstable();
    let n_of = |it: &u32| wanted.partition_point(|total| total <= it) - wanted.partition_point(|total| total < it);
    if wanted.is_empty() { 0 } else { figures.iter().map(n_of).sum() }
}
