//! What can be chosen in the views of words and of comparison, as data: each option with its values, the usual one first.
//! The URL carries what is not usual, `key=value`; the screen makes a list to pick from of each.

use super::Locale;
use super::words::{text, text_with};
use crate::engine::query::highlight::HitKind;
use crate::engine::query::line_order::LineOrder;
use crate::engine::query::units::Unit;
use crate::protocol::{TableOptions, TableSort, Window};

/// Something to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordOption {
    /// Lines, keywords or collocates; of itself lines where something is looked for, else keywords.
    Panel,
    /// In what contexts are counted.
    Unit,
    /// By what lines are sorted.
    Order,
    /// Words to the left of a hit.
    Left,
    /// Words to the right of a hit.
    Right,
    /// Words that stand there less often are left out.
    Least,
    /// Content words, or every word.
    Words,
    /// All hits, only whole words, or only mere runs.
    Hits,
}

impl WordOption {
    /// Every option.
    pub const ALL: [WordOption; 8] = [
        WordOption::Panel,
        WordOption::Unit,
        WordOption::Order,
        WordOption::Left,
        WordOption::Right,
        WordOption::Least,
        WordOption::Words,
        WordOption::Hits,
    ];

    /// The name that the URL uses.
    pub fn as_str(self) -> &'static str {
        match self {
            WordOption::Panel => "panel",
            WordOption::Unit => "unit",
            WordOption::Order => "order",
            WordOption::Left => "left",
            WordOption::Right => "right",
            WordOption::Least => "least",
            WordOption::Words => "words",
            WordOption::Hits => "hits",
        }
    }

    /// Its values, the usual one first.
    pub fn values(self) -> &'static [&'static str] {
        match self {
            WordOption::Panel => &["usual", "lines", "keywords", "collocates"],
            WordOption::Unit => &["word", "character"],
            WordOption::Order => &[
                "text", "left-1", "left-2", "left-3", "left-4", "left-5", "right-1", "right-2", "right-3", "right-4",
                "right-5", "date", "place", "section",
            ],
            WordOption::Left | WordOption::Right => &["5", "4", "3", "2", "1", "0"],
            WordOption::Least => &["2", "1", "3", "5", "10", "20"],
            WordOption::Words => &["content", "every"],
            WordOption::Hits => &["all", "whole", "run"],
        }
    }
}

/// The key of a value's name; `None` for a number, which is its own.
pub fn value_key(value: &str) -> Option<String> {
    let is_number = value.bytes().all(|it| it.is_ascii_digit());
    (!is_number).then(|| format!("word-value.{}", value.trim_end_matches(|it: char| "-12345".contains(it))))
}

/// A value in words.
pub fn value_text(locale: Locale, value: &str) -> String {
    let distance = value.rsplit_once('-').map_or("", |it| it.1);
    value_key(value).map_or_else(|| value.to_owned(), |key| text_with(locale, &key, &[("n", distance)]))
}

/// An option's name.
pub fn option_text(locale: Locale, option: WordOption) -> String {
    text(locale, &format!("word-option.{}", option.as_str()))
}

/// What is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WordOptions([u8; WordOption::ALL.len()]);

impl WordOptions {
    /// The value of an option.
    pub fn get(&self, option: WordOption) -> &'static str {
        let idx = self.0.get(option as usize).copied().unwrap_or(0);
        option.values().get(usize::from(idx)).copied().unwrap_or("")
    }

    /// Chooses a value; one that the option has not leaves it as it is.
    pub fn set(&mut self, option: WordOption, value: &str) {
        let found = option.values().iter().position(|it| *it == value);
        if let (Some(found), Some(idx)) = (found, self.0.get_mut(option as usize)) {
            *idx = found as u8;
        }
    }

    /// What is not usual.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let chosen = WordOption::ALL.into_iter().filter(|it| self.0.get(*it as usize) != Some(&0));
        chosen.map(|it| (it.as_str(), self.get(it)))
    }

    /// A number that is chosen.
    pub fn number(&self, option: WordOption) -> usize {
        self.get(option).parse().unwrap_or(0)
    }

    /// In what contexts are counted.
    pub fn unit(&self) -> Unit {
        if self.get(WordOption::Unit) == "character" { Unit::Character } else { Unit::Word }
    }

    /// By what lines are sorted.
    pub fn order(&self) -> LineOrder {
        LineOrder::parse(self.get(WordOption::Order)).unwrap_or_default()
    }

    /// The kind of hits that are shown; `None` for both.
    pub fn hits(&self) -> Option<HitKind> {
        match self.get(WordOption::Hits) {
            "whole" => Some(HitKind::Word),
            "run" => Some(HitKind::Run),
            _ => None,
        }
    }

    /// How tables of words are made.
    pub fn table(&self, sort: Option<TableSort>, limit: usize) -> TableOptions {
        TableOptions {
            sort,
            least: self.number(WordOption::Least) as u32,
            every_word: self.get(WordOption::Words) == "every",
            window: Window { offset: 0, limit },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_usual_is_not_said() {
        let mut options = WordOptions::default();
        options.set(WordOption::Order, "right-2");
        options.set(WordOption::Least, "2");
        options.set(WordOption::Words, "some");
        assert_eq!(options.parts().collect::<Vec<_>>(), [("order", "right-2")]);
        assert_eq!(options.order(), LineOrder::Right(2));
    }

    #[test]
    fn every_order_that_is_offered_is_one() {
        assert!(WordOption::Order.values().iter().all(|it| LineOrder::parse(it).is_some()));
    }
}
