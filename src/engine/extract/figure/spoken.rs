//! Units as they are written down when they were said with their noun: 五块钱 is 五块 of 钱 and counts 元 as 6毛5分 does,
//! 一度电 is one 度 of 电.

use super::added;
use super::draft::Draft;
use crate::engine::extract::glyph::Glyphs;

/// What a figure shows of its draft.
#[derive(Debug, Clone)]
pub struct Written {
    /// The character after the unit, without the noun.
    pub end: usize,
    /// The number, in 元 where the unit is a part of it.
    pub value: f64,
    /// Upper end of a range, likewise.
    pub high: Option<f64>,
    /// The unit.
    pub unit: String,
}

/// The draft as its figure shows it.
pub fn written(glyphs: &Glyphs, draft: &Draft) -> Written {
    let plain = Written { end: draft.end, value: draft.value, high: draft.high, unit: draft.unit_text.clone() };
    let Some(unit) = draft.unit.filter(|_| draft.per.is_none()) else { return plain };
    let noun = usize::from(glyphs.before(draft.end) == '钱');
    match draft.unit_text.as_str() {
        "度电" => Written { end: draft.end - 1, unit: "度".to_owned(), ..plain },
        "块" | "块钱" | "毛" | "毛钱" | "角" | "分钱" if unit.base == "元" => {
            let in_yuan = |it: f64| added::sum(it * unit.factor.unwrap_or(1.0), 0.0);
            Written {
                end: draft.end - noun,
                value: in_yuan(draft.value),
                high: draft.high.map(in_yuan),
                unit: "元".to_owned(),
            }
        }
        "元" => Written { end: draft.end - noun, ..plain },
        _ => plain,
    }
}
