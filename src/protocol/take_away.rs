//! Messages of taking things away: in which forms, what the worker packs for it, and what the program that writes files
//! (`src/export/`) is asked.

use serde::{Deserialize, Serialize};

use crate::protocol::{ArticleDetail, Bytes, Response};

/// A form in which something leaves the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Form {
    /// A picture of pixels, two for one on the screen.
    Png,
    /// A picture of shapes.
    Svg,
    /// A picture on the clipboard.
    PictureCopy,
    /// A workbook of Excel.
    Xlsx,
    /// Cells with commas between them.
    Csv,
    /// One JSON object.
    Json,
    /// A JSON object an article, a line each.
    JsonLines,
    /// A Markdown table on the clipboard.
    MarkdownCopy,
    /// Cells with tabs between them on the clipboard, as spreadsheets take them.
    CellsCopy,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Form; 9] = [
        Form::Png,
        Form::Svg,
        Form::PictureCopy,
        Form::Xlsx,
        Form::Csv,
        Form::Json,
        Form::JsonLines,
        Form::MarkdownCopy,
        Form::CellsCopy,
    ];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Form::Png => "take.png",
            Form::Svg => "take.svg",
            Form::PictureCopy => "take.picture",
            Form::Xlsx => "take.xlsx",
            Form::Csv => "take.csv",
            Form::Json => "take.json",
            Form::JsonLines => "take.json-lines",
            Form::MarkdownCopy => "take.markdown",
            Form::CellsCopy => "take.cells",
        }
    }

    /// The ending of a file's name; a copied picture that had to be saved instead has one too.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Png | Form::PictureCopy => "png",
            Form::Svg => "svg",
            Form::Xlsx => "xlsx",
            Form::Csv => "csv",
            Form::Json => "json",
            Form::JsonLines => "jsonl",
            Form::MarkdownCopy => "md",
            Form::CellsCopy => "tsv",
        }
    }

    /// What tables are taken away in.
    pub const OF_TABLES: &[Form] = &[Form::Xlsx, Form::Csv, Form::Json, Form::MarkdownCopy, Form::CellsCopy];
    /// What charts are taken away in, their table among it.
    pub const OF_CHARTS: &[Form] = &[
        Form::Png,
        Form::Svg,
        Form::PictureCopy,
        Form::Xlsx,
        Form::Csv,
        Form::Json,
        Form::MarkdownCopy,
        Form::CellsCopy,
    ];
    /// What articles are taken away in.
    pub const OF_ARTICLES: &[Form] = &[Form::JsonLines, Form::Xlsx, Form::Csv];

    /// True of pictures.
    pub fn is_picture(self) -> bool {
        self <= Form::PictureCopy
    }

    /// True of what goes to the clipboard.
    pub fn is_copy(self) -> bool {
        matches!(self, Form::PictureCopy | Form::MarkdownCopy | Form::CellsCopy)
    }
}

/// What makes a table or a picture citable.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct About {
    /// What it is.
    pub title: String,
    /// What was asked, of what it was made, when, and how to read it: what each is, and its words.
    pub rows: Vec<(String, String)>,
    /// The day it was made, `2023-04-01`.
    pub date: String,
}

/// What the program that writes files is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Which form.
    pub form: Form,
    /// In which language, by the name that the translations use.
    pub locale: String,
    /// The words of that language, as the browser fetches them (`view_model/translations.rs`); "" natively.
    pub words: String,
    /// What stands with it.
    pub about: About,
    /// An encoded [`Whole`].
    pub whole: Bytes,
}

/// What a file is made of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Whole {
    /// An answer without its window.
    Answer(Box<Response>),
    /// Articles as they are read, without hits, rules, keywords and neighbours.
    Articles(Vec<ArticleDetail>),
}
