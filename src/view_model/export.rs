//! The words of tables' heads and cells, and what makes a table or a picture citable once it has left the page.

use super::clauses::chips;
use super::url::{AppLocation, View};
use super::{Locale, dates, words};
use crate::engine::extract::edtf::Edtf;
use crate::engine::query::Selection;
use crate::protocol::{Cell, Column, Library};

/// The head of a column.
pub fn column_text(locale: Locale, column: Column) -> String {
    words::text(locale, &column_key(column))
}

/// The key of the head of a column.
pub fn column_key(column: Column) -> String {
    format!("column.{}", column.as_str())
}

/// What stands in a cell.
pub fn cell_text(locale: Locale, column: Column, cell: &Cell) -> String {
    match column {
        Column::Label => words::text(locale, &cell.text),
        Column::Period => Edtf::parse(&cell.text).map_or(String::new(), |it| dates::edtf_text(locale, &it)),
        _ => cell.text.clone(),
    }
}

/// What was asked, of what it was made, where it can be seen again and on which day: what each is, and its words.
pub fn about(
    locale: Locale,
    location: &AppLocation,
    library: &Library,
    link: &str,
    today: &str,
) -> Vec<(String, String)> {
    let asked = match location.view {
        View::Compare => {
            let sides = [(Column::InA, &location.words.a), (Column::InB, &location.words.b)];
            sides.map(|(side, it)| line(locale, &column_text(locale, side), &asked(locale, it))).join("；")
        }
        _ => asked(locale, &location.selection),
    };
    let rows = [
        ("take.about.query", asked),
        ("take.about.source", source(locale, library)),
        ("take.about.link", link.to_owned()),
        ("take.about.date", today.to_owned()),
    ];
    rows.into_iter().map(|(key, value)| (words::text(locale, key), value)).collect()
}

/// What something is, with its words.
pub fn line(locale: Locale, name: &str, value: &str) -> String {
    words::text_with(locale, "take.about.line", &[("name", name), ("value", value)])
}

/// The selection in words.
fn asked(locale: Locale, selection: &Selection) -> String {
    let chips = chips(selection, locale);
    match chips.is_empty() {
        true => words::text(locale, "compare.all"),
        false => chips.iter().map(|it| line(locale, &it.name, &it.label)).collect::<Vec<_>>().join("；"),
    }
}

/// The papers, how many of their pages are loaded, and the days of the first and the last one.
fn source(locale: Locale, library: &Library) -> String {
    let mut papers: Vec<&str> = vec![];
    for page in &library.pages {
        let paper = page.front_matter.iter().find(|it| it.0 == PAPER).map(|it| it.1.as_str());
        papers.extend(paper.filter(|it| !papers.contains(it)));
    }
    let edtfs = || library.pages.iter().filter_map(|it| it.published.edtf.as_ref());
    let ends = [edtfs().min_by_key(|it| it.as_str()), edtfs().max_by_key(|it| it.as_str())];
    let days = ends.map(|it| it.map(|it| dates::edtf_text(locale, it)).unwrap_or_default());
    let count = words::counted(locale, "take.about.pages", library.pages.len());
    let parts = [papers.join("、"), count, if days[0] == days[1] { days[0].clone() } else { days.join("–") }];
    parts.iter().filter(|it| !it.is_empty()).map(String::as_str).chain(["版面 Banmian"]).collect::<Vec<_>>().join(" · ")
}

/// The paper's name in the front matter of a page.
const PAPER: &str = "报纸";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_without_conditions_is_of_all_articles() {
        let rows = about(Locale::English, &AppLocation::default(), &Library::default(), "http://a/#/", "2023-04-01");
        assert_eq!(rows.len(), 4);
        assert_eq!(rows[0].1, words::text(Locale::English, "compare.all"));
        assert!(rows[1].1.contains("0 pages"), "{}", rows[1].1);
        assert_eq!((rows[2].1.as_str(), rows[3].1.as_str()), ("http://a/#/", "2023-04-01"));
    }

    #[test]
    fn conditions_are_named() {
        let selection = Selection { query: "修路".into(), ..Selection::default() };
        let location = AppLocation { selection, ..AppLocation::default() };
        let rows = about(Locale::Chinese, &location, &Library::default(), "", "");
        assert!(rows[0].1.ends_with("：修路"), "{}", rows[0].1);
    }
}
