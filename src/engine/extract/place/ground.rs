//! The text that is read, with its tokens: what stands at a byte, and whether a word begins there.

use super::word::{self, Role};
use crate::engine::text::Span;
use crate::engine::token::Token;

/// Words of one character that hardly any name contains.
const IN_NO_NAME: &str = "在的了是与及被把将从到由以为于给让个";

/// How many tokens back a sentence is searched: a text without a stop is one sentence.
const N_BEFORE: usize = 40;

/// A text with its tokens, which may be none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground<'a> {
    /// The text.
    pub text: &'a str,
    tokens: &'a [Token],
}

/// Whether a name may begin or end at a byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Border {
    /// A word begins here, or something that is no part of a name ends here.
    Clean,
    /// Nothing speaks for it or against it.
    Unknown,
    /// A word of the dictionary goes on here.
    Inside,
}

impl<'a> Ground<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        Ground { text, tokens }
    }

    /// The text from `at` on.
    pub(super) fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or("")
    }

    /// The text before `at`.
    pub(super) fn before(&self, at: usize) -> &'a str {
        self.text.get(..at).unwrap_or("")
    }

    /// True when the text was cut into words.
    pub(super) fn has_tokens(&self) -> bool {
        !self.tokens.is_empty()
    }

    /// The token that covers byte `at`.
    pub(super) fn token(&self, at: usize) -> Option<&'a Token> {
        let idx = self.tokens.partition_point(|it| it.span.end <= at);
        self.tokens.get(idx).filter(|it| it.span.start <= at)
    }

    /// The tokens that `span` touches.
    pub(super) fn tokens_in(&self, span: Span) -> impl Iterator<Item = &'a Token> + use<'a> {
        let idx = self.tokens.partition_point(|it| it.span.end <= span.start);
        self.tokens.get(idx..).unwrap_or(&[]).iter().take_while(move |it| it.span.start < span.end)
    }

    /// The last tokens of the sentence before `at`, from behind.
    pub(super) fn sentence_before(&self, at: usize) -> impl Iterator<Item = &'a Token> + use<'a> {
        let text = self.text;
        let idx = self.tokens.partition_point(|it| it.span.end <= at);
        let before = self.tokens.get(..idx).unwrap_or(&[]).iter().rev();
        before.take(N_BEFORE).take_while(move |it| !matches!(it.span.slice(text), "。" | "！" | "？" | "；" | "\n"))
    }

    /// Whether a name may begin at `at`.
    pub(super) fn left_border(&self, at: usize) -> Border {
        let before = self.before(at);
        if !before.chars().next_back().is_some_and(is_han) {
            return Border::Clean;
        }
        match self.token(at) {
            Some(token) if token.span.start == at => Border::Clean,
            Some(token) if token.tag != "x" && !self.is_border_before(token, at) => Border::Inside,
            _ if word::ends(before, 1, Role::Border) => Border::Clean,
            _ => Border::Unknown,
        }
    }

    /// True when the word was cut wrongly: what it has before `at` is a word that stands before names (以|西, 和|平).
    fn is_border_before(&self, token: &Token, at: usize) -> bool {
        word::is(Span::new(token.span.start, at).slice(self.text), Role::Border)
    }

    /// Whether a name may end at `at`.
    pub(super) fn right_border(&self, at: usize) -> Border {
        match self.token(at) {
            Some(token) if token.span.start == at => Border::Clean,
            Some(token) if token.tag != "x" => Border::Inside,
            Some(_) => Border::Unknown,
            None if self.has_tokens() => Border::Clean,
            None => Border::Unknown,
        }
    }

    /// One behind the last character of `span` before `until` that hardly any name contains: 先由|村.
    pub(super) fn border_inside(&self, span: Span, until: usize) -> Option<usize> {
        let part = Span::new(span.start, span.end.min(until)).slice(self.text);
        let found = part.char_indices().rev().find(|it| IN_NO_NAME.contains(it.1))?;
        Some(span.start + found.0 + found.1.len_utf8())
    }

    /// True when the character at `at` is a word of its own that is no part of a name. Without tokens only what hardly any
    /// name contains counts.
    pub(super) fn is_border_word(&self, at: usize, character: char) -> bool {
        match self.token(at) {
            Some(token) => token.span.start == at && word::is(token.span.slice(self.text), Role::Border),
            None => IN_NO_NAME.contains(character),
        }
    }
}

/// True for words of one character that hardly any name contains.
pub(super) fn is_in_no_name(word: &str) -> bool {
    IN_NO_NAME.contains(word)
}

/// True for characters that names are written with.
pub(super) fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character) || character == '〇'
}
