//! What each answer is as sheets of typed cells.

use super::sheet::{Digits, Head, Sheet, Value};
use crate::engine::extract::edtf::Edtf;
use crate::engine::extract::published::Published;
use crate::protocol::{
    ArticleDetail, Cell, Chart, Column, Comparison, ConcordanceLine, FigureColumn, Lines, PlaceNode, Response, Table,
    Whole,
};
use crate::view_model::export::{cell_text, column_text};
use crate::view_model::labels::{Label, unit_text};
use crate::view_model::{Locale, figure_row, words};

/// The sheets of an answer; `None` for one that is no table.
pub fn of(locale: Locale, whole: &Whole) -> Option<Vec<Sheet>> {
    let answer = match whole {
        Whole::Articles(articles) => return Some(vec![articles_sheet(locale, articles)]),
        Whole::Answer(answer) => answer,
    };
    match &**answer {
        Response::Lines(lines) => Some(vec![lines_sheet(locale, lines)]),
        Response::Chart(chart) => Some(chart_sheets(locale, chart)),
        Response::WordTable(Some(table)) => Some(vec![table_sheet(locale, "", table)]),
        Response::Comparison(comparison) => Some(comparison_sheets(locale, comparison)),
        Response::Facets(facets) => Some(vec![places_sheet(locale, "", facets.places.as_deref()?)]),
        Response::Places(places) => Some(vec![places_sheet(locale, &places.unit, &places.roots)]),
        _ => None,
    }
}

/// A column: its stable name, the key of its head, and how to read a row's cell.
type Reader<'a, T> = (&'static str, &'static str, &'a dyn Fn(&T) -> Value);

/// A sheet with a row for each of `items`.
fn sheet<'a, T: 'a>(locale: Locale, columns: &[Reader<T>], items: impl Iterator<Item = &'a T>) -> Sheet {
    let head = |(name, key, _): &Reader<T>| Head {
        name: (*name).to_owned(),
        text: words::text(locale, key),
        digits: Digits::Own,
    };
    Sheet {
        name: String::new(),
        heads: columns.iter().map(head).collect(),
        rows: items.map(|item| columns.iter().map(|(_, _, read)| read(item)).collect()).collect(),
    }
}

/// A number of a unit in words; a mere number without one.
fn measure(value: Option<f64>, unit: &str) -> Value {
    match Value::number(value) {
        Value::Number(value) if !unit.is_empty() => Value::Measure(value, unit.to_owned()),
        value => value,
    }
}

/// One of a closed list.
fn term(name: &str, words: String) -> Value {
    Value::Term(name.to_owned(), words)
}

fn lines_sheet(locale: Locale, lines: &Lines) -> Sheet {
    let columns: &[Reader<ConcordanceLine>] = &[
        ("left", "words.before", &|it| Value::text(&it.left)),
        ("hit", "words.hit", &|it| Value::text(&it.keyword)),
        ("right", "words.after", &|it| Value::text(&it.right)),
        ("published", "words.date", &|it| Value::text(&it.date)),
        ("place", "words.place", &|it| Value::text(&it.place)),
        ("section", "words.section", &|it| Value::text(&it.section)),
        ("article", "words.article", &|it| Value::text(&it.passage.article)),
        ("hits", "word-option.hits", &|it| it.kind.map_or(Value::Nothing, |it| term(it.as_str(), it.label(locale)))),
    ];
    sheet(locale, columns, lines.rows.iter())
}

/// A table as the worker wrote it, `name` the key of its name. Columns that name their row hold words, all others numbers
/// where their cells are numbers.
fn table_sheet(locale: Locale, name: &str, table: &Table) -> Sheet {
    let head = |it: &Column| Head {
        name: it.as_str().to_owned(),
        text: column_text(locale, *it),
        digits: match it {
            Column::PValue => Digits::Four,
            Column::Count | Column::CountElsewhere | Column::InA | Column::InB | Column::InBoth | Column::Figure(_) => {
                Digits::Own
            }
            _ => Digits::Two,
        },
    };
    let row = |row: &Vec<Cell>| {
        let cells = || table.columns.iter().zip(row);
        let unit = cells().find(|it| *it.0 == Column::Figure(FigureColumn::Unit)).map_or("", |it| &it.1.text);
        cells().map(|(column, cell)| value(locale, *column, cell, unit)).collect()
    };
    Sheet {
        name: if name.is_empty() { String::new() } else { words::text(locale, name) },
        heads: table.columns.iter().map(head).collect(),
        rows: table.rows.iter().map(row).collect(),
    }
}

/// What stands in a cell of a table; `unit` is that of its row.
fn value(locale: Locale, column: Column, cell: &Cell, unit: &str) -> Value {
    let number = cell.text.parse::<f64>().ok().filter(|it| it.is_finite());
    match (column, number) {
        (Column::Figure(FigureColumn::Unit), _) if !cell.text.is_empty() => {
            Value::Term(cell.text.clone(), unit_text(locale, &cell.text))
        }
        (Column::Figure(it @ (FigureColumn::Quantity | FigureColumn::Approx | FigureColumn::Confidence)), _)
            if !cell.text.is_empty() =>
        {
            Value::Term(cell.text.clone(), figure_row::cell_text(locale, it, &cell.text))
        }
        (Column::Figure(it), Some(number)) if it.is_number() => measure(Some(number), &unit_text(locale, unit)),
        (Column::Figure(_), _) => Value::text(&cell.text),
        (_, Some(number)) if !column.is_head() => Value::Number(number),
        _ => Value::text(cell_text(locale, column, cell)),
    }
}

fn comparison_sheets(locale: Locale, it: &Comparison) -> Vec<Sheet> {
    let none = Table::default();
    let [of_a, of_b] = it.keywords.as_ref().map_or([&none, &none], |it| it.each_ref());
    let parts = [
        ("compare.counts", &it.counts),
        ("compare.by-place", &it.places),
        ("compare.by-date", &it.dates),
        ("compare.by-figure", &it.figures),
        ("compare.words-of-a", of_a),
        ("compare.words-of-b", of_b),
    ];
    let there = parts.into_iter().filter(|(_, table)| !table.rows.is_empty());
    there.map(|(name, table)| table_sheet(locale, name, table)).collect()
}

/// The marks, and what stands behind the one that is open.
fn chart_sheets(locale: Locale, chart: &Chart) -> Vec<Sheet> {
    let behind =
        chart.behind.iter().map(|(name, table)| Sheet { name: name.clone(), ..table_sheet(locale, "", table) });
    std::iter::once(table_sheet(locale, "", &chart.table)).chain(behind).collect()
}

/// Every place with those above it, in the order of the tree; `unit` is that of the largest figures.
fn places_sheet(locale: Locale, unit: &str, roots: &[PlaceNode]) -> Sheet {
    let unit = unit_text(locale, unit);
    let largest = |it: &PlaceNode| it.more.as_ref().and_then(|it| it.largest.clone());
    let mut all = vec![];
    let mut waiting: Vec<&PlaceNode> = roots.iter().rev().collect();
    while let Some(node) = waiting.pop() {
        all.push(node);
        waiting.extend(node.children.iter().rev());
    }
    let columns: &[Reader<PlaceNode>] = &[
        ("place", "column.place", &|it| Value::text(&it.name)),
        ("path", "take.column.path", &|it| Value::text(&it.path)),
        ("level", "take.column.level", &|it| term(it.level.as_str(), it.level.label(locale))),
        ("articles", "take.column.articles", &|it| Value::count(it.count)),
        ("figures", "take.column.figures", &|it| Value::count(it.n_figures)),
        ("mentions", "take.column.mentions", &|it| {
            it.more.as_ref().map_or(Value::Nothing, |it| Value::count(it.n_mentions))
        }),
        ("largest", "take.column.largest", &|it| measure(largest(it).map(|it| it.value), &unit)),
        ("largest_printed", "column.printed", &|it| largest(it).map_or(Value::Nothing, |it| Value::text(it.printed))),
        ("largest_article", "words.article", &|it| largest(it).map_or(Value::Nothing, |it| Value::text(it.article))),
    ];
    sheet(locale, columns, all.into_iter())
}

fn articles_sheet(locale: Locale, articles: &[ArticleDetail]) -> Sheet {
    let byline = |it: &ArticleDetail| {
        let credits = it.byline.iter().map(|it| format!("{} {}", it.role, it.name).trim().to_owned());
        Value::text(credits.collect::<Vec<_>>().join("；"))
    };
    let columns: &[Reader<ArticleDetail>] = &[
        ("id", "words.article", &|it| Value::text(&it.id)),
        ("page", "take.column.page", &|it| Value::text(&it.page)),
        ("published", "column.published", &|it| published(&it.published)),
        ("section", "words.section", &|it| Value::text(&it.section)),
        ("kind", "take.column.kind", &|it| term(it.kind.as_str(), it.kind.label(locale))),
        ("headline", "take.column.headline", &|it| Value::text(&it.headline)),
        ("byline", "take.column.byline", &byline),
        ("figures", "take.column.figures", &|it| Value::count(it.mentions.figures.len())),
        ("text", "take.column.text", &|it| Value::text(&it.text)),
    ];
    sheet(locale, columns, articles.iter())
}

/// The page's date as EDTF, which is a date that programs and people read alike.
fn published(published: &Published) -> Value {
    Value::text(published.edtf.as_ref().map(Edtf::as_str).unwrap_or_default())
}
