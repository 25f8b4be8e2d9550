//! Looks for a run of characters in a few bytes of a text: what the index leaves to be seen.

use super::postings::index_char;
use crate::engine::text::Span;

/// A run to look for.
#[derive(Debug, Clone, Default)]
pub struct Scanner {
    /// The run, in [`index_char`]s.
    pattern: Vec<char>,
    /// Which character is looked for first.
    anchor: usize,
    /// The run's bytes, where a text without other ways of writing holds it as these bytes or not at all.
    bytes: Option<Vec<u8>>,
    /// Bytes before the anchor.
    n_before: usize,
    /// Bytes of the anchor.
    n_anchor: usize,
}

impl Scanner {
    /// Looks for `pattern`, made of [`index_char`]s, by its character `anchor`.
    pub fn new(pattern: &[char], anchor: usize) -> Self {
        let n_bytes = |chars: &[char]| chars.iter().map(|it| it.len_utf8()).sum();
        // Latin letters, digits and signs have two cases or two widths anywhere.
        let has_one_form = pattern.iter().all(|it| !it.is_ascii() && *it != char::REPLACEMENT_CHARACTER);
        Scanner {
            pattern: pattern.to_vec(),
            anchor,
            bytes: has_one_form.then(|| pattern.iter().collect::<String>().into_bytes()),
            n_before: n_bytes(pattern.get(..anchor).unwrap_or(&[])),
            n_anchor: pattern.get(anchor).map_or(0, |it| it.len_utf8()),
        }
    }

    /// How many characters the run has.
    pub fn n_chars(&self) -> usize {
        self.pattern.len()
    }

    /// Gives every place of the run whose anchor begins in bytes `from..to` of `text`, in order. `is_plain` says that
    /// nothing in the text folds but Latin letters, digits and signs.
    pub fn each(&self, text: &str, from: usize, to: usize, is_plain: bool, take: impl FnMut(Span)) {
        match &self.bytes {
            Some(bytes) if is_plain => self.each_by_bytes(bytes, text.as_bytes(), from, to, take),
            _ => self.each_by_chars(text, from, to, take),
        }
    }

    /// The last byte of a character is the one that tells most.
    fn each_by_bytes(&self, run: &[u8], text: &[u8], from: usize, to: usize, mut take: impl FnMut(Span)) {
        let ahead = self.n_anchor.saturating_sub(1);
        let Some(&wanted) = run.get(self.n_before + ahead) else { return };
        let window = text.get(from + ahead..text.len().min(to + ahead)).unwrap_or(&[]);
        each_byte(window, wanted, |at| {
            if let Some(start) = (from + at).checked_sub(self.n_before)
                && text.get(start..start + run.len()) == Some(run)
            {
                take(Span::new(start, start + run.len()));
            }
        });
    }

    fn each_by_chars(&self, text: &str, from: usize, to: usize, mut take: impl FnMut(Span)) {
        let from = (from..text.len()).find(|it| text.is_char_boundary(*it)).unwrap_or(text.len());
        let (before, after) = self.pattern.split_at(self.anchor);
        for (at, _) in text[from..].char_indices().map(|(at, ch)| (from + at, ch)).take_while(|it| it.0 < to) {
            let n_after = matching(text[at..].chars(), after.iter());
            let n_before = n_after.and_then(|_| matching(text[..at].chars().rev(), before.iter().rev()));
            if let (Some(n_before), Some(n_after)) = (n_before, n_after) {
                take(Span::new(at - n_before, at + n_after));
            }
        }
    }
}

/// Gives where in `bytes` the byte `wanted` stands, in order, and now and then a place where it does not: eight bytes at a
/// time, by the lowest and the highest bit of each (Warren, *Hacker's Delight*, 2nd edition, 6-1).
fn each_byte(bytes: &[u8], wanted: u8, mut take: impl FnMut(usize)) {
    const LOWEST: u64 = u64::from_le_bytes([1; 8]);
    const HIGHEST: u64 = LOWEST << 7;
    let same = u64::from(wanted) * LOWEST;
    let (eights, rest) = bytes.as_chunks::<8>();
    for (idx, eight) in eights.iter().enumerate() {
        let differing = u64::from_le_bytes(*eight) ^ same;
        let mut found = differing.wrapping_sub(LOWEST) & !differing & HIGHEST;
        while found != 0 {
            take(idx * 8 + found.trailing_zeros() as usize / 8);
            found &= found - 1;
        }
    }
    let from = bytes.len() - rest.len();
    (from..).zip(rest).filter(|it| *it.1 == wanted).for_each(|it| take(it.0));
}

/// How many bytes of `text` match `pattern`, if all of it does.
fn matching<'a>(mut text: impl Iterator<Item = char>, pattern: impl Iterator<Item = &'a char>) -> Option<usize> {
    let mut n_bytes = 0;
    for wanted in pattern {
        let ch = text.next().filter(|it| index_char(*it) == *wanted)?;
        n_bytes += ch.len_utf8();
    }
    Some(n_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, pattern: &str, anchor: usize, from: usize, to: usize) -> Vec<usize> {
        let pattern: Vec<char> = pattern.chars().map(index_char).collect();
        let scanner = Scanner::new(&pattern, anchor);
        let [mut fast, mut slow] = [vec![], vec![]];
        scanner.each(text, from, to, true, |it| fast.push(it.start));
        scanner.each(text, from, to, false, |it| slow.push(it.start));
        assert_eq!(fast, slow);
        fast
    }

    #[test]
    fn a_byte_is_found_wherever_it_stands() {
        let text = "版面：一二三四，five 6，😀".repeat(3);
        for n_bytes in 0..text.len() {
            let bytes = &text.as_bytes()[..n_bytes];
            for wanted in [0, 0x80, 0xff, b'v', b'6', 0xe4, 0xbc] {
                let mut found = vec![];
                each_byte(bytes, wanted, |it| found.push(it));
                assert!(found.is_sorted() && found.iter().all(|it| *it < n_bytes));
                assert!(
                    (0..n_bytes).filter(|it| bytes[*it] == wanted).all(|it| found.contains(&it)),
                    "{wanted} {n_bytes}"
                );
            }
        }
    }

    #[test]
    fn a_run_is_found_by_any_of_its_characters() {
        let text = "一段简单的一段简单";
        for anchor in 0..3 {
            assert_eq!(found(text, "段简单", anchor, 0, 99), [3, 18]);
        }
        assert_eq!(found(text, "段简单", 2, 9, 10), [3], "the anchor begins at byte 9");
        assert_eq!(found(text, "段简单", 0, 4, 18), [0; 0]);
        assert_eq!(found("ＡＰＰ与app", "app", 1, 0, 99), [0, 12]);
        assert_eq!(found("", "甲", 0, 0, 9), [0; 0]);
        assert_eq!(found("甲甲甲", "甲甲", 0, 0, 99), [0, 3]);
    }
}
