//! An article in the making.

use super::affinity::{self, Grams};
use super::{Credit, Kind};
use crate::engine::text::Span;
use crate::engine::text::sentence::{self, End};

/// What is known of an article while the page is being read.
#[derive(Debug)]
pub struct Draft {
    /// Headline, parts in printed order.
    pub headline: Vec<Span>,
    /// Byline.
    pub byline: Vec<Credit>,
    /// Byte at which its first character stands, headline and byline included.
    pub first: usize,
    /// The body.
    pub paragraphs: Vec<Paragraph>,
    /// Its kind where its form tells it.
    pub kind: Option<Kind>,
    /// True when a headline, a byline, a bullet or a credit tells where it begins.
    pub has_head: bool,
    /// True when its byline stood at its end: nothing more belongs to it.
    pub closed: bool,
    /// True when a credit at its end is for pictures.
    pub has_pictures: bool,
    /// True when a picture's gap stands before it.
    pub is_set_off: bool,
    /// The block that its text ends with.
    pub last_block: Option<usize>,
    /// Index of the label that stands nearest before its head.
    pub label: Option<usize>,
    /// The runs of characters of its headline and text, as far as they were asked for.
    pub grams: Grams,
    /// What `grams` has not yet read.
    pub unseen: Vec<Span>,
}

/// A paragraph of an article.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// Its spans in reading order.
    pub spans: Vec<Span>,
    /// True for a sub-heading.
    pub is_subheading: bool,
}

impl Default for Draft {
    /// Nothing; `first` lies behind every page.
    fn default() -> Self {
        Draft {
            headline: vec![],
            byline: vec![],
            first: usize::MAX,
            paragraphs: vec![],
            kind: None,
            has_head: false,
            closed: false,
            has_pictures: false,
            is_set_off: false,
            last_block: None,
            label: None,
            grams: Grams::default(),
            unseen: vec![],
        }
    }
}

impl Draft {
    /// The draft of an article that begins with this head.
    pub fn headed(headline: Vec<Span>, byline: Vec<Credit>, first: usize) -> Self {
        Draft { unseen: headline.clone(), headline, byline, first, has_head: true, ..Draft::default() }
    }

    /// True while nothing but its headline is known.
    pub fn is_bare_headline(&self) -> bool {
        !self.headline.is_empty() && self.byline.is_empty() && self.paragraphs.is_empty()
    }

    /// How its text ends; an article without text yet, or one that ends with a sub-heading, ends whole.
    pub fn end(&self, source: &str) -> End {
        match self.paragraphs.last() {
            Some(it) if !it.is_subheading => sentence::end_of(self.tail(source)),
            _ => End::Whole,
        }
    }

    /// The last run of its text.
    pub fn tail<'a>(&self, source: &'a str) -> &'a str {
        let last = self.paragraphs.last().and_then(|it| it.spans.last());
        last.map_or("", |it| sentence::tail(it.slice(source)))
    }

    /// The runs of characters of its headline and text.
    pub fn known_grams(&mut self, source: &str) -> &Grams {
        for span in std::mem::take(&mut self.unseen) {
            self.grams.extend(affinity::grams(span.slice(source)));
        }
        &self.grams
    }

    /// Adds a paragraph of its own.
    pub fn push(&mut self, spans: &[Span], is_subheading: bool) {
        if let Some(first) = spans.first() {
            self.first = self.first.min(first.start);
            self.unseen.extend(spans);
            self.paragraphs.push(Paragraph { spans: spans.to_vec(), is_subheading });
        }
    }

    /// Goes on with the last paragraph.
    pub fn heal(&mut self, spans: &[Span]) {
        match self.paragraphs.last_mut() {
            Some(last) => {
                last.spans.extend(spans);
                self.unseen.extend(spans);
            }
            None => self.push(spans, false),
        }
    }
}
