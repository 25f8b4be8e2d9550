//! What stands behind a mark, and how a location changes to show it.

use super::url::{AppLocation, View};
use crate::engine::chart::Opens;
use crate::engine::extract::edtf::Edtf;
use crate::engine::query::{Clause, DateRange, Facet};
use crate::protocol::Passage;

/// Shows what `opens` names: an article at the sentence of a figure, or the articles of a place or a period within
/// everything else that is asked.
pub fn open(location: &mut AppLocation, opens: &Opens) {
    match opens {
        Opens::Figure { article, figure } => open_figure(location, article, *figure),
        Opens::Place(path) => {
            location.selection.clauses.insert(Facet::Place, Clause::any_of([path]));
            show_articles(location);
        }
        Opens::Date(edtf) => {
            let range = DateRange { from: Edtf::parse(edtf), to: Edtf::parse(edtf) };
            location.selection.clauses.insert(Facet::Date, Clause::between(range));
            show_articles(location);
        }
        Opens::Text { article, span } => {
            open_article(location, article);
            location.at = Some(*span).filter(|it| it.start < it.end);
        }
        Opens::Behind(key) => location.behind = Some(key.clone()),
        Opens::Within(path) => {
            location.within = Some(path.clone());
            location.behind = Some(path.clone());
        }
        Opens::Choose(path) => location.selection.toggle(Facet::Place, path),
    }
}

/// Shows an article at the sentence of one of its figures.
pub fn open_figure(location: &mut AppLocation, article: &str, figure: usize) {
    location.view = View::Articles;
    location.article = Some(article.to_owned());
    location.figure = Some(figure);
    location.at = None;
}

/// Shows the sentence of a figure beside the present view.
pub fn open_beside(location: &mut AppLocation, article: &str, figure: usize) {
    let view = location.view;
    open_figure(location, article, figure);
    location.view = view;
}

/// Shows an article from its beginning.
pub fn open_article(location: &mut AppLocation, article: &str) {
    location.view = View::Articles;
    location.article = Some(article.to_owned());
    location.figure = None;
    location.at = None;
}

/// Shows a passage of an article, with how it was read.
pub fn open_passage(location: &mut AppLocation, passage: &Passage) {
    open_article(location, &passage.article);
    location.at = Some(passage.span);
    location.reading = true;
}

fn show_articles(location: &mut AppLocation) {
    location.view = View::Articles;
    location.close_article();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(from: &str, opens: Opens) -> String {
        let mut location = AppLocation::parse(from);
        open(&mut location, &opens);
        location.to_hash()
    }

    #[test]
    fn a_figure_opens_its_article_and_keeps_the_selection() {
        let opens = Opens::Figure { article: "000-01".into(), figure: 2 };
        assert_eq!(
            opened("#/charts?q=党员&quantity=money", opens),
            "#/articles?q=党员&article=000-01&figure=2&quantity=money"
        );
    }

    #[test]
    fn a_place_takes_the_place_of_other_places() {
        let opens = Opens::Place("甲省/乙市".into());
        assert_eq!(
            opened("#/charts?section=广角&place=甲省&article=000-01&figure=2", opens),
            "#/articles?section=广角&place=甲省/乙市"
        );
    }

    #[test]
    fn a_month_narrows_the_dates() {
        assert_eq!(opened("#/charts?date=2022/..", Opens::Date("2022-06".into())), "#/articles?date=2022-06/2022-06");
    }
}
