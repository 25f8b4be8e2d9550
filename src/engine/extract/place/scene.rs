//! What the article has named so far, and which of several places a name means by it.
//!
//! In this order: the place right before it (赤峰市松山区), what the same name meant before, provinces before counties
//! (海南), the deepest place around it that the article names anywhere, what was named last, the table's first choice, the
//! higher level, the shorter official name, the order of the gazetteer.

use std::collections::{BTreeMap, BTreeSet};

use super::word;
use crate::engine::arrange::Arrange;
use crate::engine::extract::Level;
use crate::engine::extract::gazetteer::{Gazetteer, PlaceId};

/// How many of the last places weigh as "named last".
const TRAIL: usize = 6;

/// A place of the gazetteer or, from the gazetteer's length on, one that only this article knows.
pub(super) type Node = PlaceId;

/// The places of one article.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    /// All listed places.
    pub gazetteer: &'a Gazetteer,
    locals: Vec<Local>,
    /// What each printed name meant last.
    known: BTreeMap<String, Node>,
    /// Places named beyond doubt anywhere in headline or text, with all they lie in.
    evidence: BTreeSet<Node>,
    /// Those of them that are named themselves.
    named: BTreeSet<Node>,
    /// Those of them that are counties.
    counties: BTreeSet<Node>,
    /// Whole names of townships and villages that stand somewhere behind a place or in a list, by first character.
    said: BTreeMap<char, BTreeSet<String>>,
    /// Names without a type that were taken for a township.
    clipped: BTreeSet<String>,
    /// One bit for each 64th character that one of `said` or `clipped` begins with: most characters are refused by it.
    said_bits: u64,
    /// The last places, latest last.
    trail: Vec<Node>,
    /// The last place and where its name ends.
    last: Option<(Node, usize)>,
}

/// A place that no list has.
#[derive(Debug, Clone)]
struct Local {
    name: String,
    level: Level,
    parent: Option<Node>,
}

/// Which place a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Choice {
    /// The place.
    pub node: Node,
    /// False when only the order of the gazetteer or of levels decided.
    pub certain: bool,
    /// The deepest level it shares with the article's other places; 0 for none, 1 for the province.
    pub shared: usize,
}

impl<'a> Scene<'a> {
    pub(super) fn new(gazetteer: &'a Gazetteer) -> Self {
        Scene {
            gazetteer,
            locals: vec![],
            known: BTreeMap::new(),
            evidence: BTreeSet::new(),
            named: BTreeSet::new(),
            counties: BTreeSet::new(),
            said: BTreeMap::new(),
            clipped: BTreeSet::new(),
            said_bits: 0,
            trail: vec![],
            last: None,
        }
    }

    /// Takes over a place that `other` found beyond doubt.
    pub(super) fn testify(&mut self, node: Node, other: &Scene) {
        if other.local(node).is_none() {
            self.named.insert(node);
            self.evidence.extend(other.lineage(node));
            if self.level(node) == Level::County {
                self.counties.insert(node);
            }
        }
    }

    /// Ends a text: nothing that follows stands right behind its last name.
    pub(super) fn leave(&mut self) {
        self.last = None;
    }

    /// Remembers that `printed`, ending at `end`, meant `node`.
    pub(super) fn remember(&mut self, printed: &str, node: Node, end: usize) {
        if self.known.get(printed) != Some(&node) {
            self.known.insert(printed.to_owned(), node);
        }
        self.last = Some((node, end));
        if self.trail.last() != Some(&node) {
            self.trail.push(node);
            if self.trail.len() > TRAIL {
                self.trail.remove(0);
            }
        }
    }

    /// Takes over a township's or village's whole name, which counts wherever it stands.
    pub(super) fn say(&mut self, printed: &str) {
        if let Some(first) = printed.chars().next() {
            self.said_bits |= said_bit(first);
            self.said.entry(first).or_default().insert(printed.to_owned());
        }
    }

    /// False where no name that the text said elsewhere begins with `character`, with its type or without.
    #[inline]
    pub(super) fn has_said(&self, character: char) -> bool {
        let may_have = self.said_bits & said_bit(character) != 0;
        may_have && (self.said.contains_key(&character) || self.clipped.iter().any(|it| it.starts_with(character)))
    }

    /// The longest such name that `text` begins with.
    pub(super) fn said_at(&self, text: &str) -> Option<&str> {
        let same_first = self.said.get(&text.chars().next()?)?.iter();
        same_first.filter(|it| text.starts_with(it.as_str())).max_by_key(|it| it.len()).map(String::as_str)
    }

    /// Remembers a name without a type, so that it is found where it stands alone.
    pub(super) fn remember_clipped(&mut self, printed: &str) {
        self.said_bits |= printed.chars().next().map_or(0, said_bit);
        self.clipped.insert(printed.to_owned());
    }

    /// Names without a type that were taken for a township, in order.
    pub(super) fn clipped(&self) -> impl Iterator<Item = &String> {
        self.clipped.iter()
    }

    /// The place whose name ends right at `at`.
    pub(super) fn chain(&self, at: usize) -> Option<Node> {
        self.last.filter(|it| it.1 == at).map(|it| it.0)
    }

    /// The last place and where its name ends.
    pub(super) fn last(&self) -> Option<(Node, usize)> {
        self.last
    }

    /// What `printed` meant before.
    pub(super) fn known(&self, printed: &str) -> Option<Node> {
        self.known.get(printed).copied()
    }

    /// True when the article names the place itself by a whole name.
    pub(super) fn is_named(&self, node: Node) -> bool {
        self.named.contains(&node)
    }

    /// The deepest of the places around `node`, without itself, that the article names or names something in.
    pub(super) fn surroundings(&self, node: Node) -> Option<Node> {
        self.lineage(node).skip(1).find(|it| self.evidence.contains(it))
    }

    /// Which of `candidates` the printed name means; `None` for no candidates.
    pub(super) fn choose(&self, candidates: &[PlaceId], printed: &str, chain: Option<Node>) -> Option<Choice> {
        let first = word::first(printed);
        let mut ranked: Vec<(Rank, PlaceId)> =
            candidates.iter().map(|&it| (self.rank(it, printed, chain, first), it)).collect();
        self.prefer_large(&mut ranked, printed);
        ranked.arrange_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.dedup_by_key(|it| it.1);
        let (best, node) = *ranked.first()?;
        let certain = ranked.get(1).is_none_or(|(next, _)| next.decisive() != best.decisive());
        let shared = best.around.max(best.latest).max(best.chained);
        Some(Choice { node, certain, shared })
    }

    /// A short name that a prefecture and a county have means the county only where it lies in another prefecture, which is
    /// the article's: 西安 is no district of Liaoyuan because Jilin was named, 乌鲁木齐 is the city though its county was.
    fn prefer_large(&self, ranked: &mut [(Rank, PlaceId)], printed: &str) {
        let large: Vec<PlaceId> = ranked.iter().map(|it| it.1).filter(|&it| self.level(it) < Level::County).collect();
        if large.is_empty() {
            return;
        }
        for (rank, candidate) in ranked {
            if self.level(*candidate) >= Level::County && self.name(*candidate) != printed {
                let is_inside = large.iter().any(|&it| self.lies_below(*candidate, it));
                let if_near = |it: usize| if it > Level::Prefecture as usize && !is_inside { it } else { 0 };
                let (around, latest, recent) = (rank.around, rank.latest, rank.recent);
                (rank.around, rank.latest, rank.recent) = (if_near(around), if_near(latest), if_near(recent));
            }
        }
    }

    fn rank(&self, candidate: PlaceId, printed: &str, chain: Option<Node>, first: Option<&str>) -> Rank {
        let depth = |it: Node| self.level(it) as usize + 1;
        Rank {
            chained: chain.map_or(0, |it| self.shared(candidate, it)),
            known: self.known(printed) == Some(candidate),
            province: self.level(candidate) == Level::Province,
            around: self.lineage(candidate).find(|it| self.evidence.contains(it)).map_or(0, depth),
            latest: self.trail.iter().rev().map(|&it| self.shared(candidate, it)).max().unwrap_or(0),
            recent: self.trail.iter().rev().take(1).map(|&it| self.shared(candidate, it)).max().unwrap_or(0),
            first: first.is_some_and(|it| self.gazetteer.path(candidate) == it),
            stands_alone: self.name(candidate) == printed || !self.name(candidate).ends_with('区'),
            brevity: usize::MAX - self.name(candidate).len(),
            height: Level::ALL.len() - self.level(candidate) as usize,
        }
    }

    /// The deepest level that both lie in; 0 for none, 1 for the province.
    pub(super) fn shared(&self, a: Node, b: Node) -> usize {
        // What lies in a listed place is one run of numbers, so one comparison says whether `b` does.
        let listed = self.lineage(b).find(|&it| self.local(it).is_none());
        let holds_b = |&it: &Node| match self.local(it) {
            Some(_) => self.lineage(b).any(|other| other == it),
            None => listed.is_some_and(|listed| self.gazetteer.lies_in(listed, it)),
        };
        self.lineage(a).find(holds_b).map_or(0, |it| self.level(it) as usize + 1)
    }

    /// A place that no list has, in `parent`; the same name there is the same place.
    pub(super) fn coin(&mut self, name: &str, level: Level, parent: Option<Node>) -> Node {
        let same = |it: &Local| it.name == name && it.parent == parent;
        let idx = match self.known(name).and_then(|it| self.local(it)).is_some_and(same) {
            true => return self.known(name).unwrap_or_default(),
            false => self.locals.len(),
        };
        self.locals.push(Local { name: name.to_owned(), level, parent });
        self.gazetteer.len() as Node + idx as Node
    }

    /// A county of another province is where guests come from, when townships of a county at home were named shortly before:
    /// then the last of those.
    fn home_of(&self, latest: Node) -> Node {
        let mut townships = self.trail.iter().rev().filter(|&&it| self.level(it) >= Level::Township);
        let home = townships.next().copied().filter(|&it| self.shared(it, latest) == 0 && self.county(it).is_some());
        home.filter(|_| self.level(latest) == Level::County).unwrap_or(latest)
    }

    /// Where a place of `level` lies that only the text tells: in what stands right before it, or in the county that was
    /// named last, or in the only one the article names.
    pub(super) fn parent_for(&self, level: Level, chain: Option<Node>) -> Option<Node> {
        let above = |it: Node| self.lineage(it).find(|&it| self.level(it) < level);
        if let Some(chain) = chain.filter(|&it| self.level(it) != Level::Province) {
            return above(chain);
        }
        let in_county = |it: &&Node| self.level(**it) >= Level::County;
        let latest = self.trail.iter().rev().find(in_county).copied();
        let latest = latest.map(|it| self.home_of(it));
        let mut counties = self.counties.iter();
        let only = counties.next().filter(|_| counties.next().is_none()).copied();
        let in_chain = |it: &Node| chain.is_none_or(|chain| self.lies_below(*it, chain));
        above(latest.or(only).filter(in_chain).or(chain).or(self.trail.last().copied())?)
    }

    /// The only county that the article names whose name ends in `ending`.
    pub(super) fn only_named(&self, ending: &str) -> Option<Node> {
        let mut fitting = self.counties.iter().filter(|&&it| self.name(it).ends_with(ending));
        fitting.next().filter(|_| fitting.next().is_none()).copied()
    }

    /// The place and all it lies in, from below.
    pub(super) fn lineage(&self, node: Node) -> impl Iterator<Item = Node> + '_ {
        std::iter::successors(Some(node), |&it| match self.local(it) {
            Some(local) => local.parent,
            None => self.gazetteer.parent(it),
        })
    }

    /// The nearest county around the place, or itself.
    pub(super) fn county(&self, node: Node) -> Option<Node> {
        self.lineage(node).find(|&it| self.level(it) == Level::County)
    }

    /// True when `node` lies in `ancestor` and is another place.
    pub(super) fn lies_below(&self, node: Node, ancestor: Node) -> bool {
        self.lineage(node).skip(1).any(|it| it == ancestor)
    }

    /// Level of the place.
    pub(super) fn level(&self, node: Node) -> Level {
        self.local(node).map_or_else(|| self.gazetteer.level(node), |it| it.level)
    }

    /// Official name, or the printed one of a place that no list has.
    pub(super) fn name(&self, node: Node) -> &str {
        self.local(node).map_or_else(|| self.gazetteer.name(node), |it| &it.name)
    }

    /// Names from the province down, joined by `/`.
    pub(super) fn path(&self, node: Node) -> String {
        let mut names: Vec<&str> = self.lineage(node).map(|it| self.name(it)).collect();
        names.reverse();
        names.join("/")
    }

    fn local(&self, node: Node) -> Option<&Local> {
        self.locals.get((node as usize).checked_sub(self.gazetteer.len())?)
    }
}

fn said_bit(character: char) -> u64 {
    1 << (character as u32 % 64)
}

/// How well a candidate fits; the first difference decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    chained: usize,
    known: bool,
    province: bool,
    around: usize,
    latest: usize,
    recent: usize,
    first: bool,
    height: usize,
    /// A district's short name hardly ever stands alone: 开平 is the city.
    stands_alone: bool,
    brevity: usize,
}

impl Rank {
    /// Without what is only a habit.
    fn decisive(&self) -> (usize, bool, bool, usize, usize, usize) {
        (self.chained, self.known, self.province, self.around, self.latest, self.recent)
    }
}
