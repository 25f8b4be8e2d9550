//! What charts are made of: articles, mentions of places, figures; each an item with a value.

use super::kinds::place_path;
use crate::engine::extract::edtf::Day;
use crate::engine::extract::{FigureMention, PlaceMention};
use crate::engine::index::IndexedArticle;
use crate::engine::query::snippet;
use crate::engine::text::Span;

/// Longest sentence that a mark carries, in characters; longer ones are cut on both sides of what it is about.
const MAX_SENTENCE: usize = 120;

/// What an item is, by its number among its article's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The article itself.
    Article,
    /// A mention of a place.
    Place(usize),
    /// A figure.
    Figure(usize),
}

/// One thing that is counted or drawn.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// Its article.
    pub article: &'a IndexedArticle,
    /// What it is.
    pub what: What,
    /// A figure's value in the common unit, finite and never negative; 1 of everything else.
    pub value: f64,
}

/// An item an article.
pub fn articles<'a>(articles: &[&'a IndexedArticle]) -> Vec<Item<'a>> {
    articles.iter().map(|article| Item { article, what: What::Article, value: 1.0 }).collect()
}

/// An item a mention of a place at or below one of `paths`; of any place where there are none.
pub fn mentions<'a>(articles: &[&'a IndexedArticle], paths: &[&str]) -> Vec<Item<'a>> {
    let mut res = vec![];
    for article in articles {
        for (idx, place) in article.document.mentions.places.iter().enumerate() {
            if paths.is_empty() || paths.iter().any(|it| place_path::is_within(&place.canonical, it)) {
                res.push(Item { article, what: What::Place(idx), value: 1.0 });
            }
        }
    }
    res
}

impl<'a> Item<'a> {
    /// The figure, where it is one.
    pub fn figure(&self) -> Option<&'a FigureMention> {
        match self.what {
            What::Figure(idx) => self.article.document.mentions.figures.get(idx),
            _ => None,
        }
    }

    /// The places that it belongs to: all that an article mentions, the one of a mention or a figure.
    pub fn places(&self) -> &'a [PlaceMention] {
        self.of_places(&self.article.document.mentions.places)
    }

    /// The numbers of the same places' paths.
    pub fn place_numbers(&self) -> &'a [u32] {
        self.of_places(&self.article.place_numbers)
    }

    /// Of something that its article has for each mention of a place, what belongs to it.
    fn of_places<T>(&self, all: &'a [T]) -> &'a [T] {
        let at = match self.what {
            What::Article => return all,
            What::Place(idx) => Some(idx),
            What::Figure(idx) => self.article.figure_places.get(idx).copied().flatten(),
        };
        at.and_then(|it| all.get(it..=it)).unwrap_or_default()
    }

    /// First and last day of the page's date, where both are known.
    pub fn days(&self) -> Option<(Day, Day)> {
        let (first, last) = self.article.published.edtf.as_ref()?.bounds();
        first.zip(last)
    }

    /// What it stands at in the article's text; empty for the article itself.
    pub fn span(&self) -> Span {
        match self.what {
            What::Article => Span::new(0, 0),
            What::Place(_) => self.places().first().map_or(Span::new(0, 0), |it| it.span),
            What::Figure(_) => self.figure().map_or(Span::new(0, 0), |it| it.span),
        }
    }

    /// The article's text.
    pub fn text(&self) -> &'a str {
        &self.article.document.reading.text
    }

    /// What a figure counts or measures; "" for unknown.
    pub fn subject(&self) -> &'a str {
        self.figure().and_then(|it| it.subject).map_or("", |it| it.slice(self.text()))
    }

    /// The path of the place that a figure or mention belongs to.
    pub fn place(&self) -> Option<&'a str> {
        self.places().first().filter(|_| self.what != What::Article).map(|it| it.canonical.as_str())
    }

    /// As printed; "" for an article.
    pub fn printed(&self) -> &'a str {
        self.span().slice(self.text())
    }

    /// Its number among its article's figures, mentions of places, or 0.
    pub fn number(&self) -> usize {
        match self.what {
            What::Article => 0,
            What::Place(idx) | What::Figure(idx) => idx,
        }
    }

    /// The last name of the place that a figure belongs to; "" for none.
    pub fn place_name(&self) -> &'a str {
        self.place().map_or("", place_path::name)
    }

    /// The upper end of a range in the common unit.
    pub fn high(&self) -> Option<f64> {
        let figure = self.figure()?;
        let factor = if figure.value > 0.0 { self.value / figure.value } else { 1.0 };
        Some(figure.high? * factor).filter(|it| it.is_finite() && *it > self.value)
    }

    /// The sentence it stands in, cut on both sides where it is very long; an article's beginning.
    pub fn sentence(&self) -> String {
        let (text, span) = (self.text(), self.span());
        let whole = snippet::sentence(text, span);
        let before = Span::new(whole.start, span.start).slice(text);
        let after = Span::new(span.end, whole.end).slice(text);
        let n_side = MAX_SENTENCE / 2;
        let n_left_out = before.chars().count().saturating_sub(n_side);
        let mut res = if n_left_out > 0 { "…".to_owned() } else { String::new() };
        res.extend(before.chars().skip(n_left_out));
        res.push_str(span.slice(text));
        res.extend(after.chars().take(n_side));
        if after.chars().nth(n_side).is_some() {
            res.push('…');
        }
        res
    }
}
