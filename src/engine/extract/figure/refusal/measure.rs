//! Measure words that do not count: 一 as an article, multipliers and halves of no unit, grades, ranks, parts of an address.

use super::Surroundings;
use super::code::asks_for_noun;
use crate::engine::extract::approx;
use crate::engine::extract::figure::draft::{Draft, is_han};
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::numeral::{self, Form};
use crate::engine::extract::unit::{Kind, Quantity};

/// 一 with a measure word is an article, with a unit that measures it is a quantity; 一年 and 一天 are mostly 某年, 每天.
pub fn article(glyphs: &Glyphs, draft: &Draft) -> bool {
    if !draft.is_single() || draft.rule == "units-added" || draft.rule == "unit-and-half" {
        return false;
    }
    let Some(unit) = draft.unit.filter(|it| it.kind == Kind::Measure) else { return true };
    let vague = unit.quantity == Quantity::Duration && !unit.word.contains(['时', '秒', '钟'])
        || matches!(unit.word, "成" | "折" | "番" | "度" | "石" | "合" | "圆");
    let pointed = matches!(glyphs.before(draft.start), '这' | '那' | '每' | '哪' | '同' | '某' | '另' | '下' | '逐');
    let closely = approx::around(glyphs, draft.start, draft.end).is_some();
    (vague || pointed) && !closely
}

/// 亿元产业, 万亩草原, 千家: a bare multiplier counts only where words say how exactly.
pub fn vague_multiplier(glyphs: &Glyphs, draft: &Draft) -> bool {
    if draft.numeral.form != Form::Multiplier {
        return false;
    }
    let said = draft.approx.is_some() || approx::around(glyphs, draft.start, draft.end).is_some();
    let compound = draft.numeral.end - draft.numeral.start >= 2;
    let measured = draft.unit.is_some_and(|it| it.kind == Kind::Measure || it.quantity == Quantity::Person);
    !(said || compound && measured)
}

/// 上半年, 多半, 半天: half of something that is no unit.
pub fn half_of_period(glyphs: &Glyphs, draft: &Draft) -> bool {
    if draft.numeral.form != Form::Half {
        return false;
    }
    let written = glyphs.word(draft.numeral.start, draft.numeral.end);
    if written != "半" {
        return draft.unit.is_some_and(|it| it.kind != Kind::Measure);
    }
    let measured = draft
        .unit
        .is_some_and(|it| it.kind == Kind::Measure && !matches!(it.word, "天" | "成" | "里" | "度" | "两" | "周"));
    !measured || matches!(glyphs.before(draft.start), '上' | '下' | '前' | '后' | '大' | '小' | '多' | '夜')
}

/// 面, 手, 点, 方: measure words behind digits, or behind words when a noun follows.
pub fn loose(around: &Surroundings, draft: &Draft) -> bool {
    let Some(unit) = draft.unit.filter(|it| matches!(it.kind, Kind::Loose | Kind::Noun)) else { return false };
    if unit.word == "点" {
        let index = draft.numeral.form == Form::Digits && (draft.value >= 100.0 || draft.value.fract() != 0.0);
        return !index && !asks_for_noun(around.glyphs, draft.end);
    }
    if draft.numeral.form == Form::Digits || draft.approx.is_some() || draft.high.is_some() {
        return false;
    }
    let next = around.token(draft.end).filter(|it| it.span.start == around.glyphs.byte(draft.end));
    let before_noun = next.is_some_and(|it| it.tag.starts_with('n') || it.tag == "a" || it.tag == "b");
    unit.kind == Kind::Noun && draft.value < 10.0 || !before_noun
}

/// 110国道, 7路公交, 3号楼2单元301室: a unit that goes on as a name, or is a part of an address.
pub fn is_position(glyphs: &Glyphs, draft: &Draft) -> bool {
    let behind = glyphs.at(draft.end);
    let room = numeral::read(glyphs, draft.end)
        .is_some_and(|it| matches!(glyphs.at(it.end), '室' | '单' | '层' | '号' | '房'))
        || glyphs.ends_with(draft.start, "号楼")
        || glyphs.ends_with(draft.start, "号");
    match draft.unit.map_or("", |it| it.word) {
        "国" | "省" | "县" | "乡" => behind == '道' || behind == '集',
        "路" => matches!(behind, '公' | '车'),
        "线" => matches!(behind, '城' | '员' | '品'),
        "单元" | "栋" | "幢" | "座" | "层" | "楼" | "排" | "组" | "队" => room,
        _ => false,
    }
}

/// 前三名, 前10强, 后两位: places in an order.
pub fn is_rank(glyphs: &Glyphs, draft: &Draft) -> bool {
    let unit = draft.unit.map_or("", |it| it.word);
    matches!(unit, "名" | "位")
        && matches!(glyphs.before(draft.start), '前' | '后')
        && !glyphs.ends_with(draft.start, "先后")
}

/// 三级, 二等, 5期工程, 十四届.
pub fn grade(glyphs: &Glyphs, draft: &Draft) -> bool {
    let behind = glyphs.at(draft.end);
    match draft.unit.map_or("", |it| it.word) {
        "级" => {
            let winds = "以地大强风阵左偏东南西北台余，。、,";
            draft.high.is_none() && (draft.numeral.form != Form::Digits || !winds.contains(behind))
        }
        "届" | "任" | "代" => draft.numeral.form != Form::Digits || is_han(behind),
        "期" => draft.numeral.form != Form::Digits || behind == '工' || behind == '项',
        "分" => glyphs.at(draft.end) == '钟' || glyphs.at(draft.end) == '之',
        _ => false,
    }
}
