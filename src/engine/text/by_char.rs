//! Words and values looked up by a character, which at nearly every place of a text says in one step that none is there.

/// Values by a character, found in one step.
#[derive(Debug, Clone, Default)]
pub struct ByChar<T> {
    /// For each character one more than the place of its value, 0 for none.
    slots: Vec<u16>,
    values: Vec<T>,
}

impl<T: Default> ByChar<T> {
    /// The values of the first characters of `words`, filled in order by `add`; a word without characters is left out.
    pub fn of<W>(words: impl Iterator<Item = W>, text: impl Fn(&W) -> &str, add: impl Fn(&mut T, W)) -> Self {
        let mut res = ByChar { slots: vec![], values: vec![] };
        for word in words {
            if let Some(first) = text(&word).chars().next() {
                add(res.entry(first), word);
            }
        }
        res
    }

    /// The value of `ch`.
    pub fn get(&self, ch: char) -> Option<&T> {
        let slot = *self.slots.get(ch as usize)?;
        self.values.get(usize::from(slot).checked_sub(1)?)
    }

    /// All values, in the order in which their characters first came.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.values.iter_mut()
    }

    fn entry(&mut self, ch: char) -> &mut T {
        let at = ch as usize;
        if self.slots.len() <= at {
            self.slots.resize(at + 1, 0);
        }
        if self.slots[at] == 0 {
            self.values.push(T::default());
            self.slots[at] = self.values.len() as u16;
        }
        &mut self.values[usize::from(self.slots[at]) - 1]
    }
}

/// The last character of `text`, "" for none.
pub fn last_character(text: &str) -> &str {
    text.char_indices().next_back().map_or("", |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_by_their_first_character() {
        let words = ["年初", "", "月", "年底"].into_iter();
        let table: ByChar<Vec<&str>> = ByChar::of(words, |it| it, |all: &mut Vec<_>, it| all.push(it));
        assert_eq!(table.get('年'), Some(&vec!["年初", "年底"]));
        assert_eq!(table.get('月').map(Vec::len), Some(1));
        assert_eq!((table.get('初'), table.get('a'), table.get('𠮷')), (None, None, None));
    }
}
