//! A numbered column: which values each article has, so that counting is adding up.
//!
//! An article has none, one or many values; values are numbered as they come. Four bytes a value and four an article.

use std::collections::BTreeMap;
use std::ops::Range;

/// The values of every article in one facet.
#[derive(Debug, Clone)]
pub struct Column {
    names: Vec<String>,
    numbers: BTreeMap<String, u32>,
    /// How many articles have each value.
    totals: Vec<u32>,
    /// Where each article's values begin, and where the last one's end.
    starts: Vec<u32>,
    values: Vec<u32>,
}

impl Default for Column {
    fn default() -> Self {
        Column { names: vec![], numbers: BTreeMap::new(), totals: vec![], starts: vec![0], values: vec![] }
    }
}

impl Column {
    /// The values by number.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The value of that number; "" where there is none.
    pub fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", String::as_str)
    }

    /// The number of a value that some article has.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    /// How many articles have each value, by number.
    pub fn totals(&self) -> &[u32] {
        &self.totals
    }

    /// How many articles the column tells of.
    pub fn n_articles(&self) -> usize {
        self.starts.len() - 1
    }

    /// The values of an article, each once.
    pub fn of(&self, article: u32) -> &[u32] {
        self.values.get(self.at(article)).unwrap_or_default()
    }

    /// Where the values of an article stand among those of all.
    pub fn at(&self, article: u32) -> Range<usize> {
        let at = article as usize;
        let bounds = self.starts.get(at).zip(self.starts.get(at + 1));
        bounds.map(|(start, end)| *start as usize..*end as usize).unwrap_or_default()
    }

    /// Bytes of the articles' values, names apart.
    pub fn n_bytes(&self) -> usize {
        4 * (self.starts.len() + self.values.len() + self.totals.len())
    }

    /// Adds `delta` for every value of each of `articles` to `counts`, which are by number.
    pub fn add_to(&self, counts: &mut [u32], articles: &[u32], delta: u32) {
        for article in articles {
            for value in self.of(*article) {
                if let Some(count) = counts.get_mut(*value as usize) {
                    *count = count.wrapping_add(delta);
                }
            }
        }
    }

    /// The number of a value, a new one for a new value.
    pub(super) fn number_or_new(&mut self, name: &str) -> u32 {
        if let Some(number) = self.number(name) {
            return number;
        }
        let number = self.names.len() as u32;
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        self.totals.push(0);
        number
    }

    /// Notes the values of the next article, in that order, each given once.
    pub(super) fn push(&mut self, values: &[u32]) {
        for value in values {
            self.totals[*value as usize] += 1;
        }
        self.values.extend(values);
        self.starts.push(self.values.len() as u32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_numbered_and_counted() {
        let mut column = Column::default();
        let [a, b] = ["甲", "乙"].map(|it| column.number_or_new(it));
        column.push(&[a, b]);
        column.push(&[]);
        column.push(&[b]);
        assert_eq!(
            (column.n_articles(), column.totals(), column.of(0), column.of(1)),
            (3, &[1, 2][..], &[0, 1][..], &[][..])
        );
        assert_eq!(
            (column.number("乙"), column.number("丙"), column.name(1), column.of(9)),
            (Some(1), None, "乙", &[][..])
        );
        let mut counts = vec![5, 5];
        column.add_to(&mut counts, &[0, 2], 1);
        assert_eq!(counts, [6, 7]);
        column.add_to(&mut counts, &[2], u32::MAX);
        assert_eq!(counts, [6, 6]);
    }
}
