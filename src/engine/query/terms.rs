//! Where runs of characters stand: their hits, article by article.

use super::ast::{Near, Order, Run};
use crate::engine::index::{Field, Index};

/// Where a run stands.
#[derive(Debug, Clone, Default)]
pub struct TermHits {
    /// How many characters it has.
    pub n_chars: u32,
    /// First characters of all hits, in order.
    pub positions: Vec<u32>,
    /// The articles that have hits, in order.
    groups: Vec<Group>,
}

/// `positions[from..to]` lie in `article`.
#[derive(Debug, Clone, Copy)]
struct Group {
    article: u32,
    from: u32,
    to: u32,
}

impl TermHits {
    /// The hits of `run`.
    pub fn of(index: &Index, run: &Run) -> Self {
        let res = TermHits::grouped(index, run.pattern.len() as u32, index.postings.find(&run.pattern));
        match run.field {
            None => res,
            Some(field) => {
                let inside = |(article, position)| index.layout.field_at(article, position) == field;
                let positions = res.all().filter(|it| inside(*it)).map(|it| it.1).collect();
                TermHits::grouped(index, res.n_chars, positions)
            }
        }
    }

    /// The hits of both runs where they stand near each other.
    pub fn near(index: &Index, near: &Near) -> [Self; 2] {
        let (first, second) = (TermHits::of(index, &near.first), TermHits::of(index, &near.second));
        let mut pairs = before(index, &first, &second, near);
        if near.order == Order::Either {
            pairs.extend(before(index, &second, &first, near).into_iter().map(|(second, first)| (first, second)));
        }
        let side = |n_chars: u32, mut positions: Vec<u32>| {
            positions.sort_unstable();
            positions.dedup();
            TermHits::grouped(index, n_chars, positions)
        };
        let (firsts, seconds) = pairs.into_iter().unzip();
        [side(first.n_chars, firsts), side(second.n_chars, seconds)]
    }

    /// The hits in one article, in order.
    pub fn in_article(&self, article: u32) -> &[u32] {
        match self.groups.binary_search_by_key(&article, |it| it.article) {
            Ok(idx) => &self.positions[self.groups[idx].from as usize..self.groups[idx].to as usize],
            Err(_) => &[],
        }
    }

    /// In how many articles it stands.
    pub fn n_articles(&self) -> usize {
        self.groups.len()
    }

    /// The articles that have hits, in order.
    pub fn articles(&self) -> impl Iterator<Item = u32> {
        self.groups.iter().map(|it| it.article)
    }

    /// Every hit with its article, in order.
    fn all(&self) -> impl Iterator<Item = (u32, u32)> {
        self.groups.iter().flat_map(|group| {
            let hits = &self.positions[group.from as usize..group.to as usize];
            hits.iter().map(|it| (group.article, *it))
        })
    }

    fn grouped(index: &Index, n_chars: u32, positions: Vec<u32>) -> Self {
        let mut groups: Vec<Group> = vec![];
        let mut at = 0;
        while let Some(&position) = positions.get(at) {
            let article = index.layout.article_at(position, groups.last().map_or(0, |it| it.article));
            let end = index.layout.end(article, Field::Body);
            let to = at + positions[at..].iter().take_while(|it| **it <= end).count();
            groups.push(Group { article, from: at as u32, to: to as u32 });
            at = to.max(at + 1);
        }
        TermHits { n_chars, positions, groups }
    }
}

/// The pairs of hits of which the left one stands before the right one, in the same field, at a distance that `near`
/// allows.
fn before(index: &Index, left: &TermHits, right: &TermHits, near: &Near) -> Vec<(u32, u32)> {
    let least = if near.order == Order::Exactly { near.distance } else { 0 };
    let mut res = vec![];
    let mut from = 0;
    for (article, start) in left.all() {
        let end = start + left.n_chars;
        let (first, last) = (end + least, end + near.distance);
        from += right.positions[from..].iter().take_while(|it| **it < first.min(end)).count();
        let field = index.layout.field_at(article, start);
        let field_end = index.layout.end(article, field);
        let reach = right.positions[from..].iter().copied().skip_while(|it| *it < first);
        res.extend(reach.take_while(|it| *it <= last && *it < field_end).map(|it| (start, it)));
    }
    res
}
