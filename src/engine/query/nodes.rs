//! Where a query's words stand in an article, as concordance and collocates count them: hits that overlap are one, and
//! two runs that are near each other (`A#5B`) are one with what stands between them.

use super::ast::Node;
use super::eval::{self, QueryHits};
use super::highlight::{self, Hit};
use super::parser;
use super::units::Range;
use crate::engine::index::{Field, Index};

/// The hits of a query.
#[derive(Debug, Clone, Default)]
pub struct Nodes {
    hits: QueryHits,
    pairs: Vec<Pair>,
}

/// Terms `first` and `first + 1` stand near each other, with at most `distance` characters between them.
#[derive(Debug, Clone, Copy)]
struct Pair {
    first: usize,
    distance: usize,
}

impl Nodes {
    /// The hits of a query as typed.
    pub fn of(index: &Index, query: &str) -> Self {
        let mut pairs = vec![];
        if let Some(root) = parser::parse(query).root {
            collect_pairs(&root, &mut 0, &mut pairs);
        }
        Nodes { hits: eval::query_hits(index, query), pairs }
    }

    /// The hits in a field of an article, in bytes and in order; none where the article does not match the query.
    pub fn in_field(&self, index: &Index, article: u32, field: Field) -> Vec<Range> {
        if self.hits.articles.as_ref().is_none_or(|it| it.binary_search(&article).is_err()) {
            return vec![];
        }
        let hits = highlight::hits_in(index, &self.hits, article, field);
        let mut res = vec![];
        for hit in hits.iter().filter(|it| !self.is_paired(it.term)) {
            match res.last_mut() {
                Some((_, end)) if hit.start < *end => *end = hit.end.max(*end),
                _ => res.push((hit.start, hit.end)),
            }
        }
        let indexed = index.article(article);
        let text = indexed.text(field);
        res.extend(self.pairs.iter().flat_map(|it| it.joined(&text, &hits)));
        res.sort_unstable();
        res.dedup();
        res
    }

    fn is_paired(&self, term: usize) -> bool {
        self.pairs.iter().any(|it| it.first == term || it.first + 1 == term)
    }
}

impl Pair {
    /// Each hit of the first run with the nearest one of the second, and what stands between them.
    fn joined(self, text: &str, hits: &[Hit]) -> Vec<Range> {
        let seconds: Vec<&Hit> = hits.iter().filter(|it| it.term == self.first + 1).collect();
        let join = |first: &Hit| {
            let gap = |it: &&&Hit| {
                let (from, to) = if it.start < first.start { (it.end, first.start) } else { (first.end, it.start) };
                text.get(from..to).map_or(0, |it| it.chars().count())
            };
            let at = seconds.partition_point(|it| it.start < first.start);
            let near = &seconds[at.saturating_sub(1)..seconds.len().min(at + 1)];
            let second = near.iter().filter(|it| gap(it) <= self.distance).min_by_key(gap)?;
            Some((first.start.min(second.start), first.end.max(second.end)))
        };
        hits.iter().filter(|it| it.term == self.first).filter_map(join).collect()
    }
}

/// The pairs of a condition; `n_terms` counts terms as `eval` does: in the order of writing, unwanted ones left out.
fn collect_pairs(node: &Node, n_terms: &mut usize, pairs: &mut Vec<Pair>) {
    match node {
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().for_each(|it| collect_pairs(it, n_terms, pairs)),
        Node::Run(_) => *n_terms += 1,
        Node::Near(near) => {
            pairs.push(Pair { first: *n_terms, distance: near.distance as usize });
            *n_terms += 2;
        }
        Node::Not(_) | Node::Has(_) => {}
    }
}
