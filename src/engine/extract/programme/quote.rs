//! Quotations of a text that may be names: short, without a full stop, also those inside a speech.

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
    let mut open: Vec<(usize, char, bool)> = vec![];
    for (at, ch) in text.char_indices() {
        if ch == '\n' {
            open.clear();
        } else if let Some(&(_, close, title)) = MARKS.iter().find(|it| it.0 == ch) {
            open.push((at, close, title));
        } else if let Some(depth) = open.iter().rposition(|it| it.1 == ch) {
            let (start, _, title) = open[depth];
            open.truncate(depth);
            let first = text[start..].chars().next().map_or(0, char::len_utf8);
            let outer = Span::new(start, at + ch.len_utf8());
            let inner = Span::new(start + first, at);
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

/// `text` without quotation marks anywhere.
pub(crate) fn unquoted(text: &str) -> String {
    text.chars().filter(|ch| !"“”‘’「」『』《》".contains(*ch)).collect()
}

fn may_be_name(text: &str) -> bool {
    let n_chars = text.chars().count();
    (2..=LONGEST).contains(&n_chars) && !text.contains(['。', '！', '？', '!', '?', '…', '；', ';'])
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
