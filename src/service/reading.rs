//! Reading pages into the index, a few at a time, so that the worker can answer between two of them.

use super::{LoadedPage, Service, library};
use crate::engine::analysis;
use crate::engine::index::Index;
use crate::engine::lexicon::Lexicon;
use crate::engine::page::{self, Page};
use crate::engine::text::decode::Decoded;
use crate::error::Error;
use crate::protocol::PageSummary;

/// Pages that are being read once more, with a new lexicon, while the index of the old reading answers.
#[derive(Debug)]
pub(super) struct Rereading {
    lexicon: Lexicon,
    index: Index,
    /// Of the pages that are done.
    summaries: Vec<PageSummary>,
}

impl Service {
    /// Reads one more page. `id` is the file's name without its ending. Ids are unique: a second page of one id
    /// replaces the first.
    pub fn add_page(&mut self, id: &str, text: &str) {
        self.add(page::parse_page(id, text));
    }

    /// Reads one more page from what its bytes gave; how they were read is among its diagnostics.
    pub fn add_decoded(&mut self, id: &str, decoded: &Decoded) {
        let mut page = page::parse_page(id, &decoded.text);
        page.diagnostics.extend(decoded.diagnostic());
        self.add(page);
    }

    /// Notes a file that could not be fetched.
    pub fn add_failure(&mut self, error: Error) {
        self.failed.push(error);
    }

    /// To be called before `n_pages` are read, those that cannot be fetched included.
    pub fn start_import(&mut self, n_pages: usize) {
        self.n_expected = n_pages;
    }

    /// To be called when no more pages come for now: what has come is found faster from now on.
    pub fn finish_import(&mut self) {
        finish(&mut self.index, &self.lexicon);
    }

    /// Extracts what the lexicon allows from every page.
    pub fn set_lexicon(&mut self, lexicon: Lexicon) {
        self.start_rereading(lexicon);
        while self.reread_pages() {}
    }

    /// Begins to read every page once more with `lexicon`; [`Service::reread_pages`] does it. Until the last one is read, all
    /// answers are those of the old reading.
    pub fn start_rereading(&mut self, lexicon: Lexicon) {
        self.rereading = Some(Rereading { lexicon, index: Index::default(), summaries: vec![] });
    }

    /// Reads the next few pages once more; false when all are read, those too that have come meanwhile.
    pub fn reread_pages(&mut self) -> bool {
        let Some(mut reading) = self.rereading.take() else { return false };
        let left = &self.pages[reading.summaries.len().min(self.pages.len())..];
        if !left.is_empty() {
            let n = analysis::n_together(left.iter().map(|it| it.page.text.len()));
            let pages = left[..n].iter().map(|it| it.page.clone()).collect();
            reading.summaries.extend(index_pages(&mut reading.index, pages, &reading.lexicon));
            self.rereading = Some(reading);
            return true;
        }
        finish(&mut reading.index, &reading.lexicon);
        (self.index, self.lexicon) = (reading.index, reading.lexicon);
        self.pages.iter_mut().zip(reading.summaries).for_each(|(page, summary)| page.summary = summary);
        self.forget();
        false
    }

    fn add(&mut self, page: Page) {
        self.forget();
        match self.pages.iter().position(|it| it.page.id == page.id) {
            Some(idx) => {
                self.pages[idx].page = page;
                self.index = Index::default();
                let pages = self.pages.iter().map(|it| it.page.clone()).collect();
                let summaries = index_pages(&mut self.index, pages, &self.lexicon);
                self.pages.iter_mut().zip(summaries).for_each(|(page, summary)| page.summary = summary);
                finish(&mut self.index, &self.lexicon);
                if let Some(Rereading { lexicon, .. }) = self.rereading.take() {
                    self.start_rereading(lexicon);
                }
            }
            None => {
                let summaries = index_pages(&mut self.index, vec![page.clone()], &self.lexicon);
                self.pages.extend(summaries.into_iter().map(|summary| LoadedPage { page: page.clone(), summary }));
            }
        }
    }
}

/// To be called when an index has all that comes for now.
fn finish(index: &mut Index, lexicon: &Lexicon) {
    index.seal();
    lexicon.gazetteer.iter().for_each(|it| index.facets.name_places(it));
}

/// Adds what is found on `pages` to the index; a summary a page.
fn index_pages(index: &mut Index, pages: Vec<Page>, lexicon: &Lexicon) -> Vec<PageSummary> {
    let mut res = vec![];
    for analysis in analysis::analyse_all(pages, lexicon) {
        res.push(library::summary(&analysis));
        for document in analysis.documents {
            index.add(&analysis.page.id, &analysis.published, document);
        }
    }
    res
}
