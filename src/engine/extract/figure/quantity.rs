//! What kind of thing a figure measures: its unit says it, and for general classifiers (个, 家, 支) and bare numbers the
//! counted noun. Reads `data/counted_nouns.tsv`.

use std::sync::LazyLock;

use super::draft::{Draft, is_han};
use super::spent;
use crate::engine::arrange::Arrange;
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::numeral::Form;
use crate::engine::extract::table::{self, ByChar};
use crate::engine::extract::unit::{Kind, Quantity, Unit};
use crate::engine::text::Span;
use crate::engine::text::by_char::last_character;
use crate::engine::token::Token;

/// The nouns of the table: by their first character and by their last, longest first.
struct Nouns {
    by_first: ByChar<Vec<Noun>>,
    by_last: ByChar<Vec<Noun>>,
}

/// A noun and what is counted by it.
#[derive(Debug, Clone, Copy)]
struct Noun {
    text: &'static str,
    quantity: Quantity,
}

static NOUNS: LazyLock<Nouns> = LazyLock::new(|| {
    let rows = table::rows(data_table!(counted_nouns));
    let noun = |row: Vec<&'static str>| {
        Some(Noun { text: table::field(&row, 0), quantity: Quantity::parse(table::field(&row, 1))? })
    };
    let mut nouns: Vec<Noun> = rows.filter_map(noun).collect();
    nouns.arrange_by_key(|it| std::cmp::Reverse(it.text.chars().count()));
    let add = |all: &mut Vec<Noun>, it| all.push(it);
    Nouns {
        by_first: ByChar::of(nouns.iter().copied(), |it| it.text, add),
        by_last: ByChar::of(nouns.into_iter(), |it| last_character(it.text), add),
    }
});

/// How far behind a figure a body's name may reach, in characters.
const LONGEST_BODY: usize = 6;

/// The quantity of `draft`, whose subject has been found.
pub fn of(glyphs: &Glyphs, _tokens: &[Token], draft: &Draft, subject: Option<Span>) -> Quantity {
    let next = || noun_at(glyphs, draft.end).and_then(|it| by_ending(glyphs.slice(draft.end, it)));
    let counted = || subject.and_then(|it| by_ending(it.slice(glyphs.text()))).or_else(next);
    match (draft.unit, draft.numeral.form) {
        (None, Form::Fraction | Form::Half) => Quantity::Ratio,
        (None, _) if draft.value.fract() != 0.0 => Quantity::Other,
        (None, _) if spent::is_money(glyphs, draft) => Quantity::Money,
        (None, _) => counted().filter(|it| *it != Quantity::Money || draft.value >= 1e4).unwrap_or(Quantity::Count),
        (Some(unit), _) if draft.per.is_some() => per(unit),
        (Some(unit), _) if unit.kind == Kind::General => {
            let bodies = || bodies_behind(glyphs, draft).then_some(Quantity::Organization);
            bodies().or_else(counted).filter(|it| *it != Quantity::Money).unwrap_or(unit.quantity)
        }
        (Some(unit), _) if unit.word == "口" && is_well(glyphs, draft, subject) => Quantity::Count,
        (Some(unit), _) if unit.word == "户" && is_business(glyphs, draft, subject) => Quantity::Organization,
        (Some(unit), _) if unit.quantity == Quantity::Duration && is_age(glyphs, draft) => Quantity::Age,
        (Some(unit), _) if unit.word == "次" && is_frequency(glyphs, draft) => Quantity::Frequency,
        (Some(unit), _) => unit.quantity,
    }
}

/// The end of the longest noun of the table, of at least two characters, at `at`.
fn noun_at(glyphs: &Glyphs, at: usize) -> Option<usize> {
    let nouns = NOUNS.by_first.get(glyphs.at(at))?;
    let noun = nouns.iter().find(|it| glyphs.starts_with(at, it.text)).map(|it| it.text.chars().count());
    noun.filter(|it| *it > 1).map(|it| at + it)
}

/// The end of the longest noun of things that are counted one by one: money is not.
pub fn counted_at(glyphs: &Glyphs, at: usize) -> Option<usize> {
    noun_at(glyphs, at).filter(|it| by_ending(glyphs.slice(at, *it)) != Some(Quantity::Money))
}

/// What the longest known ending of `phrase` says.
pub fn by_ending(phrase: &str) -> Option<Quantity> {
    let nouns = NOUNS.by_last.get(phrase.chars().next_back()?)?;
    nouns.iter().find(|it| phrase.ends_with(it.text)).map(|it| it.quantity)
}

/// 元/亩 is money, 人/天 persons; 公里/小时 is neither length nor duration.
fn per(unit: &Unit) -> Quantity {
    match unit.quantity {
        Quantity::Count if unit.word == "次" => Quantity::Frequency,
        Quantity::Money | Quantity::Person | Quantity::Household | Quantity::Count | Quantity::Organization => {
            unit.quantity
        }
        _ => Quantity::Other,
    }
}

/// 41个国际组织的代表: the bodies right behind are counted, not whom they sent.
fn bodies_behind(glyphs: &Glyphs, draft: &Draft) -> bool {
    let end = (draft.end + 2..=draft.end + LONGEST_BODY).find(|it| glyphs.at(*it) == '的');
    let phrase = end.map(|it| glyphs.slice(draft.end, it)).filter(|it| it.chars().all(is_han));
    phrase.and_then(by_ending) == Some(Quantity::Organization)
}

/// 经营主体6.5万户, 新设企业300户: 户 counts businesses too, but not whom a business leads (企业带动300户).
fn is_business(glyphs: &Glyphs, draft: &Draft, subject: Option<Span>) -> bool {
    const BUSINESSES: [&str; 7] = ["企业", "工商户", "经营主体", "市场主体", "商户", "公司", "网店"];
    const HELPS: [&str; 8] = ["带动", "帮扶", "吸纳", "惠及", "覆盖", "帮助", "联结", "服务"];
    if HELPS.iter().any(|it| glyphs.ends_with(draft.start, it)) {
        return false;
    }
    let least = draft.start.saturating_sub(LONGEST_CLAUSE);
    let from = (least..draft.start).rev().find(|it| ends_clause(glyphs.at(*it))).map_or(least, |it| it + 1);
    // A subject that an earlier clause lends is not what this one counts.
    let own = subject.filter(|it| it.start >= glyphs.byte(from));
    let near = own.map_or_else(|| glyphs.slice(from, draft.start), |it| it.slice(glyphs.text()));
    BUSINESSES.iter().any(|it| near.contains(it)) || BUSINESSES.iter().any(|it| glyphs.starts_with(draft.end, it))
}

/// How far back in its clause the counted thing is looked for, in characters.
const LONGEST_CLAUSE: usize = 14;

fn ends_clause(ch: char) -> bool {
    matches!(ch, '，' | ',' | '。' | ';' | '；' | '、' | '\n')
}

/// 打井850口, 十三口探井: 口 counts wells and vessels too.
fn is_well(glyphs: &Glyphs, draft: &Draft, subject: Option<Span>) -> bool {
    const THINGS: &str = "井锅缸窖池塘钟窑棺箱灶";
    let near = glyphs.word(draft.end, draft.end + 3);
    let named = subject.is_some_and(|it| it.slice(glyphs.text()).contains(|ch| THINGS.contains(ch)));
    named || THINGS.contains(glyphs.before(draft.start)) || near.contains(|it| THINGS.contains(it))
}

/// 十个月大, 三个月的婴儿: how old, not how long.
fn is_age(glyphs: &Glyphs, draft: &Draft) -> bool {
    const YOUNG: [&str; 10] =
        ["的婴儿", "的宝宝", "的女婴", "的男婴", "的婴幼儿", "的幼儿", "的孩子", "的小宝宝", "大小的孩子", "的胎儿"];
    let big = glyphs.at(draft.end) == '大'
        && matches!(glyphs.at(draft.end + 1), '的' | '了' | '时' | ',' | '。' | '\n' | '\0');
    big || YOUNG.iter().any(|it| glyphs.starts_with(draft.end, it))
}

/// 每季度一次, 一年3次: how often in a period.
fn is_frequency(glyphs: &Glyphs, draft: &Draft) -> bool {
    const PERIODS: [&str; 9] = ["每年", "每月", "每周", "每天", "每日", "每季度", "一年", "一月", "一天"];
    let clause_start =
        (draft.start.saturating_sub(8)..draft.start).rev().find(|it| "，。,；、".contains(glyphs.at(*it)));
    let start = clause_start.map_or(draft.start.saturating_sub(8), |it| it + 1);
    (start..draft.start).any(|at| PERIODS.iter().any(|it| glyphs.starts_with(at, it)))
}
