//! Figures that can stand on one scale: one quantity, one unit.
//!
//! 亿元 and 万元 share the base unit 元 and are compared in it. A unit without a factor to a base is its own scale, so
//! that 12 盏 never stands beside 12 套.

use super::super::duration;
use super::super::spec::{Datum, Opens};
use super::place_path;
use crate::engine::extract::FigureMention;
use crate::engine::extract::unit::Quantity;
use crate::engine::index::IndexedArticle;
use crate::engine::query::snippet;
use crate::engine::small_map::SmallMap;
use crate::engine::text::Span;

/// Longest sentence that a mark carries, in characters; longer ones are cut on both sides of the figure.
const MAX_SENTENCE: usize = 120;

/// One figure on the common scale.
#[derive(Debug, Clone, Copy)]
pub struct Comparable<'a> {
    /// Its article.
    pub article: &'a IndexedArticle,
    /// Its number among the article's figures.
    pub figure_idx: usize,
    /// The figure.
    pub figure: &'a FigureMention,
    /// Its value in the common unit; finite, never negative.
    pub value: f64,
}

/// The comparable figures of a selection, and what was left out.
#[derive(Debug, Clone, Default)]
pub struct ComparableSet<'a> {
    /// Their quantity; `None` where the selection has no figure.
    pub quantity: Option<Quantity>,
    /// Their unit.
    pub unit: String,
    /// In the order of the articles and of the text.
    pub figures: Vec<Comparable<'a>>,
    /// Figures of the quantity, comparable or not.
    pub n_total: usize,
    /// Figures of the quantity with another unit.
    pub n_other_unit: usize,
    /// Figures of the quantity and unit whose value cannot be drawn (negative or not finite).
    pub n_missing: usize,
}

/// A scale that figures share: quantity, whether it is a base unit, and the unit.
type ScaleKey<'a> = (Quantity, bool, &'a str);

/// The figures of `quantity` that share its most frequent unit; without a quantity, of the most frequent pair of both.
/// Ties go to the quantity that stands first in `Quantity::ALL`, to base units, then to the unit's name.
pub fn select<'a>(quantity: Option<Quantity>, articles: &[&'a IndexedArticle]) -> ComparableSet<'a> {
    let mut counts: SmallMap<ScaleKey, usize> = SmallMap::new();
    for (_, _, figure) in figures(quantity, articles) {
        *counts.value(scale_key(figure)) += 1;
    }
    let Some(&(key, _)) =
        counts.iter().max_by(|(a_key, a), (b_key, b)| a.cmp(b).then_with(|| tie(b_key).cmp(&tie(a_key))))
    else {
        return ComparableSet { quantity, ..ComparableSet::default() };
    };
    let mut res = ComparableSet { quantity: Some(key.0), unit: key.2.to_owned(), ..ComparableSet::default() };
    for (article, figure_idx, figure) in figures(Some(key.0), articles) {
        res.n_total += 1;
        let value = if key.1 { figure.base_value.unwrap_or(f64::NAN) } else { figure.value };
        match scale_key(figure) == key {
            false => res.n_other_unit += 1,
            true if value.is_finite() && value >= 0.0 => {
                res.figures.push(Comparable { article, figure_idx, figure, value })
            }
            true => res.n_missing += 1,
        }
    }
    if res.unit == duration::SECOND {
        read_durations(&mut res);
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

impl<'a> Comparable<'a> {
    /// The bar of this figure.
    pub fn datum(&self, label: String, detail: String) -> Datum {
        let text = &self.article.document.reading.text;
        Datum {
            label,
            detail,
            place: self.place().map(|it| place_path::name(it).to_owned()).unwrap_or_default(),
            sentence: sentence(text, self.figure.span),
            value: self.value,
            high: self.high(),
            printed: self.figure.span.slice(text).to_owned(),
            approx: self.figure.approx,
            opens: Opens::Figure { article: self.article.document.article.id.clone(), figure: self.figure_idx },
        }
    }

    /// What it counts or measures; "" for unknown.
    pub fn subject(&self) -> &'a str {
        self.figure.subject.map_or("", |it| it.slice(&self.article.document.reading.text))
    }

    /// Path of the place it belongs to.
    pub fn place(&self) -> Option<&'a str> {
        self.article.place_of_figure(self.figure_idx).map(|it| it.canonical.as_str())
    }

    /// The upper end of a range in the common unit.
    fn high(&self) -> Option<f64> {
        let high = self.figure.high?;
        let factor = if self.figure.value > 0.0 { self.value / self.figure.value } else { 1.0 };
        Some(high * factor).filter(|it| it.is_finite() && *it > self.value)
    }
}

fn figures<'a, 'b>(
    quantity: Option<Quantity>,
    articles: &'b [&'a IndexedArticle],
) -> impl Iterator<Item = (&'a IndexedArticle, usize, &'a FigureMention)> + 'b {
    articles
        .iter()
        .flat_map(|&article| {
            article.document.mentions.figures.iter().enumerate().map(move |(idx, figure)| (article, idx, figure))
        })
        .filter(move |(_, _, figure)| quantity.is_none_or(|it| it == figure.quantity))
}

fn scale_key(figure: &FigureMention) -> ScaleKey<'_> {
    match figure.base_value {
        Some(_) => (figure.quantity, true, figure.base_unit.as_str()),
        None => (figure.quantity, false, figure.unit.as_str()),
    }
}

fn tie<'a>(key: &ScaleKey<'a>) -> (Quantity, bool, &'a str) {
    (key.0, !key.1, key.2)
}

/// The sentence of `text` around `span`, cut on both sides of it where it is very long.
fn sentence(text: &str, span: Span) -> String {
    let whole = snippet::sentence(text, span);
    let before = Span::new(whole.start, span.start).slice(text);
    let after = Span::new(span.end, whole.end).slice(text);
    let n_side = MAX_SENTENCE / 2;
    let n_left_out = before.chars().count().saturating_sub(n_side);
    let mut res = if n_left_out > 0 { "…".to_owned() } else { String::new() };
    res.extend(before.chars().skip(n_left_out));
    res.push_str(span.slice(text));
    res.extend(after.chars().take(n_side));
    if after.chars().nth(n_side).is_some() {
        res.push('…');
    }
    res
}
