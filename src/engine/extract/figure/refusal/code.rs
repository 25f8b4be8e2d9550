//! Numbers that name or tell the time: codes, versions, scores of matches, sums in names, clock times.

use super::measure;
use crate::engine::extract::figure::currency;
use crate::engine::extract::figure::draft::{Draft, is_han};
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::numeral::{self, Form};
use crate::engine::extract::unit::{Kind, Unit};

/// Codes, versions, scores, sums in names and numbers joined to letters: the end of the whole run.
pub fn code(glyphs: &Glyphs, draft: &Draft) -> Option<usize> {
    let joined = |ch: char| {
        ch.is_ascii_alphanumeric() || matches!(ch, '+' | '·' | '•' | '_' | '#' | '№' | '@' | '&' | '×' | '*' | '=')
    };
    let end = draft.numeral.end;
    let bare = draft.unit.is_none();
    let alone = draft.start == 0 && draft.end == glyphs.len();
    let (front, beyond) = (glyphs.before(draft.start), glyphs.before(draft.start.saturating_sub(1)));
    let n_digits = (draft.numeral.start..end).take_while(|it| glyphs.at(*it).is_ascii_digit()).count();
    let measured = draft.unit.is_some_and(|it| it.kind == Kind::Measure);
    // Telephone numbers; larger amounts are written with 万 or commas.
    let telephone =
        n_digits == end - draft.numeral.start && (n_digits >= 7 && bare && !alone || n_digits >= 9 && !measured);
    let dash_front = matches!(front, '-' | '/' | ':' | '∶' | '.' | '—' | '~') && beyond.is_ascii_alphanumeric();
    let behind = glyphs.at(draft.end);
    let next = glyphs.at(draft.end + 1);
    let dash_behind = matches!(behind, '-' | ':' | '.' | '/' | '—' | '~') && next.is_ascii_alphanumeric() && bare;
    let score = bare && matches!(behind, '比' | '∶') && numeral::may_begin(next)
        || matches!(front, '比' | '∶') && bare && (beyond.is_ascii_digit() || numeral::may_begin(beyond));
    let decimal = glyphs.word(draft.numeral.start, end).contains('.');
    let version = (bare || decimal) && (glyphs.at(end) == '版' || glyphs.ends_with(draft.start, "版本"));
    // 入伍24年: 伍 is no digit of that number.
    let name_ends = draft.is_single_digit_word() && behind.is_ascii_digit();
    let form = draft.numeral.form == Form::Code || draft.numeral.form == Form::Positions && !counts_by_position(draft);
    let signed = currency::ends_at(glyphs, draft.numeral.start);
    let latin = (front.is_ascii_alphabetic() || front == '-' && beyond.is_ascii_alphanumeric()) && !signed;
    // 歼-20, 东风—41; iOS 17.2.
    let model = bare && (matches!(front, '-' | '—') && is_han(beyond) || front == ' ' && beyond.is_ascii_alphabetic());
    let negative = draft.rule == "negative";
    let type_dash = match front {
        '-' => is_han(beyond) && !numeral::may_begin(beyond) && (!measured || TYPES.contains(beyond)),
        '—' => TYPES.contains(beyond),
        _ => false,
    };
    // 歼-16出动: 出 and 组 behind a model are no measure words.
    let model = model || type_dash && !negative && draft.numeral.form == Form::Digits;
    let is_code = form
        || telephone
        || latin
        || joined(front) && !signed
        || dash_front
        || dash_behind
        || bare && joined(behind) && !name_ends
        || score
        || version
        || model && !signed;
    is_code.then(|| run_end(glyphs, end, if bare { draft.end } else { end }))
}

/// Characters that, with a dash and digits, name a type of aircraft or vehicle.
const TYPES: &str = "歼直运轰教强水图苏米卡伊安雅";

/// 二〇〇亩, 三五〇〇元: digits in words before a measure or persons; before others (二二〇号, 一二九师) they name.
fn counts_by_position(draft: &Draft) -> bool {
    let n_digits = draft.numeral.end - draft.numeral.start;
    let measured = |it: &Unit| it.kind == Kind::Measure && !matches!(it.word, "年" | "日" | "周" | "度");
    let unit =
        draft.unit.is_some_and(|it| measured(it) || matches!(it.word, "人" | "名" | "户" | "个" | "台" | "头" | "只"));
    unit && (3..=6).contains(&n_digits)
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
pub fn clock(glyphs: &Glyphs, draft: &Draft) -> Option<usize> {
    let at = draft.numeral.end;
    let hour = draft.numeral.value <= 24.0 && draft.numeral.value.fract() == 0.0;
    let sign = glyphs.at(at);
    let time_of_day =
        ["上午", "下午", "早上", "晚上", "凌晨", "中午", "清晨", "傍晚", "早晨", "深夜", "当晚", "夜里", "今晚"];
    let told = time_of_day.iter().any(|it| glyphs.ends_with(draft.start, it));
    let is_clock = match sign {
        '时' => hour && !matches!(glyphs.at(at + 1), '代' | '段'),
        '点' => hour && (told || !asks_for_noun(glyphs, at + 1) && !measure::is_list_of_points(glyphs, draft)),
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
pub fn asks_for_noun(glyphs: &Glyphs, at: usize) -> bool {
    const NOUNS: [&str; 12] =
        ["建议", "意见", "要求", "体会", "经验", "启示", "希望", "思考", "原因", "理由", "共识", "主张"];
    NOUNS.iter().any(|it| glyphs.starts_with(at, it))
}
