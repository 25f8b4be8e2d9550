//! The compact form in which the browser fetches jieba's words. Written at build time, read by the worker.
//!
//! Words are sorted, and each drops the beginning it shares with the word before. The parts stand in columns, since
//! like compresses best with like; gzip, outside of this file, then makes 1.46 MB of jieba's 5.5 MB. After the magic, all
//! numbers being LEB128:
//!
//! ```text
//! number of words
//! tags          each distinct word class, the most frequent first, a line each
//! shapes        a byte a word: characters shared with the word before × 16 + further characters; 15 says that the
//!               number stands after the byte
//! characters    the further characters of all words, UTF-8
//! frequencies   a number a word
//! classes       a byte a word: which tag
//! positions     characters of `data/hmm.tsv`, UTF-8
//! begin, end, continue, single    four columns: a count a character
//! ```
//!
//! Each column begins with its length in bytes. This file uses nothing but the standard library, so that the build
//! can take it as it is.

use std::collections::BTreeMap;

/// Begins every asset; the digit is raised when the form changes.
const MAGIC: &[u8] = b"banmian-dict-2\n";
/// The value of half a shape that says that the number stands behind it.
const ESCAPE: usize = 15;
/// No word has more characters; keeps damaged assets from growing without bound.
const MAX_CHARS: usize = 64;

/// What an asset holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dictionary {
    /// jieba's dictionary in its text form, `word frequency tag` a line.
    pub words: String,
    /// In which position of a word each character stands, in the form of `data/hmm.tsv` without its comments.
    pub positions: String,
}

/// The asset of a dictionary. `None` where a line is no entry, a word stands twice, or there are more than 256 word
/// classes.
pub fn encode(dictionary: &Dictionary) -> Option<Vec<u8>> {
    let lines = dictionary.words.lines().filter(|it| !it.trim().is_empty());
    let mut entries = lines.map(Entry::parse).collect::<Option<Vec<_>>>()?;
    entries.sort_by_key(|it| it.word);
    let tags = tags_by_frequency(&entries)?;
    let (mut shapes, mut characters, mut frequencies, mut classes) = (vec![], String::new(), vec![], vec![]);
    let mut before = "";
    for (idx, entry) in entries.iter().enumerate() {
        let n_shared = entry.word.chars().zip(before.chars()).take_while(|(a, b)| a == b).count();
        let n_further = entry.word.chars().count() - n_shared;
        if n_shared + n_further > MAX_CHARS || (idx > 0 && entry.word == before) {
            return None;
        }
        push_shape(&mut shapes, n_shared, n_further);
        characters.extend(entry.word.chars().skip(n_shared));
        push_number(&mut frequencies, entry.frequency as usize);
        classes.push(tags.iter().position(|it| *it == entry.tag)? as u8);
        before = entry.word;
    }
    let mut res = MAGIC.to_vec();
    push_number(&mut res, entries.len());
    for column in [tags.join("\n").as_bytes(), &shapes, characters.as_bytes(), &frequencies, &classes] {
        push_column(&mut res, column);
    }
    push_positions(&mut res, &dictionary.positions)?;
    Some(res)
}

/// The dictionary of an asset; `None` where the bytes are none.
pub fn decode(asset: &[u8]) -> Option<Dictionary> {
    let mut rest = asset.strip_prefix(MAGIC)?;
    let words = take_words(&mut rest)?;
    let positions = take_positions(&mut rest)?;
    rest.is_empty().then_some(Dictionary { words, positions })
}

fn take_words(rest: &mut &[u8]) -> Option<String> {
    let n_words = take_number(rest)?;
    let tags: Vec<&str> = std::str::from_utf8(take_column(rest)?).ok()?.split('\n').collect();
    let mut shapes = take_column(rest)?;
    let mut characters = std::str::from_utf8(take_column(rest)?).ok()?.chars();
    let mut frequencies = take_column(rest)?;
    let mut classes = take_column(rest)?.iter();
    let mut res = String::new();
    let mut word: Vec<char> = vec![];
    for _ in 0..n_words {
        let (n_shared, n_further) = take_shape(&mut shapes)?;
        if n_shared > word.len() || n_shared.checked_add(n_further)? > MAX_CHARS {
            return None;
        }
        word.truncate(n_shared);
        word.extend(characters.by_ref().take(n_further));
        if word.len() != n_shared + n_further || word.iter().any(|it| it.is_whitespace()) || word.is_empty() {
            return None;
        }
        let tag = tags.get(usize::from(*classes.next()?))?;
        res.extend(&word);
        res.push_str(&format!(" {} {tag}\n", take_number(&mut frequencies)?));
    }
    let whole = shapes.is_empty() && frequencies.is_empty() && characters.next().is_none() && classes.next().is_none();
    whole.then_some(res)
}

fn push_positions(bytes: &mut Vec<u8>, table: &str) -> Option<()> {
    let mut characters = String::new();
    let mut counts = [const { Vec::new() }; 4];
    for line in table.lines().filter(|it| !it.starts_with('#')) {
        let (character, rest) = line.split_once('\t')?;
        characters.push_str(character);
        let mut fields = rest.split('\t');
        for column in &mut counts {
            push_number(column, fields.next()?.parse().ok()?);
        }
    }
    push_column(bytes, characters.as_bytes());
    counts.iter().for_each(|it| push_column(bytes, it));
    Some(())
}

fn take_positions(rest: &mut &[u8]) -> Option<String> {
    let characters = std::str::from_utf8(take_column(rest)?).ok()?;
    let mut counts = [take_column(rest)?, take_column(rest)?, take_column(rest)?, take_column(rest)?];
    let mut res = String::new();
    for character in characters.chars() {
        res.push(character);
        for column in &mut counts {
            res.push_str(&format!("\t{}", take_number(column)?));
        }
        res.push('\n');
    }
    counts.iter().all(|it| it.is_empty()).then_some(res)
}

fn push_column(bytes: &mut Vec<u8>, column: &[u8]) {
    push_number(bytes, column.len());
    bytes.extend_from_slice(column);
}

/// A line of jieba's dictionary.
struct Entry<'a> {
    word: &'a str,
    frequency: u32,
    tag: &'a str,
}

impl<'a> Entry<'a> {
    fn parse(line: &'a str) -> Option<Self> {
        let mut fields = line.split_whitespace();
        let res = Entry { word: fields.next()?, frequency: fields.next()?.parse().ok()?, tag: fields.next()? };
        fields.next().is_none().then_some(res)
    }
}

fn tags_by_frequency<'a>(entries: &[Entry<'a>]) -> Option<Vec<&'a str>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in entries {
        *counts.entry(entry.tag).or_default() += 1;
    }
    let mut res: Vec<&str> = counts.keys().copied().collect();
    res.sort_by_key(|it| std::cmp::Reverse(counts[it]));
    (res.len() <= 256).then_some(res)
}

fn push_shape(bytes: &mut Vec<u8>, n_shared: usize, n_further: usize) {
    bytes.push((n_shared.min(ESCAPE) * 16 + n_further.min(ESCAPE)) as u8);
    for number in [n_shared, n_further] {
        if number >= ESCAPE {
            push_number(bytes, number);
        }
    }
}

fn take_shape(bytes: &mut &[u8]) -> Option<(usize, usize)> {
    let (&shape, rest) = bytes.split_first()?;
    *bytes = rest;
    let mut whole = |half: usize| if half == ESCAPE { take_number(bytes) } else { Some(half) };
    Some((whole(usize::from(shape / 16))?, whole(usize::from(shape % 16))?))
}

fn push_number(bytes: &mut Vec<u8>, mut rest: usize) {
    while rest >= 0x80 {
        bytes.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    bytes.push(rest as u8);
}

fn take_number(bytes: &mut &[u8]) -> Option<usize> {
    let mut res = 0;
    for shift in [0, 7, 14, 21, 28] {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        res |= (usize::from(byte) & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(res);
        }
    }
    None
}

fn take_column<'a>(bytes: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = take_number(bytes)?;
    let (column, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary(words: &str) -> Dictionary {
        Dictionary { words: words.to_owned(), positions: "版\t1\t0\t300\t4\n面\t0\t0\t0\t9\n".to_owned() }
    }

    fn sample() -> Dictionary {
        dictionary("一二三四五六七八九十一二三四五六七八 3 x\n版 12 n\n版面 3 n\n版面费 300000 n\n面 7 q\n")
    }

    #[test]
    fn what_was_encoded_comes_back() {
        for dictionary in [sample(), Dictionary::default()] {
            assert_eq!(decode(&encode(&dictionary).unwrap()), Some(dictionary));
        }
    }

    #[test]
    fn no_damage_is_taken_for_a_dictionary_or_panics() {
        let asset = encode(&sample()).unwrap();
        for n_bytes in 0..asset.len() {
            assert_eq!(decode(&asset[..n_bytes]), None);
        }
        for at in 0..asset.len() {
            for bit in 0..8 {
                let mut damaged = asset.clone();
                damaged[at] ^= 1 << bit;
                let _ = decode(&damaged);
            }
        }
        assert_eq!(decode(b"<!doctype html>"), None);
        assert_eq!(decode(b""), None);
    }

    #[test]
    fn lines_that_are_no_entries_are_refused() {
        for line in ["版", "版 n", "版 -1 n", "版 1 n 面", "版 1 n\n版 2 v"] {
            assert_eq!(encode(&dictionary(line)), None, "{line}");
        }
        assert_eq!(encode(&Dictionary { positions: "版\t1".into(), ..sample() }), None);
    }
}
