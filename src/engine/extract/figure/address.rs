//! Addresses of the web and of mail, whose digits count nothing.

use crate::engine::extract::glyph::Glyphs;
use crate::engine::text::Span;

/// Where addresses stand.
pub fn find(glyphs: &Glyphs) -> Vec<Span> {
    let mut res = vec![];
    let mut at = 0;
    while at < glyphs.len() {
        let begins = glyphs.at(at) == '@'
            || glyphs.at(at) == ':' && glyphs.starts_with(at, "://")
            || glyphs.at(at) == 'w' && glyphs.starts_with(at, "www.");
        if !begins {
            at += 1;
            continue;
        }
        let mut end = at;
        while is_part(glyphs.at(end)) {
            end += 1;
        }
        let least = res.last().map_or(0, |it: &Span| glyphs.index(it.end));
        let mut start = at;
        while start > least && is_part(glyphs.before(start)) {
            start -= 1;
        }
        res.push(glyphs.span(start, end));
        at = end.max(at + 1);
    }
    res
}

/// Characters of an address; Chinese ones and blanks end it.
fn is_part(ch: char) -> bool {
    ch.is_ascii_graphic() && !matches!(ch, '"' | '<' | '>' | '(' | ')' | ',' | ';')
}
