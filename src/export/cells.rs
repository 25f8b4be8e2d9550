//! Cells as text: with commas between them for spreadsheets and programs (RFC 4180), with tabs for the clipboard.
//!
//! A spreadsheet takes a text that begins with = + - or @ for a formula, which may do harm on the machine of whoever opens
//! the file; such a text gets an apostrophe before it, as OWASP's *CSV Injection* asks. Numbers stay as they are.

use super::sheet::{Book, Sheet, Value};
use crate::view_model::{Locale, words};

/// First characters of what a spreadsheet takes for a formula, the wide ones of Chinese and Japanese keyboards too.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// Comma-separated values with a byte order mark, without which Excel takes UTF-8 for something else. What makes the table
/// citable stands above it in lines that begin with `#`, and an empty line stands between two tables.
pub fn csv(locale: Locale, book: &Book) -> String {
    let mut res = "\u{feff}".to_owned();
    let title = (words::text(locale, "take.about.title"), book.about.title.clone());
    for (name, value) in std::iter::once(&title).chain(&book.about.rows) {
        let line = |it: &str| it.replace(['\n', '\r'], " ");
        push_row(&mut res, [format!("# {}", line(name)), line(value)].iter(), ",");
    }
    for (idx, sheet) in book.sheets.iter().enumerate() {
        if idx > 0 {
            res.push_str("\r\n");
        }
        if !sheet.name.is_empty() {
            push_row(&mut res, [format!("# {}", sheet.name)].iter(), ",");
        }
        for row in rows(sheet) {
            push_row(&mut res, row.iter(), ",");
        }
    }
    res
}

/// Tab-separated values, the tables alone, an empty line between two of them.
pub fn tsv(book: &Book) -> String {
    let mut res = String::new();
    for (idx, sheet) in book.sheets.iter().enumerate() {
        if idx > 0 {
            res.push_str("\r\n");
        }
        for row in rows(sheet) {
            let plain: Vec<String> = row.iter().map(|it| it.replace(['\t', '\n', '\r'], " ")).collect();
            push_row(&mut res, plain.iter(), "\t");
        }
    }
    res
}

/// The heads and the rows, safe to open.
fn rows(sheet: &Sheet) -> impl Iterator<Item = Vec<String>> {
    let heads = sheet.heads.iter().map(|it| safe(&it.text)).collect();
    std::iter::once(heads).chain(sheet.rows.iter().map(|row| row.iter().map(cell).collect()))
}

fn cell(value: &Value) -> String {
    match value.as_number() {
        Some(_) => value.written(),
        None => safe(&value.written()),
    }
}

/// `text` in a way that no spreadsheet reckons with it.
fn safe(text: &str) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

fn push_row<'a>(res: &mut String, cells: impl Iterator<Item = &'a String>, gap: &str) {
    for (idx, cell) in cells.enumerate() {
        res.push_str(if idx > 0 { gap } else { "" });
        // A cell that begins with # would make its row a remark, unless it is one.
        let is_remark = idx == 0 && gap == "," && cell.starts_with("# ");
        let is_odd = cell.contains(['"', '\n', '\r']) || cell.contains(gap) || (cell.starts_with('#') && !is_remark);
        if gap == "," && is_odd {
            res.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
        } else {
            res.push_str(cell);
        }
    }
    res.push_str("\r\n");
}
