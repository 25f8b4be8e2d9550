//! The check of the specs in `tests/specs/index`: the values that `library.rs`'s articles have, a line each.

use banmian::engine::index::Index;
use banmian::engine::index::facet::Facet;
use banmian::engine::query::eval;

use super::{library, same};
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

/// The values of every facet that an article has any of, places with their own figures below.
fn values(index: &Index) -> String {
    let mut res = vec![];
    for (number, article) in (0..).zip(index.articles()) {
        let mut line = article.document.article.id.clone();
        for facet in Facet::ALL.into_iter().filter(|it| !matches!(it, Facet::Place | Facet::Page)) {
            let column = index.facets.column(facet);
            let names: Vec<&str> = column.of(number).iter().map(|it| column.name(*it)).collect();
            if !names.is_empty() {
                line.push_str(&format!(" {}={}", facet.as_str(), names.join(",")));
            }
        }
        res.push(line);
        for (place, n_figures) in index.facets.figures_of(number) {
            let path = index.facets.column(Facet::Place).name(place);
            let level = index.facets.places()[place as usize].level;
            res.push(format!("  {path} {} figures {n_figures}", level.as_str()));
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
                let kind = if index.are_words(article, hit.field, &[hit.span()]) == [true] { "word" } else { "run" };
                res.push(format!("{} {} {at} {kind}", library::names(index, &[article]), hit.field.as_str()));
            }
        }
    }
    res.join("\n")
}
