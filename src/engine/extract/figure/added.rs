//! Smaller units behind a figure, added to it: 6毛5分, 5块2, 1小时30分, 3年零6个月, 1米75.

use super::draft::{Draft, unit_after};
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::numeral::{self, Form, Numeral};
use crate::engine::extract::unit::{self, Kind, Unit};

/// 6毛5分, 5块2, 1小时30分, 3年零6个月: smaller units of the same base, added up.
pub fn smaller_units(glyphs: &Glyphs, draft: &mut Draft) {
    let mut last = draft.unit;
    while let Some(unit) = last.filter(|it| it.kind == Kind::Measure && draft.high.is_none() && draft.approx.is_none())
    {
        let Some((value, end, next)) = smaller_unit(glyphs, draft, unit) else { return };
        if let (Some("元"), false) = (draft.unit.map(|it| it.base), draft.unit_text == "元") {
            draft.value *= draft.unit.and_then(|it| it.factor).unwrap_or(1.0);
            draft.unit = unit::named("元");
            draft.unit_text = "元".to_owned();
        }
        let whole = draft.unit.and_then(|it| it.factor).unwrap_or(1.0);
        draft.value = sum(draft.value, value / whole);
        draft.end = end;
        draft.rule = "units-added";
        last = next;
    }
}

/// The sum without the traces that adding decimals leaves (0.6000000000000001 + 0.05).
pub fn sum(value: f64, more: f64) -> f64 {
    let digits = if value.abs() < 1e3 { 1e12 } else { 1e6 };
    ((value + more) * digits).round() / digits
}

/// The next smaller amount in base units, where it ends, and its unit (none for 5块2).
fn smaller_unit(glyphs: &Glyphs, draft: &Draft, unit: &Unit) -> Option<(f64, usize, Option<&'static Unit>)> {
    let factor = unit.factor.filter(|_| !unit.base.is_empty() || unit.word == "成")?;
    let joined = matches!(glyphs.at(draft.end), '零' | '又') && numeral::may_begin(glyphs.at(draft.end + 1));
    let zero = joined && glyphs.at(draft.end) == '零';
    let at = draft.end + usize::from(joined);
    let second = padded(glyphs, at)
        .or_else(|| numeral::read(glyphs, at))
        .filter(|it| matches!(it.form, Form::Digits | Form::Words | Form::Positions) && it.high.is_none())?;
    if unit.base == "s" && draft.is_single() && !zero && !unit.word.contains(['时', '分']) {
        return None;
    }
    let found = unit_after(glyphs, &second);
    let (step, end, next) = match found {
        Some(it) if it.unit.word == "分" && unit.base == "元" => (0.01, it.end, None),
        Some(it) if it.unit.word == "分" && unit.base == "s" => (60.0, it.end, unit::named("分钟")),
        Some(it) if it.unit.base == unit.base => (it.unit.factor?, it.end, Some(it.unit)),
        None if matches!(unit.word, "块" | "毛" | "米" | "秒" | "成") && !joined => {
            (factor * tenths(glyphs, &second)?, second.end, None)
        }
        _ => return None,
    };
    let amount = second.value * step;
    (step < factor && amount < factor && second.approx.is_none()).then_some((amount, end, next))
}

/// The 05 of 38秒05 and the 08 of 2小时08分, which would be a code elsewhere.
fn padded(glyphs: &Glyphs, at: usize) -> Option<Numeral> {
    let digit = glyphs.at(at + 1).to_digit(10).filter(|_| glyphs.at(at) == '0')?;
    let (value, end) = (f64::from(digit), at + 2);
    let two_digits = !glyphs.at(end).is_ascii_alphanumeric() && glyphs.at(end) != '.';
    two_digits.then_some(Numeral {
        start: at,
        end,
        value,
        high: None,
        approx: None,
        form: Form::Digits,
        scale: 1.0,
        big: 1.0,
    })
}

/// 2 in 5块2 counts tenths, 75 in 1米75 hundredths.
fn tenths(glyphs: &Glyphs, second: &Numeral) -> Option<f64> {
    let digits = second.end - second.start;
    let goes_on = matches!(glyphs.at(second.end), '-' | '~' | '至' | '到' | '个') || second.value.fract() != 0.0;
    match digits {
        1 if !goes_on => Some(0.1),
        2 if !goes_on && matches!(second.form, Form::Digits | Form::Positions) => Some(0.01),
        _ => None,
    }
}
