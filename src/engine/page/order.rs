//! The order of interleaved stories: where several articles wait for their continuation, the paragraphs up to the next
//! head are given out together, since a stray one is seen only by where the others fit.
//!
//! A beam of the best assignments so far is kept; each paragraph adds how well it joins the end of its article and how
//! much that is rare on the page it shares with it. Staying with an article is worth something, so that it is left only
//! for a reason.

use super::affinity::{self, Grams};
use super::context::Context;
use crate::engine::text::sentence::{self, End};

/// An article that the paragraphs may go on with.
pub struct Candidate<'a> {
    /// How its text ends.
    pub end: End,
    /// The last run of its text.
    pub tail: &'a str,
    /// True when it has a head but no text yet.
    pub is_empty: bool,
    /// The runs of characters of its headline and text.
    pub grams: &'a Grams,
    /// True for stories; others only go on with a cut sentence.
    pub is_story: bool,
    /// True for the article to which the text before belongs.
    pub is_last: bool,
}

/// Paragraphs that are given out together: more sees further and costs more.
pub const WINDOW: usize = 40;
/// Assignments that are kept while reading on: more finds better ones and costs more.
const BEAM: usize = 24;

/// What being next to each other is worth: a higher value leaves an article less easily.
const ADJACENT: f64 = 1.2;
/// What an end without its stop is worth: it waits for something.
const WAITING: f64 = 1.0;
/// What a head without text is worth to the paragraph behind it.
const HEADED: f64 = 2.0;
/// What each run of characters that stands elsewhere as it would stand at the join is worth.
const JUNCTION: f64 = 1.0;
/// What a beginning in mid-sentence is worth to an open end, and costs a whole one.
const INSIDE: f64 = 2.0;
/// What a quotation that one half opens and the other closes is worth.
const QUOTE: f64 = 2.0;
/// What shared rare runs are worth, per unit of affinity.
const AFFINITY: f64 = 1.2;
/// Runs from which on an article is known well enough that a paragraph sharing nothing with it tells something.
const ENOUGH_TO_KNOW: usize = 60;
/// The affinity that a paragraph of an article has that is not yet known.
const EXPECTED: f64 = 0.8;
/// What a head that gets no text costs.
const NO_TEXT: f64 = 4.0;

/// For each paragraph of `window` (blocks; true for a sub-heading) the candidate it belongs to.
pub fn assign(ctx: &Context, candidates: &[Candidate], window: &[(usize, bool)]) -> Vec<usize> {
    let shared = Shared::of(ctx, candidates, window);
    let known: Vec<bool> = candidates.iter().map(|it| it.grams.len() >= ENOUGH_TO_KNOW).collect();
    let mut beam = vec![State::start(candidates)];
    for (at, &(block, is_subheading)) in window.iter().enumerate() {
        let mut next: Vec<State> = vec![];
        for state in &beam {
            if is_subheading {
                next.push(state.with_subheading());
                continue;
            }
            for (idx, is_known) in known.iter().enumerate() {
                if state.can_take(candidates, idx) {
                    let least = if *is_known || state.taken[idx] != 0 { 0.0 } else { EXPECTED };
                    let affinity = shared.affinity(at, idx, state.taken[idx]).max(least);
                    let score = state.fit(ctx, idx, block) + AFFINITY * affinity;
                    next.push(state.with(ctx, idx, block, at, score));
                }
            }
        }
        next.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.targets.cmp(&b.targets)));
        next.truncate(BEAM);
        if next.is_empty() {
            break;
        }
        beam = next;
    }
    let value = |it: &State| it.score - NO_TEXT * it.ends.iter().filter(|it| it.is_empty).count() as f64;
    let best = beam.into_iter().reduce(|best, it| if value(&it) > value(&best) { it } else { best });
    best.map(|it| it.targets).unwrap_or_default()
}

/// How well `right` goes on with an article that ends so, by its signs alone.
pub fn fit(ctx: &Context, end: End, tail: &str, is_empty: bool, right: &str) -> f64 {
    let right = sentence::head(right);
    let inside = if sentence::begins_inside(right) { INSIDE } else { 0.0 };
    let quote = match (sentence::open_marks(tail) > 0, sentence::closes_foreign_mark(right)) {
        (true, true) => QUOTE,
        (false, true) => -QUOTE,
        (true, false) => -QUOTE / 4.0,
        (false, false) => 0.0,
    };
    match end {
        _ if is_empty => HEADED - inside + quote.min(0.0),
        End::Cut => WAITING + inside + quote + JUNCTION * f64::from(ctx.runs().junction(tail, right)),
        End::Open => quote + inside / 2.0,
        End::Whole => -inside + quote.min(0.0),
    }
}

/// An assignment of the paragraphs read so far.
#[derive(Clone)]
struct State<'a> {
    score: f64,
    last: Option<usize>,
    ends: Vec<Ending<'a>>,
    /// For each candidate, a bit for each paragraph of the window that it took.
    taken: Vec<u64>,
    targets: Vec<usize>,
}

#[derive(Clone, Copy)]
struct Ending<'a> {
    end: End,
    tail: &'a str,
    is_empty: bool,
}

impl<'a> State<'a> {
    fn start(candidates: &[Candidate<'a>]) -> Self {
        State {
            score: 0.0,
            last: candidates.iter().position(|it| it.is_last),
            ends: candidates.iter().map(|it| Ending { end: it.end, tail: it.tail, is_empty: it.is_empty }).collect(),
            taken: vec![0; candidates.len()],
            targets: vec![],
        }
    }

    fn can_take(&self, candidates: &[Candidate], idx: usize) -> bool {
        candidates[idx].is_story || self.ends[idx].end == End::Cut || self.last == Some(idx)
    }

    fn fit(&self, ctx: &Context, idx: usize, block: usize) -> f64 {
        let near = if self.last == Some(idx) { ADJACENT } else { 0.0 };
        let Ending { end, tail, is_empty } = self.ends[idx];
        near + fit(ctx, end, tail, is_empty, ctx.text(block))
    }

    fn with(&self, ctx: &Context<'a>, idx: usize, block: usize, at: usize, score: f64) -> Self {
        let mut res = self.clone();
        let last = ctx.blocks[block].spans.last().map_or("", |it| sentence::tail(it.slice(ctx.source)));
        res.ends[idx] = Ending { end: sentence::end_of(last), tail: last, is_empty: false };
        res.taken[idx] |= 1 << at.min(63);
        res.targets.push(idx);
        res.last = Some(idx);
        res.score += score;
        res
    }

    /// A sub-heading stays with the article before it, and ends it whole.
    fn with_subheading(&self) -> Self {
        let mut res = self.clone();
        let idx = self.last.unwrap_or(0);
        if let Some(ending) = res.ends.get_mut(idx) {
            *ending = Ending { end: End::Whole, tail: "", is_empty: false };
        }
        res.targets.push(idx);
        res
    }
}

/// For each paragraph of the window, what it shares with each candidate and with the other paragraphs.
struct Shared {
    /// A rare run's weight, the candidates that have it, the paragraphs of the window that have it.
    runs: Vec<Vec<(f64, u64, u64)>>,
}

impl Shared {
    fn of(ctx: &Context, candidates: &[Candidate], window: &[(usize, bool)]) -> Self {
        let grams: Vec<Vec<u64>> = window.iter().map(|(block, _)| affinity::grams(ctx.text(*block))).collect();
        let bits = |gram: &u64| {
            let candidates = candidates.iter().enumerate().filter(|(_, it)| it.grams.contains(gram));
            let paragraphs = grams.iter().enumerate().filter(|(_, it)| it.binary_search(gram).is_ok());
            let mask = |idx: usize| 1u64 << idx.min(63);
            (candidates.fold(0, |acc, (idx, _)| acc | mask(idx)), paragraphs.fold(0, |acc, (idx, _)| acc | mask(idx)))
        };
        let runs = grams.iter().map(|own| {
            let norm = (own.len() as f64).sqrt().max(1.0);
            let of = |gram: &u64| {
                let (candidates, paragraphs) = bits(gram);
                (ctx.runs().weight(*gram) / norm, candidates, paragraphs)
            };
            own.iter().filter(|it| ctx.runs().weight(**it) > 0.0 && ctx.runs().is_shared(**it)).map(of).collect()
        });
        Shared { runs: runs.collect() }
    }

    /// The affinity of paragraph `at` to candidate `idx` with the paragraphs of the window that it took.
    fn affinity(&self, at: usize, idx: usize, taken: u64) -> f64 {
        let bit = 1u64 << idx.min(63);
        let shared =
            self.runs[at].iter().filter(|(_, candidates, paragraphs)| candidates & bit != 0 || paragraphs & taken != 0);
        shared.map(|(weight, _, _)| weight).sum()
    }
}
