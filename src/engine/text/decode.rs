//! From bytes to text: UTF-8 with or without BOM, UTF-16 with BOM, else GB18030, else UTF-8 with replacement characters.
//!
//! The choice is made here; GB18030 itself is read by `encoding_rs` natively and by the browser's `TextDecoder` there,
//! so that the worker's wasm carries no tables.

use super::Span;
use crate::engine::diagnostic::{Code, Diagnostic, Severity};

/// A text and how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text without BOM.
    pub text: String,
    /// How the bytes were read.
    pub encoding: Encoding,
}

/// How bytes were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Valid UTF-8.
    Utf8,
    /// UTF-16 without a fault, as a BOM announced.
    Utf16,
    /// No valid UTF-8, but GB18030 without a fault.
    Gb18030,
    /// Neither: invalid bytes were replaced.
    Lossy,
}

impl Decoded {
    /// What a reader should know about the encoding; `None` where the bytes themselves tell it.
    pub fn diagnostic(&self) -> Option<Diagnostic> {
        let (severity, code) = match self.encoding {
            Encoding::Utf8 | Encoding::Utf16 => return None,
            Encoding::Gb18030 => (Severity::Info, Code::DecodedGb18030),
            Encoding::Lossy => (Severity::Warning, Code::DecodedLossy),
        };
        Some(Diagnostic::new(Span::default(), severity, code))
    }
}

/// Reads `bytes`; `gb18030` reads GB18030 strictly, `None` on any fault.
pub fn decode(bytes: &[u8], gb18030: impl FnOnce(&[u8]) -> Option<String>) -> Decoded {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), encoding: Encoding::Utf8 };
    }
    if let Some(text) = utf16(bytes) {
        return Decoded { text, encoding: Encoding::Utf16 };
    }
    match gb18030(bytes) {
        Some(text) => Decoded { text, encoding: Encoding::Gb18030 },
        None => Decoded { text: String::from_utf8_lossy(bytes).into_owned(), encoding: Encoding::Lossy },
    }
}

/// Reads UTF-16 of either byte order behind its BOM; `None` on any fault.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (bom, bytes) = bytes.split_at_checked(2)?;
    let unit: fn([u8; 2]) -> u16 = match bom {
        b"\xff\xfe" => u16::from_le_bytes,
        b"\xfe\xff" => u16::from_be_bytes,
        _ => return None,
    };
    let (pairs, rest) = bytes.as_chunks::<2>();
    let text = char::decode_utf16(pairs.iter().copied().map(unit)).collect::<Result<String, _>>();
    text.ok().filter(|_| rest.is_empty())
}

/// Reads `bytes` natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn native(bytes: &[u8]) -> Decoded {
    decode(bytes, |bytes| {
        let (text, faulty) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
        (!faulty).then(|| text.into_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let (gb18030, _, _) = encoding_rs::GB18030.encode("内蒙古日报，𠮷");
        assert_eq!(native(&gb18030), Decoded { text: "内蒙古日报，𠮷".into(), encoding: Encoding::Gb18030 });
        assert_eq!(native("\u{feff}版面".as_bytes()).text, "版面");
        assert_eq!(native(b"").encoding, Encoding::Utf8);
        let units: Vec<u16> = "版𠮷".encode_utf16().collect();
        let big: Vec<u8> = [0xfeff].iter().chain(&units).flat_map(|it| it.to_be_bytes()).collect();
        let little: Vec<u8> = [0xfeff].iter().chain(&units).flat_map(|it| it.to_le_bytes()).collect();
        for bytes in [big, little] {
            assert_eq!(native(&bytes), Decoded { text: "版𠮷".into(), encoding: Encoding::Utf16 });
        }
        assert_ne!(native(b"\xff\xfe\x00\xd8").encoding, Encoding::Utf16, "half a pair is a fault");
    }

    #[test]
    fn bytes_that_are_no_text_are_replaced() {
        let decoded = native(b"\xe7\x89\x88\xff\xff\xed\xa0\x80");
        assert_eq!(decoded.encoding, Encoding::Lossy);
        assert!(decoded.text.starts_with('版') && decoded.diagnostic().is_some());
    }
}
