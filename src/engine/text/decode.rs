//! From bytes to text: UTF-8 with or without BOM, else GB18030, else UTF-8 with replacement characters.
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
    /// No valid UTF-8, but GB18030 without a fault.
    Gb18030,
    /// Neither: invalid bytes were replaced.
    Lossy,
}

impl Decoded {
    /// What a reader should know about the encoding; `None` for UTF-8.
    pub fn diagnostic(&self) -> Option<Diagnostic> {
        let (severity, code) = match self.encoding {
            Encoding::Utf8 => return None,
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
    match gb18030(bytes) {
        Some(text) => Decoded { text, encoding: Encoding::Gb18030 },
        None => Decoded { text: String::from_utf8_lossy(bytes).into_owned(), encoding: Encoding::Lossy },
    }
}

/// Reads `bytes` natively.
#[cfg(not(target_arch = "wasm32"))]
pub fn native(bytes: &[u8]) -> Decoded {
    decode(bytes, |bytes| {
        let (text, _, faulty) = encoding_rs::GB18030.decode(bytes);
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
    }

    #[test]
    fn bytes_that_are_no_text_are_replaced() {
        let decoded = native(b"\xe7\x89\x88\xff\xff\xed\xa0\x80");
        assert_eq!(decoded.encoding, Encoding::Lossy);
        assert!(decoded.text.starts_with('版') && decoded.diagnostic().is_some());
    }
}
