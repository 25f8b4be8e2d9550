//! How exact a figure claims to be: 约, 近, 超过, 至少 before it, 以上, 左右, 以内 after it. Reads `data/approx.tsv`.

use std::sync::LazyLock;

use super::glyph::Glyphs;
use super::mention::Approx;
use super::numeral;
use super::table::{self, ByChar};
use crate::engine::arrange::Arrange;
use crate::engine::text::by_char::last_character;

/// What the words around the figure at characters `start..end` say; `None` where there are none.
/// A word behind it wins, since it stands nearer to the unit: 约80%以上 is at least 80 %.
pub fn around(glyphs: &Glyphs, start: usize, end: usize) -> Option<Approx> {
    after(glyphs, end).map(|(approx, _)| approx).or_else(|| before(glyphs, start))
}

/// What the words before `start` say: those that end there, else 至少 over a verb (至少配备2名).
pub fn before(glyphs: &Glyphs, start: usize) -> Option<Approx> {
    adjacent(glyphs, start).or_else(|| over_verb(glyphs, start))
}

/// 约 in 约为去年的4倍: it holds for the figure behind 的.
pub fn before_comparison(glyphs: &Glyphs, start: usize) -> Option<Approx> {
    let least = start.saturating_sub(LONGEST_COMPARED);
    let in_clause = (least..start).rev().take_while(|it| !is_stop(glyphs.at(*it)));
    let mut verbs = in_clause.filter(|at| glyphs.before(start) == '的' && matches!(glyphs.at(*at), '为' | '是' | '占'));
    let verb = verbs.next()?;
    adjacent(glyphs, verb).or_else(|| adjacent(glyphs, verb + 1))
}

/// Longest phrase that a figure is compared with, in characters.
const LONGEST_COMPARED: usize = 16;

/// 至少 and its like are adverbs: a verb and its particle may stand between them and the figure.
fn over_verb(glyphs: &Glyphs, start: usize) -> Option<Approx> {
    const ADVERBS: [(&str, Approx); 3] =
        [("至少", Approx::AtLeast), ("起码", Approx::AtLeast), ("至多", Approx::AtMost)];
    let blocks =
        |ch: char| !is_han(ch) || matches!(ch, '的' | '时' | '者' | '地' | '和' | '与') || numeral::may_begin(ch);
    for at in (start.saturating_sub(LONGEST_VERB)..start).rev() {
        if blocks(glyphs.at(at)) {
            return None;
        }
        if let Some((_, approx)) = ADVERBS.iter().find(|it| glyphs.ends_with(at, it.0)) {
            return Some(*approx);
        }
    }
    None
}

/// Longest verb with its particles between 至少 and its figure, in characters.
const LONGEST_VERB: usize = 4;

fn is_stop(ch: char) -> bool {
    !ch.is_alphanumeric()
}

/// True for a Chinese character.
fn is_han(ch: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&ch)
}

/// What the words that end at `start` say.
fn adjacent(glyphs: &Glyphs, start: usize) -> Option<Approx> {
    let mut at = start;
    for _ in 0..=MOST_LINKS {
        let words = WORDS.by_last.get(glyphs.before(at))?;
        if let Some(word) = words.iter().find(|it| it.side == Side::Before && it.ends_at(glyphs, at)) {
            return word.approx;
        }
        let link = words.iter().find(|it| it.side == Side::Link && glyphs.ends_with(at, it.text))?;
        at -= link.n_chars;
    }
    None
}

/// What the word at `end` says, and where it ends.
pub fn after(glyphs: &Glyphs, end: usize) -> Option<(Approx, usize)> {
    let at = past_inclusive(glyphs, end);
    let words = WORDS.by_first.get(glyphs.at(at))?;
    let word = words.iter().find(|it| it.side == Side::After && it.starts_at(glyphs, at))?;
    Some((word.approx?, at + word.n_chars))
}

/// Words between an approximator and its figure: 超过了, 达到了近. More would reach into another phrase.
const MOST_LINKS: usize = 2;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    Link,
    After,
}

#[derive(Debug, Clone, Copy)]
struct Word {
    text: &'static str,
    n_chars: usize,
    side: Side,
    approx: Option<Approx>,
    /// Characters on its far side that make it part of another word.
    not_beside: &'static str,
    /// Characters of which the figure must begin with one; "" for any.
    only_before: &'static str,
}

impl Word {
    fn ends_at(&self, glyphs: &Glyphs, at: usize) -> bool {
        glyphs.ends_with(at, self.text)
            && !self.not_beside.contains(glyphs.before(at - self.n_chars))
            && (self.only_before.is_empty() || self.only_before.contains(glyphs.at(at)))
    }

    fn starts_at(&self, glyphs: &Glyphs, at: usize) -> bool {
        glyphs.starts_with(at, self.text) && !self.not_beside.contains(glyphs.at(at + self.n_chars))
    }
}

/// The words by their ends, longest first, so that 不超过 is found before 超过.
struct Words {
    by_first: ByChar<Vec<Word>>,
    by_last: ByChar<Vec<Word>>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words: Vec<Word> = table::rows(data_table!(approx)).filter_map(|row| word(&row)).collect();
    words.arrange_by_key(|it| std::cmp::Reverse(it.n_chars));
    let add = |all: &mut Vec<Word>, it: Word| all.push(it);
    Words {
        by_first: ByChar::of(words.iter().copied(), |it| it.text, add),
        by_last: ByChar::of(words.into_iter(), |it| last_character(it.text), add),
    }
});

fn word(row: &[&'static str]) -> Option<Word> {
    let text = table::field(row, 0);
    let (side, approx) = match (table::field(row, 1), table::field(row, 2)) {
        (_, "link") => (Side::Link, None),
        ("before", approx) => (Side::Before, parse(approx)),
        (_, approx) => (Side::After, parse(approx)),
    };
    let (not_beside, only_before) = (table::field(row, 3), table::field(row, 4));
    Some(Word { text, n_chars: text.chars().count(), side, approx, not_beside, only_before })
}

fn parse(name: &str) -> Option<Approx> {
    Approx::ALL.into_iter().find(|it| it.as_str() == name)
}

/// Past a bracketed 含 or 不含: 90分（含）以上.
fn past_inclusive(glyphs: &Glyphs, at: usize) -> usize {
    let inside = ["(含)", "(不含)", "(含本数)"].into_iter().find(|it| glyphs.starts_with(at, it));
    at + inside.map_or(0, |it| it.chars().count())
}
