//! Which words of a table stand in the inputs of its cases.

use std::collections::{BTreeMap, BTreeSet};

use banmian::engine::text::normalize::fold_text;

/// How a row meets an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// Its word stands there, outside longer words of the table. A `*` in front of the word means nothing; behind `…` its
    /// rest stands in the same line; of a row of single words (separated by blanks) or of 20 and more characters, one is enough.
    Word,
    /// A line is the word but for marks around it; behind a `*`, it ends with it.
    Line,
    /// A line begins with it.
    LineBegin,
}

/// Rows of that many characters are sets of characters.
const SET: usize = 20;

/// The rows that no input meets, in the table's order.
pub fn unmet(rows: &[String], inputs: &[String], met: Met) -> Vec<String> {
    let rows_folded: Vec<String> = rows.iter().map(|it| fold_text(it)).collect();
    let inputs: Vec<String> = inputs.iter().flat_map(|it| [it.clone(), fold_text(it)]).collect();
    let standing = if met == Met::Word { standing(rows, &inputs) } else { BTreeSet::new() };
    let is_met = |row: &String, folded: &String| match met {
        Met::Word => words_of(row).iter().any(|it| standing.contains(it)) && rest_stands(row, &inputs),
        Met::Line => lines(&inputs).any(|line| {
            let line = line.trim_matches(|it: char| !it.is_alphanumeric());
            folded.strip_prefix('*').map_or(line == folded, |it| line.ends_with(it))
        }),
        Met::LineBegin => lines(&inputs).any(|it| it.trim_start().starts_with(folded.as_str())),
    };
    rows.iter().zip(&rows_folded).filter(|(row, folded)| !is_met(row, folded)).map(|it| it.0.clone()).collect()
}

/// The rows that are not among `found`.
pub fn without(rows: &[String], found: BTreeSet<String>) -> Vec<String> {
    rows.iter().filter(|it| !found.contains(*it)).cloned().collect()
}

/// The words of a row that are looked for.
fn words_of(row: &str) -> Vec<String> {
    let row = row.trim_start_matches('*');
    if row.contains(' ') && row.chars().count() >= SET {
        row.split(' ').map(str::to_owned).collect()
    } else if row.chars().count() >= SET {
        row.chars().map(String::from).collect()
    } else {
        vec![row.split('…').next().unwrap_or(row).to_owned()]
    }
}

fn rest_stands(row: &str, inputs: &[String]) -> bool {
    let Some((first, rest)) = row.split_once('…') else { return true };
    lines(inputs).any(|line| line.split_once(first).is_some_and(|(_, behind)| behind.contains(rest)))
}

/// The words that stand somewhere outside longer ones.
fn standing(rows: &[String], inputs: &[String]) -> BTreeSet<String> {
    let mut by_first: BTreeMap<char, BTreeSet<String>> = BTreeMap::new();
    for word in rows.iter().flat_map(|it| words_of(it)) {
        for form in [fold_text(&word), word] {
            by_first.entry(form.chars().next().unwrap_or(' ')).or_default().insert(form);
        }
    }
    let mut res = BTreeSet::new();
    for line in lines(inputs) {
        let mut found: Vec<(usize, usize)> = vec![];
        for (at, ch) in line.char_indices() {
            let words = by_first.get(&ch).into_iter().flatten();
            found.extend(words.filter(|it| line[at..].starts_with(it.as_str())).map(|it| (at, at + it.len())));
        }
        let is_inside = |it: &(usize, usize), other: &(usize, usize)| other.0 <= it.0 && it.1 <= other.1 && it != other;
        let free = found.iter().filter(|it| !found.iter().any(|other| is_inside(it, other)));
        res.extend(free.map(|it| line[it.0..it.1].to_owned()));
    }
    let folded: Vec<String> =
        rows.iter().flat_map(|it| words_of(it)).filter(|it| res.contains(&fold_text(it))).collect();
    res.extend(folded);
    res
}

fn lines(inputs: &[String]) -> impl Iterator<Item = &str> {
    inputs.iter().flat_map(|it| it.lines())
}

#[test]
fn a_word_inside_a_longer_one_is_not_met() {
    let of = |rows: &[&str], input: &str, met| {
        unmet(&rows.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>(), &[input.to_owned()], met)
    };
    assert_eq!(of(&["年", "今年", "去年"], "今年修路", Met::Word), ["年", "去年"]);
    assert!(of(&["年", "今年"], "今年和前两年", Met::Word).is_empty());
    assert_eq!(of(&["为…报道", "据…讯"], "据本报讯", Met::Word), ["为…报道"]);
    assert_eq!(of(&["*快讯", "要闻"], "◎镇村快讯", Met::Line), ["要闻"]);
    assert_eq!(of(&["了", "着"], "了一件事\n看着", Met::LineBegin), ["着"]);
}
