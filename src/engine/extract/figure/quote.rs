//! Names and slogans in marks: what stands in 《》, and short phrases in quotation marks that are no speech
//! (“12345”模式, “1+3”, “四本台账”).

use crate::engine::extract::glyph::Glyphs;
use crate::engine::text::Span;

/// Longest quotation that still is a name, in characters; more would swallow short direct speech.
const LONGEST_NAME: usize = 10;

/// Longest title in 《》, in characters; a mark that is never closed must not swallow the page.
const LONGEST_TITLE: usize = 60;

/// The insides of titles and of short quotations.
pub fn names(glyphs: &Glyphs) -> Vec<Span> {
    let mut res = vec![];
    for at in 0..glyphs.len() {
        let (close, longest) = match glyphs.at(at) {
            '《' => ('》', LONGEST_TITLE),
            '“' => ('”', LONGEST_NAME),
            '‘' => ('’', LONGEST_NAME),
            '「' => ('」', LONGEST_NAME),
            '『' => ('』', LONGEST_NAME),
            _ => continue,
        };
        let end = (at + 1..(at + 2 + longest).min(glyphs.len())).find(|it| glyphs.at(*it) == close);
        let speech = |end: usize| {
            let ends = is_stop(glyphs.at(end - 1)) || matches!(glyphs.at(end - 1), '，' | ',' | '…');
            close != '》' && (ends || (at + 1..end).any(|it| is_stop(glyphs.at(it))))
        };
        if let Some(end) = end.filter(|it| !speech(*it)) {
            res.push(glyphs.span(at + 1, end));
        }
    }
    res
}

fn is_stop(ch: char) -> bool {
    matches!(ch, '。' | '!' | '?')
}
