//! What names begin with, in so few bits that they stay near: nearly every character of a text is refused by them.

/// Bits: some fifteen times the beginnings that the product's table has.
const N_BITS: usize = 1 << 20;
/// Odd numbers without pattern, one for each character, which are multiplied and added without carry.
const MIX: [u32; 3] = [0x9e37_79b1, 0x85eb_ca6b, 0xc2b2_ae35];

/// One bit for each beginning: a whole name of one or two characters, the first three of a longer one. Some share one
/// (Bloom, *Space/Time Trade-offs in Hash Coding with Allowable Errors*, 1970).
#[derive(Debug, Default)]
pub(super) struct Beginnings {
    bits: Vec<u64>,
    /// True when a name has one character; in the product's table none has.
    has_singles: bool,
}

impl Beginnings {
    /// The beginnings of `names`.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut res = Beginnings { bits: vec![0; N_BITS / 64], has_singles: false };
        for name in names {
            let mut chars = name.chars().map(|it| it as u32);
            let characters = [0; 3].map(|none| chars.next().unwrap_or(none));
            res.has_singles |= characters[1] == 0;
            let bit = bit(characters.into_iter().zip(MIX).fold(0, |mixed, (it, by)| mixed ^ it.wrapping_mul(by)));
            res.bits[bit / 64] |= 1 << (bit % 64);
        }
        res
    }

    /// False where no name begins with the three characters, nor is the first two or the first; 0 stands for none.
    #[inline]
    pub(super) fn may_be(&self, [first, second, third]: [u32; 3]) -> bool {
        let pair = first.wrapping_mul(MIX[0]) ^ second.wrapping_mul(MIX[1]);
        self.has(pair ^ third.wrapping_mul(MIX[2]))
            || self.has(pair)
            || self.has_singles && self.has(first.wrapping_mul(MIX[0]))
    }

    fn has(&self, mixed: u32) -> bool {
        let bit = bit(mixed);
        self.bits.get(bit / 64).is_some_and(|it| it & 1 << (bit % 64) != 0)
    }
}

/// The bit of mixed characters: their upper bits.
fn bit(mixed: u32) -> usize {
    (mixed >> (32 - N_BITS.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_begin_with_is_never_refused() {
        let may_be = |beginnings: &Beginnings, text: &str| {
            let mut chars = text.chars().map(|it| it as u32);
            beginnings.may_be([0; 3].map(|none| chars.next().unwrap_or(none)))
        };
        let few = Beginnings::of(["赤峰", "乌丹镇", "赛沁塔拉嘎查"].into_iter());
        for text in ["赤峰", "赤峰市", "乌丹镇", "赛沁塔"] {
            assert!(may_be(&few, text), "{text}");
        }
        for text in ["", "赤", "乌丹", "赛沁", "丹镇村"] {
            assert!(!may_be(&few, text), "{text}");
        }
        assert!(may_be(&Beginnings::of(["京"].into_iter()), "京沪线"));
    }
}
