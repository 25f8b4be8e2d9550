//! Names that a type makes a name: 昌汉白村, 吉日嘎朗图社区. No list has them all, so the text itself must show where the
//! name begins, and that what stands before 村 is a name and no adjective (示范村, 全镇, 各社区).

use super::ground::{self, Ground, is_han};
use super::word::{self, Role};
use crate::engine::arrange::Arrange;
use crate::engine::extract::Level;
use crate::engine::extract::gazetteer::{Form, FormKind, Gazetteer};
use crate::engine::text::Span;
use crate::engine::token::Token;

/// Types of townships and villages, and what else a stem may be called.
const TYPES: [(&str, Level); 7] = [
    ("嘎查", Level::Village),
    ("社区", Level::Village),
    ("村", Level::Village),
    ("苏木", Level::Township),
    ("街道", Level::Township),
    ("镇", Level::Township),
    ("乡", Level::Township),
];
/// Longest stem, in characters.
const MAX_STEM: usize = 8;

/// A name made by its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Coined {
    /// The whole name.
    pub span: Span,
    /// By its type.
    pub level: Level,
}

/// The level that a name's type tells.
pub(super) fn level_of(name: &str) -> Option<Level> {
    TYPES.iter().find(|it| name.ends_with(it.0)).map(|it| it.1)
}

/// The name right behind a place, where it begins at `at`: 昌汉白村 in 巴拉贡镇昌汉白村.
pub(super) fn behind(ground: &Ground, gazetteer: &Gazetteer, at: usize) -> Option<Coined> {
    let rest = ground.rest(at);
    for (n_chars, (offset, character)) in rest.char_indices().enumerate() {
        let is_torn = n_chars == 0 && ground.token(at).is_some_and(|it| it.span.start < at);
        let is_border =
            ground.is_border_word(at + offset, character) || is_torn && word::begins_with(rest, Role::Border);
        if n_chars > MAX_STEM || !is_han(character) || is_border {
            return None;
        }
        let in_mountains = || mountain_village(ground, at, at + offset);
        let Some(found) = typed(ground, at, at + offset).or_else(in_mountains) else { continue };
        if n_chars == 0 {
            return None;
        }
        let stem = Span::new(at, at + offset);
        let is_listed = found.level == Level::Township && !gazetteer.find(found.span.slice(ground.text)).is_empty();
        let fits = is_listed && n_chars > 1
            || may_be_name(ground, gazetteer, stem)
                && (n_chars > 1 && (n_chars < 5 || is_known(gazetteer, stem.slice(ground.text)))
                    || only_name_like(ground, stem));
        return fits.then_some(found);
    }
    None
}

/// All names that stand free, by where they begin.
pub(super) fn free(ground: &Ground, gazetteer: &Gazetteer) -> Vec<Coined> {
    let mut res: Vec<Coined> = vec![];
    for (at, character) in ground.text.char_indices() {
        if !matches!(character, '嘎' | '社' | '村' | '苏' | '街' | '镇' | '乡') {
            continue;
        }
        let word = word_start(ground, at);
        let Some(start) = word.or_else(|| start_before(ground, gazetteer, at)) else { continue };
        let stem = Span::new(start, at);
        let looks_like_name = || match word {
            Some(_) => !is_generic(stem.slice(ground.text)),
            None => {
                may_be_name(ground, gazetteer, stem)
                    && stands_out(ground, gazetteer, stem)
                    && !holds_listed(ground, gazetteer, stem)
            }
        };
        if let Some(found) = typed(ground, start, at).filter(|it| {
            looks_like_name()
                && !is_street_of(gazetteer, stem.slice(ground.text), it)
                && !is_abroad(ground, gazetteer, stem)
        }) {
            res.push(found);
        }
    }
    res.arrange_by_key(|it| it.span);
    res
}

/// Where a word of the dictionary begins that ends with the type at `at` and has two characters before it at least:
/// 摆勺村, 西柏坡乡.
fn word_start(ground: &Ground, at: usize) -> Option<usize> {
    let token = ground.token(at).filter(|it| it.tag != "m" && ground.border_inside(it.span, at).is_none())?;
    let is_whole =
        TYPES.iter().any(|it| token.span.slice(ground.text).ends_with(it.0) && token.span.end == at + it.0.len());
    let n_before = Span::new(token.span.start, at.max(token.span.start)).slice(ground.text).chars().count();
    (is_whole && n_before > 1).then_some(token.span.start)
}

/// True for the streets of a city: 杜尚别街道, 北京街道, where a subdistrict is not meant.
fn is_street_of(gazetteer: &Gazetteer, stem: &str, found: &Coined) -> bool {
    found.level == Level::Township && is_large(gazetteer, stem) && !is_known(gazetteer, stem)
}

/// True behind the name of a foreign country in the same sentence, for names that no list has.
fn is_abroad(ground: &Ground, gazetteer: &Gazetteer, stem: Span) -> bool {
    let is_foreign = |it: &Token| word::is(it.span.slice(ground.text), Role::Foreign);
    !is_known(gazetteer, stem.slice(ground.text)) && ground.sentence_before(stem.start).any(is_foreign)
}

/// The name from `start` whose type stands at `at`. A type that itself goes on with a type (新村社区) is part of the stem.
fn typed(ground: &Ground, start: usize, at: usize) -> Option<Coined> {
    let rest = ground.rest(at);
    let (ending, level) = *TYPES.iter().find(|it| rest.starts_with(it.0))?;
    let is_inside = |it: &Token| it.tag != "x" && it.span.start < at && it.span.end > at + ending.len();
    if ground.token(at).is_some_and(is_inside) {
        return None;
    }
    let behind = rest.get(ending.len()..)?;
    if ending == "嘎查" && behind.starts_with('村') {
        return None;
    }
    if ending != "社区" && behind.starts_with("社区") {
        return Some(Coined { span: Span::new(start, at + ending.len() + "社区".len()), level: Level::Village });
    }
    let span = Span::new(start, at + ending.len());
    (!word::begins(rest, Role::Tail) && !is_noun(ground, span)).then_some(Coined { span, level })
}

/// Right behind a place 山村 is hardly ever the common noun: 洼里乡|仰山村; but 小山村 is.
fn mountain_village(ground: &Ground, start: usize, at: usize) -> Option<Coined> {
    let stem =
        ground.text.get(start..at).filter(|it| it.ends_with('山') && !it.starts_with(|it: char| SIDES.contains(it)))?;
    let is_village = ground.rest(at).starts_with('村') && !word::begins(ground.rest(at), Role::Tail);
    (is_village && stem.chars().count() > 1)
        .then_some(Coined { span: Span::new(start, at + "村".len()), level: Level::Village })
}

/// A common noun ends it; but 乱石山村, where 山 is a part of the word before, is a name.
fn is_noun(ground: &Ground, span: Span) -> bool {
    let printed = span.slice(ground.text);
    let Some(noun) = word::ending(printed, Role::Noun) else { return false };
    let start = span.end - noun.len();
    let is_cut = ground.token(start).is_some_and(|it| it.span.start < start && it.span.end < span.end);
    let is_word = noun.starts_with('山') && ground.token(start).is_some_and(|it| it.span == span);
    !(is_cut || is_word && printed.chars().count() > 3)
}

/// Where the stem begins that ends at `at`: back over what names are made of.
fn start_before(ground: &Ground, gazetteer: &Gazetteer, at: usize) -> Option<usize> {
    let mut start = at;
    let mut n_chars = 0;
    let is_mongolian = is_mongolian(ground, at);
    while n_chars < MAX_STEM {
        let Some(character) = ground.before(start).chars().next_back().filter(|&it| is_han(it)) else { break };
        let previous = start - character.len_utf8();
        let Some(token) = ground.token(previous) else {
            if ground.is_border_word(previous, character) || word::ends(ground.before(start), 2, Role::Border) {
                break;
            }
            start = previous;
            n_chars += 1;
            continue;
        };
        let words = token.span.slice(ground.text);
        let len = words.chars().count();
        let is_place = n_chars > 0 && is_large(gazetteer, words);
        let is_part = match token.tag.as_str() {
            _ if is_mongolian && len == 1 => !word::is(words, Role::Generic) && !ground::is_in_no_name(words),
            "ns" if is_place => false,
            _ if word::is(words, Role::Border) || word::ends(words, 2, Role::Border) => false,
            "x" if ground.border_inside(token.span, at).is_some() => {
                start = ground.border_inside(token.span, at).unwrap_or(start).min(start);
                break;
            }
            "x" | "ns" | "nr" | "nrt" | "nz" | "nrfg" => true,
            "p" | "c" | "u" | "uj" | "ul" | "uz" | "ug" | "ud" | "r" | "d" | "m" | "q" | "y" | "eng" => {
                len == 1 && n_chars > 0 && token.tag == "m"
            }
            _ => n_chars < 2 || len == 1,
        };
        if !is_part {
            break;
        }
        start = token.span.start.min(previous);
        n_chars += len;
    }
    let start = clause_start(ground, gazetteer, start, n_chars).unwrap_or(start);
    let start = start + behind_larger(ground.text.get(start..at).unwrap_or(""));
    (start < at && n_chars <= MAX_STEM).then_some(start)
}

/// How much of `stem` is a larger place that no list has: 邯郸县|黄粱梦 镇.
fn behind_larger(stem: &str) -> usize {
    let larger = stem.char_indices().skip(1).filter(|it| matches!(it.1, '县' | '市' | '旗' | '盟' | '省' | '州'));
    larger.last().map_or(0, |it| it.0 + it.1.len_utf8())
}

/// The beginning of the clause, where little but nouns stands between it and the stem: 哈达|井子 村.
fn clause_start(ground: &Ground, gazetteer: &Gazetteer, start: usize, n_chars: usize) -> Option<usize> {
    let mut at = start;
    let mut n_chars = n_chars;
    while n_chars > 0 && n_chars < 6 {
        let Some(character) = ground.before(at).chars().next_back().filter(|&it| is_han(it)) else { return Some(at) };
        let token = ground.token(at - character.len_utf8())?;
        let words = token.span.slice(ground.text);
        if is_large(gazetteer, words) {
            return Some(at);
        }
        let is_noun =
            matches!(token.tag.as_str(), "n" | "ns" | "nr" | "nrt" | "nz" | "x" | "zg" | "ng" | "g" | "b" | "s");
        if !is_noun || word::is(words, Role::Border) || word::is(words, Role::Generic) {
            return None;
        }
        n_chars += words.chars().count();
        at = token.span.start;
    }
    None
}

/// True for names of provinces, prefectures and counties, but for counties' names of two characters: 乌兰 is one, and a
/// part of many villages' names.
fn is_large(gazetteer: &Gazetteer, words: &str) -> bool {
    let is_long = words.chars().count() > 2;
    let is_large =
        |it: &Form| gazetteer.level(it.place) < Level::County || is_long && gazetteer.level(it.place) == Level::County;
    gazetteer.find(words).iter().any(is_large)
}

/// False for adjectives, pronouns and numbers.
fn may_be_name(ground: &Ground, gazetteer: &Gazetteer, stem: Span) -> bool {
    let printed = stem.slice(ground.text);
    if is_generic(printed) {
        return false;
    }
    let rest = |it: usize| printed.get(it..).unwrap_or("");
    let larger = |it: &Form| gazetteer.level(it.place) <= Level::County && it.kind != FormKind::Short;
    let holds_place = printed.char_indices().any(|(at, _)| {
        let mut names = gazetteer.prefixes(rest(at)).filter(|it| it.1.iter().any(larger));
        names.any(|(n_bytes, _)| {
            n_bytes > 6 || rest(at).get(..n_bytes).is_some_and(|it| it.ends_with(['县', '旗', '盟']))
        })
    });
    let is_mongolian = is_mongolian(ground, stem.end);
    let speaks_against = |it: &Token| match it.tag.as_str() {
        _ if is_mongolian && it.span.len() < 4 => false,
        "p" | "c" | "u" | "uj" | "ul" | "uz" | "r" | "d" | "q" | "y" => true,
        "v" | "vd" | "vn" => it.span.len() > 3,
        _ => false,
    };
    let is_number = ground.has_tokens() && ground.tokens_in(stem).all(|it| matches!(it.tag.as_str(), "m" | "q" | "mq"));
    !holds_place && (is_known(gazetteer, printed) || !is_number && !ground.tokens_in(stem).any(speaks_against))
}

/// True for what makes no name before a type.
fn is_generic(stem: &str) -> bool {
    word::is(stem, Role::Generic) || word::ends(stem, 2, Role::Generic) || stem.ends_with('之') || is_counting(stem)
}

/// Ends with a pronoun, a verb or 一 and a measure word: 有位|社区, 某个|镇.
fn is_counting(stem: &str) -> bool {
    let mut last = stem.chars().rev();
    let is_measure = last.next().is_some_and(|it| "个位名座些".contains(it));
    is_measure && last.next().is_some_and(|it| "有某哪这那每各几一多另整".contains(it))
}

/// What stands free must look like a name by itself: known elsewhere, ending as names do, or no word of the dictionary.
fn stands_out(ground: &Ground, gazetteer: &Gazetteer, stem: Span) -> bool {
    let printed = stem.slice(ground.text);
    if printed.chars().count() < 2 {
        return false;
    }
    let ending = printed.char_indices().next_back().and_then(|(it, _)| printed.get(it..)).unwrap_or("");
    let rest = ground.rest(stem.end);
    let goes_on = ground
        .token(stem.end)
        .is_some_and(|it| it.span.start == stem.end && TYPES.iter().all(|(ending, _)| it.span.len() > ending.len()));
    let makes_word = goes_on || rest.strip_prefix('村').is_some_and(|it| word::begins(it, Role::Village));
    let holds_type = printed.contains(['村', '镇', '乡']) && !is_known(gazetteer, printed);
    if holds_type {
        return false;
    }
    is_known(gazetteer, printed)
        || is_mongolian(ground, stem.end)
        || word::is(ending, Role::Ending) && only_name_like(ground, stem)
        || !makes_word && ground.has_tokens() && only_name_like(ground, stem)
}

/// What tells neighbours apart: 后善岱村 is a village beside 善岱村, but 应善岱村 is 应 and the village.
pub(super) const SIDES: &str = "东西南北中前后上下大小新老内外左右";

/// True when a listed name begins at a later word of the stem and what stands before it is no part of a name.
fn holds_listed(ground: &Ground, gazetteer: &Gazetteer, stem: Span) -> bool {
    let later = ground.tokens_in(stem).map(|it| it.span.start).filter(|&it| it > stem.start);
    later.into_iter().any(|start| {
        let before = Span::new(stem.start, start).slice(ground.text);
        let name = Span::new(start, stem.end).slice(ground.text);
        !before.chars().all(|it| SIDES.contains(it)) && is_known(gazetteer, name)
    })
}

/// These types follow transcribed names, which the tokenizer cuts anyhow, and hardly ever an adjective.
fn is_mongolian(ground: &Ground, at: usize) -> bool {
    ground.rest(at).starts_with("嘎查") || ground.rest(at).starts_with("苏木")
}

/// True when a township or village somewhere has this stem.
fn is_known(gazetteer: &Gazetteer, stem: &str) -> bool {
    stem.chars().nth(1).is_some() && gazetteer.has(stem, TYPES.iter().map(|it| it.0))
}

/// True when nothing in the stem is an everyday word.
fn only_name_like(ground: &Ground, stem: Span) -> bool {
    ground.tokens_in(stem).all(|it| {
        matches!(it.tag.as_str(), "x" | "ns" | "nr" | "nrt" | "nz" | "nrfg")
            || Span::new(it.span.start, it.span.end.min(stem.end)).len() <= 3
    })
}
