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
    if draft.unit_text == "番" {
        return false;
    }
    let Some(unit) = draft.unit.filter(|it| it.kind == Kind::Measure) else { return !is_victim(glyphs, draft) };
    // 凑到一块, 一角天空.
    if matches!(unit.word, "角" | "块") && draft.per.is_none() && glyphs.at(draft.end) != '钱' {
        return true;
    }
    let vague = unit.quantity == Quantity::Duration && !unit.word.contains(['时', '秒', '钟'])
        || matches!(unit.word, "度" | "石" | "合" | "圆")
        || matches!(unit.word, "成" | "折") && matches!(glyphs.at(draft.end), '不' | '为' | '就' | '腾');
    let pointed = matches!(glyphs.before(draft.start), '这' | '那' | '每' | '哪' | '同' | '某' | '另' | '下' | '逐');
    let closely = approx::around(glyphs, draft.start, draft.end).is_some();
    (vague || pointed) && !closely
}

/// 一人死亡: one of those whom an accident's report counts.
fn is_victim(glyphs: &Glyphs, draft: &Draft) -> bool {
    const FATES: [&str; 8] = ["死", "受伤", "重伤", "轻伤", "失踪", "遇难", "获救", "伤亡"];
    let person = matches!(draft.unit_text.as_str(), "人" | "名" | "例");
    person && FATES.iter().any(|it| glyphs.starts_with(draft.end, it))
}

/// 亿元产业, 万亩草原, 千家: a bare multiplier counts only where words say how exactly.
pub fn vague_multiplier(glyphs: &Glyphs, draft: &Draft) -> bool {
    if draft.numeral.form != Form::Multiplier {
        return false;
    }
    let reached = matches!(glyphs.before(draft.start), '达' | '超' | '破') && draft.value >= 1e4;
    let said = draft.approx.is_some() || approx::around(glyphs, draft.start, draft.end).is_some() || reached;
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
    let measured =
        draft.unit.is_some_and(|it| it.kind == Kind::Measure && !matches!(it.word, "天" | "里" | "度" | "两" | "周"));
    let measured = measured && !glyphs.starts_with(draft.end, "品");
    !measured || matches!(glyphs.before(draft.start), '上' | '下' | '前' | '后' | '大' | '小' | '多' | '夜' | '每')
}

/// 面, 手, 点, 方: measure words behind digits, or behind words when a noun follows.
pub fn loose(around: &Surroundings, draft: &Draft) -> bool {
    if is_slogan(around.glyphs, draft) {
        return true;
    }
    let Some(unit) = draft.unit.filter(|it| matches!(it.kind, Kind::Loose | Kind::Noun)) else { return false };
    if unit.word == "点" {
        let index = draft.value >= 100.0 || draft.numeral.form == Form::Digits && draft.value.fract() != 0.0;
        return !index && !asks_for_noun(around.glyphs, draft.end) && !is_list_of_points(around.glyphs, draft);
    }
    if draft.numeral.form == Form::Words && draft.value.fract() != 0.0
        || unit.word == "届" && has_had(around.glyphs, draft)
    {
        return false;
    }
    if draft.numeral.form == Form::Digits || draft.approx.is_some() || draft.high.is_some() {
        return false;
    }
    let next = around.token(draft.end).filter(|it| it.span.start == around.glyphs.byte(draft.end));
    let before_noun = next.is_some_and(|it| it.tag.starts_with('n') || it.tag == "a" || it.tag == "b");
    unit.kind == Kind::Noun && draft.value < 10.0 || !before_noun
}

/// 三个一批, 五个一工程: a slogan in figures.
fn is_slogan(glyphs: &Glyphs, draft: &Draft) -> bool {
    let one = draft.unit_text == "个" && glyphs.at(draft.end) == '一';
    one && !matches!(
        glyphs.at(draft.end + 1),
        '共' | '起'
            | '样'
            | '直'
            | '般'
            | '些'
            | '同'
            | '边'
            | '看'
            | '定'
            | '等'
            | '级'
            | '年'
            | '流'
            | '类'
            | '线'
            | '季'
            | '月'
    )
}

/// 原因有三点：, 提出五点。
pub fn is_list_of_points(glyphs: &Glyphs, draft: &Draft) -> bool {
    const VERBS: [&str; 8] = ["有", "以下", "如下", "下列", "这", "提出", "强调", "谈了"];
    let ends = matches!(glyphs.at(draft.end), ':' | '。' | '\n' | ';');
    ends && VERBS.iter().any(|it| glyphs.ends_with(draft.start, it))
}

/// 2.2本计划: a decimal with a measure word of whole things is the number of a paragraph, unless it is an average.
pub fn numbered_heading(glyphs: &Glyphs, draft: &Draft) -> bool {
    let whole = draft
        .unit
        .is_some_and(|it| matches!(it.word, "本" | "版" | "项" | "条" | "节" | "章" | "部" | "总" | "款" | "期"));
    let decimal = glyphs.word(draft.numeral.start, draft.numeral.end).contains('.') && draft.numeral.scale == 1.0;
    let average = (draft.start.saturating_sub(8)..draft.start).any(|it| matches!(glyphs.at(it), '均' | '每'));
    whole && decimal && !average
}

/// 15日内, 拘留十日: a number of days only where words say so; else it is a day whose month is not said.
pub fn days(glyphs: &Glyphs, draft: &Draft) -> bool {
    const BEHIND: [&str; 8] = ["内", "以内", "之内", "以上", "以下", "左右", "不等", "游"];
    const BEFORE: [&str; 8] = ["拘留", "为期", "连续", "历时", "期限为", "满", "工期", "长达"];
    draft.unit.is_some_and(|it| it.word == "日")
        && !draft.unit_text.contains('/')
        && (!BEHIND.iter().any(|it| glyphs.starts_with(draft.end, it)) || glyphs.starts_with(draft.end, "内蒙"))
        && !BEFORE.iter().any(|it| glyphs.ends_with(draft.start, it))
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

/// 二则, 白46手, 铁18局, 4130厂, 二三线, 三毛集团: what is numbered or named, not counted.
pub fn is_designation(glyphs: &Glyphs, draft: &Draft) -> bool {
    let unit = draft.unit.map_or("", |it| it.word);
    let front = glyphs.before(draft.start);
    let small = draft.is_single_digit_word();
    // What counts two is 两, but for persons and in lists of laws.
    let second = small && glyphs.at(draft.start) == '二' && draft.unit.is_some_and(|it| it.kind != Kind::Measure);
    // 队伍, 陆家: the formal digits are names before anything but a measure.
    let formal = small && "壹贰叁肆伍陆柒捌玖".contains(glyphs.at(draft.start));
    if formal && draft.unit.is_some_and(|it| it.kind != Kind::Measure) {
        return true;
    }
    match unit {
        "手" => matches!(front, '白' | '黑'),
        "局" => front == '铁',
        "厂" | "院" | "校" | "社" | "店" | "库" | "井" => draft.value >= 100.0 && draft.numeral.scale == 1.0,
        "线" => draft.numeral.form == Form::Words && draft.value < 6.0 && is_han(glyphs.at(draft.end)),
        "毛" | "角" => {
            is_han(glyphs.at(draft.end)) && !"钱多左以上下零半不就也一和与到至".contains(glyphs.at(draft.end))
        }
        "人" | "名" | "位" | "次" | "条" | "个" | "种" | "项" | "件" | "家" | "户" | "倍" => false,
        _ => second,
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
        "级" if draft.value.fract() != 0.0 => false,
        "级" => {
            let winds = "以地大强风阵左偏东南西北台余，。、,";
            draft.high.is_none() && (draft.numeral.form != Form::Digits || !winds.contains(behind))
        }
        "届" if has_had(glyphs, draft) => false,
        "届" | "任" | "代" => draft.numeral.form != Form::Digits || is_han(behind),
        "期" if in_stages(glyphs, draft) => false,
        "期" => draft.numeral.form != Form::Digits || behind == '工' || behind == '项',
        "分" => {
            glyphs.at(draft.end) == '钟' || glyphs.at(draft.end) == '之' && numeral::may_begin(glyphs.at(draft.end + 1))
        }
        "番" => {
            !["翻", "翻了", "翻上", "翻近", "翻一", "再翻", "翻过"].iter().any(|it| glyphs.ends_with(draft.start, it))
        }
        "段" => is_dan(glyphs, draft),
        "度" => is_times(glyphs, draft),
        _ => false,
    }
}

/// 已有8届毕业生, 参加过五届冬奥会: sessions that are counted.
fn has_had(glyphs: &Glyphs, draft: &Draft) -> bool {
    ["有", "过", "了", "共", "举办", "连续", "历经", "连任"].iter().any(|it| glyphs.ends_with(draft.start, it))
}

/// 分两期建设, 共分三期: stages that are counted.
fn in_stages(glyphs: &Glyphs, draft: &Draft) -> bool {
    draft.value >= 2.0
        && ["分", "分为", "分成", "共", "已办", "已有"].iter().any(|it| glyphs.ends_with(draft.start, it))
}

/// 两度访问: how often, unless a measure is told (升了两度, 零下三度).
fn is_times(glyphs: &Glyphs, draft: &Draft) -> bool {
    let small = draft.is_single_digit_word() && draft.high.is_none();
    small
        && draft.unit_text == "度"
        && is_han(glyphs.at(draft.end))
        && !"左以到至的多上，".contains(glyphs.at(draft.end))
}

/// 常先生九段: the grade of a go player, behind a name.
fn is_dan(glyphs: &Glyphs, draft: &Draft) -> bool {
    let front = glyphs.before(draft.start);
    let counted = is_han(front) && !"分共有成为了这那前后建修通打唱写下上每各等设用过走".contains(front);
    let titled = ["棋手", "选手", "高手"].iter().any(|it| glyphs.starts_with(draft.end, it));
    draft.numeral.form == Form::Words && draft.high.is_none() && draft.value < 10.0 && (counted || titled)
}
