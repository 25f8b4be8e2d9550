//! The words that stand around the hits of a query more often than elsewhere.
//!
//! Surface co-occurrence (Evert, *Corpora and collocations*, in Lüdeling and Kytö, *Corpus Linguistics*, 2008): the
//! windows of all hits together are one set of tokens, and everything else in the articles, the hits apart, the other.
//! A window is counted in words; punctuation between them lies in it but is no word. It ends with its paragraph, and a
//! token that lies in the windows of two hits counts once.

use std::collections::BTreeMap;

use super::measures::{Frequencies, log_dice};
use super::nodes::Nodes;
use super::units::{CutField, Range, Unit};
use super::word_counts::{CUT_FIELDS, Wanted, WordCounts, n_tokens};
use crate::engine::arrange::gathered;
use crate::engine::index::Index;

/// How many words on each side of a hit are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sides {
    /// Words to the left.
    pub left: usize,
    /// Words to the right.
    pub right: usize,
}

/// A word that stands around the hits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Collocate<'a> {
    /// The word.
    pub word: &'a str,
    /// How often it stands in the windows and outside of them, and how many tokens both have.
    pub frequencies: Frequencies,
    /// How often there is a hit.
    pub n_nodes: f64,
    /// At most how many characters lie between it and the nearest hit.
    pub distance: usize,
}

impl Collocate<'_> {
    /// logDice of hit and word.
    pub fn log_dice(&self) -> f64 {
        log_dice(self.frequencies.a, self.n_nodes, self.frequencies.a + self.frequencies.b)
    }
}

/// The words around the hits of `nodes` in `articles` that stand there at least `least` times and more often than in the
/// rest of the articles, by the word itself.
pub fn collocates<'a>(
    index: &'a Index,
    nodes: &Nodes,
    articles: &[u32],
    sides: Sides,
    wanted: Wanted,
    least: u32,
) -> Vec<Collocate<'a>> {
    let mut windows = Windows::default();
    for &article in articles {
        for field in CUT_FIELDS {
            let hits = nodes.in_field(index, article, field);
            if !hits.is_empty() {
                windows.add(&CutField::new(index, article, field, Unit::Word), &hits, sides);
            }
        }
    }
    let totals = totals(index, articles, wanted, &windows.words);
    let n_b = (n_tokens(index, articles) - windows.n_tokens - windows.n_node_tokens).max(0.0);
    let collocate = |(&word, seen): (&&'a str, &Seen)| {
        let total = *totals.get(word)?;
        let a = f64::from(seen.count);
        let b = f64::from(total.saturating_sub(seen.count + seen.in_nodes));
        let frequencies = Frequencies { a, n_a: windows.n_tokens, b: b.min(n_b), n_b };
        let is_wanted = seen.count >= least.max(1) && frequencies.is_more_in_first();
        let res = Collocate { word, frequencies, n_nodes: windows.n_nodes, distance: seen.distance };
        is_wanted.then_some(res)
    };
    windows.words.iter().filter_map(collocate).collect()
}

/// What the windows hold.
#[derive(Default)]
struct Windows<'a> {
    words: BTreeMap<&'a str, Seen>,
    n_nodes: f64,
    n_tokens: f64,
    n_node_tokens: f64,
}

/// A word in the windows.
#[derive(Default, Clone, Copy)]
struct Seen {
    count: u32,
    /// How often it lies inside a hit, which is neither in a window nor outside.
    in_nodes: u32,
    distance: usize,
}

impl<'a> Windows<'a> {
    fn add(&mut self, field: &CutField<'a>, hits: &[Range], sides: Sides) {
        let covered = joined(hits);
        let in_hit = |unit: &Range| {
            covered.get(covered.partition_point(|hit| hit.1 <= unit.0)).is_some_and(|hit| hit.0 < unit.1)
        };
        let gap = |from: usize, to: usize| field.slice((from, to)).chars().count();
        let mut inside: BTreeMap<Range, usize> = BTreeMap::new();
        for hit in hits {
            let left = window(field, field.before(hit.0), sides.left).map(|it| (it, gap(it.1, hit.0)));
            let right = window(field, field.after(hit.1), sides.right).map(|it| (it, gap(hit.1, it.0)));
            for (unit, distance) in left.chain(right) {
                inside.entry(unit).and_modify(|it| *it = distance.min(*it)).or_insert(distance);
            }
        }
        // What is left of a word that a hit cuts is no word.
        inside.retain(|unit, _| !in_hit(unit) && field.units().binary_search(unit).is_ok());
        self.n_tokens += inside.len() as f64;
        for (unit, distance) in inside.into_iter().filter(|it| field.is_word(it.0)) {
            let seen = self.words.entry(field.slice(unit)).or_default();
            seen.count += 1;
            seen.distance = seen.distance.max(distance);
        }
        for unit in field.units().iter().filter(|it| in_hit(it)) {
            self.n_node_tokens += 1.0;
            self.words.entry(field.slice(*unit)).or_default().in_nodes += 1;
        }
        self.n_nodes += hits.len() as f64;
    }
}

/// The `n_words` first words of `units`, with the punctuation before and between them.
fn window<'a>(
    field: &'a CutField,
    units: impl Iterator<Item = Range> + 'a,
    n_words: usize,
) -> impl Iterator<Item = Range> + 'a {
    let mut n_left = n_words;
    units.take_while(move |it| {
        let goes_on = n_left > 0;
        n_left = n_left.saturating_sub(usize::from(field.is_word(*it)));
        goes_on
    })
}

/// The runs that `hits`, which are in order, cover together.
fn joined(hits: &[Range]) -> Vec<Range> {
    let mut res: Vec<Range> = vec![];
    for hit in hits {
        match res.last_mut() {
            Some(last) if hit.0 < last.1 => last.1 = last.1.max(hit.1),
            _ => res.push(*hit),
        }
    }
    res
}

/// How often each of `words` that is wanted stands in `articles`.
fn totals<'a>(
    index: &'a Index,
    articles: &[u32],
    wanted: Wanted,
    words: &BTreeMap<&'a str, Seen>,
) -> BTreeMap<&'a str, u32> {
    let mut word_counts = WordCounts::new(index, wanted);
    let totals = word_counts.totals(articles);
    let counted = totals.into_iter().enumerate().map(|(number, count)| (word_counts.word(number), count));
    gathered(counted.filter(|(word, count)| *count > 0 && words.contains_key(word)))
}
