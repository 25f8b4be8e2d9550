//! Section labels 栏目: `◎广角`, `## ◎观潮`, `【要闻】`, or a bare short line that is a well-known column's name.

use std::sync::LazyLock;

use super::Kind;
use crate::engine::text::{normalize, sentence, table};

/// True for the printed marks that stand before labels, bylines and briefs.
pub fn is_mark(ch: char) -> bool {
    is_label_mark(ch) || is_brief_mark(ch) || is_item_mark(ch) || matches!(ch, '□' | '▢' | '▣' | '☐' | '△')
}

/// True for marks that stand before section labels; briefs and bylines may have some of them too.
pub fn is_label_mark(ch: char) -> bool {
    matches!(
        ch,
        '◎' | '⊙'
            | '◉'
            | '○'
            | '●'
            | '⦿'
            | '☉'
            | '■'
            | '▍'
            | '▌'
            | '▎'
            | '▐'
            | '█'
            | '※'
            | '§'
            | '◇'
            | '▲'
            | '▼'
            | '►'
            | '▶'
    )
}

/// True for marks that stand before each item of a column of briefs.
pub fn is_brief_mark(ch: char) -> bool {
    matches!(ch, '◆' | '◇' | '♦' | '●' | '■' | '▲' | '►' | '▶' | '▪' | '❖' | '◼')
}

/// True for marks that stand before the items of a primer.
pub fn is_item_mark(ch: char) -> bool {
    matches!(ch, '★' | '☆' | '✦' | '✩' | '⭐' | '✪')
}

/// Characters above which no label goes.
const LONGEST: usize = 14;
/// Characters above which no bare label goes.
const LONGEST_BARE: usize = 8;

/// The name in a line with a label's mark or brackets; `None` if the line is something else.
pub fn marked_name(line: &str) -> Option<&str> {
    let line = line.trim();
    let bracketed = [('【', '】'), ('［', '］'), ('[', ']'), ('〖', '〗')]
        .iter()
        .find_map(|&(open, close)| line.strip_prefix(open).and_then(|it| it.strip_suffix(close)));
    let name = match bracketed {
        Some(it) => it.trim(),
        None => line.strip_prefix(is_label_mark)?.trim_start_matches(is_label_mark).trim(),
    };
    let name = name.trim_end_matches([':', '：']).trim_end_matches(is_label_mark).trim();
    let inner = |it: char| matches!(it, '。' | '，' | ',' | '、' | '；' | ';' | ':' | '：');
    let is_whole = sentence::open_marks(name) == 0;
    (!name.is_empty() && name.chars().count() <= LONGEST && !name.contains(inner) && is_whole).then_some(name)
}

/// What items a column of this name has; `None` for a name that the table does not know.
pub fn kind_of(name: &str) -> Option<Kind> {
    let name = normalize::fold_text(name);
    let exact = LABELS.iter().find(|it| !it.is_ending && it.name == name);
    let ending = || LABELS.iter().filter(|it| it.is_ending && name.ends_with(it.name)).max_by_key(|it| it.name.len());
    exact.or_else(ending).map(|it| it.kind)
}

/// True when a line without marks is surely a column's name: the table has it, whole or (for short lines) by its ending.
pub fn is_well_known(line: &str) -> bool {
    let n_chars = line.chars().count();
    LABELS.iter().any(|it| !it.is_ending && it.name == line)
        || n_chars <= 6 && n_chars > 2 && kind_of(line).is_some_and(|it| it != Kind::Story && it != Kind::Commentary)
}

/// True when a line without marks may be a column's name where a headline or the column's items follow it.
pub fn may_be_bare(line: &str) -> bool {
    let n_chars = line.chars().count();
    let plain = line.chars().all(|it| it.is_alphanumeric() || matches!(it, '“' | '”' | '·'));
    is_well_known(line) || plain && (n_chars <= 4 || n_chars <= LONGEST_BARE && kind_of(line).is_some())
}

struct Label {
    name: &'static str,
    is_ending: bool,
    kind: Kind,
}

static LABELS: LazyLock<Vec<Label>> = LazyLock::new(|| {
    table::rows(data_table!(labels))
        .filter_map(|row| {
            let name = row.first()?;
            let kind = Kind::ALL.into_iter().find(|it| Some(&it.as_str()) == row.get(1))?;
            Some(Label { name: name.trim_start_matches('*'), is_ending: name.starts_with('*'), kind })
        })
        .collect()
});
