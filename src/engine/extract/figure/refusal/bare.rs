//! Numbers without a unit: figures only before a counted noun (9党委, 三环节), or where words make them a quantity.

use super::Surroundings;
use crate::engine::extract::approx;
use crate::engine::extract::figure::draft::{Draft, is_han};
use crate::engine::extract::figure::quantity;
use crate::engine::extract::glyph::{Glyphs, NOTHING};
use crate::engine::extract::numeral::Form;
use crate::engine::extract::unit::Quantity;
use crate::engine::token::Token;

/// A number without a unit: of nothing, unless a counted noun follows or it is all there is.
pub fn of_nothing(around: &Surroundings, draft: &Draft) -> bool {
    let glyphs = around.glyphs;
    if draft.unit.is_some() || matches!(draft.numeral.form, Form::Fraction | Form::Half) {
        return false;
    }
    // 高二, 初三, 大一: years of school.
    if draft.is_single_digit_word() && matches!(glyphs.before(draft.start), '高' | '初' | '大' | '研' | '木') {
        return true;
    }
    if draft.start == 0 && draft.end == glyphs.len() {
        return false;
    }
    let decimal = draft.value.fract() != 0.0 && draft.high.is_none();
    let token = around.token(draft.end).filter(|it| it.span.start == glyphs.byte(draft.end));
    let counted = quantity::counted_at(glyphs, draft.end).is_some();
    let noun = !names_a_scheme(glyphs, draft.end)
        && draft.value.fract() == 0.0
        && may_count(draft)
        && !is_ordinal_of_body(around, draft)
        && (counted || token.is_some_and(|it| is_generic(glyphs, draft, it)));
    !(noun || decimal && stated(glyphs, draft) || multiplied(around, draft) || large(glyphs, draft))
}

/// 7200万人口, 六百万同胞, 数十万: what is counted in 万 and 亿 is a quantity whatever follows, but no name (张万里).
fn multiplied(around: &Surroundings, draft: &Draft) -> bool {
    let whole = draft.value >= 1e4 && matches!(draft.numeral.form, Form::Digits | Form::Words);
    let written = around.glyphs.word(draft.numeral.start, draft.numeral.end);
    let named = around.token(draft.start).is_some_and(|it| it.tag.starts_with("nr") && !around.tokens.is_empty());
    let ready = around.glyphs.at(draft.end) == '工' || names_a_scheme(around.glyphs, draft.end);
    whole && written.contains(['万', '亿', '兆', 'w']) && !named && !ready
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

/// 城建二公司, 市三中学: a number in words behind a name is the rank of a body; so is 二, since what counts two is 两.
fn is_ordinal_of_body(around: &Surroundings, draft: &Draft) -> bool {
    let glyphs = around.glyphs;
    let two = glyphs.at(draft.start) == '二';
    let front = draft.start.checked_sub(1).and_then(|it| around.token(it));
    let joined = front.is_some_and(|it| it.span.end > glyphs.byte(draft.start));
    let named = joined || front.is_some_and(|it| it.tag.starts_with('n'));
    let body = quantity::counted_at(glyphs, draft.end)
        .and_then(|it| quantity::by_ending(glyphs.slice(draft.end, it)))
        .is_some_and(|it| it == Quantity::Organization);
    // 251医院.
    let numbered = draft.numeral.form == Form::Digits && draft.numeral.scale == 1.0 && draft.value >= 100.0;
    let numbered = numbered && ["医院", "部队", "中学", "小学"].iter().any(|it| glyphs.starts_with(draft.end, it));
    numbered || draft.is_single_digit_word() && (two || named && body)
}

/// 12306网站, 95598热线, 211工程, 波音737客机: the number is a name.
pub fn names_a_scheme(glyphs: &Glyphs, at: usize) -> bool {
    const SCHEMES: [&str; 35] = [
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
        "客机",
        "飞机",
        "班机",
        "轰炸机",
        "战斗机",
        "直升机",
        "运输机",
        "火箭",
        "导弹",
        "系列",
        "手机",
        "航班",
        "电脑",
        "世纪",
        "年代",
        "公路",
        "国道",
        "省道",
        "县道",
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
    VERBS.iter().any(|it| glyphs.ends_with(draft.start, it))
}

/// Words behind which a number without a unit is the value of something.
const VERBS: [&str; 20] = [
    "为", "是", "达", "到", "至", "约", "近", "超过", "高于", "低于", "了", "突破", "报", "于", "升", "降", "有", "共",
    "计", "跌破",
];

/// 号, 版 and the like behind a number make it a name.
fn joins_words(ch: char) -> bool {
    !is_han(ch) || matches!(ch, '号' | '版' | '型' | '系' | '第' | '奥' | '分')
}

/// 指数达158, 总数是10000: a whole number at the end of its clause, given as the value of an amount, a rate or an index.
fn valued(glyphs: &Glyphs, draft: &Draft) -> bool {
    let Some(verb) = VERBS.iter().find(|it| glyphs.ends_with(draft.start, it)) else { return false };
    let at = draft.start - verb.chars().count();
    let adverb =
        ["已", "均", "共", "分别", "高", "只", "仅", "就", "则"].into_iter().find(|it| glyphs.ends_with(at, it));
    let name = glyphs.before(at - adverb.map_or(0, |it| it.chars().count()));
    "数量率值额比口".contains(name) && draft.numeral.form == Form::Digits
}

/// 达到1.2万, 超过3000: a number that words or a multiplier make a quantity, at the end of its clause.
fn large(glyphs: &Glyphs, draft: &Draft) -> bool {
    let ends = matches!(glyphs.at(draft.end), NOTHING | '，' | '。' | ',' | '；' | ';' | '、' | '!' | ')' | '\n');
    let said = approx::before(glyphs, draft.start).is_some()
        || glyphs.ends_with(draft.start, "达到")
        || glyphs.ends_with(draft.start, "增至");
    // 产值超百亿.
    let multiplier =
        draft.numeral.form == Form::Multiplier && draft.value >= 1e4 && said && (ends || glyphs.at(draft.end) == '的');
    let bounded = ["以上", "以下", "左右", "上下", "开外", "出头"].iter().any(|it| glyphs.starts_with(draft.end, it));
    let counts = draft.numeral.form == Form::Digits || draft.numeral.form == Form::Words && draft.value >= 10.0;
    let letters = glyphs.before(draft.numeral.end) == 'k';
    let approximate = said && draft.value >= 100.0 && !joins_words(glyphs.at(draft.end));
    multiplier
        || counts
            && (ends && (said || letters || valued(glyphs, draft)) || bounded && draft.value >= 10.0 || approximate)
}
