//! Runs of Arabic digits: 12, 3.4, 12,000, and those that are codes.

use super::role::{Role, role};
use super::{Form, Numeral};
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::unit::{self, Kind};
use crate::engine::text::decimal;

/// A number in digits and where it ends.
#[derive(Debug, Clone, Copy)]
pub struct Literal {
    /// The character after the last.
    pub end: usize,
    /// The number.
    pub value: f64,
}

/// Longest number in characters; longer runs are codes, and look-ahead over them must stay short.
const LONGEST: usize = 32;

/// The number in digits that begins at `at`; `None` for a code (0471, 1.2.3).
pub fn read(glyphs: &Glyphs, at: usize) -> Option<Literal> {
    let whole = grouped(glyphs, at)?;
    let mut end = whole;
    if glyphs.at(whole) == '.' && glyphs.at(whole + 1).is_ascii_digit() || is_raised_point(glyphs, whole) {
        end = digits(glyphs, whole + 1);
    }
    let dotted = end > whole && glyphs.at(end) == '.' && glyphs.at(end + 1).is_ascii_digit();
    let padded = glyphs.at(at) == '0' && whole > at + 1;
    if dotted || padded {
        return None;
    }
    let plain: String = glyphs.word(at, end).chars().filter(|&it| it != ',').collect();
    let plain = plain.replace('·', ".");
    let value = decimal::parse(&plain)?;
    (end - at <= LONGEST).then_some(Literal { end, value })
}

/// The point of 13·76亿吨: a raised dot is one only before a measure, since it joins the parts of names (9·11).
fn is_raised_point(glyphs: &Glyphs, at: usize) -> bool {
    let end = digits(glyphs, at + 1);
    if glyphs.at(at) != '·' || end == at + 1 {
        return false;
    }
    let multiplied = matches!(role(glyphs.at(end)), Some(Role::Big(_)));
    multiplied || unit::find(glyphs, end).is_some_and(|(it, _)| it.kind == Kind::Measure || it.quantity.is_other())
}

/// A run of digits and dots that is no number.
pub fn code(glyphs: &Glyphs, at: usize) -> Option<Numeral> {
    let mut end = digits(glyphs, at);
    if end == at {
        return None;
    }
    while glyphs.at(end) == '.' && glyphs.at(end + 1).is_ascii_digit() {
        end = digits(glyphs, end + 1);
    }
    Some(Numeral { start: at, end, value: 0.0, high: None, approx: None, form: Form::Code, scale: 1.0, big: 1.0 })
}

/// The end of the whole part: digits, or up to three digits and groups of exactly three behind commas.
fn grouped(glyphs: &Glyphs, at: usize) -> Option<usize> {
    let first = digits(glyphs, at);
    if first == at {
        return None;
    }
    let mut end = first;
    while first - at <= 3 && end - at < LONGEST && glyphs.at(end) == ',' && digits(glyphs, end + 1) == end + 4 {
        end += 4;
    }
    Some(end)
}

fn digits(glyphs: &Glyphs, at: usize) -> usize {
    let mut end = at;
    while glyphs.at(end).is_ascii_digit() {
        end += 1;
    }
    end
}
