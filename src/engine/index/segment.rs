//! An immutable part of the index: the lists of every pair of characters in some neighbouring blocks, in one run of bytes.
//!
//! Entries stand in the order of their pairs, [`BUCKET`] of them behind each entry of a small directory. A pair that
//! stands in one block only, as most pairs of real text do, has its block in place of a list: some four bytes in all.

use super::packed::{pack, push_number, take_number, unpack};

/// Entries that are read in turn to find one: more makes the directory smaller and each look-up slower.
const BUCKET: u32 = 32;

/// The lists of some neighbouring blocks.
#[derive(Debug, Clone, Default)]
pub struct Segment {
    /// The first block.
    base: u32,
    /// One past the last block.
    end: u32,
    n_postings: u32,
    /// Pair and first byte of every [`BUCKET`]th entry.
    directory: Vec<(u32, u32)>,
    bytes: Vec<u8>,
}

/// A pair's list in one segment.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The two characters.
    pub pair: u32,
    /// How many blocks the list names; one twice where the pair stands in it twice.
    pub n_blocks: u32,
    base: u32,
    limit: u32,
    body: Body<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Body<'a> {
    One(u32),
    Packed(&'a [u8]),
}

impl Entry<'_> {
    /// Gives every block, in order.
    #[inline]
    pub fn each(&self, mut take: impl FnMut(u32)) {
        match self.body {
            Body::One(block) => take(self.base + block),
            Body::Packed(bytes) => unpack(bytes, self.limit, self.n_blocks, |it| take(self.base + it)),
        }
    }
}

impl Segment {
    /// A segment of blocks `base..end`, of pairs in ascending order, each with its blocks.
    pub fn of<'a>(base: u32, end: u32, lists: impl Iterator<Item = (u32, &'a [u32])>) -> Self {
        let mut builder = Builder::new(base, end);
        lists.for_each(|(pair, blocks)| builder.push(pair, blocks));
        builder.finish()
    }

    /// One segment in place of `segments`, which follow each other.
    pub fn merged(segments: &[Segment]) -> Self {
        let (Some(first), Some(last)) = (segments.first(), segments.last()) else { return Segment::default() };
        let mut builder = Builder::new(first.base, last.end);
        let mut cursors: Vec<_> = segments.iter().map(|it| it.entries_from(0).peekable()).collect();
        let mut blocks = vec![];
        while let Some(pair) = cursors.iter_mut().filter_map(|it| Some(it.peek()?.pair)).min() {
            blocks.clear();
            for cursor in &mut cursors {
                if let Some(entry) = cursor.next_if(|it| it.pair == pair) {
                    entry.each(|it| blocks.push(it));
                }
            }
            builder.push(pair, &blocks);
        }
        builder.finish()
    }

    /// The list of a pair, if it has one.
    pub fn find(&self, pair: u32) -> Option<Entry<'_>> {
        self.entries_from(pair).next().filter(|it| it.pair == pair)
    }

    /// The entries of `pair` and all larger ones, in order.
    pub fn entries_from(&self, pair: u32) -> impl Iterator<Item = Entry<'_>> {
        let bucket = self.directory.partition_point(|it| it.0 <= pair).saturating_sub(1);
        let (first, start) = self.directory.get(bucket).copied().unwrap_or_default();
        let mut bytes = self.bytes.get(start as usize..).unwrap_or(&[]);
        let (mut first, mut last) = (Some(first), 0u32);
        let next = move || {
            let head = take_number(&mut bytes)?;
            last = first.take().unwrap_or_else(|| last.wrapping_add((head >> 1) as u32));
            let (n_blocks, body) = if head & 1 == 0 {
                (1, Body::One(take_number(&mut bytes)? as u32))
            } else {
                let n_blocks = take_number(&mut bytes)? as u32;
                let n_bytes = take_number(&mut bytes)?;
                let (body, rest) = bytes.split_at_checked(n_bytes as usize)?;
                bytes = rest;
                (n_blocks, Body::Packed(body))
            };
            Some(Entry { pair: last, n_blocks, base: self.base, limit: self.end - self.base, body })
        };
        std::iter::from_fn(next).skip_while(move |it| it.pair < pair)
    }

    /// How many pairs of neighbouring characters its blocks have.
    pub fn n_postings(&self) -> u32 {
        self.n_postings
    }

    /// Bytes of lists and directory.
    pub fn n_bytes(&self) -> usize {
        self.bytes.len() + self.directory.len() * 8
    }
}

struct Builder {
    res: Segment,
    n_entries: u32,
    last: u32,
    relative: Vec<u32>,
}

impl Builder {
    fn new(base: u32, end: u32) -> Self {
        Builder { res: Segment { base, end, ..Segment::default() }, n_entries: 0, last: 0, relative: vec![] }
    }

    fn push(&mut self, pair: u32, blocks: &[u32]) {
        let Builder { res, relative, .. } = self;
        if self.n_entries.is_multiple_of(BUCKET) {
            res.directory.push((pair, res.bytes.len() as u32));
        }
        self.n_entries += 1;
        res.n_postings += blocks.len() as u32;
        let head = u64::from(pair - self.last) << 1;
        self.last = pair;
        if let [only] = blocks {
            push_number(&mut res.bytes, head);
            push_number(&mut res.bytes, u64::from(only - res.base));
            return;
        }
        push_number(&mut res.bytes, head | 1);
        relative.clear();
        relative.extend(blocks.iter().map(|it| it - res.base));
        let packed = pack(relative, res.end - res.base);
        push_number(&mut res.bytes, blocks.len() as u64);
        push_number(&mut res.bytes, packed.len() as u64);
        res.bytes.extend(packed);
    }

    fn finish(mut self) -> Segment {
        self.res.bytes.shrink_to_fit();
        self.res.directory.shrink_to_fit();
        self.res
    }
}
