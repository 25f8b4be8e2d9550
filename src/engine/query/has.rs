//! Which articles have a value that a query asks for, and where they mention it.

use super::ast::Test;
use super::clauses::days_of;
use crate::engine::extract::edtf::Edtf;
use crate::engine::extract::gazetteer::short_name;
use crate::engine::index::facet::{DayRange, Facet};
use crate::engine::index::{Index, IndexedArticle};
use crate::engine::text::Span;
use crate::engine::text::normalize::fold_text;

/// A test made ready for many articles.
#[derive(Debug, Clone)]
pub struct ReadyTest {
    test: Test,
    /// For places and sections: the numbers of the values that are meant, in order.
    values: Vec<u32>,
    days: Option<DayRange>,
}

impl ReadyTest {
    /// Looks up what `test` means in the library.
    pub fn new(index: &Index, test: &Test) -> Self {
        let values = match test {
            Test::Section(name) => {
                numbers(index.facets.column(Facet::Section).names(), |it| fold_text(it).contains(name))
            }
            Test::Place(name) => {
                let mut res = numbers(index.facets.column(Facet::Place).names(), |it| is_place(it, name));
                res.extend(index.facets.other_names().iter().filter(|it| *it.name == **name).map(|it| it.place));
                res.sort_unstable();
                res
            }
            _ => vec![],
        };
        let days = match test {
            Test::Published(range) | Test::Mentioned(range) => Some(days_of(range)),
            _ => None,
        };
        ReadyTest { test: test.clone(), values, days }
    }

    /// The articles that have it, in order.
    pub fn articles(&self, index: &Index) -> Vec<u32> {
        (0..index.len() as u32).filter(|it| self.holds(index, *it)).collect()
    }

    fn holds(&self, index: &Index, article: u32) -> bool {
        let values = &index.facets;
        let is_meant = |facet| values.column(facet).of(article).iter().any(|it| self.values.binary_search(it).is_ok());
        let published = values.published(article);
        let article = index.article(article);
        match &self.test {
            Test::Section(_) => is_meant(Facet::Section),
            Test::Place(_) => is_meant(Facet::Place),
            Test::Published(_) => self.days.zip(published).is_some_and(|(days, own)| own.overlaps(days)),
            Test::Kind(kind) => article.document.article.kind == *kind,
            Test::Mentioned(_) | Test::Programme(_) | Test::Amount(_) => self.spans(index, article).next().is_some(),
        }
    }

    /// Where `article`'s body mentions it, in order.
    pub fn spans<'a>(&'a self, index: &'a Index, article: &'a IndexedArticle) -> Box<dyn Iterator<Item = Span> + 'a> {
        let (mentions, text) = (&article.document.mentions, &article.document.reading.text);
        match &self.test {
            Test::Section(_) | Test::Published(_) | Test::Kind(_) => Box::new(std::iter::empty()),
            Test::Place(_) => {
                let meant = move |path: &str| {
                    let place = index.facets.place(path);
                    place.is_some_and(|it| index.facets.lineage(it).any(|it| self.values.binary_search(&it).is_ok()))
                };
                Box::new(mentions.places.iter().filter(move |it| meant(&it.canonical)).map(|it| it.span))
            }
            Test::Mentioned(_) => {
                let meant = |it: &Edtf| self.days.is_some_and(|days| DayRange::of(it).overlaps(days));
                Box::new(mentions.dates.iter().filter(move |it| it.edtf.as_ref().is_some_and(meant)).map(|it| it.span))
            }
            Test::Programme(name) => {
                let meant = move |it: &str| fold_text(it).contains(name);
                Box::new(mentions.programmes.iter().filter(move |it| meant(&it.name)).map(|it| it.span))
            }
            Test::Amount(test) => {
                Box::new(mentions.figures.iter().filter(move |it| test.holds(it, text)).map(|it| it.span))
            }
        }
    }
}

fn numbers<T>(values: &[T], is_meant: impl Fn(&T) -> bool) -> Vec<u32> {
    (0..).zip(values).filter(|(_, it)| is_meant(it)).map(|(number, _)| number).collect()
}

/// True of a place of that name, full or short, or of that path.
fn is_place(path: &str, name: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or(path);
    let province = !path.contains('/') && name.chars().nth(1).is_some() && path.starts_with(name);
    path == name || last == name || province || short_name(last) == Some(name)
}
