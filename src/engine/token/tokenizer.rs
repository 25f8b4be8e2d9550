//! The only file that names jieba: words by its dictionary, and what the dictionary lacks by [`UnknownWords`].

use jieba_rs::{Jieba, Tag as Step};

use super::dictionary::Dictionary;
use super::unknown::{UnknownWords, is_joinable};
use super::{Tag, Token};
use crate::engine::text::Span;

/// Cuts text into words. Characters that no dictionary word covers are joined by jieba's hidden Markov model, natively
/// and in the browser alike: most of them are people's names, and a name in pieces is no keyword and no search term.
#[derive(Debug)]
pub struct Tokenizer {
    jieba: Jieba,
    unknown: UnknownWords,
}

impl Tokenizer {
    /// A tokenizer with jieba's own dictionary, which only native builds link.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn native() -> Self {
        let unknown =
            UnknownWords::parse(include_str!("../../../data/hmm.tsv")).expect("the table is part of the build");
        Tokenizer::with_user_words(Jieba::new(), unknown)
    }

    /// A tokenizer with a decoded dictionary. `None` where it is none.
    pub fn with_dictionary(dictionary: &Dictionary) -> Option<Self> {
        let mut jieba = Jieba::empty();
        jieba.load_dict(&mut dictionary.words.as_bytes()).ok()?;
        Some(Tokenizer::with_user_words(jieba, UnknownWords::parse(&dictionary.positions)?))
    }

    /// The words of `text`; every non-blank character lies in exactly one.
    pub fn cut(&self, text: &str) -> Vec<Token> {
        let mut res = Vec::with_capacity(text.len() / 5);
        let mut run: Vec<Step> = vec![];
        for step in self.jieba.tag(text, false) {
            if self.is_open(&step) {
                run.push(step);
                continue;
            }
            self.push_run(text, &mut run, &mut res);
            if !step.word.chars().all(char::is_whitespace) {
                res.push(token(&step, self.class_of(step.word, step.tag)));
            }
        }
        self.push_run(text, &mut run, &mut res);
        res
    }

    /// True of a step that may belong to a longer word: a single character, or Latin letters and digits that jieba
    /// joined without knowing them.
    fn is_open(&self, step: &Step) -> bool {
        let mut chars = step.word.chars();
        match (chars.next(), chars.next()) {
            (Some(only), None) => is_joinable(only),
            (Some(first), _) if first.is_ascii_alphanumeric() => {
                step.word.is_ascii() && !self.jieba.has_word(step.word)
            }
            _ => false,
        }
    }

    /// Adds the words of a run of open steps, as jieba with its own model would cut it.
    fn push_run(&self, text: &str, run: &mut Vec<Step>, res: &mut Vec<Token>) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let whole = Span::new(first.byte_start, last.byte_end);
        if run.len() == 1 || self.jieba.has_word(whole.slice(text)) {
            res.extend(run.drain(..).map(|it| token(&it, self.class_of(it.word, it.tag))));
            return;
        }
        let mut steps = run.iter().peekable();
        let mut at = whole.start;
        for word in self.unknown.words(whole.slice(text)) {
            let span = Span::new(at, at + word.len());
            while steps.next_if(|it| it.byte_start < span.start).is_some() {}
            let step = steps.peek().filter(|it| it.word == word);
            let tag = step.map_or_else(|| self.class_of_joined(word), |it| self.class_of(it.word, it.tag));
            res.push(Token { span, tag });
            at = span.end;
        }
        run.clear();
    }

    /// The class that the dictionary gives `word`. Natively jieba guesses one for unknown Chinese words with a model that
    /// the browser's build has not; the guess is dropped, so that both say the same.
    fn class_of(&self, word: &str, tag: &str) -> Tag {
        // Of several characters that are not Latin, jieba without its model makes words of the dictionary only.
        let is_long = word.chars().nth(1).is_some();
        let is_known = is_long || word.bytes().any(|it| it.is_ascii_alphanumeric()) || self.jieba.has_word(word);
        Tag::from(if is_known { tag } else { "x" })
    }

    /// The class of a word that was put together: `m` for digits, `eng` for Latin letters, the dictionary's where it
    /// knows the word after all, else none.
    fn class_of_joined(&self, word: &str) -> Tag {
        let is_latin = word.bytes().any(|it| it.is_ascii_alphanumeric());
        if is_latin {
            return Tag::from(if word.bytes().any(|it| it.is_ascii_alphabetic()) { "eng" } else { "m" });
        }
        match self.jieba.tag(word, false).as_slice() {
            [only] if self.jieba.has_word(word) => Tag::from(only.tag),
            _ => Tag::from("x"),
        }
    }

    fn with_user_words(mut jieba: Jieba, unknown: UnknownWords) -> Self {
        // Words that newspaper pages need and jieba's dictionary has not; the same natively and in the browser.
        for line in data_table!(user_words).lines().filter(|it| !it.starts_with('#')) {
            let mut fields = line.split('\t');
            if let (Some(word), Some(frequency), Some(tag)) = (fields.next(), fields.next(), fields.next()) {
                jieba.add_word(word, frequency.parse().ok(), Some(tag));
            }
        }
        Tokenizer { jieba, unknown }
    }
}

fn token(step: &Step, tag: Tag) -> Token {
    Token { span: Span::new(step.byte_start, step.byte_end), tag }
}
