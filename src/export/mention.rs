//! Mentions as the JSON objects that `inspect --json` prints; whole numbers print without a point.

use serde_json::{Value, json};

use crate::engine::extract::edtf::Edtf;
use crate::engine::extract::{DateMention, FigureMention, PlaceMention};

/// A place as JSON; `at` are its offsets and its text.
pub fn place(mention: &PlaceMention, at: ([usize; 2], &str)) -> Value {
    json!({
        "start": at.0[0], "end": at.0[1], "text": at.1,
        "canonical": mention.canonical, "level": mention.level.as_str(),
    })
}

/// A date as JSON; `at` are its offsets and its text.
pub fn date(mention: &DateMention, at: ([usize; 2], &str)) -> Value {
    json!({"start": at.0[0], "end": at.0[1], "text": at.1, "edtf": mention.edtf.as_ref().map(Edtf::as_str)})
}

/// A figure of `text` as JSON; `at` are its offsets and its text.
pub fn figure(mention: &FigureMention, text: &str, at: ([usize; 2], &str)) -> Value {
    json!({
        "start": at.0[0], "end": at.0[1], "text": at.1,
        "value": number(mention.value), "high": mention.high.map(number),
        "unit": mention.unit, "quantity": mention.quantity.as_str(),
        "approx": mention.approx.map(|it| it.as_str()),
        "subject": mention.subject.map(|it| it.slice(text)),
        "base_value": mention.base_value.map(number), "base_unit": mention.base_unit,
    })
}

fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9e15 { json!(value as i64) } else { json!(value) }
}
