//! In which block every two neighbouring characters stand: the index behind search, in half of the text's bytes.
//!
//! **Pairs of characters**, because every run of characters must be found, across word borders too (段简 inside
//! 一段简单); lists of single characters would be a third smaller, but joining two of them takes thirty times as long.
//!
//! **Blocks** of [`super::layout::BLOCK_BYTES`] bytes, because exact positions do not fit: ten million characters of
//! news (28 MB) took 76 % of the text as varints, 60 % as Rice codes, while the text is kept anyway, to be read. So a
//! list says that a pair stands in these 64 bytes, and where exactly is seen there (`scan.rs`): as many bytes as a
//! processor fetches at once. A list names a block once for each time the pair stands in it, so that counts are exact
//! without looking, and ranking looks only at what it will show (`query/rank.rs`). A longer run takes the list of its
//! rarest pair, crosses it with others as long as that costs less than looking, then looks.
//!
//! **Segments** that never change, in the way of a log-structured merge tree (O'Neil et al., 1996): new articles go to a
//! plain buffer that is searched too; a full one is sorted into a segment; four segments of one size become one, up to
//! [`LARGEST_SEGMENT`], so that no step halts an import for long. See `segment.rs` and `packed.rs` for their bytes.
//!
//! A single character has the lists of all pairs that begin with it; the last of a field is paired with the separator.

use super::layout::SEPARATOR;
use super::segment::{Entry, Segment};
use crate::engine::arrange::Arrange;
use crate::engine::text::variant::fold_for_search;

/// Postings that wait unsorted: 8 bytes each; more means fewer merges and longer searches while an import goes on.
const BUFFER: usize = 1 << 20;
/// A smaller buffer stays one when an import ends: looking through it costs no more than looking into a segment.
const SMALL_BUFFER: usize = 1 << 14;
/// Segments that become one.
const FAN_IN: usize = 4;
/// Postings of the largest segment that is made of others.
const LARGEST_SEGMENT: u32 = 1 << 22;
/// What looking into a block costs, measured in postings that could be read instead.
const LOOK_COST: usize = 24;
/// Stands for every character that two bytes cannot number.
const ASTRAL: u32 = 0xfffe;

/// The lists of all pairs.
#[derive(Debug, Clone)]
pub struct Postings {
    segments: Vec<Segment>,
    /// Postings that wait at most.
    room: usize,
    /// Pair and block in one number, in the order of the text.
    recent: Vec<u64>,
}

/// A pair's lists in all segments, and what is not in a segment yet.
#[derive(Debug, Clone, Default)]
struct PairList<'a> {
    entries: Vec<Entry<'a>>,
    recent: Vec<u32>,
    len: usize,
}

/// The blocks that may hold a run, in order.
#[derive(Debug, Clone, Default)]
pub struct Candidates {
    /// The block in which the character at `anchor` stands; as often as it stands there, where `exact`.
    pub blocks: Vec<u32>,
    /// Which character of the run.
    pub anchor: usize,
    /// True when every one of them holds the run: no need to look.
    pub exact: bool,
}

impl Default for Postings {
    fn default() -> Self {
        Postings::with_room(BUFFER)
    }
}

impl Postings {
    /// Lists that are sorted into a segment after every `room` postings.
    pub fn with_room(room: usize) -> Self {
        Postings { segments: vec![], room, recent: vec![] }
    }

    /// Adds a field; `block_of` tells the block of a byte, and blocks only grow.
    pub fn add(&mut self, text: &str, block_of: impl Fn(usize) -> u32) {
        let ends = [(text.len(), SEPARATOR)].into_iter();
        let mut chars = text.char_indices().map(|(at, ch)| (at, index_char(ch))).chain(ends);
        let Some((mut at, mut first)) = chars.next() else { return };
        for (next_at, second) in chars {
            self.recent.push(u64::from(pair_of(first, second)) << 32 | u64::from(block_of(at)));
            (at, first) = (next_at, second);
        }
    }

    /// To be called between articles: `end` is one past the last block.
    pub fn close_article(&mut self, end: u32) {
        if self.recent.len() >= self.room {
            self.make_segment(end);
        }
    }

    /// To be called after a large import: what has come is found faster from now on.
    pub fn seal(&mut self, end: u32) {
        if self.recent.len() >= SMALL_BUFFER.min(self.room) {
            self.make_segment(end);
        }
        self.recent.shrink_to_fit();
    }

    /// Where to look for `pattern`, made of [`index_char`]s.
    pub fn candidates(&self, pattern: &[char]) -> Candidates {
        let exact = pattern.iter().all(|it| (*it as u32) < ASTRAL);
        match pattern {
            [] => Candidates::default(),
            [only] => Candidates { blocks: self.blocks_of_char(*only), anchor: 0, exact },
            [first, second] => Candidates { blocks: self.list(pair_of(*first, *second)).blocks(), anchor: 0, exact },
            _ => self.blocks_of_run(pattern),
        }
    }

    /// Bytes of all segments and of the buffer.
    pub fn n_bytes(&self) -> usize {
        self.segments.iter().map(Segment::n_bytes).sum::<usize>() + self.recent.len() * 8
    }

    fn list(&self, pair: u32) -> PairList<'_> {
        let entries: Vec<Entry> = self.segments.iter().filter_map(|it| it.find(pair)).collect();
        let recent: Vec<u32> =
            self.recent.iter().filter(|it| (**it >> 32) as u32 == pair).map(|it| *it as u32).collect();
        let len = entries.iter().map(|it| it.n_blocks as usize).sum::<usize>() + recent.len();
        PairList { entries, recent, len }
    }

    /// The blocks of all pairs that begin with `ch`, as often as it stands in them.
    fn blocks_of_char(&self, ch: char) -> Vec<u32> {
        let pairs = pair_of(ch, '\0')..=pair_of(ch, SEPARATOR);
        let mut res = vec![];
        for segment in &self.segments {
            let start = res.len();
            for entry in segment.entries_from(*pairs.start()).take_while(|it| pairs.contains(&it.pair)) {
                entry.each(|it| res.push(it));
            }
            // Runs that are sorted already: the stable sort joins them.
            res[start..].sort();
        }
        res.extend(self.recent.iter().filter(|it| pairs.contains(&((**it >> 32) as u32))).map(|it| *it as u32));
        res
    }

    /// The blocks of the rarest pair, without those that cannot hold the others.
    fn blocks_of_run(&self, pattern: &[char]) -> Candidates {
        let mut lists: Vec<(usize, PairList)> = vec![];
        for (offset, pair) in pattern.windows(2).enumerate() {
            let list = self.list(pair_of(pair[0], pair[1]));
            if list.len == 0 {
                return Candidates::default();
            }
            lists.push((offset, list));
        }
        lists.arrange_by_key(|(offset, list)| (list.len, *offset));
        let mut lists = lists.into_iter();
        let Some((anchor, rarest)) = lists.next() else { return Candidates::default() };
        let mut blocks = rarest.blocks();
        blocks.dedup();
        for (offset, list) in lists {
            if list.len > blocks.len() * LOOK_COST {
                break;
            }
            list.retain(&mut blocks, offset as i64 - anchor as i64);
        }
        Candidates { blocks, anchor, exact: false }
    }

    fn make_segment(&mut self, end: u32) {
        let mut recent = std::mem::take(&mut self.recent);
        let base = recent.iter().map(|it| *it as u32).min().unwrap_or(0);
        sort_by_pair(&mut recent);
        let blocks: Vec<u32> = recent.iter().map(|it| *it as u32).collect();
        let mut at = 0;
        let lists = recent.chunk_by(|a, b| a >> 32 == b >> 32).map(|list| {
            let from = at;
            at += list.len();
            ((list[0] >> 32) as u32, &blocks[from..at])
        });
        self.segments.push(Segment::of(base, end, lists));
        while let Some(from) = self.segments.len().checked_sub(FAN_IN) {
            let sizes: Vec<u32> = self.segments[from..].iter().map(Segment::n_postings).collect();
            if sizes.iter().sum::<u32>() > LARGEST_SEGMENT + LARGEST_SEGMENT / 4
                || sizes[0] / FAN_IN as u32 > sizes[FAN_IN - 1]
            {
                break;
            }
            let merged = Segment::merged(&self.segments[from..]);
            self.segments.truncate(from);
            self.segments.push(merged);
        }
    }
}

impl PairList<'_> {
    fn each(&self, mut take: impl FnMut(u32)) {
        self.entries.iter().for_each(|it| it.each(&mut take));
        self.recent.iter().for_each(|it| take(*it));
    }

    fn blocks(&self) -> Vec<u32> {
        let mut res = Vec::with_capacity(self.len);
        self.each(|it| res.push(it));
        res
    }

    /// Keeps the blocks near enough to a block of this list, whose pair stands `n_chars` further on, or back.
    fn retain(&self, blocks: &mut Vec<u32>, n_chars: i64) {
        // A character has at most four bytes.
        let reach = (n_chars.unsigned_abs() as u32 * 4).div_ceil(super::layout::BLOCK_BYTES as u32);
        let (before, after) = if n_chars > 0 { (0, reach) } else { (reach, 0) };
        let (mut n_kept, mut at) = (0, 0);
        self.each(|block| {
            while at < blocks.len() && blocks[at] + after < block {
                at += 1;
            }
            while at < blocks.len() && blocks[at] <= block + before {
                blocks[n_kept] = blocks[at];
                n_kept += 1;
                at += 1;
            }
        });
        blocks.truncate(n_kept);
    }
}

/// The character that is indexed and looked for in place of `ch`.
pub fn index_char(ch: char) -> char {
    if ch == SEPARATOR { char::REPLACEMENT_CHARACTER } else { fold_for_search(ch) }
}

fn pair_of(first: char, second: char) -> u32 {
    let number = |ch: char| if ch as u32 <= 0xffff { ch as u32 } else { ASTRAL };
    number(first) << 16 | number(second)
}

/// Sorts by the upper half, keeping the order of equal ones: three passes of eleven bits.
fn sort_by_pair(postings: &mut Vec<u64>) {
    const BITS: u32 = 11;
    let mut other = vec![0u64; postings.len()];
    for shift in [32, 32 + BITS, 32 + 2 * BITS] {
        let digit = |it: u64| (it >> shift) as usize & ((1 << BITS) - 1);
        let mut starts = vec![0usize; (1 << BITS) + 1];
        postings.iter().for_each(|it| starts[digit(*it) + 1] += 1);
        (0..1 << BITS).for_each(|it| starts[it + 1] += starts[it]);
        for &posting in postings.iter() {
            let start = &mut starts[digit(posting)];
            other[*start] = posting;
            *start += 1;
        }
        std::mem::swap(postings, &mut other);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::engine::archive::Random;
    use crate::engine::index::layout::BLOCK_BYTES;

    /// Texts of few characters, so that runs repeat, of all widths, with blanks, line breaks and variants.
    fn texts(random: &mut Random) -> Vec<String> {
        let chars: Vec<char> = "一段简单的路修好了，aB9 Ａ\n發发𠀀\u{ffff}é".chars().collect();
        (0..200).map(|_| (0..random.below(150)).map(|_| chars[random.below(chars.len())]).collect()).collect()
    }

    fn starts(text: &[char], pattern: &[char]) -> Vec<usize> {
        (0..text.len()).filter(|at| text[*at..].starts_with(pattern)).collect()
    }

    #[test]
    fn candidates_hold_every_place_through_all_merges() {
        let mut random = Random(11);
        let texts = texts(&mut random);
        let folded: Vec<Vec<char>> = texts.iter().map(|it| it.chars().map(index_char).collect()).collect();
        let bytes: Vec<Vec<usize>> = texts.iter().map(|it| it.char_indices().map(|it| it.0).collect()).collect();
        for room in [1, 300, usize::MAX] {
            let mut postings = Postings::with_room(room);
            let mut first_blocks = vec![];
            let mut end = 0;
            for text in &texts {
                first_blocks.push(end);
                postings.add(text, |byte| end + (byte / BLOCK_BYTES) as u32);
                end += 1 + (text.len() / BLOCK_BYTES) as u32;
                postings.close_article(end);
            }
            let n_waiting = postings.recent.len();
            assert!(postings.segments.len() < 14, "{} segments", postings.segments.len());
            for run in 0..200 {
                let text = &folded[random.below(folded.len())];
                let n_chars = 1 + random.below(6);
                let start = random.below(text.len());
                let pattern = &text[start.min(text.len())..text.len().min(start + n_chars)];
                let candidates = postings.candidates(pattern);
                let found: BTreeSet<u32> = candidates.blocks.iter().copied().collect();
                assert!(candidates.blocks.is_sorted());
                let mut n_places = 0;
                for ((text, bytes), first_block) in folded.iter().zip(&bytes).zip(&first_blocks) {
                    for at in starts(text, pattern).into_iter().filter(|_| !pattern.is_empty()) {
                        n_places += 1;
                        let block = first_block + (bytes[at + candidates.anchor] / BLOCK_BYTES) as u32;
                        assert!(found.contains(&block), "run {run} {pattern:?}, room {room}, {n_waiting} waiting");
                    }
                }
                if candidates.exact {
                    assert_eq!(candidates.blocks.len(), n_places, "{pattern:?}");
                }
            }
        }
    }
}
