//! The only file that names jieba.

use jieba_rs::Jieba;

use super::{Tag, Token};
use crate::engine::text::Span;

/// Whether jieba's hidden Markov model joins characters that no dictionary word covers. One choice for native and
/// browser: both link the same model, so that both cut alike.
pub const JOIN_UNKNOWN: bool = true;

/// Words that newspaper pages need and jieba's dictionary has not; the same natively and in the browser.
const USER_WORDS: &str = include_str!("../../../data/user_words.tsv");

/// Cuts text into words.
#[derive(Debug)]
pub struct Tokenizer {
    jieba: Jieba,
}

impl Tokenizer {
    /// A tokenizer with jieba's own dictionary, which only native builds link.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn native() -> Self {
        Tokenizer::with_user_words(Jieba::new())
    }

    /// A tokenizer with a dictionary in jieba's text form, `word frequency tag` a line. `None` where a line is no entry.
    pub fn with_dictionary(dictionary: &str) -> Option<Self> {
        let mut jieba = Jieba::empty();
        jieba.load_dict(&mut dictionary.as_bytes()).ok()?;
        Some(Tokenizer::with_user_words(jieba))
    }

    /// The words of `text`; every non-blank character lies in exactly one.
    pub fn cut(&self, text: &str) -> Vec<Token> {
        let mut res = Vec::with_capacity(text.len() / 5);
        for tag in self.jieba.tag(text, JOIN_UNKNOWN) {
            if !tag.word.trim().is_empty() {
                let class = self.class_of(tag.word, tag.tag);
                res.push(Token { span: Span::new(tag.byte_start, tag.byte_end), tag: class });
            }
        }
        res
    }

    /// The class that the dictionary gives `word`. Natively jieba guesses one for unknown Chinese words with a model that
    /// the browser's build has not; the guess is dropped, so that both say the same.
    fn class_of(&self, word: &str, tag: &str) -> Tag {
        let is_known = word.bytes().any(|it| it.is_ascii_alphanumeric()) || self.jieba.has_word(word);
        Tag::from(if is_known { tag } else { "x" })
    }

    fn with_user_words(mut jieba: Jieba) -> Self {
        for line in USER_WORDS.lines().filter(|it| !it.starts_with('#')) {
            let mut fields = line.split('\t');
            if let (Some(word), Some(frequency), Some(tag)) = (fields.next(), fields.next(), fields.next()) {
                jieba.add_word(word, frequency.parse().ok(), Some(tag));
            }
        }
        Tokenizer { jieba }
    }
}
