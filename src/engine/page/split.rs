//! Lines that hold more than one block: briefs behind each other, a headline or a paragraph with its byline, a label with
//! its headline.

use super::{byline, label, line};
use crate::engine::text::Span;
use crate::engine::text::sentence;

/// Bytes above which a line is no headline with its byline.
const LONGEST_HEAD: usize = 260;

/// The parts of a line, each the spans of one block.
pub fn parts(source: &str, spans: &[Span]) -> Vec<Vec<Span>> {
    if let [span] = spans
        && let Some(at) = head_border(span.slice(source))
    {
        let (before, after) = (Span::new(span.start, span.start + at), Span::new(span.start + at, span.end));
        return vec![vec![line::trimmed(source, before)], vec![line::trimmed(source, after)]];
    }
    at_inner_bullets(source, spans)
}

/// Where a head in one line is to be cut: `标题 □本报记者 王芳`, `□本报记者 王芳 近日，…`, `◎广角 标题`.
fn head_border(text: &str) -> Option<usize> {
    let borders =
        || sentence::head(text).char_indices().filter(|(_, it)| it.is_whitespace() || *it == '□').map(|(at, _)| at);
    let first = text.chars().next()?;
    if byline::parse(text).is_some() {
        return None;
    }
    if text.len() <= LONGEST_HEAD && !label::is_mark(first) {
        let is_head = |at: &usize| {
            let (before, after) = text.split_at(*at);
            let marked = after.starts_with('□');
            !before.trim().is_empty()
                && byline::parse(before).is_none()
                && !before.contains(['。', '！', '？', '”', '；'])
                && byline::parse(after).is_some_and(|it| it.has_role && !it.is_photo() || marked)
        };
        return borders().find(is_head);
    }
    if label::is_label_mark(first) {
        let known = |at: &usize| {
            let (name, rest) = text.split_at(*at);
            rest.trim().chars().count() >= 6
                && label::marked_name(name).is_some_and(label::is_well_known)
                && byline::parse(rest).is_none()
        };
        if let Some(at) = borders().find(known) {
            return Some(at);
        }
    }
    let is_byline = |at: &usize| {
        let (before, after) = text.split_at(*at);
        after.trim().chars().count() > 12 && byline::parse(before).is_some_and(|it| it.has_role)
    };
    borders().take(10).filter(is_byline).last()
}

/// Several briefs in one line are several blocks: `◆甲。（…）◆乙。`
fn at_inner_bullets(source: &str, spans: &[Span]) -> Vec<Vec<Span>> {
    const BULLETS: [char; 4] = ['◆', '★', '◇', '☆'];
    let mut res = vec![vec![]];
    let push = |res: &mut Vec<Vec<Span>>, span: Span| {
        let span = line::trimmed(source, span);
        if let (false, Some(last)) = (span.is_empty(), res.last_mut()) {
            last.push(span);
        }
    };
    for &span in spans {
        let mut start = span.start;
        let mut before = ' ';
        let text = span.slice(source);
        // Most lines hold none: one look over their bytes.
        let marked = if text.contains(BULLETS) { text } else { "" };
        for (at, ch) in marked.char_indices() {
            if BULLETS.contains(&ch) && at > 0 && (sentence::is_stop(before) || matches!(before, '）' | ')' | '”')) {
                push(&mut res, Span::new(start, span.start + at));
                res.push(vec![]);
                start = span.start + at;
            }
            before = if ch.is_whitespace() { before } else { ch };
        }
        push(&mut res, Span::new(start, span.end));
    }
    res.retain(|it| !it.is_empty());
    res
}
