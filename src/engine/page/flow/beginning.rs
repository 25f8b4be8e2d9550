//! A story that began before its head: its first paragraphs stand below the end of another article, or for themselves, and
//! its head comes later, where their last sentence goes on. They are told by what they share with the text below the head.

use super::Reader;
use crate::engine::page::affinity::{self, Grams};
use crate::engine::page::head::Piece;
use crate::engine::page::{lead, odds};
use crate::engine::text::sentence::End;

/// How many paragraphs below the head are compared, and how many above it may be moved.
const REACH: usize = 8;
/// How many paragraphs of the story above are compared: more knows it better and costs more.
const KNOWN: usize = 60;
/// The odds above which paragraphs of another article are moved, those of the join included.
const ENOUGH: f64 = 5.0;
/// The same for an article that lacks its head: it has to have one somewhere.
const HEADLESS: f64 = 0.0;

/// How many pieces behind the head are searched for a head that fits better, and by how much it has to.
const AHEAD: usize = 60;
const BETTER: f64 = 1.5;

impl Reader<'_> {
    /// Moves to the fresh draft `idx` the paragraphs that are its beginning, if the text behind its head goes on with a
    /// sentence that another article left open.
    pub(super) fn take_beginning(&mut self, idx: usize, rest: &[Piece]) {
        let Some(Piece::Paragraph(next)) = rest.first().filter(|_| self.text_below(rest)) else { return };
        let waits = |it: &usize| {
            let draft = &self.flow.drafts[*it];
            *it != idx && !draft.closed && draft.end(self.source) == End::Cut
        };
        let waiting: Vec<usize> = self.recent.iter().copied().filter(|it| waits(it) && self.is_story(*it)).collect();
        if waiting.is_empty() {
            return;
        }
        let mut below = self.flow.drafts[idx].known_grams(self.source).clone();
        let paragraphs = rest.iter().map_while(|it| if let Piece::Paragraph(it) = it { Some(*it) } else { None });
        for block in paragraphs.take(REACH) {
            below.extend(affinity::grams(self.ctx.text(block)));
        }
        let border = |donor: &usize| {
            if self.fits_later_head(*donor, *next, &rest[1..]) {
                return None;
            }
            let join = self.fit(*donor, *next) - lead::odds(self.ctx.text(*next));
            let (odds, at) = self.border(*donor, below.clone(), join)?;
            Some((odds, at, *donor))
        };
        let best = waiting.iter().filter_map(border).reduce(|best, it| if it.0 > best.0 { it } else { best });
        if let Some((_, at, donor)) = best {
            self.move_paragraphs(donor, at, idx);
        }
    }

    /// Whether the text below one of the next heads goes on with the draft better than the paragraph `next` does.
    fn fits_later_head(&self, donor: usize, next: usize, rest: &[Piece]) -> bool {
        let enough = self.fit(donor, next) + BETTER;
        let below_head = |it: &[Piece]| match it {
            [Piece::Head { byline, .. }, Piece::Paragraph(block), ..] if !byline.is_empty() => Some(*block),
            _ => None,
        };
        let near = &rest[..rest.len().min(AHEAD)];
        near.windows(2).filter_map(below_head).any(|it| self.fit(donor, it) > enough)
    }

    /// From which paragraph on the draft is more like `below` than like its own beginning, and by how much more than enough;
    /// `join` are the odds that the text below goes on with it.
    fn border(&self, donor: usize, mut below: Grams, join: f64) -> Option<(f64, usize)> {
        let draft = &self.flow.drafts[donor];
        let first = draft.paragraphs.len().saturating_sub(KNOWN);
        let grams: Vec<Vec<u64>> = draft.paragraphs[first..]
            .iter()
            .map(|it| it.spans.iter().flat_map(|it| affinity::grams(it.slice(self.source))).collect())
            .collect();
        let headline: Vec<u64> = draft.headline.iter().flat_map(|it| affinity::grams(it.slice(self.source))).collect();
        let runs = self.ctx.runs();
        let is_headless = self.is_headless(donor);
        let (mut total, mut best) = (join, None);
        let earliest = if is_headless { 0 } else { 1 };
        for at in (earliest..grams.len()).rev().take(REACH) {
            if draft.paragraphs[first + at].is_subheading && !is_headless {
                break;
            }
            let above: Grams = headline.iter().chain(grams[..at].iter().flatten()).copied().collect();
            let likeness =
                |article: &Grams| odds::of_likeness(runs.shared(article, &grams[at]), article.len(), grams[at].len());
            total += likeness(&below) - if is_headless { 0.0 } else { likeness(&above) };
            let first_span = draft.paragraphs[first + at].spans.first();
            let opening = first_span.map_or(0.0, |it| lead::odds(it.slice(self.source)));
            let whole = is_headless && at == 0;
            let enough = if is_headless { HEADLESS } else { ENOUGH };
            let more = total + opening - enough;
            if (whole || !is_headless) && more > 0.0 && best.is_none_or(|(highest, _)| more > highest) {
                best = Some((more, first + at));
            }
            below.extend(&grams[at]);
        }
        best
    }

    /// True for an article of which only text was read.
    pub(super) fn is_headless(&self, idx: usize) -> bool {
        let draft = &self.flow.drafts[idx];
        draft.headline.is_empty() && draft.byline.is_empty() && draft.kind.is_none() && !draft.paragraphs.is_empty()
    }

    fn move_paragraphs(&mut self, donor: usize, at: usize, idx: usize) {
        // A label right above the head is the story's, else the one under which it began.
        let own_label = idx == 0 || self.flow.drafts[idx - 1].label != self.flow.drafts[idx].label;
        let from = &mut self.flow.drafts[donor];
        let moved = from.paragraphs.split_off(at);
        let last_block = from.last_block.take();
        let label = from.label.filter(|_| from.paragraphs.is_empty() && !own_label);
        from.grams = Grams::default();
        from.unseen = from.headline.iter().chain(from.paragraphs.iter().flat_map(|it| &it.spans)).copied().collect();
        let to = &mut self.flow.drafts[idx];
        moved.iter().for_each(|it| to.push(&it.spans, it.is_subheading));
        to.last_block = last_block;
        to.label = label.or(to.label);
    }
}
