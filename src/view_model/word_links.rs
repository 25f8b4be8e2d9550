//! What the cells of tables and the lines of a concordance open.

use super::url::{AppLocation, View};
use super::word_options::WordOption;
use super::{figure_row, opening};
use crate::protocol::{Column, FigureColumn, Leads, Passage};

/// Shows what a cell leads to; in a comparison within the selection of its column.
pub fn follow(location: &mut AppLocation, column: Column, leads: &Leads) {
    match leads {
        Leads::Nowhere => {}
        Leads::Lines(query) => show_lines(location, query),
        Leads::LinesOf(query, selection) => {
            location.selection = (**selection).clone();
            show_lines(location, query);
        }
        Leads::Select(selection) => {
            location.selection = (**selection).clone();
            location.view = View::Articles;
            location.close_article();
        }
        Leads::Opens(opens) => {
            if location.view == View::Compare {
                let of = if column == Column::InB { &location.words.b } else { &location.words.a };
                location.selection.clone_from(of);
            }
            opening::open(location, opens);
        }
        Leads::Quantity(quantity) => {
            location.view = View::Figures;
            location.quantity = Some(*quantity);
            location.sort = figure_row::next_sort(None, FigureColumn::Value);
            location.close_article();
        }
    }
}

fn show_lines(location: &mut AppLocation, query: &str) {
    location.view = View::Words;
    query.clone_into(&mut location.words.node);
    location.words.options.set(WordOption::Panel, "lines");
    location.close_article();
}

/// Shows the sentence of a line.
pub fn open_line(location: &mut AppLocation, passage: &Passage) {
    opening::open_article(location, &passage.article);
    location.at = Some(passage.span);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::chart::Opens;
    use crate::engine::query::Selection;
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
        let leads = Leads::Opens(Opens::Figure { article: "000-01".into(), figure: 1 });
        let found = followed("#/compare?a=q%3D修路&b=q%3D架桥", Column::InB, leads);
        assert!(found.starts_with("#/articles?q=架桥&article=000-01&figure=1"), "{found}");
    }

    #[test]
    fn a_cell_with_a_selection_opens_it() {
        let shared = || Box::new(Selection { query: "(修路) (架桥)".into(), ..Selection::default() });
        let found = followed("#/compare?a=q%3D修路&b=q%3D架桥", Column::InBoth, Leads::Select(shared()));
        assert!(found.starts_with("#/articles?q=%28修路%29%20%28架桥%29&a="), "{found}");
        let found = followed("#/compare?a=q%3D修路", Column::Word, Leads::LinesOf("路".into(), shared()));
        assert!(found.starts_with("#/words?q=%28修路%29%20%28架桥%29&panel=lines&node=路"), "{found}");
    }

    #[test]
    fn a_line_opens_its_sentence() {
        let mut location = AppLocation::parse("#/words?q=党员");
        open_line(&mut location, &Passage { article: "000-01".into(), span: Span::new(3, 9) });
        assert_eq!(location.to_hash(), "#/articles?q=党员&article=000-01&at=3-9");
    }
}
