//! One article as the index keeps it: immutable, with what facets, charts and tables ask of it worked out once.

use std::borrow::Cow;

use super::layout::Field;
use super::mention_numbers::MentionNumbers;
use crate::engine::analysis::Document;
use crate::engine::extract::PlaceMention;
use crate::engine::extract::published::Published;

/// An article with its page's id and date.
#[derive(Debug, Clone)]
pub struct IndexedArticle {
    /// Page id.
    pub page: String,
    /// The page's date.
    pub published: Published,
    /// The article, its mentions and its words.
    pub document: Document,
    /// For each figure, the index of its nearest place among `document.mentions.places`.
    pub figure_places: Vec<Option<usize>>,
    /// For each mention of a place the number of its path among all that the index has.
    pub place_numbers: Vec<u32>,
    /// For each figure the number of its scale; see [`mention_numbers`](super::mention_numbers).
    pub scale_numbers: Vec<u32>,
}

impl IndexedArticle {
    /// Works out what the index asks of `document`; `numbers` are those of all articles that are asked for together.
    pub fn new(page: &str, published: &Published, document: Document, numbers: &mut MentionNumbers) -> Self {
        let mentions = &document.mentions;
        let figure_places = mentions.figures.iter().map(|it| nearest_place(&mentions.places, it.span.start)).collect();
        let (place_numbers, scale_numbers) = (numbers.places(mentions), numbers.scales(mentions));
        let (page, published) = (page.to_owned(), published.clone());
        IndexedArticle { page, published, document, figure_places, place_numbers, scale_numbers }
    }

    /// The place that a figure belongs to: the last one named before it, else the first one after it.
    pub fn place_of_figure(&self, figure_idx: usize) -> Option<&PlaceMention> {
        let place_idx = (*self.figure_places.get(figure_idx)?)?;
        self.document.mentions.places.get(place_idx)
    }

    /// What is searched of a field.
    pub fn text(&self, field: Field) -> Cow<'_, str> {
        let article = &self.document.article;
        match field {
            Field::Headline => Cow::Borrowed(&self.document.headline),
            Field::Section => Cow::Borrowed(&article.section),
            Field::Body => Cow::Borrowed(&self.document.reading.text),
            Field::Byline => {
                let credits = article.byline.iter().flat_map(|it| [it.role.as_str(), &it.name]);
                Cow::Owned(credits.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" "))
            }
        }
    }
}

fn nearest_place(places: &[PlaceMention], at: usize) -> Option<usize> {
    let n_before = places.partition_point(|it| it.span.start < at);
    if places.is_empty() { None } else { Some(n_before.saturating_sub(1)) }
}
