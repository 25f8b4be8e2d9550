//! A numeral with its unit as written: 3.4万亩, 6毛5分, 300-500户, 三年半, 60公里/小时, ¥128.

use super::range::Sign;
use super::{added, currency, range};
use crate::engine::extract::glyph::{Glyphs, NOTHING};
use crate::engine::extract::mention::Approx;
use crate::engine::extract::numeral::{self, Form, Numeral};
use crate::engine::extract::unit::{self, Kind, Quantity, Unit};

/// What may become a figure.
#[derive(Debug, Clone)]
pub struct Draft {
    /// First character: the numeral's, or its sign's.
    pub start: usize,
    /// The character after the unit.
    pub end: usize,
    /// The first numeral as written.
    pub numeral: Numeral,
    /// The number, a shared multiplier and a second unit (毛 分) counted in.
    pub value: f64,
    /// Upper end of a range.
    pub high: Option<f64>,
    /// What stands inside says.
    pub approx: Option<Approx>,
    /// The unit; `None` for a bare number.
    pub unit: Option<&'static Unit>,
    /// The unit as written.
    pub unit_text: String,
    /// 亩 in 元/亩.
    pub per: Option<&'static Unit>,
    /// 100 in 毫克/100毫升, else 1.
    pub per_count: f64,
    /// How it was read.
    pub rule: &'static str,
}

/// A unit behind a numeral.
#[derive(Debug, Clone, Copy)]
pub struct UnitAt {
    /// The unit.
    pub unit: &'static Unit,
    /// The character after it.
    pub end: usize,
    /// 半 inside: 两个半小时.
    pub half: bool,
    /// 多 inside: 三个多月.
    pub more: bool,
}

impl Draft {
    /// The value in the base unit, and that unit.
    pub fn base(&self) -> (Option<f64>, String) {
        let none = (None, String::new());
        let Some(unit) = self.unit else {
            return if self.rule == "fraction" { (Some(self.value), String::new()) } else { none };
        };
        match (unit.factor, self.per) {
            (Some(factor), None) => (Some(added::sum(self.value * factor, 0.0)), unit.base.to_owned()),
            (Some(factor), Some(per)) => match per.factor {
                Some(divisor) => {
                    (Some(self.value * factor / (divisor * self.per_count)), format!("{}/{}", unit.base, per.base))
                }
                None => none,
            },
            (None, _) => none,
        }
    }

    /// True for 一 with a measure word.
    pub fn is_single(&self) -> bool {
        let one = self.value == 1.0 && self.high.is_none() && self.approx.is_none();
        one && self.numeral.form == Form::Words
    }
}

/// The numeral at `at` with its sign, range and unit.
pub fn read(glyphs: &Glyphs, at: usize) -> Option<Draft> {
    let below_zero = glyphs.starts_with(at, "零下");
    let first = numeral::read(glyphs, if below_zero { at + 2 } else { at })?;
    let signed = below_zero || matches!(glyphs.before(at), '-' | '−' | '负');
    let negative = signed.then(|| with_unit(glyphs, first, if below_zero { Sign::BelowZero } else { Sign::Minus }));
    let mut draft = match negative.filter(|it| below_zero || is_minus(glyphs, at, it)) {
        Some(it) => Draft { start: if below_zero { at } else { at - 1 }, rule: "negative", ..it },
        None => with_unit(glyphs, first, Sign::None),
    };
    currency::apply(glyphs, &mut draft);
    Some(draft)
}

/// The unit right behind `numeral`, over at most one blank behind digits.
pub fn unit_after(glyphs: &Glyphs, numeral: &Numeral) -> Option<UnitAt> {
    if numeral.form == Form::Percent {
        return unit::named("%").map(|unit| UnitAt { unit, end: numeral.end, half: false, more: false });
    }
    let at = if numeral.form == Form::Digits { glyphs.past_blank(numeral.end) } else { numeral.end };
    split_unit(glyphs, at)
        .or_else(|| minutes(glyphs, at))
        .or_else(|| unit::find(glyphs, at).map(|(unit, end)| UnitAt { unit, end, half: false, more: false }))
}

/// 分 before seconds is a minute: 1分30秒.
fn minutes(glyphs: &Glyphs, at: usize) -> Option<UnitAt> {
    let seconds = numeral::read(glyphs, at + 1).filter(|it| glyphs.at(at) == '分' && glyphs.at(it.end) == '秒');
    let unit = seconds.and_then(|_| unit::named("分钟"))?;
    Some(UnitAt { unit, end: at + 1, half: false, more: false })
}

/// 个多月, 个半小时: the unit is 个月, 个小时.
fn split_unit(glyphs: &Glyphs, at: usize) -> Option<UnitAt> {
    let inside = glyphs.at(at + 1);
    if glyphs.at(at) != '个' || !matches!(inside, '多' | '半' | '来') {
        return None;
    }
    let ends = (at + 3..=at + 5).rev();
    let (unit, end) = ends
        .filter_map(|end| Some((unit::named(&format!("个{}", glyphs.word(at + 2, end)))?, end)))
        .next()
        .or_else(|| unit::named("个").filter(|_| inside == '多').map(|it| (it, at + 2)))?;
    Some(UnitAt { unit, end, half: inside == '半', more: inside != '半' })
}

fn with_unit(glyphs: &Glyphs, first: Numeral, sign: Sign) -> Draft {
    let own_unit = unit_after(glyphs, &first);
    let range = range::read(glyphs, &first, own_unit.as_ref(), sign);
    let (last, unit_at, value, high) = match &range {
        Some(it) => (it.last, it.unit, it.low, Some(it.high)),
        None => (first, own_unit, first.value, first.high),
    };
    let mut draft = Draft {
        start: first.start,
        end: unit_at.map_or(last.end, |it| it.end),
        numeral: first,
        value,
        high,
        approx: first.approx.or(last.approx),
        unit: unit_at.map(|it| it.unit),
        unit_text: String::new(),
        per: None,
        per_count: 1.0,
        rule: rule(&first, range.is_some(), unit_at.is_some()),
    };
    if let Some(it) = unit_at {
        let minutes = it.unit.word == "分钟" && glyphs.before(it.end) == '分';
        draft.unit_text = if minutes { "分" } else { it.unit.word }.to_owned();
        half_and_more(glyphs, &mut draft, it);
        added::smaller_units(glyphs, &mut draft);
        per(glyphs, &mut draft);
        discount(&mut draft);
    }
    match (sign, draft.high) {
        // 零下七八度 reaches from the colder end.
        (Sign::Minus | Sign::BelowZero, Some(high)) if range.is_none() => {
            (draft.value, draft.high) = (-high, Some(-draft.value));
        }
        _ if range.is_none() => draft.value *= sign.factor(),
        _ => {}
    }
    draft
}

/// 75折 and 九五折 are 7.5 and 9.5 tenths.
fn discount(draft: &mut Draft) {
    let two_digits = (11.0..100.0).contains(&draft.value) && draft.value.fract() == 0.0 && draft.high.is_none();
    if draft.unit_text == "折" && two_digits {
        draft.value /= 10.0;
        draft.numeral.form = if draft.numeral.form == Form::Positions { Form::Words } else { draft.numeral.form };
        draft.rule = "discount";
    }
}

fn rule(first: &Numeral, range: bool, unit: bool) -> &'static str {
    match first.form {
        Form::Code => "code",
        _ if range || first.high.is_some() => "range",
        Form::Percent => "percent-words",
        Form::Fraction => "fraction",
        Form::Half => "half",
        Form::Multiplier => "multiplier-unit",
        _ if unit => "numeral-unit",
        _ => "numeral-bare",
    }
}

/// 半 inside or behind the unit adds a half of it; 多 inside says over.
fn half_and_more(glyphs: &Glyphs, draft: &mut Draft, at: UnitAt) {
    let whole = matches!(draft.numeral.form, Form::Words | Form::Digits);
    let measures = at.unit.kind == Kind::Measure || matches!(at.unit.word, "个" | "倍");
    let behind = glyphs.at(draft.end) == '半'
        && !matches!(glyphs.at(draft.end + 1), '年' | '月' | '天' | '小' | '个' | '数' | '径' | '价');
    if at.half || whole && measures && behind && draft.high.is_none() {
        draft.value += 0.5;
        draft.rule = "unit-and-half";
        draft.end += usize::from(!at.half);
    }
    if at.more {
        draft.approx = Some(Approx::Over);
    }
}

/// 元/亩, 公里每小时; 80万人每天 is no unit.
fn per(glyphs: &Glyphs, draft: &mut Draft) {
    let unit_start = draft.end.saturating_sub(draft.unit_text.chars().count());
    let slash = glyphs.at(draft.end) == '/';
    let measures = draft.unit.is_some_and(|it| it.kind == Kind::Measure && it.quantity != Quantity::Money);
    if !(slash || glyphs.at(draft.end) == '每' && measures) || draft.rule == "units-added" {
        return;
    }
    let behind_slash = unit::behind_slash(glyphs, draft.end + 1).filter(|_| slash);
    let portion = numeral::read(glyphs, draft.end + 1)
        .filter(|it| slash && measures && it.form == Form::Digits && matches!(it.value as u64, 10 | 100 | 1000));
    if let Some((unit, end)) = portion.and_then(|it| unit::find(glyphs, it.end)).filter(|it| it.0.kind == Kind::Measure)
    {
        draft.per_count = portion.map_or(1.0, |it| it.value);
        draft.per = Some(unit);
        draft.unit_text = glyphs.word(unit_start, end);
        draft.end = end;
        draft.rule = "unit-per-unit";
        return;
    }
    let found = behind_slash.or_else(|| unit::find(glyphs, draft.end + 1));
    let measured = |it: &Unit| it.kind == Kind::Measure || slash;
    if let Some((unit, end)) = found.filter(|(unit, _)| measured(unit)) {
        draft.per = Some(unit);
        draft.unit_text = glyphs.word(unit_start, end);
        draft.end = end;
        draft.rule = "unit-per-unit";
    }
}

/// A minus sign that joins nothing: at the start, behind a blank or a bracket, before degrees and percents behind words
/// too (最低-5℃, but not 歼-20).
fn is_minus(glyphs: &Glyphs, at: usize, draft: &Draft) -> bool {
    let front = at.checked_sub(1).map_or(' ', |it| glyphs.before(it));
    let signed = draft.unit.is_some_and(|it| matches!(it.quantity, Quantity::Percent | Quantity::Other));
    match glyphs.before(at) {
        '负' => {
            let measured = draft.unit.is_some_and(|it| it.kind == Kind::Measure);
            let states =
                measured || draft.unit.is_none() && draft.numeral.form != Form::Code && is_end(glyphs, draft.end);
            (glyphs.at(at).is_ascii_digit() || states)
                && !matches!(front, '胜' | '正' | '肩' | '抱' | '担' | '平' | '欺' | '辜')
        }
        '-' | '−' if is_han(front) => signed,
        '-' | '−' => !front.is_ascii_alphanumeric() && !matches!(front, '-' | '%' | ')' | '.' | '℃' | '°'),
        _ => false,
    }
}

/// True for a Chinese character.
pub fn is_han(ch: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&ch) || ('\u{3400}'..='\u{4dbf}').contains(&ch)
}

fn is_end(glyphs: &Glyphs, at: usize) -> bool {
    matches!(glyphs.at(at), NOTHING | '\n' | ',' | '。' | ';' | '、')
}
