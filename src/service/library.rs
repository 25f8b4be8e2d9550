//! What is loaded, and what reading it noticed.

use super::Service;
use crate::engine::analysis::Analysis;
use crate::engine::diagnostic::Diagnostic;
use crate::engine::text::Span;
use crate::protocol::{Library, PageDiagnostic, PageSummary, Passage};

/// Characters of an excerpt.
const EXCERPT_CHARS: usize = 24;

impl Service {
    /// The library as it stands.
    pub(super) fn library(&self) -> Library {
        Library {
            pages: self.pages.iter().map(|it| it.summary.clone()).collect(),
            failed: self.failed.clone(),
            n_expected: self.n_expected.max(self.pages.len() + self.failed.len()),
            n_articles: self.index.len(),
            lexicon_ready: self.is_ready(),
        }
    }
}

/// What the library tells of a page.
pub(super) fn summary(analysis: &Analysis) -> PageSummary {
    let page = &analysis.page;
    PageSummary {
        id: page.id.clone(),
        front_matter: page.front_matter.entries.clone(),
        published: analysis.published.clone(),
        n_articles: analysis.documents.len(),
        diagnostics: analysis.diagnostics.iter().map(|it| remark(analysis, it)).collect(),
    }
}

/// Both sides of a join that was made at the beginning of `span` of `text`: its detail is `left|right`.
fn joined(text: &str, span: Span, diagnostic: &Diagnostic) -> Option<Span> {
    let (left, right) = diagnostic.detail.split_once('|').filter(|_| diagnostic.code.is_join())?;
    let sides = Span::new(span.start.checked_sub(left.len())?, span.start + right.len());
    (sides.slice(text).strip_prefix(left) == Some(right)).then_some(sides)
}

/// A diagnostic with the words it is about, and where they are read.
fn remark(analysis: &Analysis, diagnostic: &Diagnostic) -> PageDiagnostic {
    let text = diagnostic.span.slice(&analysis.page.text);
    let start = diagnostic.span.start + (text.len() - text.trim_start().len());
    let mut excerpt: String = text.trim().chars().take(EXCERPT_CHARS).collect();
    let span = Span::new(start, start + excerpt.len());
    let mut passage = None;
    if let Some((document, span)) = analysis.documents.iter().find_map(|it| Some((it, it.reading.of_source(span)?))) {
        let joined = joined(&document.reading.text, span, diagnostic);
        if joined.is_some() {
            excerpt.clone_from(&diagnostic.detail);
        }
        passage = Some(Passage { article: document.article.id.clone(), span: joined.unwrap_or(span) });
    }
    PageDiagnostic { diagnostic: diagnostic.clone(), excerpt, passage }
}
