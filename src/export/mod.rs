//! What leaves the page as a file: an answer without its window → sheets of typed cells → comma-separated values, a
//! workbook, JSON, Markdown; articles → JSON lines; a scene → a framed scene → SVG. Pure: the day, the words of the selection and the language come in.
//!
//! Files of tables are written by `src/bin/export.rs`, a program of its own that is fetched when something is first taken
//! away; pictures by the page itself, which has the scene, the colours and the widths of texts.

mod cells;
pub mod frame;
mod json;
mod markdown;
pub mod mention;
pub mod sheet;
mod sheets;
pub mod svg;
mod xlsx;

use crate::codec;
use crate::protocol::{About, Form, Job, Response, Whole};
use crate::view_model::{Locale, translations, words};
use sheet::Book;

/// The bytes of the file that an encoded [`Job`] asks for; none where it cannot be read or has no such file.
pub fn answer(job: &[u8]) -> Vec<u8> {
    let Ok(job) = codec::decode::<Job>(job) else { return vec![] };
    let Ok(whole) = codec::decode::<Whole>(&job.whole.0) else { return vec![] };
    if let (Some(locale), false) = (Locale::parse(&job.locale), job.words.is_empty()) {
        translations::give(locale, job.words.clone());
    }
    write(&job, &whole).unwrap_or_default()
}

/// The file of a job about `whole`; `None` where a thing has no such form.
pub fn write(job: &Job, whole: &Whole) -> Option<Vec<u8>> {
    if let (Form::JsonLines, Whole::Articles(articles)) = (job.form, whole) {
        return Some(json::lines(articles).into_bytes());
    }
    let locale = Locale::parse(&job.locale).unwrap_or_default();
    let book = Book { about: about(locale, job, whole), sheets: sheets::of(locale, whole)? };
    match job.form {
        Form::Xlsx => xlsx::write(locale, &book),
        Form::Csv => Some(cells::csv(locale, &book).into_bytes()),
        Form::CellsCopy => Some(cells::tsv(&book).into_bytes()),
        Form::Json => Some(json::book(&book).into_bytes()),
        Form::MarkdownCopy => Some(markdown::write(locale, &book).into_bytes()),
        Form::Png | Form::Svg | Form::PictureCopy | Form::JsonLines => None,
    }
}

/// What stands with a file: of a chart also its unit, how many stand behind it and what it leaves out.
fn about(locale: Locale, job: &Job, whole: &Whole) -> About {
    let mut res = job.about.clone();
    let Whole::Answer(answer) = whole else { return res };
    if let Response::Chart(chart) = &**answer {
        // What the selection asks stands there already.
        let notes = chart.notes.iter().filter(|it| !res.rows.iter().any(|(_, said)| it.contains(said)));
        let notes: Vec<&str> = notes.map(String::as_str).collect();
        res.rows.insert(0, (words::text(locale, "take.about.notes"), notes.join("；")));
    }
    res
}
