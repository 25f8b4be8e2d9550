//! Ascending numbers in few bits: Rice codes whose parameter follows the gaps as they come.
//!
//! A gap is written as its quotient by 2^k in unary and its remainder in k bits (Rice and Plaunt, *Adaptive
//! Variable-Length Coding for Efficient Compression of Spacecraft Television Data*, 1971), with k the binary logarithm
//! of the mean of the last gaps. Words come in clusters, so that a mean that follows them beats one for the whole list,
//! and needs no room of its own: writer and reader keep the same mean.

/// Unary zeros that say: the gap follows whole, in 32 bits.
const ESCAPE: u32 = 20;
/// The mean is kept times 2^MEMORY and forgets one part in 2^MEMORY with each gap: more is steadier, less follows sooner.
const MEMORY: u32 = 4;

/// Writes bits, lowest first.
#[derive(Debug, Default)]
struct BitWriter {
    bytes: Vec<u8>,
    pending: u64,
    n_pending: u32,
}

impl BitWriter {
    /// Adds the lowest `n_bits` of `value`, at most 32.
    fn push(&mut self, value: u64, n_bits: u32) {
        self.pending |= value << self.n_pending;
        self.n_pending += n_bits;
        while self.n_pending >= 8 {
            self.bytes.push(self.pending as u8);
            self.pending >>= 8;
            self.n_pending -= 8;
        }
    }

    fn finish(mut self) -> Vec<u8> {
        if self.n_pending > 0 {
            self.bytes.push(self.pending as u8);
        }
        self.bytes
    }
}

/// What writer and reader know of the gaps so far.
#[derive(Debug, Clone, Copy)]
struct Gaps {
    mean: u32,
}

impl Gaps {
    /// Before the first of `n_numbers` gaps in numbers below `limit`.
    fn new(limit: u32, n_numbers: u32) -> Self {
        Gaps { mean: (limit / n_numbers.max(1)).min(u32::MAX >> (MEMORY + 1)) << MEMORY }
    }

    fn n_low_bits(self) -> u32 {
        (self.mean >> MEMORY).checked_ilog2().unwrap_or(0).min(24)
    }

    fn follow(&mut self, gap: u32) {
        self.mean = self.mean - (self.mean >> MEMORY) + gap.min(u32::MAX >> (MEMORY + 2));
    }
}

/// Packs ascending numbers below `limit`; equal ones may follow each other.
pub fn pack(numbers: &[u32], limit: u32) -> Vec<u8> {
    let mut res = BitWriter::default();
    let mut gaps = Gaps::new(limit, numbers.len() as u32);
    let mut last = 0;
    for &number in numbers {
        let gap = number - last;
        let n_low_bits = gaps.n_low_bits();
        let quotient = gap >> n_low_bits;
        if quotient < ESCAPE {
            res.push(1 << quotient, quotient + 1);
            res.push(u64::from(gap & ((1 << n_low_bits) - 1)), n_low_bits);
        } else {
            res.push(1 << ESCAPE, ESCAPE + 1);
            res.push(u64::from(gap), 32);
        }
        gaps.follow(gap);
        last = number;
    }
    res.finish()
}

/// Gives each of the `n_numbers` that were packed with this `limit`, in order.
pub fn unpack(bytes: &[u8], limit: u32, n_numbers: u32, mut take: impl FnMut(u32)) {
    let mut reader = BitReader { bytes, window: 0, n_bits: 0 };
    let mut gaps = Gaps::new(limit, n_numbers);
    let mut last: u32 = 0;
    for _ in 0..n_numbers {
        let n_low_bits = gaps.n_low_bits();
        reader.refill();
        let quotient = reader.window.trailing_zeros();
        let gap = if quotient < ESCAPE {
            let rest = reader.window >> (quotient + 1);
            reader.skip(quotient + 1 + n_low_bits);
            (quotient << n_low_bits) | (rest as u32 & ((1 << n_low_bits) - 1))
        } else {
            reader.skip(ESCAPE + 1);
            reader.refill();
            let gap = reader.window as u32;
            reader.skip(32);
            gap
        };
        gaps.follow(gap);
        last = last.wrapping_add(gap);
        take(last);
    }
}

/// Reads bits, lowest first; zeros after the end.
struct BitReader<'a> {
    bytes: &'a [u8],
    window: u64,
    n_bits: u32,
}

impl BitReader<'_> {
    /// Makes at least 56 bits visible.
    #[inline(always)]
    fn refill(&mut self) {
        if let Some((next, _)) = self.bytes.split_first_chunk::<8>() {
            self.window |= u64::from_le_bytes(*next) << self.n_bits;
            let n_taken = (63 - self.n_bits) / 8;
            self.bytes = &self.bytes[n_taken as usize..];
            self.n_bits += n_taken * 8;
        } else {
            while self.n_bits <= 56 {
                let Some((byte, rest)) = self.bytes.split_first() else { break };
                self.window |= u64::from(*byte) << self.n_bits;
                self.bytes = rest;
                self.n_bits += 8;
            }
        }
    }

    #[inline(always)]
    fn skip(&mut self, n_bits: u32) {
        self.window >>= n_bits;
        self.n_bits = self.n_bits.saturating_sub(n_bits);
    }
}

/// Adds a number, seven bits a byte, low bits first.
pub fn push_number(bytes: &mut Vec<u8>, mut rest: u64) {
    while rest >= 0x80 {
        bytes.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    bytes.push(rest as u8);
}

/// Takes such a number off the front; `None` at the end.
#[inline]
pub fn take_number(bytes: &mut &[u8]) -> Option<u64> {
    let (mut res, mut shift) = (0u64, 0);
    loop {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        res |= u64::from(byte & 0x7f) << (shift & 63);
        shift += 7;
        if byte < 0x80 {
            return Some(res);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::archive::Random;

    #[test]
    fn numbers_come_back_whatever_their_gaps() {
        let mut random = Random(5);
        for n_numbers in [0, 1, 2, 9, 500] {
            for width in [1, 2, 30, 5_000, 4_000_000] {
                let gap = |random: &mut Random| {
                    let width = if random.below(9) == 0 { width * 200 } else { width };
                    random.below(width) as u32
                };
                let numbers: Vec<u32> = (0..n_numbers)
                    .scan(0u32, |last, _| {
                        *last = last.saturating_add(gap(&mut random));
                        Some(*last)
                    })
                    .collect();
                let limit = numbers.last().map_or(0, |it| it.saturating_add(1));
                let mut found = vec![];
                unpack(&pack(&numbers, limit), limit, n_numbers, |it| found.push(it));
                assert_eq!(found, numbers, "{n_numbers} of gaps below {width}");
            }
        }
    }
}
