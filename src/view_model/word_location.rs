//! What a link carries of the views of words and of comparison.

use super::url::AppLocation;
use super::word_options::{WordOption, WordOptions};
use crate::engine::query::Selection;
use crate::protocol::{Column, Direction, TableSort};

/// The part of a location that these views read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordLocation {
    /// What is chosen from lists.
    pub options: WordOptions,
    /// What is looked for in the place of the selection's query; "" for that query.
    pub node: String,
    /// By what tables of words are sorted.
    pub sort: Option<TableSort>,
    /// The first selection that is compared.
    pub a: Selection,
    /// The second.
    pub b: Selection,
}

impl WordLocation {
    /// The panel of the view of words, where `query` is the selection's.
    pub fn panel(&self, query: &str) -> &'static str {
        let is_asked = !query.trim().is_empty() || !self.node.is_empty();
        match (self.options.get(WordOption::Panel), is_asked) {
            ("usual", true) => "lines",
            ("usual", false) => "keywords",
            (panel, _) => panel,
        }
    }

    /// Its parts of the URL.
    pub(super) fn parts(&self) -> Vec<(&'static str, String)> {
        let mut res: Vec<(&str, String)> = self.options.parts().map(|(key, value)| (key, value.to_owned())).collect();
        let sort = self.sort.map_or(String::new(), sort_text);
        for (key, value) in [("node", self.node.clone()), ("by", sort), ("a", link(&self.a)), ("b", link(&self.b))] {
            if !value.is_empty() {
                res.push((key, value));
            }
        }
        res
    }

    /// Takes up a part of the URL; one that is none of its own says nothing.
    pub(super) fn read(&mut self, key: &str, value: &str) {
        match key {
            "node" => self.node = value.to_owned(),
            "by" => self.sort = sort(value),
            "a" => self.a = selection(value),
            "b" => self.b = selection(value),
            _ => {
                let option = WordOption::ALL.into_iter().find(|it| it.as_str() == key);
                option.into_iter().for_each(|it| self.options.set(it, value));
            }
        }
    }
}

/// A selection as the URL of a view has it, from behind the `?`; "" for all articles.
pub fn link(selection: &Selection) -> String {
    if *selection == Selection::default() {
        return String::new();
    }
    let location = AppLocation { selection: selection.clone(), ..AppLocation::default() };
    location.to_hash().split_once('?').map_or(String::new(), |it| it.1.to_owned())
}

/// The selection of a link, or of the part behind its `?`.
pub fn selection(link: &str) -> Selection {
    let parts = link.split_once('?').map_or(link, |it| it.1);
    AppLocation::parse(&format!("?{parts}")).selection
}

/// The sort after a click on the head of `column`, of which the table is now sorted by `current`: the other way, or
/// largest first; words from their beginning.
pub fn next_sort(current: Option<TableSort>, column: Column) -> TableSort {
    let direction = match current.filter(|it| it.column == column).map(|it| it.direction) {
        Some(Direction::Descending) => Direction::Ascending,
        None if column.is_head() => Direction::Ascending,
        Some(Direction::Ascending) | None => Direction::Descending,
    };
    TableSort { column, direction }
}

fn sort_text(sort: TableSort) -> String {
    let direction = if sort.direction == Direction::Ascending { "ascending" } else { "descending" };
    format!("{}-{direction}", sort.column.as_str())
}

fn sort(text: &str) -> Option<TableSort> {
    let (name, direction) = text.rsplit_once('-')?;
    let column = Column::ALL.into_iter().find(|it| it.as_str() == name)?;
    match direction {
        "ascending" => Some(TableSort { column, direction: Direction::Ascending }),
        "descending" => Some(TableSort { column, direction: Direction::Descending }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_selections_stand_in_one_link() {
        let hash = "#/compare?q=党员&a=place%3D内蒙古自治区/赤峰市&b=q%3D修路%2520架桥";
        let location = AppLocation::parse(hash);
        assert_eq!(location.words.b.query, "修路 架桥");
        assert_eq!(link(&location.words.a), "place=内蒙古自治区/赤峰市");
        assert_eq!(location.to_hash(), hash);
        assert_eq!(selection("#/words?q=修路&panel=lines").query, "修路");
    }

    #[test]
    fn a_second_click_turns_the_sort() {
        let first = next_sort(None, Column::LogDice);
        assert_eq!(first, TableSort { column: Column::LogDice, direction: Direction::Descending });
        assert_eq!(next_sort(Some(first), Column::LogDice).direction, Direction::Ascending);
        assert_eq!(next_sort(Some(first), Column::Word).direction, Direction::Ascending);
    }
}
