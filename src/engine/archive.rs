//! Archives of any size, recombined from real sentences, for benchmarks natively and inside the worker.
//!
//! Sentences, headlines and sections come from given pages; places, numbers and dates in them are exchanged, so that
//! postings, facets and charts meet as many values as a real archive has. The same pages and seed give the same archive.
//! Nothing but benchmarks and the `bench` build calls this; the delivered worker does not contain it.

use super::index::Index;
use super::page;

/// Names that stand in for each other: one a line of `data/archive_places.tsv`.
const PLACES: &str = include_str!("../../data/archive_places.tsv");
/// Articles of one generated page.
pub const ARTICLES_PER_PAGE: usize = 8;
/// Shortest and longest body, in characters.
const BODY_CHARS: (usize, usize) = (300, 1500);
/// Sentences of a paragraph.
const PARAGRAPH_SENTENCES: usize = 4;

/// An endless archive.
#[derive(Debug, Clone)]
pub struct Archive {
    sections: Vec<String>,
    headlines: Vec<Vec<Part>>,
    sentences: Vec<Vec<Part>>,
    places: Vec<&'static str>,
    random: Random,
    n_pages: usize,
}

/// A piece of a sentence: kept, or exchanged each time.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Kept(String),
    Place,
    /// Digits: how many, and what follows them.
    Number {
        n_digits: usize,
        next: char,
    },
}

/// A page of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeneratedPage {
    /// Its id.
    pub id: String,
    /// Its text, with front matter.
    pub text: String,
}

impl Archive {
    /// An archive of the material of `pages`; `None` where they have no sentence.
    pub fn new<'a>(pages: impl IntoIterator<Item = &'a str>, seed: u64) -> Option<Self> {
        let places: Vec<&str> = PLACES.lines().filter(|it| !it.is_empty() && !it.starts_with('#')).collect();
        let (mut sections, mut headlines, mut sentences) = (vec![], vec![], vec![]);
        for page in pages.into_iter().map(|it| page::parse_page("source", it)) {
            for article in &page.articles {
                sections.push(article.section.clone());
                headlines.push(parts(&article.headline_text(&page.text), &places));
                let text = article.reading(&page.text).text;
                let whole = text.split_inclusive(['。', '！', '？', '\n']).map(str::trim);
                sentences.extend(whole.filter(|it| it.ends_with(['。', '！', '？'])).map(|it| parts(it, &places)));
            }
        }
        sections.retain(|it| !it.is_empty());
        sections.sort();
        sections.dedup();
        headlines.retain(|it| !it.is_empty());
        let is_empty = sections.is_empty() || headlines.is_empty() || sentences.is_empty() || places.is_empty();
        (!is_empty).then_some(Archive { sections, headlines, sentences, places, random: Random(seed), n_pages: 0 })
    }

    /// The next page, of [`ARTICLES_PER_PAGE`] articles.
    pub fn next_page(&mut self) -> GeneratedPage {
        self.page_until(|n_articles, _| n_articles >= ARTICLES_PER_PAGE)
    }

    /// The next page, of at least `n_bytes`, for seeing whether time grows with the length of a page only.
    pub fn long_page(&mut self, n_bytes: usize) -> GeneratedPage {
        self.page_until(|_, n_written| n_written >= n_bytes)
    }

    /// A page of articles until it is full, asked with their number and the bytes so far.
    fn page_until(&mut self, is_full: impl Fn(usize, usize) -> bool) -> GeneratedPage {
        self.n_pages += 1;
        let (year, month, day) = (2010 + self.random.below(15), 1 + self.random.below(12), 1 + self.random.below(28));
        let mut text = format!("---\n报纸: 生成\n日期: {year}-{month:02}-{day:02}\n---\n");
        let mut n_articles = 0;
        while !is_full(n_articles, text.len()) {
            self.push_article(&mut text);
            n_articles += 1;
        }
        GeneratedPage { id: format!("archive-{:06}", self.n_pages), text }
    }

    fn push_article(&mut self, text: &mut String) {
        let section = self.random.below(self.sections.len());
        text.push_str(&format!("\n◎{}\n\n", self.sections[section]));
        let headline = self.random.below(self.headlines.len());
        self.push_parts(text, headline, |it| &it.headlines);
        text.push_str("\n\n");
        let n_wanted = BODY_CHARS.0 + self.random.below(BODY_CHARS.1 - BODY_CHARS.0);
        let mut n_chars = 0;
        for sentence_idx in 1.. {
            let start = text.len();
            let sentence = self.random.below(self.sentences.len());
            self.push_parts(text, sentence, |it| &it.sentences);
            n_chars += text[start..].chars().count();
            if n_chars >= n_wanted {
                break;
            }
            if sentence_idx % PARAGRAPH_SENTENCES == 0 {
                text.push_str("\n\n");
            }
        }
        text.push('\n');
    }

    fn push_parts(&mut self, text: &mut String, idx: usize, of: impl Fn(&Self) -> &Vec<Vec<Part>>) {
        for part in of(self)[idx].clone() {
            match part {
                Part::Kept(kept) => text.push_str(&kept),
                Part::Place => text.push_str(self.places[self.random.below(self.places.len())]),
                Part::Number { n_digits, next } => text.push_str(&self.number(n_digits, next)),
            }
        }
    }

    /// A number of that many digits that can stand before `next`.
    fn number(&mut self, n_digits: usize, next: char) -> String {
        match (n_digits, next) {
            (4, '年') => (2005 + self.random.below(20)).to_string(),
            (1 | 2, '月') => (1 + self.random.below(12)).to_string(),
            (1 | 2, '日') => (1 + self.random.below(28)).to_string(),
            _ => {
                let first = (b'1' + self.random.below(9) as u8) as char;
                let rest = (1..n_digits).map(|_| (b'0' + self.random.below(10) as u8) as char);
                std::iter::once(first).chain(rest.collect::<Vec<_>>()).collect()
            }
        }
    }
}

/// 300 queries as people type them, drawn from an index: 100 words of two characters, 100 of three and four, 50 pairs
/// of words, and 50 phrases of five to eight characters.
pub fn queries(index: &Index, seed: u64) -> Vec<String> {
    let mut random = Random(seed);
    let of_length = |range: std::ops::RangeInclusive<usize>| -> Vec<&str> {
        let words = index.words.totals().iter().map(|it| &*it.word);
        words.filter(|it| range.contains(&it.chars().count())).collect()
    };
    let (short, long) = (of_length(2..=2), of_length(3..=4));
    let mut pick = |from: &[&str]| from.get(random.below(from.len().max(1))).copied().unwrap_or("党员").to_owned();
    let mut res: Vec<String> = (0..100).map(|_| pick(&short)).collect();
    res.extend((0..100).map(|_| pick(&long)));
    res.extend((0..50).map(|_| format!("{} {}", pick(&short), pick(&short))));
    res.extend((0..50).map(|_| format!("“{}”", phrase(index, &mut random))));
    res
}

/// Five to eight neighbouring characters of some article, without blanks and quotation marks.
fn phrase(index: &Index, random: &mut Random) -> String {
    for _ in 0..100 {
        let n_chars = 5 + random.below(4);
        let Some(article) = index.articles().get(random.below(index.len().max(1))) else { break };
        let text = &article.document.reading.text;
        let start = random.below(text.chars().count().saturating_sub(n_chars).max(1));
        let res: String = text.chars().skip(start).take(n_chars).collect();
        if res.chars().count() == n_chars && !res.contains(|it: char| it.is_whitespace() || "“”\"".contains(it)) {
            return res;
        }
    }
    "党员".into()
}

/// Splits a sentence at the places of the table and at runs of digits.
fn parts(sentence: &str, places: &[&str]) -> Vec<Part> {
    let mut res = vec![];
    let mut rest = sentence;
    while let Some(first) = rest.chars().next() {
        let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if let Some(place) = places.iter().find(|it| rest.starts_with(**it)) {
            res.push(Part::Place);
            rest = &rest[place.len()..];
        } else if n_digits > 0 {
            rest = &rest[n_digits..];
            res.push(Part::Number { n_digits, next: rest.chars().next().unwrap_or(' ') });
        } else {
            match res.last_mut() {
                Some(Part::Kept(kept)) => kept.push(first),
                _ => res.push(Part::Kept(first.to_string())),
            }
            rest = &rest[first.len_utf8()..];
        }
    }
    res
}

/// SplitMix64 (Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, 2014): small, and the same
/// everywhere.
#[derive(Debug, Clone)]
pub struct Random(pub u64);

impl Random {
    /// A number from 0 to `limit - 1`; 0 where `limit` is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_split_at_places_and_digits() {
        let kept = |it: &str| Part::Kept(it.into());
        let number = |n_digits, next| Part::Number { n_digits, next };
        let expected = [Part::Place, kept("在"), number(4, '年'), kept("年修路"), number(2, '公'), kept("公里。")];
        assert_eq!(parts("敖汉旗在2021年修路12公里。", &["敖汉旗"]), expected);
    }

    #[test]
    fn a_seed_gives_one_archive() {
        let source =
            "◎广角\n\n草原上的合作社\n\n敖汉旗在2021年修路12公里，村里的人都说这条路修得好。大家又种了300亩草。\n";
        let first = |seed| Archive::new([source], seed).map(|mut it| it.next_page());
        assert_eq!(first(1), first(1));
        assert!(Archive::new([""], 1).is_none());
    }
}
