//! A page as the JSON object that PRODUCT.md describes; offsets are code points of the decoded text.

use std::collections::BTreeSet;

use banmian::engine::analysis::{Analysis, Document};
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::text::{CodePoints, Span};
use banmian::export::mention::{date, figure, place};
use serde_json::{Value, json};

/// The object of one page.
pub fn page(analysis: &Analysis) -> Value {
    let table = CodePoints::new(&analysis.page.text);
    let published = &analysis.published;
    json!({
        "page": analysis.page.id,
        "published": {
            "edtf": published.edtf.as_ref().map(Edtf::as_str),
            "inferred": published.inferred,
            "clues": published.clues,
        },
        "articles": analysis.documents.iter().map(|it| article(analysis, it, &table)).collect::<Vec<_>>(),
        "diagnostics": analysis.diagnostics.iter().map(|it| {
            let [start, end] = table.span(it.span);
            let message = match it.detail.as_str() {
                "" => it.code.message().to_owned(),
                detail => format!("{}: {detail}", it.code.message()),
            };
            json!({
                "start": start, "end": end, "severity": it.severity.as_str(), "code": it.code.as_str(),
                "message": message, "hint": it.code.hint(),
            })
        }).collect::<Vec<_>>(),
    })
}

fn article(analysis: &Analysis, document: &Document, table: &CodePoints) -> Value {
    let source = &analysis.page.text;
    let spans: Vec<[usize; 2]> = document.article.paragraphs.iter().flatten().map(|it| table.span(*it)).collect();
    let byline: Vec<Value> =
        document.article.byline.iter().map(|it| json!({"role": it.role, "name": it.name})).collect();
    let mentions = &document.mentions;
    let at = |span: Span| {
        Some((
            table.span(document.reading.to_source(source, span)?),
            document.reading.to_source(source, span)?.slice(source),
        ))
    };
    let programmes: BTreeSet<&str> = mentions.programmes.iter().map(|it| it.name.as_str()).collect();
    json!({
        "id": document.article.id,
        "section": document.article.section,
        "headline": document.headline,
        "kind": document.article.kind.as_str(),
        "byline": byline,
        "spans": spans,
        "text": document.reading.text,
        "places": mentions.places.iter().filter_map(|it| Some(place(it, at(it.span)?))).collect::<Vec<_>>(),
        "dates": mentions.dates.iter().filter_map(|it| Some(date(it, at(it.span)?))).collect::<Vec<_>>(),
        "figures": mentions.figures.iter().filter_map(|it| Some(figure(it, &document.reading.text, at(it.span)?))).collect::<Vec<_>>(),
        "programmes": programmes,
    })
}
