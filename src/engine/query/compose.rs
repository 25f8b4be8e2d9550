//! Queries made of other queries: how a word is written so that it is looked for as it stands, and what finds it near
//! the hits of a query.

use super::ast::{Node, Run};
use super::parser;
use crate::engine::index::postings::index_char;

/// `word` as a query looks for it: in quotation marks where it would mean something else without.
pub fn as_written(word: &str) -> String {
    let parsed = parser::parse(word);
    let is_run = match parsed.root {
        Some(Node::Run(Run { pattern, field: None, .. })) => word.chars().map(index_char).eq(pattern),
        _ => false,
    };
    let is_plain =
        is_run && !word.starts_with(|it: char| it.is_ascii_digit()) && word.chars().all(char::is_alphanumeric);
    if is_plain { word.to_owned() } else { format!("\"{}\"", word.replace('"', " ")) }
}

/// The query that finds `word` with at most `distance` characters between it and a hit of `query`: `A#5B`. Where
/// `query` is more than one run or a choice of runs, the articles that hold both.
pub fn near(query: &str, word: &str, distance: usize) -> String {
    let near = |run: &Run| {
        let first = as_written(&run.pattern.iter().collect::<String>());
        format!("{first}#{}{}", distance.min(MAX_DISTANCE), as_written(word))
    };
    let run = |node: &Node| match node {
        Node::Run(run) if run.field.is_none() => Some(near(run)),
        _ => None,
    };
    let composed = match parser::parse(query).root {
        Some(Node::Any(nodes)) => nodes.iter().map(run).collect::<Option<Vec<_>>>().map(|it| it.join(" OR ")),
        Some(node) => run(&node),
        None => Some(as_written(word)),
    };
    composed.unwrap_or_else(|| format!("({}) {}", query.trim(), as_written(word)))
}

/// The largest distance that a query can name.
const MAX_DISTANCE: usize = 999;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_looked_for_as_they_stand() {
        for (word, written) in
            [("党员", "党员"), ("OR", "\"OR\""), ("12345", "\"12345\""), ("-1", "\"-1\""), ("标题:甲", "\"标题:甲\"")]
        {
            assert_eq!(as_written(word), written);
        }
    }

    #[test]
    fn what_is_near_a_hit_is_a_distance() {
        assert_eq!(near("党员", "示范", 5), "党员#5示范");
        assert_eq!(near(" “流动 党员” ", "12345", 2), "\"流动 党员\"#2\"12345\"");
        assert_eq!(near("党员 OR 群众", "示范", 0), "党员#0示范 OR 群众#0示范");
        assert_eq!(near("党员 -群众", "示范", 5), "(党员 -群众) 示范");
        assert_eq!(near("", "示范", 5), "示范");
    }
}
