//! What the cells of tables and the lines of a concordance open.

use super::opening;
use super::url::{AppLocation, View};
use super::word_options::WordOption;
use crate::protocol::{Column, Leads, Passage};

/// Shows what a cell leads to; in a comparison within the selection of its column.
pub fn follow(location: &mut AppLocation, column: Column, leads: &Leads) {
    if location.view == View::Compare {
        location.selection = if column == Column::InB { location.words.b.clone() } else { location.words.a.clone() };
    }
    match leads {
        Leads::Nowhere => {}
        Leads::Lines(query) => {
            location.view = View::Words;
            location.words.node.clone_from(query);
            location.words.options.set(WordOption::Panel, "lines");
            location.close_article();
        }
        Leads::Articles => {
            location.view = View::Articles;
            location.close_article();
        }
        Leads::Opens(opens) => opening::open(location, opens),
    }
}

/// Shows the sentence of a line.
pub fn open_line(location: &mut AppLocation, passage: &Passage) {
    opening::open_article(location, &passage.article);
    location.at = Some(passage.span);
}

/// True of a cell that has an address: what is in both selections has none.
pub fn is_link(column: Column, leads: &Leads) -> bool {
    *leads != Leads::Nowhere && column != Column::InBoth
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::chart::Opens;
    use crate::engine::text::Span;

    fn followed(from: &str, column: Column, leads: Leads) -> String {
        let mut location = AppLocation::parse(from);
        follow(&mut location, column, &leads);
        location.to_hash()
    }

    #[test]
    fn a_word_opens_its_lines_and_keeps_the_selection() {
        let found = followed("#/words?q=党员&panel=collocates", Column::Word, Leads::Lines("党员#5示范".into()));
        assert_eq!(found, "#/words?q=党员&panel=lines&node=党员%235示范");
    }

    #[test]
    fn a_cell_of_a_comparison_opens_its_own_side() {
        let leads = || Leads::Opens(Opens::Place("甲省".into()));
        let found = followed("#/compare?a=q%3D修路&b=q%3D架桥", Column::InB, leads());
        assert!(found.starts_with("#/articles?q=架桥&place=甲省"), "{found}");
        assert!(!is_link(Column::InBoth, &leads()));
    }

    #[test]
    fn a_line_opens_its_sentence() {
        let mut location = AppLocation::parse("#/words?q=党员");
        open_line(&mut location, &Passage { article: "000-01".into(), span: Span::new(3, 9) });
        assert_eq!(location.to_hash(), "#/articles?q=党员&article=000-01&at=3-9");
    }
}
