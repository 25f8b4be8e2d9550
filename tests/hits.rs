//! Properties of where hits stand: every place of a word, a phrase, or two runs near each other is found, in every field,
//! to the byte, and no other. The texts are the bundled pages, and the same with characters written in other ways; queries are drawn
//! by seed from them and written in other ways too. The count by hand compares character after character.

#[path = "support/pages.rs"]
mod pages;

use std::collections::{BTreeMap, BTreeSet};

use banmian::engine::analysis::analyse;
use banmian::engine::archive::Random;
use banmian::engine::index::{Field, Index};
use banmian::engine::lexicon::Lexicon;
use banmian::engine::page::parse_page;
use banmian::engine::query::{eval, highlight};
use banmian::engine::text::variant::fold_for_search;

const N_QUERIES: usize = 300;
/// Of so many characters one is written in another way.
const EVERY: usize = 4;

/// Bytes `start..end` of a field of an article.
type Place = (u32, Field, usize, usize);

#[test]
fn words_and_phrases_stand_where_they_are_found() {
    let (index, writings) = (corpus(), Writings::new());
    let mut random = Random(5);
    let (mut n_hits, mut n_folded) = (0, 0);
    for n in 0..N_QUERIES {
        let run = draw(&mut random, &index, if n % 3 == 0 { 5..9 } else { 2..5 });
        let written = writings.vary(&mut random, &run);
        let expected = by_hand(&index, &run);
        assert!(!expected.is_empty(), "{run}");
        assert_eq!(found(&index, &format!("\"{written}\""), 0), expected, "{written}");
        n_hits += expected.len();
        n_folded += usize::from(written != run);
    }
    assert!(n_hits > N_QUERIES * 3 && n_folded > N_QUERIES / 4, "{n_hits} hits, {n_folded} written in other ways");
}

#[test]
fn runs_near_each_other_stand_where_they_are_found() {
    let (index, writings) = (corpus(), Writings::new());
    let mut random = Random(8);
    let mut n_pairs = 0;
    for _ in 0..N_QUERIES {
        let [first, second] = [(); 2].map(|()| draw(&mut random, &index, 1..3));
        // Half of the second runs stand behind the first one somewhere.
        let second = if random.below(2) == 0 { second } else { behind(&mut random, &index, &first).unwrap_or(second) };
        let distance = random.below(12);
        for sign in ['$', '#', '+'] {
            let [left, right] = [&first, &second].map(|it| writings.vary(&mut random, it));
            let query = format!("\"{left}\"{sign}{distance}\"{right}\"");
            let expected = near_by_hand(&index, &first, &second, sign, distance);
            let sides = [found(&index, &query, 0), found(&index, &query, 1)];
            assert_eq!(sides, expected, "{query}");
            n_pairs += expected[0].len();
        }
    }
    assert!(n_pairs > N_QUERIES * 3, "{n_pairs} pairs");
}

/// What no text has is not found, however near it is to what one has.
#[test]
fn what_stands_nowhere_is_not_found() {
    let (index, mut random) = (corpus(), Random(13));
    for _ in 0..N_QUERIES / 3 {
        let run: Vec<char> = draw(&mut random, &index, 3..6).chars().collect();
        let mut other = run.clone();
        let at = random.below(other.len());
        other[at] = '龘';
        let other: String = other.into_iter().collect();
        assert_eq!(found(&index, &format!("\"{other}\""), 0), BTreeSet::new(), "{other}");
        let turned: String = run.iter().rev().collect();
        assert_eq!(found(&index, &format!("\"{turned}\""), 0), by_hand(&index, &turned), "{turned}");
    }
}

/// The bundled pages, and each once more with other characters for the same.
fn corpus() -> Index {
    let (writings, mut random) = (Writings::new(), Random(3));
    let lexicon = Lexicon::native();
    let mut index = Index::default();
    for (name, text) in pages::pages() {
        for (name, text) in [(name.clone(), text.clone()), (format!("{name}x"), writings.vary(&mut random, &text))] {
            let analysis = analyse(parse_page(&name, &text), &lexicon);
            for document in analysis.documents {
                index.add(&name, &analysis.published, document);
            }
        }
    }
    index.seal();
    index
}

/// The other ways in which characters are written.
struct Writings(BTreeMap<char, Vec<char>>);

impl Writings {
    fn new() -> Self {
        let mut res = BTreeMap::new();
        for ch in ('!'..='~').chain('\u{3400}'..='\u{9fff}').chain('！'..='～') {
            let folded = fold_for_search(ch);
            if folded != ch && ch.is_alphanumeric() {
                res.entry(folded).or_insert_with(Vec::new).push(ch);
            }
        }
        Writings(res)
    }

    /// `text` with some of its letters, digits and Chinese characters written in other ways.
    fn vary(&self, random: &mut Random, text: &str) -> String {
        let vary = |ch: char| match self.0.get(&fold_for_search(ch)) {
            Some(others) if ch.is_alphanumeric() && random.below(EVERY) == 0 => others[random.below(others.len())],
            _ => ch,
        };
        text.chars().map(vary).collect()
    }
}

/// Some neighbouring letters, digits or Chinese characters of the body or headline of some article.
fn draw(random: &mut Random, index: &Index, lengths: std::ops::Range<usize>) -> String {
    loop {
        let article = index.article(random.below(index.len()) as u32);
        let field = if random.below(5) == 0 { Field::Headline } else { Field::Body };
        let text: Vec<char> = article.text(field).chars().collect();
        let n_chars = lengths.start + random.below(lengths.len());
        let start = random.below(text.len().max(1));
        let run: String = text.iter().skip(start).take(n_chars).collect();
        if run.chars().count() == n_chars && run.chars().all(char::is_alphanumeric) {
            return run;
        }
    }
}

/// A character or two that stand up to ten characters behind `run` somewhere.
fn behind(random: &mut Random, index: &Index, run: &str) -> Option<String> {
    let (article, field, _, end) = by_hand(index, run).into_iter().next()?;
    let text = index.article(article).text(field).into_owned();
    let rest: Vec<char> = text[end..].chars().skip(random.below(10)).take(1 + random.below(2)).collect();
    (!rest.is_empty() && rest.iter().all(|it| it.is_alphanumeric())).then(|| rest.into_iter().collect())
}

/// Where term number `term` of a query is found.
fn found(index: &Index, query: &str, term: usize) -> BTreeSet<Place> {
    let hits = eval::query_hits(index, query);
    let mut res = BTreeSet::new();
    for article in hits.articles.iter().flatten() {
        for field in Field::ALL {
            let here = highlight::hits_in(index, &hits, *article, field);
            let places = here.iter().filter(|it| it.term == term).map(|it| (*article, field, it.start, it.end));
            for place in places {
                assert!(res.insert(place), "{query} is found twice at {place:?}");
            }
        }
    }
    res
}

fn by_hand(index: &Index, run: &str) -> BTreeSet<Place> {
    let run: Vec<char> = run.chars().map(fold_for_search).collect();
    let mut res = BTreeSet::new();
    for article in 0..index.len() as u32 {
        for field in Field::ALL {
            let text = index.article(article).text(field).into_owned();
            let chars: Vec<(usize, char)> = text.char_indices().map(|(at, ch)| (at, fold_for_search(ch))).collect();
            for window in 0..(chars.len() + 1).saturating_sub(run.len()) {
                if chars[window..].iter().zip(&run).all(|(it, wanted)| it.1 == *wanted) {
                    let end = chars.get(window + run.len()).map_or(text.len(), |it| it.0);
                    res.insert((article, field, chars[window].0, end));
                }
            }
        }
    }
    res
}

/// Both sides of every pair that a distance allows.
fn near_by_hand(index: &Index, first: &str, second: &str, sign: char, distance: usize) -> [BTreeSet<Place>; 2] {
    let (lefts, rights) = (by_hand(index, first), by_hand(index, second));
    let mut res = [BTreeSet::new(), BTreeSet::new()];
    let gap = |a: &Place, b: &Place| {
        let is_behind = (a.0, a.1) == (b.0, b.1) && b.2 >= a.3;
        is_behind.then(|| index.article(a.0).text(a.1)[a.3..b.2].chars().count())
    };
    for left in &lefts {
        for right in &rights {
            let is_near = match sign {
                '+' => gap(left, right) == Some(distance),
                '$' => gap(left, right).is_some_and(|it| it <= distance),
                _ => [gap(left, right), gap(right, left)].into_iter().flatten().any(|it| it <= distance),
            };
            if is_near {
                res[0].insert(*left);
                res[1].insert(*right);
            }
        }
    }
    res
}
