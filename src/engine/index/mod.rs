//! Documents, their postings and facet values. It only grows, article by article, and answers at any time; to change
//! what an article says, build it anew.

pub mod document;
pub mod facet;
pub mod layout;
pub mod postings;
pub mod words;

use std::collections::BTreeMap;

use super::analysis::Document;
use super::extract::published::Published;
pub use document::IndexedArticle;
pub use facet::FacetValues;
pub use layout::{Field, Layout};
pub use postings::Postings;
pub use words::Words;

/// Everything that queries, facets and tables ask.
#[derive(Debug, Clone, Default)]
pub struct Index {
    articles: Vec<IndexedArticle>,
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
        let byline = byline_text(&document);
        let fields = [document.headline.as_str(), &byline, &document.reading.text];
        let article = self.articles.len() as u32;
        self.layout.push(fields.map(|it| it.chars().count()));
        for (field, text) in Field::ALL.into_iter().zip(fields) {
            self.postings.add(self.layout.start(article, field), text);
        }
        let start = |field| self.layout.start(article, field);
        self.words.add(&[
            (start(Field::Headline), &document.headline, &headline_tokens),
            (start(Field::Body), &document.reading.text, &tokens),
        ]);
        self.of_id.insert(document.article.id.clone(), article);
        let article = IndexedArticle::new(page, published, document);
        self.facets.add(&article);
        self.articles.push(article);
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

/// Roles and names as they are searched.
fn byline_text(document: &Document) -> String {
    let credits = document.article.byline.iter().flat_map(|it| [it.role.as_str(), &it.name]);
    credits.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}
