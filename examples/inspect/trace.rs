//! A page for people: every block, article, token and mention with the name of the rule that made it.

use std::fmt::Write;

use banmian::engine::analysis::{Analysis, Document};
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::text::{CodePoints, Span};

/// The trace of one page.
pub fn page(analysis: &Analysis) -> String {
    let mut res = String::new();
    let published = &analysis.published;
    let edtf = published.edtf.as_ref().map_or("?", Edtf::as_str);
    let how = if published.inferred { "inferred" } else { "printed" };
    line(&mut res, 0, &format!("page {} published {edtf} ({how}: {})", analysis.page.id, published.clues.join(" · ")));
    let table = CodePoints::new(&analysis.page.text);
    for document in &analysis.documents {
        trace_article(&mut res, document, &analysis.page.text, &table);
    }
    for it in &analysis.diagnostics {
        let at = table.span(it.span);
        let text = format!("{} {} {at:?} {} {}", it.severity.as_str(), it.code.as_str(), it.code.message(), it.detail);
        line(&mut res, 0, &text);
    }
    res
}

fn trace_article(res: &mut String, document: &Document, source: &str, table: &CodePoints) {
    let article = &document.article;
    let byline: Vec<String> = article.byline.iter().map(|it| format!("{}:{}", it.role, it.name)).collect();
    line(
        res,
        0,
        &format!(
            "article {} {} [{}] {} {}",
            article.id,
            article.kind.as_str(),
            article.section,
            document.headline,
            byline.join(" ")
        ),
    );
    for paragraph in &article.paragraphs {
        let spans: Vec<String> = paragraph.iter().map(|it| format!("{:?}", table.span(*it))).collect();
        let text: String = paragraph.iter().map(|it| it.slice(source)).collect();
        line(res, 1, &format!("paragraph {} {text}", spans.join("+")));
    }
    let text = &document.reading.text;
    let tokens: Vec<String> = document.tokens.iter().map(|it| format!("{}/{}", it.span.slice(text), it.tag)).collect();
    line(res, 1, &format!("tokens {}", tokens.join(" ")));
    let mut mention = |kind: &str, span: Span, value: String, rule: &str| {
        line(res, 1, &format!("{kind} {} = {value} ({rule})", span.slice(text)));
    };
    for it in &document.mentions.places {
        mention("place", it.span, it.canonical.clone(), &it.rule);
    }
    for it in &document.mentions.dates {
        mention("date", it.span, it.edtf.as_ref().map_or("?", Edtf::as_str).to_owned(), &it.rule);
    }
    for it in &document.mentions.figures {
        let high = it.high.map(|it| format!("..{it}")).unwrap_or_default();
        let approx = it.approx.map_or("", |it| it.as_str());
        let subject = it.subject.map_or("?", |it| it.slice(text));
        let value = format!("{}{high} {} {} {approx} of {subject}", it.value, it.unit, it.quantity.as_str());
        mention("figure", it.span, value, &it.rule);
    }
    for it in &document.mentions.programmes {
        mention("programme", it.span, it.name.clone(), &it.rule);
    }
}

fn line(res: &mut String, depth: usize, text: &str) {
    writeln!(res, "{}{text}", "  ".repeat(depth)).expect("writing to a string cannot fail");
}
