//! A page with everything that was found on it: the one path from text to documents, for the service and `inspect`.

use serde::{Deserialize, Serialize};

use super::diagnostic::Diagnostic;
use super::extract::published::{self, Published};
use super::extract::{self, Mentions, confidence};
use super::lexicon::Lexicon;
use super::page::{Article, Page};
use super::text::Reading;
use super::token::Token;

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
    /// The words of the body; empty until the dictionary is there.
    pub tokens: Vec<Token>,
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
        let tokens = lexicon.tokenizer.as_ref().map(|it| it.cut(&reading.text)).unwrap_or_default();
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
        documents.push(Document { article: article.clone(), headline, reading, tokens, mentions });
    }
    diagnostics.sort_by_key(|it| (it.span, it.code));
    Analysis { page, published, documents, diagnostics }
}
