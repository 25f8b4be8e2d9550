//! Ranges: 300-500户, 3至5年, 10万元到20万元, 5%—8%, 3-5万元, 零下12至零下8℃, 百分之三十至四十.

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

/// The sign of a number, as written before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// None, 零上.
    None,
    /// - and 负, which hold for one number.
    Minus,
    /// 零下, which holds for the whole range unless its upper end says 零上.
    BelowZero,
}

impl Sign {
    /// 1 or -1.
    pub fn factor(self) -> f64 {
        if self == Sign::None { 1.0 } else { -1.0 }
    }
}

/// The range that `first`, with its sign and its own unit if it has one, begins.
pub fn read(glyphs: &Glyphs, first: &Numeral, own_unit: Option<&UnitAt>, sign: Sign) -> Option<Range> {
    if first.high.is_some() || matches!(first.form, Form::Code | Form::Half | Form::Fraction) {
        return None;
    }
    let at = past_connector(glyphs, own_unit.map_or(first.end, |it| it.end))?;
    let (at, last_sign) = sign_at(glyphs, at, sign);
    let last = numeral::read(glyphs, at).filter(|it| !matches!(it.form, Form::Code | Form::Half | Form::Fraction))?;
    let percent = own_unit.filter(|it| first.form == Form::Percent && it.unit.word == "%");
    let unit = unit_after(glyphs, &last).or_else(|| percent.map(|it| UnitAt { end: last.end, ..*it }));
    let agree = match (own_unit, &unit) {
        (Some(own), Some(other)) => own.unit.word == other.unit.word,
        (Some(_), None) => false,
        (None, _) => true,
    };
    let low = if own_unit.is_none() { shared(first, &last) } else { first.value };
    let ends = [low * sign.factor(), last.high.unwrap_or(last.value) * last_sign.factor()];
    let ordered = ends[0] < ends[1] || sign == Sign::BelowZero && ends[0] != ends[1];
    (agree && ordered).then_some(Range { last, unit, low: ends[0].min(ends[1]), high: ends[0].max(ends[1]) })
}

/// The sign of the upper end that begins at `at`, and where its numeral does.
fn sign_at(glyphs: &Glyphs, at: usize, first: Sign) -> (usize, Sign) {
    if glyphs.starts_with(at, "零上") {
        (at + 2, Sign::None)
    } else if glyphs.starts_with(at, "零下") {
        (at + 2, Sign::BelowZero)
    } else if first == Sign::Minus && matches!(glyphs.at(at), '-' | '−' | '负') {
        (at + 1, Sign::Minus)
    } else {
        (at, if first == Sign::BelowZero { first } else { Sign::None })
    }
}

/// The index behind a dash, wave, 至 or 到 at `at`; a bracketed 含 may stand before it.
fn past_connector(glyphs: &Glyphs, at: usize) -> Option<usize> {
    let inclusive = ["(含)", "(不含)"].into_iter().find(|it| glyphs.starts_with(at, it));
    let at = glyphs.past_blank(at + inclusive.map_or(0, |it| it.chars().count()));
    let dash = glyphs.at(at);
    let n_dashes = (0..2).take_while(|it| is_dash(dash) && glyphs.at(at + it) == dash).count();
    let n_words = usize::from(n_dashes == 0 && matches!(glyphs.at(at), '至' | '到'));
    (n_dashes + n_words > 0).then(|| glyphs.past_blank(at + n_dashes + n_words))
}

fn is_dash(ch: char) -> bool {
    matches!(ch, '-' | '—' | '–' | '−' | '―' | '─' | '‐' | '‑' | '~' | '～' | '〜' | '∼')
}

/// The lower end with the multiplier that only the upper end writes: 3-5万 begins at 30000, 一百二十到一百五十万 at 1200000.
fn shared(first: &Numeral, last: &Numeral) -> f64 {
    let digit = first.value < 10.0 && first.scale == 1.0;
    let scale = if digit || last.scale == last.big { last.scale.max(last.big) } else { last.big };
    let shares = scale > 1.0 && first.big == 1.0 && first.value < 1e4 && first.value < last.value / scale;
    if shares { first.value * scale } else { first.value }
}
