//! The order of interleaved stories: where several articles wait for their continuation, the paragraphs up to the next
//! head are given out together, since a stray one is seen only by where the others fit.
//!
//! A beam of the best assignments so far is kept; each paragraph adds the odds that it joins the end of its article and that
//! the two, by what is rare on the page, are alike. Leaving an article costs something, so that it is left only for a reason.

use super::affinity::{self, Grams};
use super::context::Context;
use super::odds;
use crate::engine::arrange::Arrange;
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

/// What it costs to leave an article for one that waits for the rest of a sentence.
const TO_WAITING: f64 = 1.2;
/// What it costs to leave an article for a head without text.
const TO_HEAD: f64 = 1.2;
/// What it costs to leave an article for one whose text is whole.
const TO_WHOLE: f64 = 3.0;
/// What a head that gets no text costs.
const NO_TEXT: f64 = 4.0;

/// For each paragraph of `window` (blocks; true for a sub-heading) the candidate it belongs to.
pub fn assign(ctx: &Context, candidates: &[Candidate], window: &[(usize, bool)]) -> Vec<usize> {
    let shared = Shared::of(ctx, candidates, window);
    let mut beam = vec![State::start(candidates)];
    for (at, &(block, is_subheading)) in window.iter().enumerate() {
        let mut next: Vec<State> = vec![];
        for state in &beam {
            if is_subheading {
                next.push(state.with_subheading());
                continue;
            }
            for idx in (0..candidates.len()).filter(|it| state.can_take(candidates, *it)) {
                let affinity = shared.affinity(at, idx, state.taken[idx]);
                let likeness = odds::of_likeness(affinity, state.ends[idx].n_known, shared.n_grams[at]);
                let score = likeness + state.join(ctx, idx, block) - state.switch(idx);
                next.push(state.with(ctx, idx, block, (at, shared.n_grams[at]), score));
            }
        }
        next.arrange_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.targets.cmp(&b.targets)));
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
    /// Runs of characters that are known of the article.
    n_known: usize,
}

impl<'a> State<'a> {
    fn start(candidates: &[Candidate<'a>]) -> Self {
        State {
            score: 0.0,
            last: candidates.iter().position(|it| it.is_last),
            ends: candidates
                .iter()
                .map(|it| Ending { end: it.end, tail: it.tail, is_empty: it.is_empty, n_known: it.grams.len() })
                .collect(),
            taken: vec![0; candidates.len()],
            targets: vec![],
        }
    }

    fn can_take(&self, candidates: &[Candidate], idx: usize) -> bool {
        candidates[idx].is_story || self.ends[idx].end == End::Cut || self.last == Some(idx)
    }

    fn join(&self, ctx: &Context, idx: usize, block: usize) -> f64 {
        let Ending { end, tail, is_empty, .. } = self.ends[idx];
        odds::of_join(ctx, end, tail, is_empty, ctx.text(block))
    }

    /// What it costs to go on with this article.
    fn switch(&self, idx: usize) -> f64 {
        match self.ends[idx] {
            _ if self.last == Some(idx) => 0.0,
            it if it.is_empty => TO_HEAD,
            it if it.end == End::Cut => TO_WAITING,
            _ => TO_WHOLE,
        }
    }

    fn with(&self, ctx: &Context<'a>, idx: usize, block: usize, (at, n_grams): (usize, usize), score: f64) -> Self {
        let mut res = self.clone();
        let last = ctx.blocks[block].spans.last().map_or("", |it| sentence::tail(it.slice(ctx.source)));
        let n_known = self.ends[idx].n_known + n_grams;
        res.ends[idx] = Ending { end: sentence::end_of(last), tail: last, is_empty: false, n_known };
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
            *ending = Ending { end: End::Whole, tail: "", is_empty: false, n_known: ending.n_known };
        }
        res.targets.push(idx);
        res
    }
}

/// For each paragraph of the window, what it shares with each candidate and with the other paragraphs.
struct Shared {
    /// A rare run's weight, the candidates that have it, the paragraphs of the window that have it.
    runs: Vec<Vec<(f64, u64, u64)>>,
    /// How many runs each paragraph has.
    n_grams: Vec<usize>,
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
        Shared { runs: runs.collect(), n_grams: grams.iter().map(Vec::len).collect() }
    }

    /// The affinity of paragraph `at` to candidate `idx` with the paragraphs of the window that it took.
    fn affinity(&self, at: usize, idx: usize, taken: u64) -> f64 {
        let bit = 1u64 << idx.min(63);
        let shared =
            self.runs[at].iter().filter(|(_, candidates, paragraphs)| candidates & bit != 0 || paragraphs & taken != 0);
        shared.map(|(weight, _, _)| weight).sum()
    }
}
