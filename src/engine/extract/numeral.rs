//! Numerals: 3.4万, 12,000, 二十三, 两百, 十几, 三五, 1亿2000万, 百分之八, 三分之一, 一半.
//!
//! This module reads how a number is written. It never asks what the number counts, nor whether it states a quantity.

mod literal;
mod role;
mod word;

use super::glyph::Glyphs;
use super::mention::Approx;

/// A number as written at characters `start..end`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Numeral {
    /// First character.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
    /// The number, multiplied out; of a range written in one word (两三) its lower end.
    pub value: f64,
    /// The upper end of 两三, 七八十.
    pub high: Option<f64>,
    /// What 多, 余, 来, 几, 数 inside say.
    pub approx: Option<Approx>,
    /// How it is written.
    pub form: Form,
    /// The multiplier that a range may share with its lower end: 10000 in 5万, so that 3-5万 begins at 30000. Else 1.
    pub scale: f64,
    /// The 万 and 亿 at its end, which a range shares with a longer lower end too: 一百二十到一百五十万. Else 1.
    pub big: f64,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// With Arabic digits: 12, 3.4万.
    Digits,
    /// With number words alone: 二十三, 两百.
    Words,
    /// Digit after digit in words: 二〇二二.
    Positions,
    /// A multiplier without a number before it: 百余, 亿.
    Multiplier,
    /// 百分之八: the value is that of the percentage.
    Percent,
    /// 三分之一, 1/3.
    Fraction,
    /// 半, 一半, 半数.
    Half,
    /// A run of digits that names rather than counts: 0471, 1.2.3.
    Code,
}

/// The numeral that begins at `at`, as long as it can be.
pub fn read(glyphs: &Glyphs, at: usize) -> Option<Numeral> {
    half(glyphs, at)
        .or_else(|| parts_of_hundred(glyphs, at))
        .or_else(|| {
            let whole = word::read(glyphs, at)?;
            Some(fraction(glyphs, whole).unwrap_or(whole))
        })
        .or_else(|| literal::code(glyphs, at))
}

/// True where a numeral can begin, for a quick look at every character of a text.
pub fn may_begin(ch: char) -> bool {
    ch.is_ascii_digit() || ch == '半' || role::role(ch).is_some()
}

/// 半, 一半, 半数.
fn half(glyphs: &Glyphs, at: usize) -> Option<Numeral> {
    let end = match (glyphs.at(at), glyphs.at(at + 1)) {
        ('一', '半') | ('半', '数') => at + 2,
        ('半', _) => at + 1,
        _ => return None,
    };
    Some(Numeral { start: at, end, value: 0.5, high: None, approx: None, form: Form::Half, scale: 1.0, big: 1.0 })
}

/// 百分之八 as eight percent.
fn parts_of_hundred(glyphs: &Glyphs, at: usize) -> Option<Numeral> {
    let start = ["百分之", "一百分之", "100分之"].into_iter().find(|it| glyphs.starts_with(at, it))?;
    let part = word::read(glyphs, at + start.chars().count())?;
    Some(Numeral { start: at, form: Form::Percent, scale: 1.0, big: 1.0, ..part })
}

/// `whole` continued as 三分之一, 1/3 or 一又二分之一.
fn fraction(glyphs: &Glyphs, whole: Numeral) -> Option<Numeral> {
    let (added, whole) = match glyphs.at(whole.end) {
        '又' => (whole.value, Numeral { start: whole.start, ..word::read(glyphs, whole.end + 1)? }),
        _ => (0.0, whole),
    };
    let (end, value) = if glyphs.starts_with(whole.end, "分之") {
        let part = word::read(glyphs, whole.end + 2)?;
        (part.end, part.value / whole.value)
    } else {
        slashed(glyphs, whole)?
    };
    let value = added + value;
    value.is_finite().then_some(Numeral { end, value, high: None, form: Form::Fraction, scale: 1.0, big: 1.0, ..whole })
}

/// 1/3: both parts small whole numbers in digits, the first the smaller one, so that 24/7 and 2022/06 are none.
fn slashed(glyphs: &Glyphs, upper: Numeral) -> Option<(usize, f64)> {
    if glyphs.at(upper.end) != '/' || upper.form != Form::Digits || glyphs.before(upper.start) == '/' {
        return None;
    }
    let lower = word::read(glyphs, upper.end + 1)?;
    let whole = |it: &Numeral| it.form == Form::Digits && it.value.fract() == 0.0 && it.scale == 1.0;
    let sound = whole(&upper) && whole(&lower) && upper.value >= 1.0 && upper.value < lower.value;
    (sound && lower.value <= 100.0 && glyphs.at(lower.end) != '/').then(|| (lower.end, upper.value / lower.value))
}
