//! What leads on from an article: its page, its section, what is like it, how it is cited.

use super::Service;
use crate::engine::arrange::Arrange;
use crate::engine::query::similar;
use crate::protocol::{ArticleLink, Beside, Related};
use crate::view_model::article_words::stand_in;
use crate::view_model::citation::{self, CitationForm, Source};

/// Articles that are told as like one.
const MAX_SIMILAR: usize = 6;

impl Service {
    /// What leads on from the article of this id; `None` where there is none.
    pub(super) fn related(&self, id: &str) -> Option<Related> {
        let number = self.index.number_of(id)?;
        let article = self.index.article(number);
        let n_articles = self.index.len() as u32;
        let on_page: Vec<u32> = (0..n_articles).filter(|it| self.index.article(*it).page == article.page).collect();
        let similar = similar::similar(&self.index, number, MAX_SIMILAR);
        Some(Related {
            on_page: self.beside(&on_page, number),
            in_section: self.beside(&self.history(number), number),
            similar: similar.iter().map(|it| self.link(it.article)).collect(),
            citations: CitationForm::ALL.map(|it| citation::cite(it, &self.source(number))).to_vec(),
        })
    }

    /// The articles of the article's section by the days of their pages, undated ones last, ties in the order of the
    /// pages; none for an article without a section.
    fn history(&self, number: u32) -> Vec<u32> {
        let section = |it: u32| self.index.article(it).document.article.section.as_str();
        if section(number).is_empty() {
            return vec![];
        }
        let mut res: Vec<u32> = (0..self.index.len() as u32).filter(|it| section(*it) == section(number)).collect();
        let first_day = |it: &u32| self.index.facets.published(*it).and_then(|it| it.from);
        res.arrange_by_key(|it| (first_day(it).is_none(), first_day(it), *it));
        res
    }

    fn beside(&self, articles: &[u32], number: u32) -> Beside {
        let at = articles.iter().position(|it| *it == number);
        let link = |at: Option<usize>| articles.get(at?).map(|it| self.link(*it));
        Beside { previous: link(at.and_then(|it| it.checked_sub(1))), next: link(at.map(|it| it + 1)) }
    }

    fn link(&self, number: u32) -> ArticleLink {
        let article = self.index.article(number);
        let edtf = article.published.edtf.as_ref();
        ArticleLink {
            id: article.document.article.id.clone(),
            name: self.name(number),
            date: edtf.map(|it| it.as_str().to_owned()).unwrap_or_default(),
        }
    }

    fn name(&self, number: u32) -> String {
        let document = &self.index.article(number).document;
        if document.headline.is_empty() { stand_in(&document.reading.text) } else { document.headline.clone() }
    }

    fn source(&self, number: u32) -> Source {
        let article = self.index.article(number);
        let page = self.pages.iter().find(|it| it.page.id == article.page);
        let printed = |key: &str| page.and_then(|it| it.page.front_matter.value(key)).unwrap_or_default().to_owned();
        let mut authors: Vec<String> = vec![];
        for credit in article.document.article.byline.iter().filter(|it| !it.name.is_empty()) {
            if !authors.contains(&credit.name) {
                authors.push(credit.name.clone());
            }
        }
        Source {
            id: article.document.article.id.clone(),
            authors,
            title: self.name(number),
            paper: printed("报纸"),
            page: printed("版次"),
            page_name: printed("版名"),
            date: article.published.edtf.clone(),
            is_inferred: article.published.inferred,
        }
    }
}
