//! What two runs of text share: rare runs of three characters, and what stands elsewhere as it would stand at a join.
//!
//! Reading order needs no dictionary: names and terms of a story come back in its parts, and a word that a column break
//! cut in two usually stands whole somewhere else on the page.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// How often runs of characters stand on a page. Building is linear; it is built only where a choice must be made.
pub struct Runs {
    /// The runs of two or three characters that stand on the page.
    seen: HashSet<u64, Spread>,
    /// In how many paragraphs each run of three stands.
    paragraphs: HashMap<u64, u32, Spread>,
    n_paragraphs: usize,
}

/// The runs of three characters of an article.
pub type Grams = HashSet<u64, Spread>;

impl Runs {
    /// The runs of a page's paragraphs.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut res = Runs { seen: HashSet::default(), paragraphs: HashMap::default(), n_paragraphs: 0 };
        for text in texts {
            let chars: Vec<char> = text.chars().collect();
            res.seen.extend(chars.windows(2).map(key));
            res.seen.extend(chars.windows(3).map(key));
            for gram in grams(text) {
                *res.paragraphs.entry(gram).or_default() += 1;
            }
            res.n_paragraphs += 1;
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
        let seen = |run: &[char]| u32::from(self.seen.contains(&key(run)));
        let triples: u32 = across.windows(3).map(seen).sum();
        seen(&across[n_left - 1..n_left + 1]) + triples
    }

    /// How rare a run of three is: the logarithm of the share of the page's paragraphs that have it, with its sign turned.
    pub fn weight(&self, gram: u64) -> f64 {
        self.paragraphs.get(&gram).map_or(0.0, |n| (self.n_paragraphs as f64 / f64::from(*n)).ln())
    }

    /// True for a run of three that stands in more than one paragraph.
    pub fn is_shared(&self, gram: u64) -> bool {
        self.paragraphs.get(&gram).is_some_and(|n| *n > 1)
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
    let chars: Vec<char> = text.chars().collect();
    let mut res: Vec<u64> = chars.windows(3).filter(|it| it.iter().all(|ch| ch.is_alphanumeric())).map(key).collect();
    res.sort_unstable();
    res.dedup();
    res
}

/// Up to three characters as one number.
fn key(run: &[char]) -> u64 {
    run.iter().fold(0, |acc, ch| (acc << 21) | u64::from(u32::from(*ch)))
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
