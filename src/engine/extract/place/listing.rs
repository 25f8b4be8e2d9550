//! The names of the gazetteer that stand in a text, looked up once for all its readings.

use super::ground::is_han;
use crate::engine::extract::gazetteer::{Form, Gazetteer};

/// A name of the gazetteer in a text, whether the text means it or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing<'g> {
    /// Where it begins, in bytes of the text.
    at: usize,
    /// Its bytes.
    pub n_bytes: usize,
    /// Whose name it is.
    pub forms: &'g [Form],
}

/// All such names of a text, by where they begin, shorter ones first.
#[derive(Debug, Clone)]
pub(super) struct Listing<'g>(Vec<Standing<'g>>);

impl<'g> Listing<'g> {
    pub(super) fn of(text: &str, gazetteer: &'g Gazetteer) -> Self {
        let mut res = vec![];
        let mut chars = text.chars().skip(1).map(|it| it as u32);
        let mut second = chars.next().unwrap_or(0);
        for (at, first) in text.char_indices() {
            let third = chars.next().unwrap_or(0);
            if is_han(first) && gazetteer.may_begin([first as u32, second, third]) {
                let names = gazetteer.prefixes(text.get(at..).unwrap_or(""));
                res.extend(names.map(|(n_bytes, forms)| Standing { at, n_bytes, forms }));
            }
            second = third;
        }
        Listing(res)
    }

    /// True where a name begins at `at`; `next` says how far the reader has come, which only goes on.
    pub(super) fn stands(&self, at: usize, next: &mut usize) -> bool {
        while self.0.get(*next).is_some_and(|it| it.at < at) {
            *next += 1;
        }
        self.0.get(*next).is_some_and(|it| it.at == at)
    }

    /// Where the first name behind `at` begins, the reader having come to `next`.
    pub(super) fn behind(&self, next: usize, at: usize) -> usize {
        let names = self.0.get(next..).unwrap_or(&[]);
        names.iter().map(|it| it.at).find(|&it| it > at).unwrap_or(usize::MAX)
    }

    /// The names that begin at `at`, shortest first, the reader having come to `next`.
    pub(super) fn at(&self, next: usize, at: usize) -> &[Standing<'g>] {
        let names = self.0.get(next..).unwrap_or(&[]);
        let n_names = names.iter().take_while(|it| it.at == at).count();
        names.get(..n_names).unwrap_or(&[])
    }
}
