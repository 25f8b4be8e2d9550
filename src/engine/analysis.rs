//! A page with everything that was found on it: the one path from text to documents, for the service and `inspect`.

use serde::{Deserialize, Serialize};

use crate::engine::arrange::Arrange;

use super::diagnostic::Diagnostic;
use super::extract::published::{self, Published};
use super::extract::{self, Mentions, confidence};
use super::lexicon::Lexicon;
use super::page::{Article, Page};
use super::text::{Reading, Span};
use super::token::{Token, join};

/// A page, its date, and one document an article.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// The page as read.
    pub page: Page,
    /// The page's own date, printed or inferred.
    pub published: Published,
    /// In the order of `page.articles`.
    pub documents: Vec<Document>,
    /// The page's diagnostics and those of the extraction, by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// An article with its mentions and words. Spans of `mentions` and `tokens` are of `reading.text`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// The article.
    pub article: Article,
    /// Its headline, parts joined by one space.
    pub headline: String,
    /// Its healed body.
    pub reading: Reading,
    /// The words of the body, places and programmes whole; empty until the dictionary is there.
    pub tokens: Vec<Token>,
    /// The words of the headline.
    pub headline_tokens: Vec<Token>,
    /// What the body mentions.
    pub mentions: Mentions,
}

/// Extracts everything that `lexicon` allows from a page.
pub fn analyse(page: Page, lexicon: &Lexicon) -> Analysis {
    let readings: Vec<Reading> = page.articles.iter().map(|it| it.reading(&page.text)).collect();
    let published = published::infer(&page, &readings);
    let mut diagnostics = page.diagnostics.clone();
    diagnostics.extend(published.diagnostic());
    let mut documents = vec![];
    for (article, reading) in page.articles.iter().zip(readings) {
        let headline = article.headline_text(&page.text);
        let cut = |text: &str| lexicon.tokenizer.as_ref().map(|it| it.cut(text)).unwrap_or_default();
        let tokens = cut(&reading.text);
        let ctx = extract::Context { published: published.edtf.as_ref(), lexicon, headline: &headline };
        let mut mentions = extract::extract(&reading.text, &tokens, &ctx);
        if published.inferred {
            confidence::rest_on_inferred_date(&mut mentions);
        }
        for diagnostic in std::mem::take(&mut mentions.diagnostics) {
            if let Some(span) = reading.to_source(&page.text, diagnostic.span) {
                diagnostics.push(Diagnostic { span, ..diagnostic });
            }
        }
        let headline_tokens = cut(&headline);
        let tokens = join::join(&tokens, &names(&reading.text, &mentions));
        documents.push(Document { article: article.clone(), headline, reading, tokens, headline_tokens, mentions });
    }
    diagnostics.arrange_by_key(|it| (it.span, it.code));
    Analysis { page, published, documents, diagnostics }
}

/// The names among the mentions that are words of their own: places, and programmes of one piece.
fn names(text: &str, mentions: &Mentions) -> Vec<(Span, &'static str)> {
    let is_word = |it: &Span| {
        let name = it.slice(text);
        name.chars().all(char::is_alphanumeric) && (2..=LONGEST_NAME).contains(&name.chars().count())
    };
    let places = mentions.places.iter().map(|it| (it.span, "ns"));
    let programmes = mentions.programmes.iter().map(|it| (it.span, "nz"));
    let mut res: Vec<(Span, &'static str)> = places.chain(programmes).filter(|it| is_word(&it.0)).collect();
    // Of two that overlap the first stays, the longer where both begin together.
    res.arrange_by_key(|it| (it.0.start, std::cmp::Reverse(it.0.end)));
    let mut end = 0;
    res.retain(|it| {
        let is_free = it.0.start >= end;
        end = if is_free { it.0.end } else { end };
        is_free
    });
    res
}

/// Characters of the longest name that is one word; longer ones are searched by their parts.
const LONGEST_NAME: usize = 10;
