//! The check of the specs in `tests/specs/page`: a page, and what a reader sees on it.
//!
//! The dump has a line an article (`story [section] headline | role:name …`), an indented line a paragraph (`·` where its
//! spans join), and a line a diagnostic (`! code detail`).

use std::fmt::Write;

use banmian::engine::page::{Page, parse_page};

use crate::case::Case;
use crate::check::same;

pub fn check(case: &Case) -> Result<(), String> {
    if case.area() == "published" {
        return super::published::check(case);
    }
    let (input, expected) = case.halves();
    let ends = match case.attribute("ends") {
        Some("crlf") => "\r\n",
        Some("cr") => "\r",
        _ => "\n",
    };
    same(&expected, &dump(&parse_page("p", &input.replace('\n', ends))))
}

fn dump(page: &Page) -> String {
    let mut res = String::new();
    for article in &page.articles {
        let byline: Vec<String> = article.byline.iter().map(|it| format!(" {}:{}", it.role, it.name)).collect();
        let headline = article.headline_text(&page.text);
        let bar = if byline.is_empty() { "" } else { " |" };
        let line = format!("{} [{}] {headline}{bar}{}", article.kind.as_str(), article.section, byline.concat());
        writeln!(res, "{}", line.trim_end()).unwrap();
        for paragraph in &article.paragraphs {
            let parts: Vec<&str> = paragraph.iter().map(|it| it.slice(&page.text)).collect();
            writeln!(res, "  {}", parts.join("·")).unwrap();
        }
    }
    for it in &page.diagnostics {
        writeln!(res, "{}", format!("! {} {}", it.code.as_str(), it.detail).trim_end()).unwrap();
    }
    res
}
