//! Answers requests with the engine. Pure: the worker's glue fetches, this module never does.

use crate::engine::lexicon::Lexicon;
use crate::error::Error;
use crate::protocol::{ArticleList, Facets, FigureTable, Library, Request, Response, Words};

/// The library and everything that was found in it.
#[derive(Debug, Default)]
pub struct Service {
    library: Library,
}

impl Service {
    /// An empty library.
    pub fn new() -> Self {
        Service::default()
    }

    /// Reads one more page. `id` is the file's name without its ending. Ids are unique: a second page of one id
    /// replaces the first.
    pub fn add_page(&mut self, _id: &str, _text: &str) {}

    /// Notes a file that could not be fetched.
    pub fn add_failure(&mut self, error: Error) {
        self.library.failed.push(error);
    }

    /// Extracts what the lexicon allows from every page.
    pub fn set_lexicon(&mut self, _lexicon: Lexicon) {}

    /// The answer to `request`.
    pub fn handle(&self, request: &Request) -> Response {
        match request {
            Request::LoadCorpus | Request::LoadLexicon | Request::Library => Response::Library(self.library.clone()),
            Request::Articles { .. } => Response::Articles(ArticleList::default()),
            Request::Facets { .. } => Response::Facets(Facets::default()),
            Request::Article { id, .. } => Response::Failed(Error::NoArticle { id: id.clone() }),
            Request::Figures { .. } => Response::Figures(FigureTable::default()),
            Request::Chart { .. } => Response::Failed(Error::LexiconPending),
            Request::Words { .. } => Response::Words(Words::default()),
        }
    }
}
