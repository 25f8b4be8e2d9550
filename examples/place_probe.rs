//! Scratch.
use banmian::engine::extract::{self, Context};
use banmian::engine::lexicon::Lexicon;
use banmian::engine::text::CodePoints;
use std::io::BufRead;
fn main() {
    let mut lexicon = Lexicon::native();
    if std::env::args().any(|it| it == "--no-tokens") {
        lexicon.tokenizer = None;
    }
    for line in std::io::stdin().lock().lines() {
        let line: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let text = line["text"].as_str().unwrap();
        let headline = line["headline"].as_str().unwrap_or("");
        let ctx = Context { published: None, lexicon: &lexicon, headline };
        let tokens = lexicon.tokenizer.as_ref().map(|it| it.cut(text)).unwrap_or_default();
        let mut res = extract::Mentions::default();
        extract::place::extract(text, &tokens, &ctx, &mut res);
        let table = CodePoints::new(text);
        let places: Vec<_> = res.places.iter().map(|it| { let s = table.span(it.span); serde_json::json!({"start": s[0], "end": s[1], "text": it.span.slice(text), "canonical": it.canonical, "level": it.level.as_str(), "rule": it.rule}) }).collect();
        println!(
            "{}",
            serde_json::json!({"places": places, "tags": tokens.iter().map(|it| format!("{}/{}", it.span.slice(text), it.tag)).collect::<Vec<_>>().join(" ")})
        );
    }
}
