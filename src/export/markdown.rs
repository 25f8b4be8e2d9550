//! Tables as Markdown (GitHub's tables), what makes them citable below.

use super::sheet::{Book, Digits, Head, Sheet, Value};
use crate::engine::text::decimal;
use crate::view_model::{Locale, words};

/// What Markdown gives a meaning to inside a cell.
const MARKS: [char; 9] = ['\\', '|', '`', '*', '_', '<', '[', ']', '~'];

/// What four digits would make nothing of.
const SMALLEST: f64 = 0.0001;

/// The title, the tables, and a line with query, source and day.
pub fn write(locale: Locale, book: &Book) -> String {
    let mut res = format!("**{}**\n\n", escaped(&book.about.title));
    for sheet in &book.sheets {
        if !sheet.name.is_empty() {
            res.push_str(&format!("{}\n\n", escaped(&sheet.name)));
        }
        push_table(&mut res, sheet);
        res.push('\n');
    }
    let about = book.about.rows.iter().map(|(name, value)| {
        words::text_with(locale, "take.about.line", &[("name", &escaped(name)), ("value", &escaped(value))])
    });
    res + &about.collect::<Vec<_>>().join("  \n") + "\n"
}

fn push_table(res: &mut String, sheet: &Sheet) {
    push_row(res, sheet.heads.iter().map(|it| escaped(&it.text)));
    push_row(
        res,
        sheet.heads.iter().enumerate().map(|(idx, _)| {
            let holds_numbers = sheet.rows.iter().any(|row| row.get(idx).is_some_and(|it| it.as_number().is_some()));
            if holds_numbers { "---:".to_owned() } else { "---".to_owned() }
        }),
    );
    for row in &sheet.rows {
        push_row(res, sheet.heads.iter().zip(row).map(|(head, it)| cell(head, it)));
    }
}

fn push_row(res: &mut String, cells: impl Iterator<Item = String>) {
    res.push('|');
    for cell in cells {
        res.push_str(&format!(" {cell} |"));
    }
    res.push('\n');
}

/// Numbers as a reader wants them: measures with few digits, all others whole.
fn cell(head: &Head, value: &Value) -> String {
    match (value.as_number(), head.digits) {
        (Some(number), Digits::Two) => decimal::fixed(number, 2),
        (Some(number), Digits::Four) if number > 0.0 && number < SMALLEST => {
            format!("&lt;{}", decimal::fixed(SMALLEST, 4))
        }
        (Some(number), Digits::Four) => decimal::fixed(number, 4),
        _ => escaped(&value.written()),
    }
}

/// `text` on one line and with no meaning to Markdown.
fn escaped(text: &str) -> String {
    let mut res = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '\n' | '\r' | '\t' => res.push(' '),
            ch if MARKS.contains(&ch) => res.extend(['\\', ch]),
            ch => res.push(ch),
        }
    }
    res
}
