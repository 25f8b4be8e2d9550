//! Rows of cells as text: comma-separated for spreadsheets, tab-separated for the clipboard and for programs.

use super::labels::Label;
use super::{Locale, dates, words};
use crate::engine::extract::edtf::Edtf;
use crate::protocol::{Cell, Column, Lines, Table};

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextForm {
    /// RFC 4180, with a byte order mark, without which Excel takes UTF-8 for something else.
    Csv,
    /// Tabs between cells; a tab or a new line inside one becomes a blank.
    Tsv,
}

impl TextForm {
    /// Every form.
    pub const ALL: [TextForm; 2] = [TextForm::Csv, TextForm::Tsv];

    /// The ending of a file's name.
    pub fn as_str(self) -> &'static str {
        match self {
            TextForm::Csv => "csv",
            TextForm::Tsv => "tsv",
        }
    }

    /// The text of `rows`.
    pub fn write(self, rows: &[Vec<String>]) -> String {
        let (mut res, gap) = if self == TextForm::Csv { ("\u{feff}".to_owned(), ",") } else { (String::new(), "\t") };
        for row in rows {
            for (idx, cell) in row.iter().enumerate() {
                res.push_str(if idx > 0 { gap } else { "" });
                match self {
                    TextForm::Csv if cell.contains([',', '"', '\n', '\r']) => {
                        res.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
                    }
                    TextForm::Csv => res.push_str(cell),
                    TextForm::Tsv => res.push_str(&cell.replace(['\t', '\n', '\r'], " ")),
                }
            }
            res.push_str("\r\n");
        }
        res
    }
}

/// Lines in context, a column each for left, hit and right, then where they stand.
pub fn lines(locale: Locale, lines: &Lines) -> Vec<Vec<String>> {
    let heads = [
        "words.before",
        "words.hit",
        "words.after",
        "words.date",
        "words.place",
        "words.section",
        "words.article",
        "word-option.hits",
    ];
    let mut res = vec![heads.map(|it| words::text(locale, it)).to_vec()];
    res.extend(lines.rows.iter().cloned().map(|it| {
        let kind = it.kind.map_or(String::new(), |it| it.label(locale));
        vec![it.left, it.keyword, it.right, it.date, it.place, it.section, it.passage.article, kind]
    }));
    res
}

/// A table with its heads.
pub fn table(locale: Locale, table: &Table) -> Vec<Vec<String>> {
    let mut res = vec![table.columns.iter().map(|it| column_text(locale, *it)).collect()];
    let text = |(column, cell): (&Column, &Cell)| cell_text(locale, *column, cell);
    res.extend(table.rows.iter().map(|row| table.columns.iter().zip(row).map(text).collect()));
    res
}

/// The head of a column.
pub fn column_text(locale: Locale, column: Column) -> String {
    words::text(locale, &column_key(column))
}

/// The key of the head of a column.
pub fn column_key(column: Column) -> String {
    format!("column.{}", column.as_str())
}

/// What stands in a cell.
pub fn cell_text(locale: Locale, column: Column, cell: &Cell) -> String {
    match column {
        Column::Label => words::text(locale, &cell.text),
        Column::Period => Edtf::parse(&cell.text).map_or(String::new(), |it| dates::edtf_text(locale, &it)),
        _ => cell.text.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stay_apart_whatever_they_hold() {
        let rows = [vec!["甲,\"乙\"".to_owned(), "丙\t丁".into()], vec![String::new(), "1\n2".into()]];
        assert_eq!(TextForm::Csv.write(&rows), "\u{feff}\"甲,\"\"乙\"\"\",丙\t丁\r\n,\"1\n2\"\r\n");
        assert_eq!(TextForm::Tsv.write(&rows), "甲,\"乙\"\t丙 丁\r\n\t1 2\r\n");
    }
}
