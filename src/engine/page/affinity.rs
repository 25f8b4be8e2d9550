//! What two runs of text share: rare runs of three characters, and what stands elsewhere as it would stand at a join.
//!
//! Reading order needs no dictionary: names and terms of a story come back in its parts, and a word that a column break
//! cut in two usually stands whole somewhere else on the page.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use crate::engine::text::sentence::is_han;

/// How often runs of characters stand on a page. Building is linear; it is built only where a choice must be made.
pub struct Runs {
    /// The runs of two characters that stand on the page.
    pairs: HashSet<u64, Spread>,
    /// The runs of three.
    triples: HashMap<u64, Stand, Spread>,
    n_paragraphs: u32,
}

/// Where a run stands.
#[derive(Default)]
struct Stand {
    /// In how many paragraphs.
    n_paragraphs: u32,
    /// In which one last, counted from 1.
    last: u32,
}

/// The runs of three characters of an article.
pub type Grams = HashSet<u64, Spread>;

impl Runs {
    /// The runs of a page's paragraphs.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Self {
        let n_chars = texts.clone().map(|it| it.len() / '一'.len_utf8()).sum();
        let pairs = HashSet::with_capacity_and_hasher(n_chars, Spread::default());
        let triples = HashMap::with_capacity_and_hasher(n_chars, Spread::default());
        let mut res = Runs { pairs, triples, n_paragraphs: 0 };
        for text in texts {
            res.n_paragraphs += 1;
            let mut run = 0;
            for (n_before, ch) in text.chars().enumerate() {
                run = longer(run, ch);
                if n_before >= 1 {
                    res.pairs.insert(run & PAIR);
                }
                if n_before >= 2 {
                    let stand = res.triples.entry(run).or_default();
                    stand.n_paragraphs += u32::from(stand.last != res.n_paragraphs);
                    stand.last = res.n_paragraphs;
                }
            }
        }
        res
    }

    /// How well `left` and `right` join: 0 when no run across the join stands elsewhere, 1 for two characters, up to 3 for four.
    pub fn junction(&self, left: &str, right: &str) -> u32 {
        let before: Vec<char> = left.chars().rev().take(2).collect();
        let mut across: Vec<char> = before.into_iter().rev().collect();
        let n_left = across.len();
        across.extend(right.chars().take(2));
        if n_left == 0
            || across[n_left - 1..].len() < 2
            || !across[n_left - 1..n_left + 1].iter().all(|it| it.is_alphanumeric())
        {
            return 0;
        }
        let triples = across.windows(3).filter(|it| self.triples.contains_key(&key(it))).count() as u32;
        u32::from(self.pairs.contains(&key(&across[n_left - 1..n_left + 1]))) + triples
    }

    /// How rare a run of three is: the logarithm of the share of the page's paragraphs that have it, with its sign turned.
    pub fn weight(&self, gram: u64) -> f64 {
        let stand = self.triples.get(&gram);
        stand.map_or(0.0, |it| (f64::from(self.n_paragraphs) / f64::from(it.n_paragraphs)).ln())
    }

    /// True for a run of three that stands in more than one paragraph.
    pub fn is_shared(&self, gram: u64) -> bool {
        self.triples.get(&gram).is_some_and(|it| it.n_paragraphs > 1)
    }

    /// How much of what is rare on the page `article` and `text` share, per square root of `text`'s length.
    pub fn affinity(&self, article: &Grams, text: &str) -> f64 {
        self.shared(article, &grams(text))
    }

    /// The same for the runs of a text.
    pub fn shared(&self, article: &Grams, own: &[u64]) -> f64 {
        let shared: f64 = own.iter().filter(|it| article.contains(it)).map(|it| self.weight(*it)).sum();
        shared / (own.len() as f64).sqrt().max(1.0)
    }
}

/// The runs of three letters or digits of `text`, each once, in the order of their numbers.
pub fn grams(text: &str) -> Vec<u64> {
    let mut res = Vec::with_capacity(text.len() / '一'.len_utf8());
    let (mut run, mut n_letters) = (0, 0);
    for ch in text.chars() {
        run = longer(run, ch);
        n_letters = if is_han(ch) || ch.is_alphanumeric() { n_letters + 1 } else { 0 };
        if n_letters >= 3 {
            res.push(run);
        }
    }
    res.sort_unstable();
    res.dedup();
    res
}

/// Bits of one character in the number of a run.
const BITS: u32 = 21;
/// The last two characters of a run.
const PAIR: u64 = (1 << (2 * BITS)) - 1;

/// The number of the run of the last three characters, with `ch` behind them.
fn longer(run: u64, ch: char) -> u64 {
    (run & PAIR) << BITS | u64::from(u32::from(ch))
}

/// The number of up to three characters.
fn key(run: &[char]) -> u64 {
    run.iter().fold(0, |acc, ch| longer(acc, *ch))
}

/// Spreads the numbers of runs over a table; the standard hasher guards against what a page cannot do.
#[derive(Default)]
pub struct Spreader(u64);

/// Builds [`Spreader`]s.
pub type Spread = BuildHasherDefault<Spreader>;

impl Hasher for Spreader {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|it| self.write_u64(u64::from(*it)));
    }

    fn write_u64(&mut self, number: u64) {
        let mixed = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = mixed ^ (mixed >> 29);
    }
}
