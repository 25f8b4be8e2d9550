//! Answers without their windows and with exact numbers, packed for the program that writes files.

use super::Service;
use super::word_tables::Digits;
use crate::codec;
use crate::engine::query::{Selection, eval};
use crate::error::Error;
use crate::protocol::{ArticleDetail, Bytes, LinesWanted, Request, Response, Whole, Window};

impl Service {
    /// What `request` asks for, whole. Articles without places and subjects would be mistaken for articles that have
    /// none, so they are packed only when these are known.
    pub(super) fn whole(&self, request: &Request) -> Response {
        let window = Window { offset: 0, limit: u32::MAX as usize };
        let answer = match request.clone() {
            Request::Articles { .. } | Request::Figures { .. } if !self.is_ready() => {
                Response::Failed(Error::LexiconPending)
            }
            Request::Articles { selection, .. } => return packed(&Whole::Articles(self.details(&selection))),
            Request::Figures { selection, quantity, sort, view, .. } => {
                Response::WordTable(Some(self.whole_figures((selection, quantity, sort, view))))
            }
            Request::Chart(mut wanted) => {
                wanted.n_rows = window.limit;
                self.chart(&wanted)
            }
            Request::Lines(wanted) => Response::Lines(self.lines(&LinesWanted { window, ..wanted })),
            Request::WordTable(mut wanted) => {
                wanted.options.window = window;
                Response::WordTable(self.word_table(&wanted, Digits::All))
            }
            Request::Compare(mut compared) => {
                compared.options.window = window;
                Response::Comparison(Box::new(self.compare(&compared, Digits::All)))
            }
            other => self.handle(&other),
        };
        match answer {
            Response::Failed(error) => Response::Failed(error),
            Response::WordTable(None) => Response::Failed(Error::LexiconPending),
            answer => packed(&Whole::Answer(Box::new(answer))),
        }
    }

    /// Every article of the selection, in the order of the pages.
    fn details(&self, selection: &Selection) -> Vec<ArticleDetail> {
        eval::select(&self.index, selection).0.into_iter().map(|it| self.detail(it)).collect()
    }
}

fn packed(whole: &Whole) -> Response {
    match codec::encode(whole) {
        Ok(bytes) => Response::Packed(Bytes(bytes)),
        Err(error) => Response::Failed(error),
    }
}
