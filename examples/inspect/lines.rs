//! Passages, one JSON object a line, answered in order: a line for every line, whatever it holds.

use std::io::{self, BufRead, Write};

use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::{self, Context};
use banmian::engine::lexicon::Lexicon;
use banmian::engine::text::{CodePoints, Span};
use banmian::export::mention;
use serde_json::{Value, json};

/// Answers every line of `input` that is not blank. A line that is no JSON object with a `text` is answered like an
/// empty text, with an `error` beside. Fails only where reading or writing does.
pub fn run(mut input: impl BufRead, mut out: impl Write, lexicon: &Lexicon) -> io::Result<()> {
    let mut bytes = vec![];
    while input.read_until(b'\n', &mut bytes)? > 0 {
        let line = String::from_utf8_lossy(&bytes);
        let line = line.trim_matches(|it: char| it.is_whitespace() || it == '\u{feff}');
        if !line.is_empty() {
            writeln!(out, "{}", answer(line, lexicon))?;
        }
        bytes.clear();
    }
    out.flush()
}

fn answer(line: &str, lexicon: &Lexicon) -> Value {
    let passage: Value = serde_json::from_str(line).unwrap_or_default();
    let text = passage.get("text").and_then(Value::as_str);
    let mut res = mentions(text.unwrap_or(""), &reference(&passage), lexicon);
    res["id"] = passage.get("id").cloned().unwrap_or_default();
    if text.is_none() {
        res["error"] = json!("not a JSON object with a text");
    }
    res
}

/// The reference date; a year may be a bare number.
fn reference(passage: &Value) -> Option<Edtf> {
    match passage.get("ref")? {
        Value::String(text) => Edtf::parse(text.trim()),
        Value::Number(year) => Edtf::parse(&year.to_string()),
        _ => None,
    }
}

fn mentions(text: &str, published: &Option<Edtf>, lexicon: &Lexicon) -> Value {
    let ctx = Context { published: published.as_ref(), lexicon, headline: "" };
    let tokens = lexicon.tokenizer.as_ref().map(|it| it.cut(text)).unwrap_or_default();
    let mentions = extract::extract(text, &tokens, &ctx);
    let table = CodePoints::new(text);
    let at = |span: Span| (table.span(span), span.slice(text));
    json!({
        "tokens": tokens.iter().map(|it| table.span(it.span)).collect::<Vec<_>>(),
        "places": mentions.places.iter().map(|it| mention::place(it, at(it.span))).collect::<Vec<_>>(),
        "dates": mentions.dates.iter().map(|it| mention::date(it, at(it.span))).collect::<Vec<_>>(),
        "figures": mentions.figures.iter().map(|it| mention::figure(it, text, at(it.span))).collect::<Vec<_>>(),
    })
}
