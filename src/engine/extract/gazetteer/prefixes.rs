//! The names that a text begins with, found by narrowing a range of sorted names character by character.

use std::cmp::Ordering;
use std::ops::Range;

use super::{Form, Gazetteer};

/// See [`Gazetteer::prefixes`](super::Gazetteer::prefixes).
#[derive(Debug)]
pub struct Prefixes<'g, 't> {
    gazetteer: &'g Gazetteer,
    text: &'t str,
    /// How much of the text has been read.
    n_bytes: usize,
    n_chars: usize,
    /// Numbers of the forms that begin with it; at first those of the first character, though it has not been read.
    forms: Range<usize>,
}

impl<'g, 't> Prefixes<'g, 't> {
    /// Of the `forms` that begin with the text's first character.
    pub(super) fn new(gazetteer: &'g Gazetteer, text: &'t str, forms: Range<usize>) -> Self {
        Prefixes { gazetteer, text, n_bytes: 0, n_chars: 0, forms }
    }

    /// The forms that begin with the whole text.
    pub(super) fn going_on(mut self) -> &'g [Form] {
        while self.n_bytes < self.text.len() && !self.forms.is_empty() && self.read().is_some() {}
        self.gazetteer.forms.get(self.forms).unwrap_or(&[])
    }

    /// Keeps the forms that go on with the text's next character; `None` at the end of the text.
    fn read(&mut self) -> Option<()> {
        let character = self.text.get(self.n_bytes..)?.chars().next()?;
        let (from, to) = (self.n_bytes, self.n_bytes + character.len_utf8());
        match self.n_chars {
            0 => {}
            1 => self.narrow(self.gazetteer.seconds.get(self.forms.clone())?, |it| it.cmp(&(character as u32))),
            _ => {
                let wanted = self.text.as_bytes().get(from..to)?;
                let bytes = |it: &Form| self.gazetteer.form_name(it).as_bytes().get(from..).unwrap_or(&[]);
                let forms = self.gazetteer.forms.get(self.forms.clone())?;
                self.narrow(forms, |it| head_of(bytes(it), wanted.len()).cmp(wanted));
            }
        }
        self.n_bytes = to;
        self.n_chars += 1;
        Some(())
    }

    /// Keeps of `forms`, whose sorted keys are `keys`, those that are equal to what is wanted.
    fn narrow<K>(&mut self, keys: &[K], order: impl Fn(&K) -> Ordering) {
        let first = keys.partition_point(|it| order(it) == Ordering::Less);
        let n_equal = keys[first..].partition_point(|it| order(it) == Ordering::Equal);
        self.forms = self.forms.start + first..self.forms.start + first + n_equal;
    }
}

impl<'g> Iterator for Prefixes<'g, '_> {
    type Item = (usize, &'g [Form]);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.forms.is_empty() {
            self.read()?;
            let forms = self.gazetteer.forms.get(self.forms.clone())?;
            let whole = forms.partition_point(|it| usize::from(it.name.len) == self.n_bytes);
            if whole > 0 {
                return Some((self.n_bytes, &forms[..whole]));
            }
        }
        None
    }
}

fn head_of(bytes: &[u8], len: usize) -> &[u8] {
    bytes.get(..len).unwrap_or(bytes)
}
