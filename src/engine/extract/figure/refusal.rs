//! What is no figure: ordinals, dates, clock times, codes, names, set phrases, 一 as an article, numbers of nothing.

use super::draft::{Draft, is_han};
use super::quantity;
use crate::engine::extract::approx;
use crate::engine::extract::glyph::{Glyphs, NOTHING};
use crate::engine::extract::numeral::{self, Form};
use crate::engine::extract::overlap::Taken;
use crate::engine::extract::unit::{Kind, Quantity};
use crate::engine::token::Token;

/// What a draft is judged by.
#[derive(Debug)]
pub struct Surroundings<'a> {
    /// The text.
    pub glyphs: &'a Glyphs<'a>,
    /// Its words; empty without a dictionary.
    pub tokens: &'a [Token],
    /// Dates.
    pub dates: Taken,
    /// Places, titles, quoted names.
    pub names: Taken,
    /// Set phrases.
    pub phrases: Taken,
}

impl Surroundings<'_> {
    /// The word that holds character `idx`.
    pub fn token(&self, idx: usize) -> Option<&Token> {
        token_at(self.tokens, self.glyphs.byte(idx))
    }
}

/// The token that holds `byte`.
pub fn token_at(tokens: &[Token], byte: usize) -> Option<&Token> {
    let idx = tokens.partition_point(|it| it.span.end <= byte);
    tokens.get(idx).filter(|it| it.span.start <= byte)
}

/// Why a draft is no figure: `None` to keep it, else the character behind what to skip.
pub fn refuse(around: &Surroundings, draft: &Draft) -> Option<usize> {
    let glyphs = around.glyphs;
    if let Some(end) = code(glyphs, draft).or_else(|| clock(glyphs, draft)) {
        return Some(end);
    }
    let refused = ordinal(glyphs, draft)
        || inside_name(around, draft)
        || inside_word(around, draft)
        || calendar(glyphs, draft)
        || article(glyphs, draft)
        || vague_multiplier(glyphs, draft)
        || half_of_period(glyphs, draft)
        || loose(around, draft)
        || grade(glyphs, draft)
        || is_position(glyphs, draft)
        || is_rank(glyphs, draft)
        || of_nothing(around, draft);
    refused.then_some(draft.numeral.end)
}

/// A number before a counted noun has no unit, even where the noun begins like one: 60家庭, 两部门.
pub fn with_counted_noun(around: &Surroundings, draft: Draft) -> Draft {
    let at = draft.numeral.end;
    let counter = draft.unit.is_some_and(|it| it.kind != Kind::Measure) && draft.high.is_none();
    let noun_end = counter.then(|| quantity::counted_at(around.glyphs, at)).flatten().filter(|it| *it > draft.end);
    let whole_word = |end: usize| {
        around.tokens.is_empty() || around.token(end - 1).is_none_or(|it| it.span.end <= around.glyphs.byte(end))
    };
    match noun_end.filter(|it| whole_word(*it)) {
        Some(_) => Draft { end: at, unit: None, unit_text: String::new(), rule: "numeral-bare", ..draft },
        None => draft,
    }
}

/// Codes, versions, scores, sums in names and numbers joined to letters: the end of the whole run.
fn code(glyphs: &Glyphs, draft: &Draft) -> Option<usize> {
    let joined = |ch: char| {
        ch.is_ascii_alphanumeric() || matches!(ch, '+' | '·' | '•' | '_' | '#' | '№' | '@' | '&' | '×' | '*' | '=')
    };
    let end = draft.numeral.end;
    let (front, beyond) = (glyphs.before(draft.start), glyphs.before(draft.start.saturating_sub(1)));
    let dash_front = matches!(front, '-' | '/' | ':' | '.' | '—' | '~') && beyond.is_ascii_alphanumeric();
    let behind = glyphs.at(draft.end);
    let next = glyphs.at(draft.end + 1);
    let bare = draft.unit.is_none();
    let dash_behind = matches!(behind, '-' | ':' | '.' | '/' | '—' | '~') && next.is_ascii_alphanumeric() && bare;
    let score = bare && behind == '比' && numeral::may_begin(next) || front == '比' && bare && beyond.is_ascii_digit();
    let version = bare && (behind == '版' || glyphs.ends_with(draft.start, "版本"));
    let form = matches!(draft.numeral.form, Form::Code | Form::Positions);
    let latin = front.is_ascii_alphabetic() || front == '-' && beyond.is_ascii_alphanumeric();
    let is_code =
        form || latin || joined(front) || dash_front || dash_behind || bare && joined(behind) || score || version;
    is_code.then(|| run_end(glyphs, end, bare.then_some(draft.end).unwrap_or(end)))
}

/// The end of digits, letters and what joins them from `at` on.
fn run_end(glyphs: &Glyphs, at: usize, least: usize) -> usize {
    let part = |ch: char| {
        ch.is_ascii_alphanumeric()
            || matches!(ch, '-' | '.' | ':' | '/' | '+' | '·' | '_' | '×' | '*' | '—' | '~' | '比')
    };
    let mut end = at;
    while part(glyphs.at(end)) {
        end += 1;
    }
    end.max(least)
}

/// 8时30分, 下午三点, 20点: the end of the clock time.
fn clock(glyphs: &Glyphs, draft: &Draft) -> Option<usize> {
    let at = draft.numeral.end;
    let hour = draft.numeral.value <= 24.0 && draft.numeral.value.fract() == 0.0;
    let sign = glyphs.at(at);
    let time_of_day =
        ["上午", "下午", "早上", "晚上", "凌晨", "中午", "清晨", "傍晚", "早晨", "深夜", "当晚", "夜里", "今晚"];
    let told = time_of_day.iter().any(|it| glyphs.ends_with(draft.start, it));
    let is_clock = match sign {
        '时' => hour && !matches!(glyphs.at(at + 1), '代' | '段'),
        '点' => hour && (told || !asks_for_noun(glyphs, at + 1)),
        _ => false,
    };
    if !is_clock {
        return None;
    }
    let minutes =
        numeral::read(glyphs, at + 1).filter(|it| matches!(glyphs.at(it.end), '分' | '刻' | '许')).map(|it| it.end + 1);
    Some(minutes.unwrap_or(at + 1))
}

/// 三点建议: 点 counts what can be numbered in a speech.
fn asks_for_noun(glyphs: &Glyphs, at: usize) -> bool {
    const NOUNS: [&str; 12] =
        ["建议", "意见", "要求", "体会", "经验", "启示", "希望", "思考", "原因", "理由", "共识", "主张"];
    NOUNS.iter().any(|it| glyphs.starts_with(at, it))
}

/// 第二, 第 3.
fn ordinal(glyphs: &Glyphs, draft: &Draft) -> bool {
    let at = if glyphs.before(draft.start) == ' ' { draft.start - 1 } else { draft.start };
    matches!(glyphs.before(at), '第')
        || matches!(glyphs.before(draft.start), '初' | '周' | '拜' | '期')
            && draft.is_single_digit_word()
            && !glyphs.ends_with(draft.start, "学期")
}

/// Inside a place, a title, a quoted name or a set phrase.
fn inside_name(around: &Surroundings, draft: &Draft) -> bool {
    let glyphs = around.glyphs;
    let numeral = glyphs.span(draft.start, draft.numeral.end);
    let whole = glyphs.span(draft.start, draft.end);
    let phrase = around.phrases.at(numeral);
    around.names.at(numeral).is_some()
        || phrase.is_some_and(|it| it.start < whole.start || it.end >= whole.end || it.end == numeral.end)
}

/// Inside a dictionary word that is no number: 统一, 三军, 独一无二.
fn inside_word(around: &Surroundings, draft: &Draft) -> bool {
    let glyphs = around.glyphs;
    if !matches!(draft.numeral.form, Form::Words | Form::Half | Form::Multiplier | Form::Positions) {
        return false;
    }
    if draft.unit.is_some_and(|it| it.word == "番") || draft.numeral.form == Form::Half && draft.unit.is_none() {
        return false;
    }
    let Some(token) = around.token(draft.start) else { return false };
    let whole = glyphs.span(draft.start, draft.end);
    let number_word = matches!(token.tag.as_str(), "m" | "q" | "mq" | "x" | "t" | "eng" | "nrt" | "zg");
    if token.span.start < whole.start {
        return !number_word;
    }
    let noun_end = quantity::counted_at(glyphs, draft.end).filter(|_| draft.unit.is_none());
    let before_noun = noun_end.is_some_and(|it| glyphs.byte(it) > token.span.end);
    if token.span.end <= glyphs.span(draft.start, draft.numeral.end).end || number_word || before_noun {
        return false;
    }
    let counts = draft.unit.is_some_and(|it| !matches!(it.kind, Kind::Loose | Kind::Noun));
    let proper = matches!(token.tag.as_str(), "j" | "nz" | "ns" | "nt" | "i");
    token.span.end > whole.end || !counts || proper
}

/// 2022年, 5月, 3日, 80后, 20世纪 where no date was found.
fn calendar(glyphs: &Glyphs, draft: &Draft) -> bool {
    let unit = draft.unit.map_or("", |it| it.word);
    let digits = draft.numeral.end - draft.numeral.start;
    let year =
        unit == "年" && digits == 4 && (1000.0..3000.0).contains(&draft.numeral.value.abs()) && draft.approx.is_none();
    let era = unit == "年" && matches!(glyphs.at(draft.end), '代' | '级' | '版' | '款');
    let school = unit == "年" && glyphs.starts_with(draft.end, "制");
    year || era || school
}

/// 一 with a measure word is an article, with a unit that measures it is a quantity; 一年 and 一天 are mostly 某年, 每天.
fn article(glyphs: &Glyphs, draft: &Draft) -> bool {
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
fn vague_multiplier(glyphs: &Glyphs, draft: &Draft) -> bool {
    if draft.numeral.form != Form::Multiplier {
        return false;
    }
    let said = draft.approx.is_some() || approx::around(glyphs, draft.start, draft.end).is_some();
    let compound = draft.numeral.end - draft.numeral.start >= 2;
    let measured = draft.unit.is_some_and(|it| it.kind == Kind::Measure || it.quantity == Quantity::Person);
    !(said || compound && measured)
}

/// 上半年, 多半, 半天: half of something that is no unit.
fn half_of_period(glyphs: &Glyphs, draft: &Draft) -> bool {
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
fn loose(around: &Surroundings, draft: &Draft) -> bool {
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
fn is_position(glyphs: &Glyphs, draft: &Draft) -> bool {
    let behind = glyphs.at(draft.end);
    let room = behind.is_ascii_digit() || glyphs.before(draft.start) == '楼' || glyphs.ends_with(draft.start, "号");
    match draft.unit.map_or("", |it| it.word) {
        "国" | "省" | "县" | "乡" => behind == '道' || behind == '集',
        "路" => matches!(behind, '公' | '车'),
        "线" => matches!(behind, '城' | '员' | '品'),
        "单元" | "栋" | "幢" | "座" | "层" | "楼" | "排" | "组" | "队" => room,
        _ => false,
    }
}

/// 前三名, 前10强, 后两位: places in an order.
fn is_rank(glyphs: &Glyphs, draft: &Draft) -> bool {
    let unit = draft.unit.map_or("", |it| it.word);
    matches!(unit, "名" | "位")
        && matches!(glyphs.before(draft.start), '前' | '后')
        && !glyphs.ends_with(draft.start, "先后")
}

/// 三级, 二等, 5期工程, 十四届.
fn grade(glyphs: &Glyphs, draft: &Draft) -> bool {
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

/// A number without a unit: of nothing, unless a counted noun follows or it is all there is.
fn of_nothing(around: &Surroundings, draft: &Draft) -> bool {
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

impl Draft {
    /// One digit in words, as in 周三, 初一.
    pub fn is_single_digit_word(&self) -> bool {
        self.numeral.form == Form::Words && self.numeral.end - self.numeral.start == 1
    }
}
