//! Posting lists of character pairs: at which positions every two neighbouring characters stand.
//!
//! Pairs instead of words, because every run of characters must be found, across word borders too. A run of n
//! characters is found by joining the lists of the pairs that cover it; a single character by the lists of all pairs
//! that begin with it, the last of a field being paired with the separator. Lists only grow, so that what has been
//! added is found while more is being added.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use super::layout::SEPARATOR;
use crate::engine::text::normalize::fold;

/// The lists of all pairs.
#[derive(Debug, Clone, Default)]
pub struct Postings {
    lists: Vec<PostingList>,
    of_pair: HashMap<u64, u32, BuildHasherDefault<PairHasher>>,
    of_first: BTreeMap<char, Vec<u32>>,
}

impl Postings {
    /// Adds a field whose first character has position `start`; later fields have larger positions.
    pub fn add(&mut self, start: u32, text: &str) {
        let mut chars = text.chars().map(index_char).chain([SEPARATOR]);
        let Some(mut first) = chars.next() else { return };
        for (position, second) in (start..).zip(chars) {
            self.list_of(first, second).push(position);
            first = second;
        }
    }

    /// Every position at which `pattern`, made of [`index_char`]s, begins; in order.
    pub fn find(&self, pattern: &[char]) -> Vec<u32> {
        match pattern {
            [] => vec![],
            [only] => self.find_char(*only),
            _ => self.find_run(pattern).unwrap_or_default(),
        }
    }

    /// Bytes of all lists.
    pub fn n_bytes(&self) -> usize {
        self.lists.iter().map(|it| it.bytes.len()).sum()
    }

    fn list_of(&mut self, first: char, second: char) -> &mut PostingList {
        let Postings { lists, of_pair, of_first } = self;
        let idx = *of_pair.entry(pair_key(first, second)).or_insert_with(|| {
            let idx = lists.len() as u32;
            lists.push(PostingList::default());
            of_first.entry(first).or_default().push(idx);
            idx
        });
        &mut lists[idx as usize]
    }

    fn find_char(&self, ch: char) -> Vec<u32> {
        let lists = self.of_first.get(&ch).map(Vec::as_slice).unwrap_or_default();
        let mut res: Vec<u32> = lists.iter().flat_map(|&idx| self.lists[idx as usize].iter()).collect();
        res.sort_unstable();
        res
    }

    /// Joins the lists of the pairs at 0, 2, 4 … and of the last pair, the shortest list first.
    fn find_run(&self, pattern: &[char]) -> Option<Vec<u32>> {
        let last = pattern.len() - 2;
        let mut lists = vec![];
        for offset in (0..last).step_by(2).chain([last]) {
            let idx = *self.of_pair.get(&pair_key(pattern[offset], pattern[offset + 1]))?;
            lists.push((&self.lists[idx as usize], offset as u32));
        }
        lists.sort_by_key(|(list, offset)| (list.n_positions, *offset));
        let (shortest, offset) = lists[0];
        let mut res: Vec<u32> = shortest.iter().filter_map(|it| it.checked_sub(offset)).collect();
        for (list, offset) in &lists[1..] {
            list.retain(&mut res, *offset);
        }
        Some(res)
    }
}

/// The character that is indexed and looked for in place of `ch`.
pub fn index_char(ch: char) -> char {
    if ch == SEPARATOR { char::REPLACEMENT_CHARACTER } else { fold(ch) }
}

fn pair_key(first: char, second: char) -> u64 {
    (first as u64) << 32 | second as u64
}

/// Ascending positions, each written as its distance from the one before, seven bits a byte, low bits first.
#[derive(Debug, Clone, Default)]
struct PostingList {
    bytes: Vec<u8>,
    last: u32,
    n_positions: u32,
}

impl PostingList {
    fn push(&mut self, position: u32) {
        let mut rest = position - self.last;
        while rest >= 0x80 {
            self.bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
        self.last = position;
        self.n_positions += 1;
    }

    fn iter(&self) -> Positions<'_> {
        Positions { bytes: self.bytes.iter(), last: 0 }
    }

    /// Keeps the starts that have a position of this list `offset` characters later.
    fn retain(&self, starts: &mut Vec<u32>, offset: u32) {
        let mut positions = self.iter();
        let mut position = positions.next();
        starts.retain(|start| {
            let wanted = start + offset;
            while position.is_some_and(|it| it < wanted) {
                position = positions.next();
            }
            position == Some(wanted)
        });
    }
}

struct Positions<'a> {
    bytes: std::slice::Iter<'a, u8>,
    last: u32,
}

impl Iterator for Positions<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let (mut delta, mut shift) = (0u32, 0);
        loop {
            let byte = *self.bytes.next()?;
            delta |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                break;
            }
        }
        self.last += delta;
        Some(self.last)
    }
}

/// Hashes one `u64` by multiplication (Knuth, *The Art of Computer Programming*, vol. 3, 6.4). The keys are characters
/// of texts the person chose, so nobody gains by making them collide; the standard hasher costs a third of the build.
#[derive(Default)]
struct PairHasher(u64);

impl Hasher for PairHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        let mixed = (self.0 ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_any_length_are_found_where_they_stand() {
        let mut postings = Postings::default();
        let text = "一段简单，一段ＡＢ简";
        postings.add(0, text);
        postings.add(11, "简单");
        let find = |it: &str| postings.find(&it.chars().map(index_char).collect::<Vec<_>>());
        assert_eq!(find("段简"), [1]);
        assert_eq!(find("一段"), [0, 5]);
        assert_eq!(find("简"), [2, 9, 11]);
        assert_eq!(find("一段ab简"), [5]);
        assert!(find("简简").is_empty(), "not across two fields");
        assert_eq!(find("段简单，一"), [1]);
        assert!(find("").is_empty());
    }
}
