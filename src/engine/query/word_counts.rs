//! How often each word stands in an article: content words as the index counted them, or every word of the text.
//!
//! The index keeps counts of content words only. Where all others are wanted too (function words, numerals, single
//! characters), the texts are walked once from border to border; punctuation is never a word.

use std::collections::HashMap;

use super::units::{CutField, Unit};
use crate::engine::index::{Field, Index};

/// The fields that are cut into words.
pub const CUT_FIELDS: [Field; 2] = [Field::Headline, Field::Body];

/// Which words are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Words that name, do or describe something.
    ContentWords,
    /// These and all others.
    EveryWord,
}

/// Numbers the words that are met.
#[derive(Debug)]
pub struct WordCounts<'a> {
    index: &'a Index,
    words: Vec<&'a str>,
    /// The numbers of all words; empty where the index's own are enough.
    numbers: HashMap<&'a str, u32>,
    wanted: Wanted,
}

impl<'a> WordCounts<'a> {
    /// A word_counts that begins with the content words, which keep the index's numbers.
    pub fn new(index: &'a Index, wanted: Wanted) -> Self {
        let words: Vec<&str> = index.words.totals().iter().map(|it| &*it.word).collect();
        let numbers = match wanted {
            Wanted::ContentWords => HashMap::new(),
            Wanted::EveryWord => words.iter().zip(0..).map(|(word, number)| (*word, number)).collect(),
        };
        WordCounts { index, words, numbers, wanted }
    }

    /// The words of an article with their counts.
    pub fn counts(&mut self, article: u32) -> Vec<(u32, u32)> {
        if self.wanted == Wanted::ContentWords {
            return self.index.words.counts(article).collect();
        }
        let mut numbers = vec![];
        for field in CUT_FIELDS {
            let cut = CutField::new(self.index, article, field, Unit::Word);
            let words = cut.units().iter().filter(|it| cut.is_word(**it)).map(|it| cut.slice(*it));
            numbers.extend(words.map(|it| self.number(it)));
        }
        numbers.sort_unstable();
        numbers.chunk_by(|a, b| a == b).filter_map(|it| Some((*it.first()?, it.len() as u32))).collect()
    }

    /// How often each word stands in `articles`, by number.
    pub fn totals(&mut self, articles: &[u32]) -> Vec<u32> {
        let mut res = vec![0; self.words.len()];
        for &article in articles {
            for (number, count) in self.counts(article) {
                if number as usize >= res.len() {
                    res.resize(self.words.len(), 0);
                }
                res[number as usize] += count;
            }
        }
        res
    }

    /// The word of a number.
    pub fn word(&self, number: usize) -> &'a str {
        self.words.get(number).copied().unwrap_or("")
    }

    fn number(&mut self, word: &'a str) -> u32 {
        let WordCounts { words, numbers, .. } = self;
        *numbers.entry(word).or_insert_with(|| {
            words.push(word);
            words.len() as u32 - 1
        })
    }
}

/// How many tokens some articles have.
pub fn n_tokens(index: &Index, articles: &[u32]) -> f64 {
    articles.iter().map(|it| f64::from(index.words.n_tokens(*it))).sum()
}
