//! Documents, their postings and facet values. It only grows, article by article, and answers at any time; to change
//! what an article says, build it anew.

pub mod column;
pub mod crowd;
pub mod date_step;
mod day_range;
pub mod document;
pub mod facet;
pub mod layout;
pub mod mention_numbers;
mod packed;
pub mod postings;
pub mod scan;
mod segment;
pub mod words;

use std::collections::BTreeMap;

use super::analysis::Document;
use super::extract::published::Published;
use super::text::Span;

pub use document::IndexedArticle;
pub use facet::FacetValues;
use layout::BLOCK_BYTES;
pub use layout::{Field, Layout};
use mention_numbers::MentionNumbers;
pub use postings::Postings;
use postings::index_char;
use scan::Scanner;
pub use words::Words;

/// Everything that queries, facets and tables ask.
#[derive(Debug, Clone, Default)]
pub struct Index {
    articles: Vec<IndexedArticle>,
    numbers: MentionNumbers,
    of_id: BTreeMap<String, u32>,
    /// Where the articles' fields stand in the run of indexed characters.
    pub layout: Layout,
    /// Where each pair of characters stands.
    pub postings: Postings,
    /// Word borders and counts.
    pub words: Words,
    /// Facet values.
    pub facets: FacetValues,
}

impl Index {
    /// Adds an article after all others. Its tokens are taken up and not kept.
    pub fn add(&mut self, page: &str, published: &Published, mut document: Document) {
        let tokens = std::mem::take(&mut document.tokens);
        let headline_tokens = std::mem::take(&mut document.headline_tokens);
        let number = self.articles.len() as u32;
        let article = IndexedArticle::new(page, published, document, &mut self.numbers);
        let fields = Field::ALL.map(|it| article.text(it));
        let is_plain = fields.iter().all(|it| it.chars().all(has_one_form));
        let lengths = fields.each_ref().map(|it| it.chars().count() as u32);
        self.layout.push(lengths, article.document.reading.text.len(), is_plain);
        let first_block = self.layout.first_block(number);
        for (field, text) in Field::ALL.into_iter().zip(&fields) {
            match field {
                Field::Body => self.postings.add(text, |byte| first_block + 1 + (byte / BLOCK_BYTES) as u32),
                _ => self.postings.add(text, |_| first_block),
            }
        }
        self.postings.close_article(self.layout.n_blocks());
        let start = |field| self.layout.start(number, field);
        self.words.add(&[
            (start(Field::Headline), &article.document.headline, &headline_tokens),
            (start(Field::Body), &article.document.reading.text, &tokens),
        ]);
        self.of_id.insert(article.document.article.id.clone(), number);
        self.facets.add(&article);
        self.articles.push(article);
    }

    /// To be called after an import: what has come is found faster from now on.
    pub fn seal(&mut self) {
        self.postings.seal(self.layout.n_blocks());
    }

    /// Gives every place of a run in one block of an article: in its short fields, or in a piece of its body.
    pub fn look(&self, scanner: &Scanner, article: u32, block: u32, mut take: impl FnMut(Field, Span)) {
        let (Some(indexed), is_plain) = (self.articles.get(article as usize), self.layout.is_plain(article)) else {
            return;
        };
        match block.checked_sub(self.layout.first_block(article) + 1) {
            Some(piece) => {
                let from = piece as usize * BLOCK_BYTES;
                let text = &indexed.document.reading.text;
                scanner.each(text, from, from + BLOCK_BYTES, is_plain, |it| take(Field::Body, it));
            }
            None => {
                for field in Field::ALL.into_iter().filter(|it| *it != Field::Body) {
                    let text = indexed.text(field);
                    scanner.each(&text, 0, text.len(), is_plain, |it| take(field, it));
                }
            }
        }
    }

    /// Has the processor fetch the text of some blocks, each with its article. Fetching takes longer than looking, but the
    /// next fetch need not wait for the one before; looking at what was fetched would make it wait.
    pub fn fetch(&self, blocks: &[(u32, u32)]) {
        let first_byte = |&(article, block): &(u32, u32)| {
            let piece = block.checked_sub(self.layout.first_block(article) + 1)?;
            let text = &self.articles.get(article as usize)?.document.reading.text;
            text.as_bytes().get(piece as usize * BLOCK_BYTES).copied()
        };
        std::hint::black_box(blocks.iter().filter_map(first_byte).fold(0, |a, b| a ^ b));
    }

    /// Which of `spans`, runs of a field in order, are made of whole words: of jieba's in headline and body, of whole names
    /// elsewhere.
    pub fn are_words(&self, article: u32, field: Field, spans: &[Span]) -> Vec<bool> {
        let Some(indexed) = self.articles.get(article as usize) else { return vec![false; spans.len()] };
        let text = indexed.text(field);
        let n_chars = |from: usize, to: usize| text.get(from..to).map_or(0, |it| it.chars().count()) as u32;
        let is_name = |span: &Span| {
            let before = text.get(..span.start).and_then(|it| it.chars().next_back());
            let after = text.get(span.end..).and_then(|it| it.chars().next());
            [before, after].into_iter().flatten().all(|it| !it.is_alphanumeric())
        };
        let (mut at, mut position) = (0, self.layout.start(article, field));
        let mut is_cut = |span: &Span| {
            position += n_chars(at, span.start);
            at = span.start;
            self.words.is_word(position, n_chars(span.start, span.end))
        };
        match field {
            Field::Headline | Field::Body => spans.iter().map(&mut is_cut).collect(),
            Field::Byline | Field::Section => spans.iter().map(is_name).collect(),
        }
    }

    /// Every article, in the order of the pages.
    pub fn articles(&self) -> &[IndexedArticle] {
        &self.articles
    }

    /// The article with this number.
    pub fn article(&self, article: u32) -> &IndexedArticle {
        &self.articles[article as usize]
    }

    /// The number of the article with this id.
    pub fn number_of(&self, id: &str) -> Option<u32> {
        self.of_id.get(id).copied()
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// Bytes of postings, borders and word counts: what the index adds to the text.
    pub fn n_bytes(&self) -> usize {
        self.postings.n_bytes() + self.words.n_bytes()
    }
}

/// True of a character that search takes as it is, or for a Latin letter, a digit or a sign.
fn has_one_form(ch: char) -> bool {
    let folded = index_char(ch);
    folded == ch || folded.is_ascii()
}
