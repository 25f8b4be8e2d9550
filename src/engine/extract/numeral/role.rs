//! What each character does in a number written in words; reads `data/numerals.tsv`.

use std::sync::LazyLock;

use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::table::{self, ByChar};
use crate::engine::text::decimal;

/// What a character does in a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Role {
    /// One to nine, and zero.
    Digit(f64),
    /// 廿, 卅.
    Tens(f64),
    /// 十, 百, 千.
    Small(f64),
    /// 万, 亿.
    Big(f64),
    /// 几, 数.
    Vague,
}

static ROLES: LazyLock<ByChar<Option<Role>>> = LazyLock::new(|| {
    let role = |row: Vec<&'static str>| {
        let value = decimal::parse(table::field(&row, 1))?;
        let role = match table::field(&row, 2) {
            "digit" => Role::Digit(value),
            "tens" => Role::Tens(value),
            "small" => Role::Small(value),
            "big" => Role::Big(value),
            _ => Role::Vague,
        };
        Some((table::field(&row, 0), role))
    };
    let roles = table::rows(data_table!(numerals)).filter_map(role);
    ByChar::of(roles, |it| it.0, |slot, it| *slot = Some(it.1))
});

/// The role of `ch`; `None` for no numeral and for Arabic digits.
pub fn role(ch: char) -> Option<Role> {
    if ch.is_ascii() { None } else { ROLES.get(ch).copied().flatten() }
}

/// 千 of 千克, 兆 of 兆瓦 and 百 of 百分点 belong to the unit. Behind a number in words 千米 is a thousand metres.
pub fn multiplier_of_unit(glyphs: &Glyphs, at: usize, in_words: bool) -> bool {
    let next = glyphs.at(at + 1);
    let parts = next == '分' && matches!(glyphs.at(at + 2), '点' | '比' | '制');
    match glyphs.at(at) {
        '千' if next == '米' => !in_words,
        '千' if next == '字' => glyphs.at(at + 2) == '节',
        '千' => matches!(next, '克' | '瓦' | '伏' | '卡' | '赫' | '帕' | '焦') || parts,
        '百' => next == '帕' || parts,
        // 五兆元 is a number, 一条2兆的专线 measures data.
        '兆' => {
            !matches!(next, '元' | '日' | '韩' | '美' | '零' | '\0') && role(next).is_none() && !next.is_ascii_digit()
        }
        _ => false,
    }
}
