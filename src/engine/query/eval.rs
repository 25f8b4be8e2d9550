//! Selection × index → articles.
//!
//! A query is evaluated once; the clauses are then asked of each article, so that one pass knows both which articles
//! a selection has and which it would have without one facet's clause.

use super::ast::Node;
use super::clauses::ClauseTests;
use super::has::ReadyTest;
use super::parser;
use super::selection::Selection;
pub use super::terms::TermHits;
use crate::engine::arrange::Arrange;
use crate::engine::index::Index;

/// A query's hits.
#[derive(Debug, Clone, Default)]
pub struct QueryHits {
    /// One entry for each run that is wanted, in the order of writing; two for runs that stand near each other.
    pub terms: Vec<TermHits>,
    /// The values that are wanted.
    pub tests: Vec<ReadyTest>,
    /// The articles that match, in order; `None` when nothing is asked.
    pub articles: Option<Vec<u32>>,
}

/// The hits of a query as typed.
pub fn query_hits(index: &Index, text: &str) -> QueryHits {
    let mut res = QueryHits::default();
    res.articles = parser::parse(text).root.map(|it| matching(index, &it, Some(&mut res)));
    res
}

/// The articles for which `node` holds, in order; what is wanted of them goes to `hits`.
fn matching(index: &Index, node: &Node, mut hits: Option<&mut QueryHits>) -> Vec<u32> {
    match node {
        Node::All(nodes) => {
            let mut sets = vec![];
            let mut without = vec![];
            for node in nodes {
                match node {
                    Node::Not(node) => without.push(matching(index, node, None)),
                    _ => sets.push(matching(index, node, hits.as_deref_mut())),
                }
            }
            sets.arrange_by_key(Vec::len);
            let all = || (0..index.len() as u32).collect();
            let res = sets.into_iter().reduce(|a, b| kept(a, &b, true)).unwrap_or_else(all);
            without.iter().fold(res, |a, b| kept(a, b, false))
        }
        Node::Any(nodes) => {
            let mut res: Vec<u32> = vec![];
            nodes.iter().for_each(|it| res.extend(matching(index, it, hits.as_deref_mut())));
            res.sort_unstable();
            res.dedup();
            res
        }
        Node::Not(node) => kept((0..index.len() as u32).collect(), &matching(index, node, None), false),
        Node::Run(run) => {
            let term = TermHits::of(index, run);
            let res = term.articles().collect();
            if let Some(hits) = hits {
                hits.terms.push(term);
            }
            res
        }
        Node::Near(near) => {
            let terms = TermHits::near(index, near);
            let res = terms[0].articles().collect();
            if let Some(hits) = hits {
                hits.terms.extend(terms);
            }
            res
        }
        Node::Has(test) => {
            let test = ReadyTest::new(index, test);
            let res = test.articles(index);
            if let Some(hits) = hits {
                hits.tests.push(test);
            }
            res
        }
    }
}

/// Those of `articles` that are among `others`, or that are not; both are in order.
fn kept(mut articles: Vec<u32>, others: &[u32], among: bool) -> Vec<u32> {
    let mut others = others.iter().peekable();
    articles.retain(|article| {
        while others.next_if(|it| *it < article).is_some() {}
        (others.peek() == Some(&article)) == among
    });
    articles
}

/// The query's articles for which `holds`, in order.
pub fn articles_where(index: &Index, hits: &QueryHits, holds: impl Fn(u32) -> bool) -> Vec<u32> {
    match &hits.articles {
        Some(articles) => articles.iter().copied().filter(|it| holds(*it)).collect(),
        None => (0..index.len() as u32).filter(|it| holds(*it)).collect(),
    }
}

/// The articles of a selection in the order of the pages, and the hits of its query.
pub fn select(index: &Index, selection: &Selection) -> (Vec<u32>, QueryHits) {
    let hits = query_hits(index, &selection.query);
    if let (Some(articles), true) = (&hits.articles, selection.clauses.is_empty()) {
        return (articles.clone(), hits);
    }
    let tests = ClauseTests::new(index, selection);
    let articles = articles_where(index, &hits, |it| tests.hold(&index.facets, it));
    (articles, hits)
}
