//! The only file that names jieba.

use jieba_rs::Jieba;

use super::Token;
use crate::engine::text::Span;

/// Whether jieba's hidden Markov model joins characters that no dictionary word covers. One choice for native and
/// browser: both link the same model, so that both cut alike.
pub const JOIN_UNKNOWN: bool = true;

/// Cuts text into words.
#[derive(Debug)]
pub struct Tokenizer {
    jieba: Jieba,
}

impl Tokenizer {
    /// A tokenizer with jieba's own dictionary, which only native builds link.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn native() -> Self {
        Tokenizer { jieba: Jieba::new() }
    }

    /// A tokenizer with a dictionary in jieba's text form, `word frequency tag` a line. `None` where a line is no entry.
    pub fn with_dictionary(dictionary: &str) -> Option<Self> {
        let mut jieba = Jieba::empty();
        jieba.load_dict(&mut dictionary.as_bytes()).ok()?;
        Some(Tokenizer { jieba })
    }

    /// The words of `text`; every non-blank character lies in exactly one.
    pub fn cut(&self, text: &str) -> Vec<Token> {
        let mut at = 0;
        let mut res = vec![];
        for tag in self.jieba.tag(text, JOIN_UNKNOWN) {
            let span = Span::new(at, at + tag.word.len());
            at = span.end;
            if !tag.word.trim().is_empty() {
                let class = if self.jieba.has_word(tag.word) { tag.tag } else { class_of_unknown(tag.word) };
                res.push(Token { span, tag: class.to_owned() });
            }
        }
        res
    }
}

/// The class of a word that the dictionary lacks: `m` for digits, `eng` for Latin letters, else `x`. jieba's own guess
/// would come from a model that only its native build carries, and so differ in the browser.
fn class_of_unknown(word: &str) -> &'static str {
    let is_alphanumeric = word.chars().any(|it| it.is_ascii_alphanumeric());
    match (is_alphanumeric, word.chars().any(|it| it.is_ascii_alphabetic())) {
        (true, false) => "m",
        (true, true) => "eng",
        (false, _) => "x",
    }
}
