//! Keywords of a selection, and its query's lines in context.

use super::Service;
use crate::engine::query::concordance::{self, Line};
use crate::engine::query::{Selection, eval};
use crate::protocol::{ConcordanceLine, Window, Words};

/// Keywords of a selection.
const MAX_KEYWORDS: usize = 60;

impl Service {
    /// The words of a selection.
    pub(super) fn words(&self, selection: &Selection, window: Window) -> Words {
        let (articles, hits) = eval::select(&self.index, selection);
        let (lines, n_lines) = concordance::lines(&self.index, &hits, &articles, window.offset, window.limit);
        Words {
            keywords: self.lexicon.tokenizer.is_some().then(|| self.keywords(&articles, MAX_KEYWORDS)),
            lines: lines.iter().map(|it| self.line(it)).collect(),
            n_lines,
        }
    }

    fn line(&self, line: &Line) -> ConcordanceLine {
        let document = &self.index.article(line.article).document;
        let text = &document.reading.text;
        ConcordanceLine {
            article: document.article.id.clone(),
            hit: line.hit,
            left: line.left.slice(text).to_owned(),
            keyword: line.keyword.slice(text).to_owned(),
            right: line.right.slice(text).to_owned(),
        }
    }
}
