//! Numbers as WebAssembly writes them: little-endian groups of seven bits.

use crate::Outcome;

/// Reads a module's bytes from the front.
#[derive(Debug, Clone)]
pub struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    /// Reads `bytes` from their beginning.
    pub fn new(bytes: &'a [u8]) -> Self {
        Reader { bytes, at: 0 }
    }

    /// Whether everything is read.
    pub fn is_at_end(&self) -> bool {
        self.at >= self.bytes.len()
    }

    /// How many bytes are read.
    pub fn position(&self) -> usize {
        self.at
    }

    /// What was read since `start`.
    pub fn since(&self, start: usize) -> &'a [u8] {
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    /// One byte.
    pub fn byte(&mut self) -> Outcome<u8> {
        let res = self.bytes.get(self.at).copied().ok_or("the module ends too early")?;
        self.at += 1;
        Ok(res)
    }

    /// The next `count` bytes.
    pub fn take(&mut self, count: usize) -> Outcome<&'a [u8]> {
        let end = self.at.checked_add(count).ok_or("a length beyond the module")?;
        let res = self.bytes.get(self.at..end).ok_or("the module ends too early")?;
        self.at = end;
        Ok(res)
    }

    /// An unsigned number of up to 32 bits.
    pub fn number(&mut self) -> Outcome<u32> {
        let mut res = 0u64;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            res |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(res).map_err(|_| "a number of more than 32 bits".to_owned());
            }
        }
        Err("a number of more than 32 bits".to_owned())
    }

    /// Passes over a number of any width.
    pub fn skip_number(&mut self) -> Outcome {
        while self.byte()? >= 0x80 {}
        Ok(())
    }

    /// Bytes with their count before them: a name, a body, a section's content.
    pub fn counted(&mut self) -> Outcome<&'a [u8]> {
        let count = self.number()?;
        self.take(count as usize)
    }

    /// Everything that is left.
    pub fn rest(&mut self) -> &'a [u8] {
        let res = self.bytes.get(self.at..).unwrap_or_default();
        self.at = self.bytes.len();
        res
    }
}

/// Appends an unsigned number, in as few bytes as it needs.
pub fn push_number(out: &mut Vec<u8>, number: u32) {
    let mut left = number;
    while left >= 0x80 {
        out.push((left & 0x7f) as u8 | 0x80);
        left >>= 7;
    }
    out.push(left as u8);
}

/// Appends bytes with their count before them.
pub fn push_counted(out: &mut Vec<u8>, bytes: &[u8]) {
    push_number(out, bytes.len() as u32);
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_survive() {
        for number in [0, 1, 127, 128, 300, 16_383, 16_384, u32::MAX] {
            let mut bytes = vec![];
            push_number(&mut bytes, number);
            assert_eq!(Reader::new(&bytes).number(), Ok(number));
        }
    }

    #[test]
    fn what_ends_early_or_never_is_no_number() {
        assert!(Reader::new(&[0x80]).number().is_err());
        assert!(Reader::new(&[0xff; 9]).number().is_err());
        assert!(Reader::new(&[3, 1, 2]).counted().is_err());
    }
}
