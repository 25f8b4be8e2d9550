//! A hash of names and words, for tables that are asked a hundred thousand times.

use std::hash::Hasher;

/// [`mixed`] for the standard library's maps.
#[derive(Default)]
pub struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = mixed(self.0, bytes);
    }
}

/// What `bytes` make of `state`: eight bytes at a time, by multiplication (Knuth, *The Art of Computer Programming*, vol. 3,
/// 6.4), the high bits folded into the low ones. The keys are words of texts that the person chose, so nobody gains by making
/// them collide; the standard hasher takes three times as long.
pub fn mixed(state: u64, bytes: &[u8]) -> u64 {
    let mix = |state: u64, word: u64| {
        let mixed = (state ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 32)
    };
    let (eights, rest) = bytes.as_chunks::<8>();
    let state = eights.iter().fold(state, |state, eight| mix(state, u64::from_le_bytes(*eight)));
    let last = rest.iter().rev().fold(0, |last, byte| last << 8 | u64::from(*byte));
    if rest.is_empty() { state } else { mix(state, last) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn neighbouring_names_differ_in_their_low_bits() {
        let low: BTreeSet<u64> = (0..256).map(|it| mixed(0, format!("甲省/乙市/{it}旗").as_bytes()) & 1023).collect();
        assert!(low.len() > 200, "{} of 256", low.len());
        assert_ne!(mixed(0, b""), mixed(1, b""));
    }
}
