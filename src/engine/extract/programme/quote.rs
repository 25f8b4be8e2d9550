//! Quotations of a text that may be names: short, without a full stop, also those inside a speech.

use crate::engine::extract::begin::{self, Begin};
use crate::engine::text::Span;

/// A quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quote {
    /// With its marks.
    pub(crate) outer: Span,
    /// Without them.
    pub(crate) inner: Span,
    /// True for 《》.
    pub(crate) title: bool,
}

/// Characters of the longest name. More takes speech for names.
const LONGEST: usize = 40;

/// Quotation marks as they open and close, and whether they mark titles.
const MARKS: [(char, char, bool); 5] =
    [('“', '”', false), ('‘', '’', false), ('「', '」', false), ('『', '』', false), ('《', '》', true)];

/// The quotations of `text` that may be names, in order; one inside another name is left out.
pub(crate) fn quotes(text: &str) -> Vec<Quote> {
    let mut res: Vec<Quote> = vec![];
    let mut open = Open::default();
    for (at, ch) in text.char_indices() {
        if ch == '\n' {
            open = Open::default();
        }
        if !begin::may(ch, Begin::Quote) {
            continue;
        }
        let Some(mark) = MARKS.iter().position(|it| it.0 == ch || it.1 == ch) else { continue };
        let (opening, _, title) = MARKS[mark];
        if ch == opening {
            open.push(at, mark);
        } else if let Some(start) = open.close(mark) {
            let outer = Span::new(start, at + ch.len_utf8());
            let inner = Span::new(start + opening.len_utf8(), at);
            if may_be_name(inner.slice(text)) {
                // A name closes after those inside it.
                while res.last().is_some_and(|it| outer.contains(it.outer)) {
                    res.pop();
                }
                res.push(Quote { outer, inner, title });
            }
        }
    }
    res
}

/// The marks of a line that have not been closed.
#[derive(Debug, Default)]
struct Open {
    /// Where each stands and which of `MARKS` it is.
    marks: Vec<(usize, usize)>,
    /// How many of each of `MARKS`, so that a mark that closes nothing is passed over at once.
    counts: [usize; MARKS.len()],
}

impl Open {
    fn push(&mut self, at: usize, mark: usize) {
        self.marks.push((at, mark));
        self.counts[mark] += 1;
    }

    /// Where the last open `mark` stands; it is closed, and with it all behind it.
    fn close(&mut self, mark: usize) -> Option<usize> {
        while self.counts[mark] > 0 {
            let (at, last) = self.marks.pop()?;
            self.counts[last] -= 1;
            if last == mark {
                return Some(at);
            }
        }
        None
    }
}

/// `text` without quotation marks anywhere.
pub(crate) fn unquoted(text: &str) -> String {
    text.chars().filter(|ch| !"“”‘’「」『』《》".contains(*ch)).collect()
}

fn may_be_name(text: &str) -> bool {
    // The bytes are looked at first: speech around speech around speech would be counted again and again.
    let is_short = text.len() <= LONGEST * char::MAX.len_utf8();
    is_short
        && (2..=LONGEST).contains(&text.chars().count())
        && !text.contains(['。', '！', '？', '!', '?', '…', '；', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        quotes(text).iter().map(|it| it.inner.slice(text)).collect()
    }

    #[test]
    fn names_and_speech() {
        assert_eq!(inner("用“12345”模式，“我说‘云支部’好。”他"), ["12345", "云支部"]);
        assert_eq!(inner("“党建+‘邻’距离”"), ["党建+‘邻’距离"]);
        assert_eq!(inner("“没有关\n“家”"), [""; 0]);
        assert_eq!(inner("”反“了"), [""; 0]);
    }
}
