//! The tables of programmes: `data/programme_heads.tsv` and `data/programme_words.tsv`.

use std::sync::{LazyLock, OnceLock};

use crate::engine::arrange::Arrange;
use crate::engine::extract::role_words::RoleWords;
use crate::engine::small_map::SmallMap;
use crate::engine::text::by_char::{ByChar, last_character};

/// What a head noun behind a quotation does to the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Behind {
    /// “12345”模式: the name takes it in.
    Joined,
    /// “幸福环”品牌: it only says what the quotation is.
    Apart,
    /// “三到户”工作: it stands behind much that is no name.
    Weak,
}

/// A row of the head nouns.
#[derive(Debug)]
pub(crate) struct Head {
    /// The noun.
    pub(crate) text: &'static str,
    /// Whether it may stand behind a quotation.
    pub(crate) behind: Option<Behind>,
    /// True where a quotation that ends in it is a name.
    pub(crate) inner: bool,
    /// Whether an unquoted name ends in it.
    pub(crate) plain: Option<Plain>,
}

/// Which unquoted runs of nouns before a head noun are names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plain {
    /// 红蜂驿站: all.
    Any,
    /// 爱心超市: those with a word that schemes are named after.
    Themed,
}

/// What a word near a programme is; see the head of its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum WordKind {
    /// 推行.
    Verb,
    /// 难题, behind a quotation that is no name.
    Emphasis,
    /// 通过: the same for names that are coined.
    WeakVerb,
    /// 成了: before a quotation that is a picture.
    Simile,
    /// 模式: a head noun that names what stands before 的.
    Called,
    /// 党建: what stories are about that tell of named schemes.
    Setting,
    /// 爱心: what schemes are named after.
    Theme,
    /// 推行, before an unquoted name.
    PlainVerb,
    /// 工程, at the end of an unquoted name behind such a verb.
    PlainNoun,
    /// 品牌, before the quotation.
    NounBefore,
    /// 为抓手.
    Tail,
    /// 的, 打造出: an unquoted name begins behind it.
    Boundary,
    /// 共享: what new things are called by.
    Coining,
    /// 公交, right behind one of those words, unquoted.
    Coined,
    /// 上线, behind a name.
    Begun,
    /// 旗, 社区: so does a place, unless the name is joined by +.
    BoundaryPlace,
    /// 积分制管理.
    Whole,
    /// 中华民族共同体.
    Not,
    /// 乡村振兴.
    Slogan,
    /// 接诉即办: a scheme by itself, quoted.
    Known,
    /// 小米, behind the name of a division.
    Good,
    /// 把, behind a coined name that acts or is dealt with.
    Act,
    /// 楼长, at the end of what appointed people are called.
    Role,
}

/// The head nouns, longest first.
pub(crate) fn heads() -> &'static [Head] {
    static HEADS: OnceLock<Vec<Head>> = OnceLock::new();
    HEADS.get_or_init(|| {
        let rows = data_table!(programme_heads).lines().filter(|it| !it.starts_with('#'));
        let mut res: Vec<Head> = rows.filter_map(head).collect();
        res.arrange_by_key(|it| std::cmp::Reverse(it.text.len()));
        res
    })
}

/// The head nouns that begin with `ch`, longest first.
pub(crate) fn heads_from(ch: char) -> &'static [&'static Head] {
    static BY_FIRST: LazyLock<ByChar<Vec<&Head>>> =
        LazyLock::new(|| ByChar::of(heads().iter(), |it| it.text, |all: &mut Vec<_>, it| all.push(it)));
    BY_FIRST.get(ch).map_or(&[], Vec::as_slice)
}

/// True when `name` ends in a head noun of quotations, and what stands before it fits.
pub(crate) fn ends_with_head(name: &str, fits: impl Fn(&str) -> bool) -> bool {
    static BY_LAST: LazyLock<ByChar<Vec<&Head>>> = LazyLock::new(|| {
        let inner = heads().iter().filter(|it| it.inner);
        ByChar::of(inner, |it| last_character(it.text), |all: &mut Vec<_>, it| all.push(it))
    });
    let same_last = name.chars().next_back().and_then(|it| BY_LAST.get(it));
    same_last.into_iter().flatten().any(|it| name.strip_suffix(it.text).is_some_and(&fits))
}

/// The longest word of the kind that `text` begins with.
pub(crate) fn begins(text: &str, kind: WordKind) -> Option<&'static str> {
    TABLE.begins(text, kind as u32)
}

/// The longest word of the kind that `text` ends with.
pub(crate) fn ends(text: &str, kind: WordKind) -> Option<&'static str> {
    TABLE.ends(text, kind as u32)
}

/// True when `text` is a word of the kind.
pub(crate) fn is(text: &str, kind: WordKind) -> bool {
    TABLE.is(text, kind as u32)
}

/// True when a word of the kind stands in `text`.
pub(crate) fn holds(text: &str, kind: WordKind) -> bool {
    TABLE.find(text, kind as u32).is_some()
}

/// The words of one kind, longest first.
pub(crate) fn words(kind: WordKind) -> impl Iterator<Item = &'static str> {
    static WORDS: LazyLock<SmallMap<WordKind, Vec<&str>>> = LazyLock::new(|| {
        let mut res: SmallMap<WordKind, Vec<&str>> = SmallMap::new();
        rows().for_each(|(text, kind)| res.value(kind).push(text));
        res.iter_mut().for_each(|it| it.1.arrange_by_key(|it| std::cmp::Reverse(it.len())));
        res
    });
    WORDS.get(&kind).into_iter().flatten().copied()
}

static TABLE: LazyLock<RoleWords> = LazyLock::new(|| RoleWords::of(rows().map(|(text, kind)| (text, kind as u32))));

fn rows() -> impl Iterator<Item = (&'static str, WordKind)> {
    data_table!(programme_words).lines().filter(|it| !it.starts_with('#')).filter_map(word)
}

fn head(line: &'static str) -> Option<Head> {
    let mut columns = line.split('\t');
    let text = columns.next()?;
    let behind = match columns.next()? {
        "joined" => Some(Behind::Joined),
        "apart" => Some(Behind::Apart),
        "weak" => Some(Behind::Weak),
        _ => None,
    };
    let inner = columns.next()? == "yes";
    let plain = match columns.next()? {
        "yes" => Some(Plain::Any),
        "themed" => Some(Plain::Themed),
        _ => None,
    };
    Some(Head { text, behind, inner, plain })
}

fn word(line: &'static str) -> Option<(&'static str, WordKind)> {
    let (text, kind) = line.split_once('\t')?;
    let kind = match kind {
        "verb" => WordKind::Verb,
        "emphasis" => WordKind::Emphasis,
        "verb-weak" => WordKind::WeakVerb,
        "simile" => WordKind::Simile,
        "called" => WordKind::Called,
        "setting" => WordKind::Setting,
        "theme" => WordKind::Theme,
        "verb-plain" => WordKind::PlainVerb,
        "noun-plain" => WordKind::PlainNoun,
        "noun-before" => WordKind::NounBefore,
        "tail" => WordKind::Tail,
        "boundary" => WordKind::Boundary,
        "coining" => WordKind::Coining,
        "coined" => WordKind::Coined,
        "begun" => WordKind::Begun,
        "boundary-place" => WordKind::BoundaryPlace,
        "whole" => WordKind::Whole,
        "not" => WordKind::Not,
        "slogan" => WordKind::Slogan,
        "known" => WordKind::Known,
        "good" => WordKind::Good,
        "act" => WordKind::Act,
        "role" => WordKind::Role,
        _ => return None,
    };
    Some((text, kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let rows = |table: &'static str| table.lines().filter(|it| !it.starts_with('#'));
        assert!(rows(data_table!(programme_words)).all(|it| word(it).is_some()));
        assert!(rows(data_table!(programme_heads)).all(|it| head(it).is_some()));
    }
}
