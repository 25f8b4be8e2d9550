//! Numbers without a unit: figures only before a counted noun (9党委, 三环节), or where words make them a quantity.

use super::Surroundings;
use crate::engine::extract::approx;
use crate::engine::extract::figure::draft::Draft;
use crate::engine::extract::figure::quantity;
use crate::engine::extract::glyph::{Glyphs, NOTHING};
use crate::engine::extract::numeral::Form;
use crate::engine::token::Token;

/// A number without a unit: of nothing, unless a counted noun follows or it is all there is.
pub fn of_nothing(around: &Surroundings, draft: &Draft) -> bool {
    let glyphs = around.glyphs;
    if draft.unit.is_some() || matches!(draft.numeral.form, Form::Fraction | Form::Half) {
        return false;
    }
    if draft.start == 0 && draft.end == glyphs.len() {
        return false;
    }
    let decimal = draft.numeral.form == Form::Digits && draft.value.fract() != 0.0 && draft.high.is_none();
    let token = around.token(draft.end).filter(|it| it.span.start == glyphs.byte(draft.end));
    let counted = quantity::counted_at(glyphs, draft.end).is_some();
    let noun = !names_a_scheme(glyphs, draft.end)
        && may_count(draft)
        && (counted || token.is_some_and(|it| is_generic(glyphs, draft, it)));
    !(noun || decimal && stated(glyphs, draft) || large(glyphs, draft))
}

/// 9党委, 三环节: in words only before nouns of the table, in digits before any noun of two characters and more.
fn may_count(draft: &Draft) -> bool {
    let year = draft.numeral.end - draft.numeral.start == 4 && (1900.0..2100.0).contains(&draft.value);
    let ready = matches!(
        draft.value as u64,
        110 | 119 | 120 | 122 | 114 | 211 | 985 | 365 | 996 | 315 | 618 | 12345 | 12315 | 12333 | 12388
    );
    let written =
        draft.numeral.form == Form::Digits || draft.value >= 2.0 && draft.value < 10.0 || draft.approx.is_some();
    written && !year && !ready
}

/// 12306网站, 95598热线, 211工程: the number is a name.
fn names_a_scheme(glyphs: &Glyphs, at: usize) -> bool {
    const SCHEMES: [&str; 16] = [
        "热线",
        "网站",
        "平台",
        "电话",
        "短信",
        "客服",
        "工程",
        "会议",
        "专案",
        "事件",
        "模式",
        "行动",
        "计划",
        "机制",
        "高地",
        "工作法",
    ];
    SCHEMES.iter().any(|it| glyphs.starts_with(at, it))
}

/// 30师生: a noun of two characters and more behind digits.
fn is_generic(glyphs: &Glyphs, draft: &Draft, token: &Token) -> bool {
    let long = token.span.slice(glyphs.text()).chars().count() >= 2;
    draft.numeral.form == Form::Digits && token.tag == "n" && long && draft.value >= 2.0
}

/// 指数为50.2: a decimal behind a word that gives a value.
fn stated(glyphs: &Glyphs, draft: &Draft) -> bool {
    let words = ["为", "是", "达", "到", "至", "约", "近", "超过", "高于", "低于", "了", "突破"];
    words.iter().any(|it| glyphs.ends_with(draft.start, it))
}

/// 达到1.2万, 超过3000: a number that words or a multiplier make a quantity, at the end of its clause.
fn large(glyphs: &Glyphs, draft: &Draft) -> bool {
    let ends = matches!(glyphs.at(draft.end), NOTHING | '，' | '。' | ',' | '；' | ';' | '、' | '!' | ')' | '\n');
    let multiplied = draft.numeral.form == Form::Digits && draft.numeral.scale >= 1e4;
    let said = approx::before(glyphs, draft.start).is_some()
        || glyphs.ends_with(draft.start, "达到")
        || glyphs.ends_with(draft.start, "增至");
    ends && (multiplied || said && draft.numeral.form == Form::Digits)
}
