//! Words of the articles: where they begin and end, and how often each content word stands in each article.
//!
//! Tokens themselves are not kept: a bit a character says whether a word border stands before it, and an article's
//! words are a short list of numbers.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::packed::{push_number, take_number};
use crate::engine::text::word_hash::WordHasher;
use crate::engine::token::{Token, content};

/// Word borders, word numbers and their counts.
#[derive(Debug, Clone, Default)]
pub struct Words {
    borders: Vec<u64>,
    /// The numbers of content words; `None` for words whose letters say that they are none, so that each is judged once.
    ids: HashMap<Box<str>, Option<u32>, BuildHasherDefault<WordHasher>>,
    table: Vec<WordTotals>,
    /// For each article, its content words: twice the distance to the word before, plus one where a count follows.
    of_article: Vec<Vec<u8>>,
    n_tokens: Vec<u32>,
}

/// A content word of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordTotals {
    /// The word as first printed.
    pub word: Box<str>,
    /// How often it stands in all articles.
    pub count: u32,
    /// In how many articles it stands.
    pub n_articles: u32,
}

impl Words {
    /// Adds the next article with its fields that were cut: where each begins, its text and its words.
    pub fn add(&mut self, fields: &[(u32, &str, &[Token])]) {
        let mut ids: Vec<u32> = vec![];
        for &(start, text, tokens) in fields {
            self.add_borders(start, text, tokens);
            for token in tokens {
                let word = token.span.slice(text);
                if content::may_be_content_word(word, &token.tag) {
                    ids.extend(self.id_of(word));
                }
            }
        }
        ids.sort_unstable();
        let (mut bytes, mut last) = (vec![], 0);
        for same in ids.chunk_by(|a, b| a == b) {
            let (id, count) = (same[0], same.len() as u32);
            // Most words of an article stand there once: then one number says it all.
            push_number(&mut bytes, u64::from(id - last) << 1 | u64::from(count > 1));
            if count > 1 {
                push_number(&mut bytes, u64::from(count));
            }
            last = id;
            self.table[id as usize].count += count;
            self.table[id as usize].n_articles += 1;
        }
        bytes.shrink_to_fit();
        self.of_article.push(bytes);
        self.n_tokens.push(fields.iter().map(|it| it.2.len() as u32).sum());
    }

    /// True when the run of `n_chars` characters at `position` begins and ends at word borders.
    pub fn is_word(&self, position: u32, n_chars: u32) -> bool {
        self.is_border(position) && self.is_border(position + n_chars)
    }

    /// Content words of an article with their counts, by word number.
    pub fn counts(&self, article: u32) -> impl Iterator<Item = (u32, u32)> {
        let mut bytes = self.of_article.get(article as usize).map(Vec::as_slice).unwrap_or_default();
        let mut id = 0;
        std::iter::from_fn(move || {
            let head = take_number(&mut bytes)?;
            id += (head >> 1) as u32;
            Some((id, if head & 1 == 1 { take_number(&mut bytes)? as u32 } else { 1 }))
        })
    }

    /// How many tokens an article has, content words or not.
    pub fn n_tokens(&self, article: u32) -> u32 {
        self.n_tokens.get(article as usize).copied().unwrap_or(0)
    }

    /// Every content word, by number.
    pub fn totals(&self) -> &[WordTotals] {
        &self.table
    }

    /// Bytes of borders and counts, without the table of words.
    pub fn n_bytes(&self) -> usize {
        self.borders.len() * 8 + self.of_article.iter().map(Vec::len).sum::<usize>()
    }

    fn add_borders(&mut self, start: u32, text: &str, tokens: &[Token]) {
        let (mut byte, mut position) = (0, start as usize);
        let mut note = |at: usize| {
            // A token's bounds follow each other; the characters between two of them are counted, not looked up.
            position += text.get(byte..at).map_or(0, |it| it.chars().count());
            byte = at;
            let cell = position / 64;
            if cell >= self.borders.len() {
                self.borders.resize(cell + 1, 0);
            }
            self.borders[cell] |= 1 << (position % 64);
        };
        for token in tokens {
            note(token.span.start);
            note(token.span.end);
        }
    }

    fn is_border(&self, position: u32) -> bool {
        self.borders.get(position as usize / 64).is_some_and(|it| it >> (position % 64) & 1 == 1)
    }

    /// The number of a content word.
    fn id_of(&mut self, word: &str) -> Option<u32> {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = content::is_content_by_letters(word).then_some(self.table.len() as u32);
        self.ids.insert(word.into(), id);
        if id.is_some() {
            self.table.push(WordTotals { word: word.into(), count: 0, n_articles: 0 });
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::text::Span;

    #[test]
    fn borders_and_counts_come_back() {
        let text = "集体经济 集体";
        let token = |start, end| Token { span: Span::new(start, end), tag: "n".into() };
        let mut words = Words::default();
        words.add(&[(70, text, &[token(0, 6), token(6, 12), token(13, 19)])]);
        assert!(words.is_word(70, 2) && words.is_word(70, 4) && words.is_word(75, 2));
        assert!(!words.is_word(71, 2) && !words.is_word(70, 3));
        let counts: Vec<_> = words.counts(0).map(|(id, n)| (&*words.totals()[id as usize].word, n)).collect();
        assert_eq!(counts, [("集体", 2), ("经济", 1)]);
        assert_eq!(words.n_tokens(0), 3);
    }
}
