//! Figures that can stand on one scale: one quantity, one unit.
//!
//! 亿元 and 万元 share the base unit 元 and are compared in it. A unit without a factor to a base is its own scale, so
//! that 12 盏 never stands beside 12 套, money never beside people, a percentage never beside a count. No chart adds
//! figures up: a total and its parts often stand in one article.

pub use super::super::data::Item as Comparable;
use super::super::data::What;
use super::super::duration;
use crate::engine::extract::unit::Quantity;
use crate::engine::index::IndexedArticle;
use crate::engine::index::mention_numbers::{Scale, scale_of};

/// The comparable figures of a selection, and what was left out.
#[derive(Debug, Clone, Default)]
pub struct ComparableSet<'a> {
    /// Their quantity; `None` where the selection has no figure.
    pub quantity: Option<Quantity>,
    /// Their unit.
    pub unit: String,
    /// In the order of the articles and of the text; values are in the unit.
    pub figures: Vec<Comparable<'a>>,
    /// Figures of the quantity, comparable or not.
    pub n_total: usize,
    /// Figures of the quantity with another unit.
    pub n_other_unit: usize,
    /// Figures of the quantity and unit whose value cannot be drawn (negative or not finite).
    pub n_missing: usize,
    /// How many figures each quantity has in the selection, in `Quantity::ALL`'s order.
    pub quantities: Vec<(Quantity, usize)>,
}

/// The figures of `quantity` that share its most frequent unit; without a quantity, of the most frequent pair of
/// both. Ties go to the quantity that stands first in `Quantity::ALL`, to base units,
/// then to the unit's name.
pub fn select<'a>(quantity: Option<Quantity>, articles: &[&'a IndexedArticle]) -> ComparableSet<'a> {
    let counts = count(articles);
    let known = || (0..).zip(&counts).filter_map(|(number, it)| Some((number, it.as_ref()?)));
    let n_of = |quantity: Quantity| known().filter(|it| it.1.0.0 == quantity).map(|it| it.1.1).sum::<usize>();
    let quantities = Quantity::ALL.into_iter().map(|it| (it, n_of(it))).filter(|it| it.1 > 0).collect();
    let best = known()
        .filter(|(_, (scale, _))| quantity.is_none_or(|it| it == scale.0))
        .max_by(|(_, (a_scale, a)), (_, (b_scale, b))| a.cmp(b).then_with(|| tie(b_scale).cmp(&tie(a_scale))));
    let mut res = ComparableSet { quantity, quantities, ..ComparableSet::default() };
    let Some((number, &(scale, n_figures))) = best else { return res };
    (res.quantity, res.unit) = (Some(scale.0), scale.2.to_owned());
    res.n_total = n_of(scale.0);
    res.n_other_unit = res.n_total - n_figures;
    for article in articles {
        for (idx, _) in article.scale_numbers.iter().enumerate().filter(|it| *it.1 == number) {
            let Some(figure) = article.document.mentions.figures.get(idx) else { continue };
            let value = if scale.1 { figure.base_value.unwrap_or(f64::NAN) } else { figure.value };
            if value.is_finite() && value >= 0.0 {
                res.figures.push(Comparable { article, what: What::Figure(idx), value });
            } else {
                res.n_missing += 1;
            }
        }
    }
    if res.unit == duration::SECOND {
        read_durations(&mut res);
    }
    res
}

/// The scales by the index's numbers, each with how many figures it has; `None` for those of other selections.
fn count<'a>(articles: &[&'a IndexedArticle]) -> Vec<Option<(Scale<'a>, usize)>> {
    let mut res: Vec<Option<(Scale, usize)>> = vec![];
    for article in articles {
        for (number, figure) in article.scale_numbers.iter().zip(&article.document.mentions.figures) {
            let number = *number as usize;
            res.resize(res.len().max(number + 1), None);
            res[number].get_or_insert_with(|| (scale_of(figure), 0)).1 += 1;
        }
    }
    res
}

/// Durations stand in the unit of the longest one, so that ticks are whole years or days.
fn read_durations(set: &mut ComparableSet) {
    let longest = set.figures.iter().map(|it| it.value).fold(0.0, f64::max);
    let (unit, seconds) = duration::readable(longest);
    set.unit = unit.to_owned();
    set.figures.iter_mut().for_each(|it| it.value /= seconds);
}

impl ComparableSet<'_> {
    /// The smallest and the largest value; a range reaches to its end.
    pub fn ends(&self) -> (f64, f64) {
        let min = self.figures.iter().map(|it| it.value).fold(f64::INFINITY, f64::min);
        let max = self.figures.iter().map(|it| it.value).fold(0.0, f64::max);
        (min.min(max), max)
    }
}

fn tie<'a>(key: &Scale<'a>) -> (Quantity, bool, &'a str) {
    (key.0, !key.1, key.2)
}
