//! What is loaded, and what reading it noticed.

use super::Service;
use crate::engine::analysis::Analysis;
use crate::protocol::{Library, PageDiagnostic, PageSummary};

/// Characters of an excerpt.
const EXCERPT_CHARS: usize = 24;

impl Service {
    /// The library as it stands.
    pub(super) fn library(&self) -> Library {
        Library {
            pages: self.pages.iter().map(|it| it.summary.clone()).collect(),
            failed: self.failed.clone(),
            n_articles: self.index.len(),
            lexicon_ready: self.is_ready(),
        }
    }
}

/// What the library tells of a page.
pub(super) fn summary(analysis: &Analysis) -> PageSummary {
    let page = &analysis.page;
    let diagnostics = analysis.diagnostics.iter().map(|it| PageDiagnostic {
        diagnostic: it.clone(),
        excerpt: it.span.slice(&page.text).trim().chars().take(EXCERPT_CHARS).collect(),
    });
    PageSummary {
        id: page.id.clone(),
        front_matter: page.front_matter.entries.clone(),
        published: analysis.published.clone(),
        n_articles: analysis.documents.len(),
        diagnostics: diagnostics.collect(),
    }
}
