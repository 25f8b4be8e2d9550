//! JSON: a book as one object with its columns in order, articles as a line each in the shapes of `inspect --json`.

use serde_json::{Value as Json, json};

use super::mention;
use super::sheet::{Book, Head, Sheet, Value, number};
use crate::engine::extract::edtf::Edtf;
use crate::engine::text::{CodePoints, Span};
use crate::protocol::ArticleDetail;

/// `{"title", "about": {name: words}, "date", "tables": [{"name", "columns": [{"name", "head"}], "rows": [{name: value}]}]}`;
/// numbers are numbers, what stands in no cell is null.
pub fn book(book: &Book) -> String {
    let about = object(book.about.rows.iter().map(|(name, value)| (name.as_str(), text(value))));
    let tables: Vec<String> = book.sheets.iter().map(table).collect();
    let parts = [("title", text(&book.about.title)), ("date", text(&book.about.date)), ("about", about)];
    let tables = ("tables", format!("[\n{}\n]", tables.join(",\n")));
    object(parts.into_iter().chain([tables])) + "\n"
}

/// An article a line; offsets are code points of the line's own `text`.
pub fn lines(articles: &[ArticleDetail]) -> String {
    articles.iter().map(|it| line(it).to_string() + "\n").collect()
}

fn table(sheet: &Sheet) -> String {
    let column = |it: &Head| object([("name", text(&it.name)), ("head", text(&it.text))].into_iter());
    let columns: Vec<String> = sheet.heads.iter().map(column).collect();
    let row = |row: &Vec<Value>| object(sheet.heads.iter().zip(row).map(|(head, it)| (head.name.as_str(), value(it))));
    let rows: Vec<String> = sheet.rows.iter().map(row).collect();
    let parts = [
        ("name", text(&sheet.name)),
        ("columns", format!("[{}]", columns.join(", "))),
        ("rows", format!("[\n{}\n]", rows.join(",\n"))),
    ];
    object(parts.into_iter())
}

fn value(value: &Value) -> String {
    match value {
        Value::Nothing => "null".to_owned(),
        Value::Text(it) => text(it),
        Value::Number(it) | Value::Measure(it, _) => number(*it),
        Value::Term(name, _) => text(name),
    }
}

/// An object with its members in the order given.
fn object<'a>(members: impl Iterator<Item = (&'a str, String)>) -> String {
    let members: Vec<String> = members.map(|(name, value)| format!("{}: {value}", text(name))).collect();
    format!("{{{}}}", members.join(", "))
}

fn text(text: &str) -> String {
    Json::String(text.to_owned()).to_string()
}

fn line(detail: &ArticleDetail) -> Json {
    let table = CodePoints::new(&detail.text);
    let at = |span: Span| (table.span(span), span.slice(&detail.text));
    let mentions = &detail.mentions;
    let programme = |it: &crate::engine::extract::ProgrammeMention| {
        let ([start, end], text) = at(it.span);
        json!({"start": start, "end": end, "text": text, "name": it.name})
    };
    json!({
        "id": detail.id,
        "page": detail.page,
        "published": {
            "edtf": detail.published.edtf.as_ref().map(Edtf::as_str),
            "inferred": detail.published.inferred,
            "clues": detail.published.clues,
        },
        "section": detail.section,
        "headline": detail.headline,
        "kind": detail.kind.as_str(),
        "byline": detail.byline.iter().map(|it| json!({"role": it.role, "name": it.name})).collect::<Vec<_>>(),
        "text": detail.text,
        "places": mentions.places.iter().map(|it| mention::place(it, at(it.span))).collect::<Vec<_>>(),
        "dates": mentions.dates.iter().map(|it| mention::date(it, at(it.span))).collect::<Vec<_>>(),
        "figures": mentions.figures.iter().map(|it| mention::figure(it, &detail.text, at(it.span))).collect::<Vec<_>>(),
        "programmes": mentions.programmes.iter().map(programme).collect::<Vec<_>>(),
    })
}
