//! Names and slogans in marks: what stands in 《》, and short phrases in quotation marks that are no speech
//! (“12345”模式, “1+3”, “四本台账”).

use super::{draft, refusal};
use crate::engine::extract::begin::{self, Begin};
use crate::engine::extract::glyph::Glyphs;
use crate::engine::extract::numeral;
use crate::engine::extract::unit::Kind;
use crate::engine::text::Span;

/// Longest quotation that still is a name, in characters; more would swallow short direct speech.
const LONGEST_NAME: usize = 10;

/// Longest title in 《》, in characters; a mark that is never closed must not swallow the page.
const LONGEST_TITLE: usize = 60;

/// The insides of titles and of short quotations.
pub fn names(glyphs: &Glyphs) -> Vec<Span> {
    let mut res = vec![];
    for at in (0..glyphs.len()).filter(|&at| begin::may(glyphs.at(at), Begin::Quote)) {
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
        if let Some(end) = end.filter(|it| !speech(*it) && (close == '》' || !is_clause(glyphs, at + 1, *it))) {
            res.push(glyphs.span(at + 1, end));
        }
    }
    res
}

/// “一碗面卖20元”: a verb with the amount that ends it makes a clause, unless it names a scheme (“增收1万元”工程).
fn is_clause(glyphs: &Glyphs, start: usize, end: usize) -> bool {
    const VERBS: &str = "卖花要赚涨赔付交罚欠省亏值降跌需用等领挣借捐贷";
    if refusal::names_a_scheme(glyphs, end + 1) {
        return false;
    }
    let states = |at: usize| {
        let particle = usize::from(matches!(glyphs.before(at), '了' | '到' | '过'));
        let amount = || draft::read(glyphs, at).filter(|it| it.unit.is_some_and(|it| it.kind == Kind::Measure));
        VERBS.contains(glyphs.before(at - particle))
            && numeral::may_begin(glyphs.at(at))
            && amount().is_some_and(|it| it.end == end)
    };
    (start + 2..end).any(states)
}

fn is_stop(ch: char) -> bool {
    matches!(ch, '。' | '!' | '?')
}
