//! A query's lines in context, and one line with its paragraph.

use super::Service;
use super::articles::snippet_of;
use crate::engine::query::concordance::{self, Found};
use crate::engine::query::line_order;
use crate::engine::query::nodes::Nodes;
use crate::engine::query::{Selection, eval};
use crate::engine::text::Span;
use crate::error::Error;
use crate::protocol::{ConcordanceLine, Lines, LinesWanted, Passage, WideLine, Window};

impl Service {
    /// A window of the lines of a query.
    pub(super) fn lines(&self, wanted: &LinesWanted) -> Lines {
        let LinesWanted { unit, window, .. } = wanted;
        let whole = LinesWanted { window: Window { offset: 0, limit: 0 }, ..wanted.clone() };
        let mut last = self.last_lines.borrow_mut();
        if last.as_ref().is_none_or(|it| it.0 != whole) {
            *last = Some((whole, self.found(wanted)));
        }
        let found = last.as_ref().map_or(&[][..], |it| &it.1);
        let rows = found.iter().skip(window.offset).take(window.limit);
        Lines {
            n_total: found.len(),
            offset: window.offset,
            rows: rows.map(|it| self.line(*it, concordance::line(&self.index, *it, *unit))).collect(),
        }
    }

    /// Every line, in the order that is asked.
    fn found(&self, wanted: &LinesWanted) -> Vec<Found> {
        let LinesWanted { selection, node, unit, order, hits, .. } = wanted;
        let (articles, _) = eval::select(&self.index, selection);
        let nodes = self.nodes(selection, node);
        concordance::found(&self.index, &nodes, &articles, *unit, *order, *hits)
    }

    /// The hits of `node`, or of the selection's own query where that is blank.
    pub(super) fn nodes(&self, selection: &Selection, node: &str) -> Nodes {
        Nodes::of(&self.index, if node.trim().is_empty() { &selection.query } else { node })
    }

    /// A passage with the whole of its paragraph.
    pub(super) fn wide_line(&self, passage: &Passage) -> Result<WideLine, Error> {
        let number = self.index.number_of(&passage.article);
        let number = number.ok_or_else(|| Error::NoArticle { id: passage.article.clone() })?;
        let article = self.index.article(number);
        let document = &article.document;
        let text = &document.reading.text;
        let start = text.get(..passage.span.start).and_then(|it| it.rfind('\n')).map_or(0, |it| it + 1);
        let after = text.get(passage.span.end..).and_then(|it| it.find('\n'));
        let paragraph = Span::new(start, after.map_or(text.len(), |it| passage.span.end + it));
        Ok(WideLine {
            passage: passage.clone(),
            headline: document.headline.clone(),
            section: document.article.section.clone(),
            published: article.published.clone(),
            text: snippet_of(text, paragraph, &[passage.span]),
        })
    }

    fn line(&self, found: Found, line: concordance::Line) -> ConcordanceLine {
        let article = self.index.article(found.article);
        let document = &article.document;
        let text = &document.reading.text;
        let place = line_order::place(article, found).and_then(|it| it.rsplit('/').next());
        ConcordanceLine {
            passage: Passage { article: document.article.id.clone(), span: line.keyword },
            left: line.left.slice(text).to_owned(),
            keyword: line.keyword.slice(text).to_owned(),
            right: line.right.slice(text).to_owned(),
            kind: concordance::kinds(&self.index, found.article, &[found.range]).first().copied().flatten(),
            date: article.published.edtf.as_ref().map_or(String::new(), |it| it.as_str().to_owned()),
            place: place.unwrap_or("").to_owned(),
            section: document.article.section.clone(),
        }
    }
}
