//! Where runs of characters stand: which articles have them, how often, and on demand the places.

use super::ast::{Near, Order, Run};
use crate::engine::arrange::Arrange;
use crate::engine::index::scan::Scanner;
use crate::engine::index::{Field, Index};
use crate::engine::text::Span;

/// Blocks that are fetched together before they are looked into.
const AHEAD: usize = 32;

/// Where a run stands.
#[derive(Debug, Clone, Default)]
pub struct TermHits {
    /// How many characters it has.
    pub n_chars: usize,
    /// The articles that have hits, in order.
    groups: Vec<Group>,
    found: Found,
}

/// The hits in `article`: entries `from..to` of what was found.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// Number of the article.
    pub article: u32,
    from: u32,
    to: u32,
    /// How many of them stand in the short fields.
    pub n_short: u32,
}

impl Group {
    /// How many hits the article has.
    pub fn n_hits(&self) -> u32 {
        self.to - self.from
    }
}

/// A hit: bytes of one field of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Which field.
    pub field: Field,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Place {
    fn new(field: Field, span: Span) -> Self {
        Place { field, start: span.start as u32, end: span.end as u32 }
    }

    /// The bytes.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// One entry a hit.
#[derive(Debug, Clone)]
enum Found {
    /// In which block, in order; the place itself is looked for on demand.
    Blocks(Scanner, Vec<u32>),
    /// Where exactly.
    Places(Vec<Place>),
}

impl Default for Found {
    fn default() -> Self {
        Found::Places(vec![])
    }
}

impl TermHits {
    /// The hits of `run`.
    pub fn of(index: &Index, run: &Run) -> Self {
        let candidates = index.postings.candidates(&run.pattern);
        let scanner = Scanner::new(&run.pattern, candidates.anchor);
        if candidates.exact && run.field.is_none() {
            return TermHits::in_blocks(index, scanner, candidates.blocks);
        }
        let mut blocks = candidates.blocks;
        blocks.dedup();
        let mut found = vec![];
        let mut article = 0;
        let mut looks = Vec::with_capacity(AHEAD);
        for blocks in blocks.chunks(AHEAD) {
            for &block in blocks {
                article = index.layout.article_at(block, article);
                let is_short = block == index.layout.first_block(article);
                if run.field.is_none_or(|it| (it != Field::Body) == is_short) {
                    looks.push((article, block));
                }
            }
            index.fetch(&looks);
            for (article, block) in looks.drain(..) {
                index.look(&scanner, article, block, |field, span| {
                    if run.field.is_none_or(|it| it == field) {
                        found.push((article, Place::new(field, span)));
                    }
                });
            }
        }
        TermHits::in_places(scanner.n_chars(), found)
    }

    /// The hits of both runs where they stand near each other.
    pub fn near(index: &Index, near: &Near) -> [Self; 2] {
        let (first, second) = (TermHits::of(index, &near.first), TermHits::of(index, &near.second));
        let mut sides = [vec![], vec![]];
        for group in first.groups.iter().filter(|it| second.group(it.article).is_some()) {
            let article = group.article;
            let [firsts, seconds] = [&first, &second].map(|it| counted(index, article, &it.in_article(index, article)));
            let mut pairs = before(&firsts, &seconds, near);
            if near.order == Order::Either {
                pairs.extend(before(&seconds, &firsts, near).into_iter().map(|(second, first)| (first, second)));
            }
            let (left, right): (Vec<Place>, Vec<Place>) = pairs.into_iter().unzip();
            for (side, mut places) in sides.iter_mut().zip([left, right]) {
                places.arrange_by(|a, b| a.cmp(b));
                places.dedup();
                side.extend(places.into_iter().map(|it| (article, it)));
            }
        }
        let [left, right] = sides;
        [TermHits::in_places(first.n_chars, left), TermHits::in_places(second.n_chars, right)]
    }

    /// The hits in one article, in order.
    pub fn in_article(&self, index: &Index, article: u32) -> Vec<Place> {
        let Some(group) = self.group(article) else { return vec![] };
        let entries = group.from as usize..group.to as usize;
        match &self.found {
            Found::Places(places) => places.get(entries).unwrap_or(&[]).to_vec(),
            Found::Blocks(scanner, blocks) => {
                let mut res = vec![];
                for same in blocks.get(entries).unwrap_or(&[]).chunk_by(|a, b| a == b) {
                    index.look(scanner, article, same[0], |field, span| res.push(Place::new(field, span)));
                }
                res
            }
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

    /// The same, with how many hits each has.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    fn group(&self, article: u32) -> Option<&Group> {
        self.groups.get(self.groups.binary_search_by_key(&article, |it| it.article).ok()?)
    }

    fn in_blocks(index: &Index, scanner: Scanner, blocks: Vec<u32>) -> Self {
        let mut groups: Vec<Group> = vec![];
        let (mut short, mut next) = (0, 0);
        for (entry, &block) in (0..).zip(&blocks) {
            if block >= next || groups.is_empty() {
                let article = index.layout.article_at(block, groups.last().map_or(0, |it| it.article));
                short = index.layout.first_block(article);
                next = index.layout.first_block(article + 1);
                groups.push(Group { article, from: entry, to: entry, n_short: 0 });
            }
            if let Some(group) = groups.last_mut() {
                group.to = entry + 1;
                group.n_short += u32::from(block == short);
            }
        }
        TermHits { n_chars: scanner.n_chars(), groups, found: Found::Blocks(scanner, blocks) }
    }

    /// The hits at `found`, articles and places in order.
    fn in_places(n_chars: usize, found: Vec<(u32, Place)>) -> Self {
        let mut from = 0;
        let groups = found.chunk_by(|a, b| a.0 == b.0).map(|same| {
            let n_short = same.iter().filter(|it| it.1.field != Field::Body).count() as u32;
            let group = Group { article: same[0].0, from, to: from + same.len() as u32, n_short };
            from = group.to;
            group
        });
        TermHits { n_chars, groups: groups.collect(), found: Found::Places(found.iter().map(|it| it.1).collect()) }
    }
}

/// A hit with its first and last character among those of its field.
type Counted = (Place, u32, u32);

/// Counts the characters before each of `places`, which are in order.
fn counted(index: &Index, article: u32, places: &[Place]) -> Vec<Counted> {
    let mut res = vec![];
    for same in places.chunk_by(|a, b| a.field == b.field) {
        let text = index.article(article).text(same[0].field);
        let n_chars =
            |from: u32, to: u32| text.get(from as usize..to as usize).map_or(0, |it| it.chars().count()) as u32;
        let (mut at, mut n_before) = (0, 0);
        for &place in same {
            n_before += n_chars(at, place.start);
            at = place.start;
            res.push((place, n_before, n_before + n_chars(place.start, place.end)));
        }
    }
    res
}

/// The pairs of hits of which the left one stands before the right one, in the same field, at a distance that `near`
/// allows.
fn before(left: &[Counted], right: &[Counted], near: &Near) -> Vec<(Place, Place)> {
    let least = if near.order == Order::Exactly { near.distance } else { 0 };
    let mut res = vec![];
    let mut from = 0;
    for &(place, _, end) in left {
        let is_before = |it: &&Counted| (it.0.field, it.1) < (place.field, end + least);
        let (first, last) = (end + least, end.saturating_add(near.distance));
        from += right[from..].iter().take_while(|it| (it.0.field, it.1) < (place.field, end.min(first))).count();
        let reach = right[from..].iter().skip_while(is_before);
        res.extend(reach.take_while(|it| it.0.field == place.field && it.1 <= last).map(|it| (place, it.0)));
    }
    res
}
