//! The names of fields and kinds in queries; reads `data/query_words.tsv`.

use std::sync::LazyLock;

use crate::engine::page::Kind;
use crate::engine::text::normalize::fold_text;
use crate::engine::text::table;

/// What stands before a colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldName {
    /// 标题.
    Headline,
    /// 正文.
    Body,
    /// 署名.
    Byline,
    /// 栏目.
    Section,
    /// 地名.
    Place,
    /// 日期: the page's own.
    Date,
    /// 提及: a date in the text.
    Mentions,
    /// 类型.
    Kind,
    /// 品牌.
    Programme,
    /// 数字.
    Figure,
}

impl FieldName {
    /// Every field, in the order in which completion offers them.
    pub const ALL: [FieldName; 10] = [
        FieldName::Headline,
        FieldName::Body,
        FieldName::Byline,
        FieldName::Section,
        FieldName::Place,
        FieldName::Date,
        FieldName::Mentions,
        FieldName::Kind,
        FieldName::Programme,
        FieldName::Figure,
    ];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            FieldName::Headline => "headline",
            FieldName::Body => "body",
            FieldName::Byline => "byline",
            FieldName::Section => "section",
            FieldName::Place => "place",
            FieldName::Date => "date",
            FieldName::Mentions => "mentions",
            FieldName::Kind => "kind",
            FieldName::Programme => "programme",
            FieldName::Figure => "figure",
        }
    }

    /// The field of that name, in either language.
    pub fn named(name: &str) -> Option<Self> {
        let value = value_of("field", name)?;
        FieldName::ALL.into_iter().find(|it| it.as_str() == value)
    }
}

static ROWS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| table::rows(data_table!(query_words)).collect());

/// The length of the longest name, in characters.
pub fn longest_name() -> usize {
    static LENGTH: LazyLock<usize> =
        LazyLock::new(|| ROWS.iter().map(|row| row[0].chars().count()).max().unwrap_or_default());
    *LENGTH
}

/// The kind of article of that name, in either language.
pub fn kind(name: &str) -> Option<Kind> {
    let value = value_of("kind", name)?;
    Kind::ALL.into_iter().find(|it| it.as_str() == value)
}

/// Every name of a field.
pub fn field_names(field: FieldName) -> Vec<&'static str> {
    names_of("field", field.as_str()).collect()
}

/// The names of a field that are offered, in Chinese and in English.
pub fn field_twins(field: FieldName) -> [&'static str; 2] {
    twins("field", field.as_str())
}

/// The names of a kind that are offered, in Chinese and in English.
pub fn kind_twins(kind: Kind) -> [&'static str; 2] {
    twins("kind", kind.as_str())
}

/// The name of a kind that differs from `name` as little.
pub fn nearest_kind(name: &str) -> Option<&'static str> {
    nearest("kind", name)
}

/// The name of a field that differs from `name` by one character, written otherwise, left out or added, or by two that
/// changed places.
pub fn nearest_field(name: &str) -> Option<&'static str> {
    nearest("field", name)
}

fn nearest(role: &str, name: &str) -> Option<&'static str> {
    let name: Vec<char> = fold_text(name.trim()).chars().collect();
    let mut names = ROWS.iter().filter(|row| row[1] == role).map(|row| row[0]);
    // A name of two characters keeps one of them; a shorter one says nothing.
    names.find(|it| name.len() > 1 && differs_by_one(&name, &it.chars().collect::<Vec<_>>()))
}

fn names_of(role: &str, value: &str) -> impl Iterator<Item = &'static str> {
    ROWS.iter().filter(move |row| row[1] == role && row[2] == value).map(|row| row[0])
}

/// The first name in each language.
fn twins(role: &str, value: &str) -> [&'static str; 2] {
    [false, true].map(|is_english| names_of(role, value).find(|it| it.is_ascii() == is_english).unwrap_or_default())
}

fn value_of(role: &str, name: &str) -> Option<&'static str> {
    let name = fold_text(name);
    ROWS.iter().find(|row| row[1] == role && row[0] == name).map(|row| row[2])
}

fn differs_by_one(a: &[char], b: &[char]) -> bool {
    let n_before = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[n_before..], &b[n_before..]);
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Equal => match (a, b) {
            ([first, second, a @ ..], [third, fourth, b @ ..]) if (first, second) == (fourth, third) => a == b,
            ([_, a @ ..], [_, b @ ..]) => a == b,
            _ => false,
        },
        std::cmp::Ordering::Less => a == &b[1..],
        std::cmp::Ordering::Greater => &a[1..] == b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_and_kind_has_a_name_in_both_languages() {
        for (role, values) in
            [("field", FieldName::ALL.map(FieldName::as_str).to_vec()), ("kind", Kind::ALL.map(Kind::as_str).to_vec())]
        {
            let rows: Vec<_> = ROWS.iter().filter(|it| it[1] == role).collect();
            assert!(rows.iter().all(|it| values.contains(&it[2])));
            for value in values {
                let names: Vec<&str> = rows.iter().filter(|it| it[2] == value).map(|it| it[0]).collect();
                assert!(
                    names.iter().any(|it| it.is_ascii()) && names.iter().any(|it| !it.is_ascii()),
                    "{value}: {names:?}"
                );
            }
        }
    }

    #[test]
    fn a_slip_of_one_character_is_seen() {
        assert_eq!(nearest_field("标頭"), Some("标题"));
        assert_eq!(nearest_field("titel"), Some("title"));
        assert_eq!(nearest_field("tetil"), None, "two letters differ");
        assert_eq!(nearest_kind("breif"), Some("brief"));
        assert_eq!(nearest_field("titl"), Some("title"));
        assert_eq!(nearest_field("题"), None);
        assert_eq!(nearest_field("12"), None);
    }
}
