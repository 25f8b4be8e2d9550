//! The lines of a page as runs of text: without markup, with what stood before them, hard-wrapped lines put together.
//!
//! A line here is what a paragraph, a headline or a label stands on. Exports that break every printed line are seen by
//! their even width, and their lines become one run again.

use std::collections::BTreeMap;

use crate::engine::diagnostic::{Code, Diagnostic, Severity};
use crate::engine::text::Span;

/// One run of text between line ends that mean something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The text without markup and surrounding blanks; several spans where wrapped lines were put together. Never empty.
    pub spans: Vec<Span>,
    /// Blank lines before it; a picture that left only its mark counts as two.
    pub gap: usize,
    /// Markdown level: 0 for none, 1 for `#`.
    pub level: usize,
    /// Half-width columns of blanks before the text.
    indent: usize,
}

/// Bytes above which no printed paragraph goes; raising it silences the diagnostic for longer lines.
const LONGEST_LINE: usize = 30_000;

/// The lines of `text` from byte `start` on.
pub fn read(text: &str, start: usize, diagnostics: &mut Vec<Diagnostic>) -> Vec<Line> {
    let mut res: Vec<Line> = vec![];
    let mut gap = 0;
    let mut at = start;
    for raw in text.get(start..).unwrap_or("").split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{c}']) {
        let span = trimmed(text, Span::new(at, at + raw.len()));
        let crlf = raw == "\n" && text[..at].ends_with('\r');
        at += raw.len();
        if span.is_empty() {
            gap += usize::from(!crlf);
            continue;
        }
        if is_picture(span.slice(text)) {
            gap += 2;
            continue;
        }
        if is_rule(span.slice(text)) {
            continue;
        }
        if span.len() > LONGEST_LINE {
            diagnostics.push(Diagnostic::new(span, Severity::Warning, Code::LineTooLong));
        }
        let (content, level) = without_markup(text, span);
        if !content.is_empty() {
            let blanks: String = raw.chars().take_while(|it| it.is_whitespace()).collect();
            res.push(Line { spans: vec![content], gap, level, indent: width(&blanks) });
        }
        gap = 0;
    }
    match wrap_width(text, &res) {
        Some(width) => unwrapped(text, res, width),
        None => res,
    }
}

/// `span` without the blanks at both ends, zero-width ones included.
pub fn trimmed(text: &str, span: Span) -> Span {
    let blank = |it: char| it.is_whitespace() || matches!(it, '\u{feff}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\0');
    let slice = span.slice(text);
    let start = span.start + (slice.len() - slice.trim_start_matches(blank).len());
    Span::new(start, start + slice.trim_matches(blank).len())
}

/// The width of `text` in half-width columns.
pub fn width(text: &str) -> usize {
    text.chars().map(|it| if it.is_ascii() { 1 } else { 2 }).sum()
}

fn is_picture(line: &str) -> bool {
    (line.starts_with("![") && line.ends_with(')')) || (line.starts_with("<img") && line.ends_with('>'))
}

fn is_rule(line: &str) -> bool {
    line.chars().all(|it| matches!(it, '-' | '=' | '*' | '_' | '—' | '─' | '━' | '~' | '#' | '+' | ' '))
}

/// Without Markdown's heading, quote, list and emphasis marks; and the heading's level.
fn without_markup(text: &str, span: Span) -> (Span, usize) {
    let mut rest = span.slice(text);
    let hashes = rest.len() - rest.trim_start_matches(['#', '＃']).len();
    let level = rest.chars().take_while(|it| matches!(it, '#' | '＃')).count();
    rest = &rest[hashes..];
    for mark in ["> ", "- ", "* ", "+ ", "• "] {
        rest = rest.trim_start().strip_prefix(mark).unwrap_or(rest);
    }
    rest = rest.trim();
    let bold = rest.strip_prefix("**").and_then(|it| it.strip_suffix("**")).filter(|it| !it.contains("**"));
    rest = bold.unwrap_or(rest);
    let start = rest.as_ptr() as usize - text.as_ptr() as usize;
    (trimmed(text, Span::new(start, start + rest.len())), level)
}

/// The width of the printed column, if the page breaks its paragraphs at it.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for pair in lines.windows(2) {
        let slice = pair[0].spans[0].slice(text);
        if slice.len() < 400 && pair[1].gap == 0 && pair[0].level == 0 {
            *widths.entry(pair[0].indent + width(slice)).or_default() += 1;
        }
    }
    let near = |it: usize| widths.range(it.saturating_sub(2)..=it).map(|(_, n)| n).sum::<usize>();
    let (_, best) = widths.keys().filter(|it| (16..=120).contains(*it)).map(|it| (near(*it), *it)).max()?;
    (near(best) >= 8 && near(best) * 5 >= lines.len() * 2).then_some(best)
}

/// Puts lines together that end at the column's edge and go on without a blank line or an indent.
fn unwrapped(text: &str, lines: Vec<Line>, column: usize) -> Vec<Line> {
    let mut res: Vec<Line> = vec![];
    for line in lines {
        let first = line.spans[0].slice(text).chars().next();
        let goes_on = line.gap == 0 && line.indent < 2 && line.level == 0 && !first.is_some_and(super::label::is_mark);
        match res.last_mut().filter(|it| goes_on && it.level == 0) {
            Some(last) if last.spans.last().is_some_and(|it| is_full(it.slice(text), last.indent, column)) => {
                last.indent = 0;
                last.spans.extend(line.spans);
            }
            _ => res.push(line),
        }
    }
    res
}

/// True for a line that reaches the column's edge, unless it ends with a photographer's name: nothing goes on behind that.
fn is_full(line: &str, indent: usize, column: usize) -> bool {
    indent + width(line) + 3 >= column && !line.trim_end_matches(['）', ')']).ends_with('摄')
}
