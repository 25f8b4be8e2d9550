//! Numbers for what mentions name, given once when an article is indexed: charts count by them, without reading a hundred
//! thousand names each time.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::engine::extract::unit::Quantity;
use crate::engine::extract::{FigureMention, Mentions};
use crate::engine::text::word_hash::WordHasher;

type NumberOf = HashMap<Box<str>, u32, BuildHasherDefault<WordHasher>>;

/// A scale that figures share: quantity, whether it is a base unit, and the unit.
pub type Scale<'a> = (Quantity, bool, &'a str);

/// What has a number so far.
#[derive(Debug, Clone, Default)]
pub struct MentionNumbers {
    places: NumberOf,
    units: NumberOf,
    /// For each unit, by quantity, as it is and as a base: the scale's number and one; 0 for none.
    scales: Vec<[u32; 2 * Quantity::ALL.len()]>,
    n_scales: u32,
}

impl MentionNumbers {
    /// For each mention of a place the number of its path.
    pub fn places(&mut self, mentions: &Mentions) -> Vec<u32> {
        mentions.places.iter().map(|it| number(&mut self.places, &it.canonical)).collect()
    }

    /// For each figure the number of its scale.
    pub fn scales(&mut self, mentions: &Mentions) -> Vec<u32> {
        mentions.figures.iter().map(|it| self.scale(it)).collect()
    }

    fn scale(&mut self, figure: &FigureMention) -> u32 {
        let (quantity, is_base, unit) = scale_of(figure);
        let unit = number(&mut self.units, unit) as usize;
        self.scales.resize(self.scales.len().max(unit + 1), Default::default());
        let found = &mut self.scales[unit][2 * quantity as usize + usize::from(is_base)];
        if *found == 0 {
            self.n_scales += 1;
            *found = self.n_scales;
        }
        *found - 1
    }
}

/// The scale of a figure: its base unit where it has one.
pub fn scale_of(figure: &FigureMention) -> Scale<'_> {
    match figure.base_value {
        Some(_) => (figure.quantity, true, figure.base_unit.as_str()),
        None => (figure.quantity, false, figure.unit.as_str()),
    }
}

fn number(numbers: &mut NumberOf, name: &str) -> u32 {
    if let Some(&number) = numbers.get(name) {
        return number;
    }
    let number = numbers.len() as u32;
    numbers.insert(name.into(), number);
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::extract::Confidence;
    use crate::engine::text::Span;

    fn figure(quantity: Quantity, unit: &str, base: Option<&str>) -> FigureMention {
        FigureMention {
            span: Span::new(0, 1),
            value: 1.0,
            high: None,
            unit: unit.to_owned(),
            quantity,
            approx: None,
            subject: None,
            base_value: base.map(|_| 1.0),
            base_unit: base.unwrap_or_default().to_owned(),
            rule: String::new(),
            confidence: Confidence::Certain,
        }
    }

    #[test]
    fn a_scale_is_quantity_unit_and_base() {
        let yuan = [figure(Quantity::Money, "万元", Some("元")), figure(Quantity::Money, "元", Some("元"))];
        let others = [figure(Quantity::Money, "元", None), figure(Quantity::Count, "元", None)];
        let figures = [yuan.to_vec(), others.to_vec(), yuan.to_vec()].concat();
        let mut numbers = MentionNumbers::default();
        let found = numbers.scales(&Mentions { figures, ..Mentions::default() });
        assert_eq!(found, [0, 0, 1, 2, 0, 0]);
        assert!(numbers.scales(&Mentions::default()).is_empty());
    }
}
