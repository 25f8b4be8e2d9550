//! What is no figure: ordinals, dates, clock times, codes, names, set phrases, 一 as an article, numbers of nothing.

mod bare;
mod code;
mod measure;

pub use bare::names_a_scheme;

use super::draft::{self, Draft};
use super::quantity;
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::numeral::{self, Form};
use crate::engine::extract::overlap::Taken;
use crate::engine::extract::unit::{self, Kind, Unit};
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
    if let Some(end) = code::code(glyphs, draft).or_else(|| code::clock(glyphs, draft)) {
        return Some(end);
    }
    if ordinal(glyphs, draft) {
        return Some(if draft.high.is_some() { draft.end } else { draft.numeral.end });
    }
    let refused = inside_name(around, draft)
        || inside_word(around, draft)
        || calendar(glyphs, draft)
        || measure::article(glyphs, draft)
        || measure::vague_multiplier(glyphs, draft)
        || measure::half_of_period(glyphs, draft)
        || measure::loose(around, draft)
        || measure::grade(glyphs, draft)
        || measure::is_position(glyphs, draft)
        || measure::is_designation(glyphs, draft)
        || measure::is_rank(glyphs, draft)
        || measure::numbered_heading(glyphs, draft)
        || measure::days(glyphs, draft)
        || bare::of_nothing(around, draft);
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
    // 7万乡亲, 103地质队: the unit is the beginning of a longer word.
    let begins_word = |unit: &Unit| unit.kind == Kind::Noun && !whole_word(draft.end) && !around.tokens.is_empty();
    let begins_word = draft.unit.is_some_and(begins_word).then_some(draft.end);
    match noun_end.filter(|it| whole_word(*it)).or(begins_word) {
        Some(_) => Draft { end: at, unit: None, unit_text: String::new(), rule: "numeral-bare", ..draft },
        None => draft,
    }
}

/// 两块地: 块 counts pieces before what they are of; 一角 is a corner.
pub fn pieces(glyphs: &Glyphs, draft: Draft) -> Draft {
    let next = glyphs.at(draft.end);
    let thing =
        draft::is_han(next) && !"钱多左以上下零半不的就也每一人呢吧了,和与、或至到起能可给买卖，在".contains(next);
    match unit::named("块儿").filter(|_| draft.unit_text == "块" && draft.rule != "units-added" && thing) {
        Some(unit) => Draft { unit: Some(unit), ..draft },
        None => draft,
    }
}

/// 第二, 第 3, 第一、二、三.
fn ordinal(glyphs: &Glyphs, draft: &Draft) -> bool {
    let mut at = if glyphs.before(draft.start) == ' ' { draft.start - 1 } else { draft.start };
    for _ in 0..LONGEST_CHAIN {
        let listed = matches!(glyphs.before(at), '、' | '和' | '至' | '到' | '-' | '—' | '~')
            && at > 1
            && numeral::may_begin(glyphs.at(at - 2));
        at -= if listed { 2 } else { usize::from(at > 0 && numeral::may_begin(glyphs.at(at - 1))) };
    }
    matches!(glyphs.before(at), '第')
        || draft.is_single_digit_word()
            && (matches!(glyphs.before(draft.start), '初' | '周' | '拜') || glyphs.ends_with(draft.start, "星期"))
}

/// How many characters back a chain of ordinals is followed.
const LONGEST_CHAIN: usize = 12;

/// Inside a place, a title, a quoted name or a set phrase.
fn inside_name(around: &Surroundings, draft: &Draft) -> bool {
    let glyphs = around.glyphs;
    let numeral = glyphs.span(draft.start, draft.numeral.end);
    let whole = glyphs.span(draft.start, draft.end);
    // 十分 in 二十分 and 二级 in 六点二级 are no phrases: the number began before them.
    let phrase = around.phrases.at(numeral).filter(|it| it.start <= numeral.start);
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
        return !number_word && !begins_with_prefix(around, draft, token);
    }
    let noun_end = quantity::counted_at(glyphs, draft.end).filter(|_| draft.unit.is_none());
    let before_noun = noun_end.is_some_and(|it| glyphs.byte(it) > token.span.end);
    if token.span.end <= glyphs.span(draft.start, draft.numeral.end).end || number_word || before_noun {
        return false;
    }
    let counts = draft.unit.is_some_and(|it| !matches!(it.kind, Kind::Loose | Kind::Noun));
    let long = draft.end - draft.start > 2;
    let proper = match token.tag.as_str() {
        "nz" | "ns" | "nt" => token.span.end >= whole.end,
        "j" | "i" => token.span.end >= whole.end && !long,
        _ => false,
    };
    token.span.end > whole.end && !ends_in_thing(around, draft, token) || !counts || proper
}

/// 近两年, 上百所, 这两项: the dictionary has the number with the word before it.
fn begins_with_prefix(around: &Surroundings, draft: &Draft, token: &Token) -> bool {
    let glyphs = around.glyphs;
    let prefixed = token.span.start == glyphs.byte(draft.start.saturating_sub(1));
    let front = glyphs.before(draft.start);
    let name = matches!(token.tag.as_str(), "ns" | "nr" | "nz" | "nt") && !matches!(front, '这' | '那' | '近' | '每');
    let whole = token.span.end <= glyphs.byte(draft.end) && !name;
    prefixed && whole && "近约超逾上达满这那每前后头".contains(front)
}

/// 两件事, 三辆车, 五块钱, 几十年来: the dictionary has the number with what it counts.
fn ends_in_thing(around: &Surroundings, draft: &Draft, token: &Token) -> bool {
    const THINGS: &str = "事话车课菜钱路饭酒茶水书戏花船羊马鱼鸟画诗气票信牌人时半来前后间内里";
    let glyphs = around.glyphs;
    let counter = draft.unit.is_some_and(|it| !matches!(it.kind, Kind::Loose | Kind::Noun) && it.word != "码");
    counter && token.span.end == glyphs.byte(draft.end + 1) && THINGS.contains(glyphs.at(draft.end))
}

/// 2022年, 5月, 3日, 80后, 20世纪 where no date was found.
fn calendar(glyphs: &Glyphs, draft: &Draft) -> bool {
    let unit = draft.unit.map_or("", |it| it.word);
    let digits = draft.numeral.end - draft.numeral.start;
    let year =
        unit == "年" && digits == 4 && (1000.0..3000.0).contains(&draft.numeral.value.abs()) && draft.approx.is_none();
    let era = unit == "年" && matches!(glyphs.at(draft.end), '代' | '级' | '版' | '款');
    let school = unit == "年" && glyphs.starts_with(draft.end, "制");
    let reign = unit == "年" && (glyphs.ends_with(draft.start, "公元") || glyphs.ends_with(draft.start, "公元前"));
    year || era || school || reign
}

impl Draft {
    /// One digit in words, as in 周三, 初一.
    pub fn is_single_digit_word(&self) -> bool {
        self.numeral.form == Form::Words && self.numeral.end - self.numeral.start == 1
    }
}
