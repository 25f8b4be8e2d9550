//! Years that are counted from a known one, from `data/counted_years.tsv`: jubilees (新中国成立75周年) and years of a plan
//! (“十四五”收官之年).

use std::sync::LazyLock;

use super::clue::{SURE, Says, clause_of};
use crate::engine::arrange::Arrange;
use crate::engine::extract::edtf::Edtf;
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::{numeral, table};
use crate::engine::text::Span;

/// What jubilees and plans named in `text` say.
pub(crate) fn counted(text: &str) -> Vec<(Span, Says)> {
    let mut res: Vec<(Span, Says)> = vec![];
    for row in ROWS.iter() {
        for (at, words) in text.match_indices(row.words).take(MOST) {
            let told = match row.kind {
                Kind::Jubilee => jubilee(text, at, words, row.first),
                Kind::Plan { last } => plan(text, at, words, (row.first, last)),
            };
            // 宁夏回族自治区成立 is no 自治区成立: the longest row comes first.
            res.extend(told.filter(|it| !res.iter().any(|found| found.0.end == it.0.end)));
        }
    }
    res
}

/// Mentions of one row that are looked at.
const MOST: usize = 8;
/// Characters between a founding and its 周年. More reaches other counts.
const NUMERAL_REACH: usize = 8;
/// Characters between a plan and what is said of its year: ”规划的关键.
const PLAN_REACH: usize = 6;

/// What is said of the first and of the last year of a plan.
const OPENING: [&str; 5] = ["开局", "起步之年", "起步年", "第一年", "首年"];
const CLOSING: [&str; 5] = ["收官", "收尾之年", "最后一年", "决胜之年", "末年"];
/// Words of the clause that count from another year than the page's, and by how many the page's is later.
const SHIFTED: [(&str, i32); 4] = [("明年", -1), ("去年", 1), ("前年", 2), ("后年", -2)];
/// Words that look back to a jubilee without saying when it was.
const BACK: [&str; 6] = ["曾", "当年", "那年", "纪念章", "时任", "获评"];

/// 新中国成立75周年: the page is of that year, surely where 今年 says so.
fn jubilee(text: &str, at: usize, words: &str, founded: i32) -> Option<(Span, Says)> {
    let start = at + words.len();
    let near: usize = text[start..].chars().take(NUMERAL_REACH).map(char::len_utf8).sum();
    let near = &text[start..start + near];
    let glyphs = Glyphs::new(near);
    let number = numeral::read(&glyphs, 0)?;
    let behind = near.get(glyphs.span(0, number.end).end..)?.strip_prefix("周年")?;
    let count = (1.0..=300.0).contains(&number.value).then_some(number.value as i32)?;
    let span = Span::new(at, start + near.len() - behind.len());
    let clause = clause_of(text, span);
    if BACK.iter().any(|it| clause.contains(it)) {
        return None;
    }
    Some((span, of_year(clause, founded + count)?))
}

/// “十四五”收官之年: the plan's last year; “十四五”以来: not before its first.
fn plan(text: &str, at: usize, words: &str, (first, last): (i32, i32)) -> Option<(Span, Says)> {
    let end = at + words.len();
    let at = text[..at].strip_suffix(['“', '‘', '「', '『']).map_or(at, str::len);
    let rest = text[end..].trim_start_matches(['”', '’', '」', '』']).trim_start_matches("规划");
    let whole = |told: &str| Span::new(at, text.len() - rest.len() + told.len());
    if rest.starts_with("以来") {
        return Some((whole("以来"), Says::Event(Edtf::month(first, 1)?, Edtf::month(last + 1, 3))));
    }
    let said = |words: &[&'static str]| {
        let (offset, found) = words.iter().filter_map(|it| Some((rest.find(it)?, *it))).min()?;
        let between = &rest[..offset];
        let is_near = between.chars().count() <= PLAN_REACH && !between.contains(['，', ',', '。', '、', '；', '\n']);
        is_near.then(|| (Span::new(at, text.len() - rest.len() + offset + found.len()), offset))
    };
    let opening = said(&OPENING).map(|it| (it, first));
    let closing = said(&CLOSING).map(|it| (it, last));
    let ((span, _), year) = [opening, closing].into_iter().flatten().min_by_key(|it| it.0.1)?;
    let clause = clause_of(text, span);
    let told = of_year(clause, year)?;
    // 收官 without its year may be any month about it.
    let of_a_year = text[span.end..].trim_start_matches('的').starts_with("之年") || span.slice(text).ends_with('年');
    let sure = of_a_year || matches!(told, Says::Year { .. });
    sure.then_some((span, told))
}

/// What a clause says that names `year`: it is the page's where 今年 says so, else hardly another.
fn of_year(clause: &str, year: i32) -> Option<Says> {
    let sure = |year| Says::Year { earliest: year, weights: vec![(year, 2 * SURE)] };
    if let Some((_, later)) = SHIFTED.iter().find(|it| clause.contains(it.0)) {
        return Some(sure(year + later));
    }
    if ["今年", "这一年"].iter().any(|it| clause.contains(it)) {
        return Some(sure(year));
    }
    Some(Says::Event(Edtf::month(year, 1)?, Edtf::month(year, 12)))
}

/// A row of the table.
#[derive(Debug)]
struct Row {
    words: &'static str,
    kind: Kind,
    first: i32,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The years since an event.
    Jubilee,
    /// The years of a plan, up to this one.
    Plan { last: i32 },
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let rows = table::rows(data_table!(counted_years));
    let row = |row: Vec<&'static str>| {
        let year = |idx: usize| table::field(&row, idx).parse::<i32>().ok();
        let kind = year(3).map_or(Kind::Jubilee, |last| Kind::Plan { last });
        Some(Row { words: table::field(&row, 0), kind, first: year(2)? })
    };
    let mut res: Vec<Row> = rows.filter_map(row).collect();
    res.arrange_by_key(|it| std::cmp::Reverse(it.words.len()));
    res
});
