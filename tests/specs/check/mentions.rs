//! The check of the specs in `tests/specs/extract`: the file's name fixes which kind of mention is checked; whatever of
//! that kind is not marked must not be found, so each case is also a negative one.
//!
//! Only the values that a mark names are compared, so that a case about units need not repeat a path.

use std::collections::BTreeMap;

use banmian::engine::extract::edtf::Edtf;
use banmian::engine::extract::{self, Confidence, Context, Mentions};
use banmian::engine::text::Span;

use super::lexicon;
use crate::case::{Case, Mark};

pub fn check(case: &Case) -> Result<(), String> {
    let (text, expected) = case.marked();
    let published = case.attribute("published").map(|it| Edtf::parse(it).expect("published is EDTF"));
    let headline = case.attribute("headline").unwrap_or("");
    let tokens = lexicon().tokenizer.as_ref().unwrap().cut(&text);
    let ctx = Context { published: published.as_ref(), lexicon: lexicon(), headline };
    let mentions = extract::extract(&text, &tokens, &ctx);
    let found = found(&case.area(), &text, &mentions);
    let matches = expected.len() == found.len()
        && expected.iter().zip(&found).all(|(e, f)| {
            (e.start, e.end, &e.kind) == (f.start, f.end, &f.kind)
                && e.values.iter().all(|(key, value)| f.values.get(key).map_or("", String::as_str) == value)
        });
    if matches {
        Ok(())
    } else {
        Err(format!("expected: {}\nfound:    {}", print(&text, &expected), print(&text, &found)))
    }
}

fn found(kind: &str, text: &str, mentions: &Mentions) -> Vec<Mark> {
    let mark = |span: Span, rule: &str, confidence: Confidence, values: &[(&str, Option<String>)]| Mark {
        start: span.start,
        end: span.end,
        kind: kind.to_owned(),
        values: values
            .iter()
            .filter_map(|(key, value)| Some(((*key).to_owned(), value.clone()?)))
            .chain([("rule".to_owned(), rule.to_owned()), ("confidence".to_owned(), confidence.as_str().to_owned())])
            .collect::<BTreeMap<_, _>>(),
    };
    match kind {
        "place" => mentions
            .places
            .iter()
            .map(|it| {
                let values = [("path", Some(it.canonical.clone())), ("level", Some(it.level.as_str().to_owned()))];
                mark(it.span, &it.rule, it.confidence, &values)
            })
            .collect(),
        "date" => mentions
            .dates
            .iter()
            .map(|it| {
                mark(it.span, &it.rule, it.confidence, &[("edtf", it.edtf.as_ref().map(|it| it.as_str().to_owned()))])
            })
            .collect(),
        "figure" | "unit" | "numeral" | "approx" | "subject" => mentions
            .figures
            .iter()
            .map(|it| {
                let values = [
                    ("value", Some(it.value.to_string())),
                    ("high", it.high.map(|it| it.to_string())),
                    ("unit", Some(it.unit.clone())),
                    ("quantity", Some(it.quantity.as_str().to_owned())),
                    ("approx", it.approx.map(|it| it.as_str().to_owned())),
                    ("subject", it.subject.map(|it| it.slice(text).to_owned())),
                    ("base", it.base_value.map(|it| it.to_string())),
                    ("base_unit", Some(it.base_unit.clone())),
                ];
                mark(it.span, &it.rule, it.confidence, &values)
            })
            .collect(),
        "programme" => mentions
            .programmes
            .iter()
            .map(|it| mark(it.span, &it.rule, it.confidence, &[("name", Some(it.name.clone()))]))
            .collect(),
        _ => panic!("no kind of mention is called {kind}"),
    }
}

fn print(text: &str, marks: &[Mark]) -> String {
    let mut res = String::new();
    let mut at = 0;
    for mark in marks {
        res.push_str(text.get(at..mark.start).unwrap_or("…"));
        let values: Vec<String> = mark.values.iter().map(|(key, value)| format!("{key}={value}")).collect();
        res.push_str(&format!("[{}]{{{} {}}}", &text[mark.start..mark.end], mark.kind, values.join(" ")));
        at = mark.end;
    }
    res + text.get(at..).unwrap_or("")
}
