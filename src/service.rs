//! Answers requests with the engine. Pure: the worker's glue fetches, this module never does.

mod articles;
mod charts;
mod compare;
mod facets;
mod figures;
mod library;
mod map_features;
mod overview;
mod places;
mod reading;
mod related;
mod search_box;
mod walk;
mod whole;
mod word_tables;
mod words;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use crate::engine::figures::columns::FigureColumns;
use crate::engine::index::Index;
use crate::engine::lexicon::Lexicon;
use crate::engine::measure;
use crate::engine::page::Page;
use crate::engine::query::concordance::Found;
use crate::engine::query::pinyin::Pinyin;
use crate::engine::query::vocabulary::Vocabulary;
use crate::error::Error;
use crate::protocol::{LinesWanted, PageSummary, Request, Response};
use figures::LastRows;
use word_tables::Digits;

/// The seed of the archives that are measured; another one gives other numbers.
const MEASURE_SEED: u64 = 20_230_401;

/// The library and everything that was found in it.
#[derive(Debug, Default)]
pub struct Service {
    lexicon: Lexicon,
    pages: Vec<LoadedPage>,
    failed: Vec<Error>,
    /// How many pages the import that goes on, or the last one, is of.
    n_expected: usize,
    index: Index,
    pinyin: Option<Pinyin>,
    /// What is being read once more.
    rereading: Option<reading::Rereading>,
    /// What the index can be asked for by name; counted when it is first needed.
    vocabulary: OnceCell<Vocabulary>,
    /// Its figures in columns; made when they are first needed.
    figure_columns: OnceCell<FigureColumns>,
    /// The rows of figures that were asked for last.
    last_figures: RefCell<Option<Rc<LastRows>>>,
    /// The lines that were asked for last, all of them: whoever scrolls asks for one window after the other.
    last_lines: RefCell<Option<(LinesWanted, Vec<Found>)>>,
}

/// A page as read, and what is told of it.
#[derive(Debug)]
struct LoadedPage {
    page: Page,
    summary: PageSummary,
}

impl Service {
    /// An empty library.
    pub fn new() -> Self {
        Service::default()
    }

    /// Lets names be typed in pinyin.
    pub fn set_pinyin(&mut self, pinyin: Pinyin) {
        self.pinyin = Some(pinyin);
    }

    /// True once names can be typed in pinyin.
    pub fn has_pinyin(&self) -> bool {
        self.pinyin.is_some()
    }

    /// Measures the engine on an archive made of the loaded pages; see [`measure::measure`]. `clock` gives milliseconds.
    pub fn measure(&self, n_articles: usize, clock: &dyn Fn() -> f64) -> Option<measure::Report> {
        let sources = self.pages.iter().map(|it| it.page.text.as_str());
        measure::measure(sources, &self.lexicon, n_articles, MEASURE_SEED, clock)
    }

    /// The answer to `request`.
    pub fn handle(&self, request: &Request) -> Response {
        match request {
            Request::LoadCorpus | Request::LoadLexicon | Request::Library => Response::Library(self.library()),
            Request::Articles { selection, window } => Response::Articles(self.articles(selection, *window)),
            Request::Facets { selection, views } => Response::Facets(self.facets(selection, views)),
            Request::Article { id, selection } => match self.article(id, selection) {
                Some(detail) => Response::Article(Box::new(detail)),
                None => Response::Failed(Error::NoArticle { id: id.clone() }),
            },
            Request::Related { id } => match self.related(id) {
                Some(related) => Response::Related(Box::new(related)),
                None => Response::Failed(Error::NoArticle { id: id.clone() }),
            },
            Request::Figures { selection, quantity, sort, view, window } => {
                let wanted = (selection.clone(), *quantity, *sort, view.clone());
                Response::Figures(Box::new(self.figures(wanted, *window)))
            }
            Request::Overview(selection) => Response::Overview(Box::new(self.overview(selection))),
            Request::Chart(wanted) => self.chart(wanted),
            Request::CheckQuery { query } => Response::QueryCheck(search_box::check(query)),
            Request::Complete { query, caret, past } => Response::Completion(self.complete(query, *caret, past)),
            Request::Lines(wanted) => Response::Lines(self.lines(wanted)),
            Request::WideLine(passage) => match self.wide_line(passage) {
                Ok(line) => Response::WideLine(Box::new(line)),
                Err(error) => Response::Failed(error),
            },
            Request::WordTable(wanted) => Response::WordTable(self.word_table(wanted, Digits::Few)),
            Request::NextMention(wanted) => Response::NextMention(self.next_mention(wanted)),
            Request::Compare(compared) => Response::Comparison(Box::new(self.compare(compared, Digits::Few))),
            Request::Places(_) if !self.is_ready() => Response::Failed(Error::LexiconPending),
            Request::Places(wanted) => Response::Places(Box::new(self.place_view(wanted))),
            Request::Whole(request) => self.whole(request),
        }
    }

    /// To be called when the index changes: what was worked out from it no longer holds.
    fn forget(&mut self) {
        self.vocabulary.take();
        self.figure_columns.take();
        self.last_figures.take();
        self.last_lines.take();
    }

    /// True once dictionary and gazetteer are there.
    fn is_ready(&self) -> bool {
        self.lexicon.tokenizer.is_some() && self.lexicon.gazetteer.is_some()
    }
}
