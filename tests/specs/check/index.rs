//! The check of the specs in `tests/specs/index`: the values that `library.rs`'s articles have, a line each.

use banmian::engine::index::Index;
use banmian::engine::query::eval;

use super::{library, query, same};
use crate::case::Case;

pub fn check(case: &Case) -> Result<(), String> {
    let (input, expected) = case.halves();
    let index = library::index(&input);
    let found = match case.area().as_str() {
        "facet" => values(&index),
        "postings" => found(&index, library::required(case, "find")),
        area => panic!("no check for {area}"),
    };
    same(&expected, &found)
}

fn values(index: &Index) -> String {
    let mut res = vec![];
    for (article, values) in index.articles().iter().zip(&index.facets.of_article) {
        let section = &index.facets.sections[values.section as usize];
        let period = query::name_of(values.period);
        res.push(format!("{} section={section} period={period}", article.document.article.id));
        for (place, n_figures) in &values.places {
            let place = &index.facets.places[*place as usize];
            res.push(format!("  {} {} figures {n_figures}", place.path, place.level.as_str()));
        }
    }
    res.join("\n")
}

/// Each hit of the term: article, field, character, and whether it is a whole word.
fn found(index: &Index, term: &str) -> String {
    let mut res = vec![];
    for hits in eval::query_hits(index, term).terms {
        for article in 0..index.len() as u32 {
            for hit in hits.in_article(index, article) {
                let at = index.article(article).text(hit.field)[..hit.span().start].chars().count();
                let kind = if index.is_word(article, hit.field, hit.span()) { "word" } else { "run" };
                res.push(format!("{} {} {at} {kind}", library::names(index, &[article]), hit.field.as_str()));
            }
        }
    }
    res.join("\n")
}
