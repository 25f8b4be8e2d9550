//! Passages from standard input, one JSON object a line, answered in order.

use std::io::{BufRead, Write};

use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::{self, Context};
use banmian::engine::lexicon::Lexicon;
use banmian::engine::text::{CodePoints, Span};
use serde_json::{Value, json};

use super::json;

/// Answers every line; a line that is no JSON object with a `text` is answered with an `error`. False if any was.
pub fn run(lexicon: &Lexicon) -> bool {
    let mut whole = true;
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines().map_while(Result::ok).filter(|it| !it.trim().is_empty()) {
        let answer = serde_json::from_str::<Value>(&line).ok().and_then(|it| answer(&it, lexicon));
        whole &= answer.is_some();
        let answer = answer.unwrap_or_else(|| json!({"error": "not a JSON object with a text", "line": line}));
        if writeln!(out, "{answer}").is_err() {
            return false;
        }
    }
    whole
}

fn answer(line: &Value, lexicon: &Lexicon) -> Option<Value> {
    let text = line.get("text")?.as_str()?;
    let published = line.get("ref").and_then(Value::as_str).and_then(Edtf::parse);
    let ctx = Context { published: published.as_ref(), lexicon, headline: "" };
    let tokens = lexicon.tokenizer.as_ref().map(|it| it.cut(text)).unwrap_or_default();
    let mentions = extract::extract(text, &tokens, &ctx);
    let table = CodePoints::new(text);
    let at = |span: Span| (table.span(span), span.slice(text));
    Some(json!({
        "id": line.get("id").cloned().unwrap_or(Value::Null),
        "tokens": tokens.iter().map(|it| table.span(it.span)).collect::<Vec<_>>(),
        "places": mentions.places.iter().map(|it| json::place(it, at(it.span))).collect::<Vec<_>>(),
        "dates": mentions.dates.iter().map(|it| json::date(it, at(it.span))).collect::<Vec<_>>(),
        "figures": mentions.figures.iter().map(|it| json::figure(it, text, at(it.span))).collect::<Vec<_>>(),
    }))
}
