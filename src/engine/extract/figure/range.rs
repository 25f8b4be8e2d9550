//! Ranges: 300-500户, 3至5年, 10万元到20万元, 5%—8%, 3-5万元.

use super::draft::{UnitAt, unit_after};
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::numeral::{self, Form, Numeral};

/// Two numerals that name the ends of a range.
#[derive(Debug, Clone, Copy)]
pub struct Range {
    /// The second numeral.
    pub last: Numeral,
    /// The unit they share.
    pub unit: Option<UnitAt>,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// The range that `first`, with its own unit if it has one, begins.
pub fn read(glyphs: &Glyphs, first: &Numeral, own_unit: Option<&UnitAt>) -> Option<Range> {
    if first.high.is_some() || matches!(first.form, Form::Code | Form::Half | Form::Fraction) {
        return None;
    }
    let at = past_connector(glyphs, own_unit.map_or(first.end, |it| it.end))?;
    let last = numeral::read(glyphs, at).filter(|it| !matches!(it.form, Form::Code | Form::Half | Form::Fraction))?;
    let unit = unit_after(glyphs, &last);
    let agree = match (own_unit, &unit) {
        (Some(own), Some(other)) => own.unit.word == other.unit.word,
        (Some(_), None) => false,
        (None, _) => true,
    };
    let low = if own_unit.is_none() { shared(first, &last) } else { first.value };
    let high = last.high.unwrap_or(last.value);
    (agree && low < high).then_some(Range { last, unit, low, high })
}

/// The index behind a dash, wave, 至 or 到 at `at`.
fn past_connector(glyphs: &Glyphs, at: usize) -> Option<usize> {
    let at = glyphs.past_blank(at);
    let n_dashes =
        (0..2).take_while(|it| matches!(glyphs.at(at + it), '-' | '—' | '–' | '−' | '~' | '～' | '〜' | '∼')).count();
    let n_words = usize::from(n_dashes == 0 && matches!(glyphs.at(at), '至' | '到'));
    (n_dashes + n_words > 0).then(|| glyphs.past_blank(at + n_dashes + n_words))
}

/// The lower end with the multiplier that only the upper end writes: 3-5万 begins at 30000.
fn shared(first: &Numeral, last: &Numeral) -> f64 {
    let written = last.value / last.scale;
    if first.scale == 1.0 && last.scale > 1.0 && first.value < written { first.value * last.scale } else { first.value }
}
