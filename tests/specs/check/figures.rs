//! The check of the specs in `tests/specs/figures`: an article a line, as `library.rs` reads it, dumped figure by figure.
//!
//! `parts`: each figure, and `in` the one that it is a part of; `context`: each figure with its date and programme;
//! `sums`: what all figures together come to, or why they do not.

use banmian::engine::figures::FigureColumn;
use banmian::engine::figures::columns::{Context, FigureColumns, figures_of};
use banmian::engine::figures::parts::{Role, roles};
use banmian::engine::figures::sums::summary;
use banmian::engine::index::{Index, IndexedArticle};

use super::{library, same};
use crate::case::Case;

pub fn check(case: &Case) -> Result<(), String> {
    let (input, expected) = case.halves();
    let index = library::read(&input);
    let lines: Vec<String> = match case.area().as_str() {
        "parts" => index.articles().iter().flat_map(parts).collect(),
        "context" => index.articles().iter().flat_map(contexts).collect(),
        "sums" => sums(&index),
        area => return Err(format!("no check for {area}")),
    };
    same(&expected, &lines.join("\n"))
}

fn parts(article: &IndexedArticle) -> Vec<String> {
    let (text, figures) = (&article.document.reading.text, figures_of(article));
    let printed = |it: usize| figures[it].span.slice(text);
    let line = |(idx, Role { total, is_rate }): (usize, Role)| {
        let total = total.map_or(String::new(), |it| format!(" in {}", printed(it)));
        format!("{}{total}{}", printed(idx), if is_rate { " each" } else { "" })
    };
    roles(text, figures).into_iter().enumerate().map(line).collect()
}

fn contexts(article: &IndexedArticle) -> Vec<String> {
    let context = Context::of(article, FigureColumn::Refers);
    let line = |idx: usize| {
        let columns = [FigureColumn::Printed, FigureColumn::Refers, FigureColumn::Year, FigureColumn::Programme];
        columns.map(|it| context.value(idx, it)).join(" | ")
    };
    (0..figures_of(article).len()).map(line).collect()
}

fn sums(index: &Index) -> Vec<String> {
    let columns = FigureColumns::new(index);
    let all: Vec<u32> = (0..columns.len() as u32).collect();
    let found = summary(index, &columns, &all);
    let mut res = vec![format!("{} figures", found.n)];
    res.extend(found.sum.map(|[low, high]| {
        let high = if high > low { format!("–{high}") } else { String::new() };
        format!("sum {}{low}{high} {}", if found.is_approximate { "≈" } else { "" }, found.unit)
    }));
    res.extend(found.spread.map(|[low, middle, high]| format!("from {low} over {middle} to {high} {}", found.unit)));
    res.extend(found.refusal.map(|it| format!("refused: {}", it.as_str())));
    res
}
