//! A story that began before its head, below the end of another one: its first paragraphs are told from that story by what
//! they share with the text below the head, with which their last sentence goes on.

use super::Reader;
use crate::engine::page::affinity::{self, Grams};
use crate::engine::page::head::Piece;
use crate::engine::page::odds;
use crate::engine::text::sentence::End;

/// How many paragraphs below the head are compared, and how many above it may be moved.
const REACH: usize = 8;
/// How many paragraphs of the story above are compared: more knows it better and costs more.
const KNOWN: usize = 60;
/// The odds above which paragraphs are moved, those of the join included.
const ENOUGH: f64 = 6.0;

impl Reader<'_> {
    /// Moves to the fresh draft `idx` the paragraphs that are its beginning, if the text behind its head goes on with a
    /// sentence that another story left open.
    pub(super) fn take_beginning(&mut self, idx: usize, rest: &[Piece]) {
        let Some(Piece::Paragraph(next)) = rest.first() else { return };
        let waits = |it: &usize| {
            let draft = &self.flow.drafts[*it];
            *it != idx && !draft.closed && draft.end(self.source) == End::Cut && draft.paragraphs.len() > 1
        };
        let waiting: Vec<usize> = self.recent.iter().copied().filter(|it| waits(it) && self.is_story(*it)).collect();
        let best = waiting.into_iter().max_by(|a, b| self.fit(*a, *next).total_cmp(&self.fit(*b, *next)));
        let Some(donor) = best else { return };
        let join = self.fit(donor, *next);
        if join <= 0.0 || odds::of_beginning(self.ctx.text(*next)) <= 0.0 {
            return;
        }
        let mut below = self.flow.drafts[idx].known_grams(self.source).clone();
        let paragraphs = rest.iter().map_while(|it| if let Piece::Paragraph(it) = it { Some(*it) } else { None });
        for block in paragraphs.take(REACH) {
            below.extend(affinity::grams(self.ctx.text(block)));
        }
        if let Some(at) = self.border(donor, below, join) {
            self.move_paragraphs(donor, at, idx);
        }
    }

    /// From which paragraph on the draft is more like `below` than like its own beginning; `join` are the odds that the text
    /// below goes on with it.
    fn border(&self, donor: usize, mut below: Grams, join: f64) -> Option<usize> {
        let draft = &self.flow.drafts[donor];
        let first = draft.paragraphs.len().saturating_sub(KNOWN);
        let grams: Vec<Vec<u64>> = draft.paragraphs[first..]
            .iter()
            .map(|it| it.spans.iter().flat_map(|it| affinity::grams(it.slice(self.source))).collect())
            .collect();
        let headline: Vec<u64> = draft.headline.iter().flat_map(|it| affinity::grams(it.slice(self.source))).collect();
        let runs = self.ctx.runs();
        let (mut total, mut best) = (0.0, None);
        for at in (1..grams.len()).rev().take(REACH) {
            if draft.paragraphs[first + at].is_subheading {
                break;
            }
            let above: Grams = headline.iter().chain(grams[..at].iter().flatten()).copied().collect();
            let likeness =
                |article: &Grams| odds::of_likeness(runs.shared(article, &grams[at]), article.len(), grams[at].len());
            total += likeness(&below) - likeness(&above);
            if total + join > ENOUGH && best.is_none_or(|(highest, _)| total > highest) {
                best = Some((total, first + at));
            }
            below.extend(&grams[at]);
        }
        best.map(|it| it.1)
    }

    fn move_paragraphs(&mut self, donor: usize, at: usize, idx: usize) {
        let from = &mut self.flow.drafts[donor];
        let moved = from.paragraphs.split_off(at);
        let last_block = from.last_block.take();
        from.grams = Grams::default();
        from.unseen = from.headline.iter().chain(from.paragraphs.iter().flat_map(|it| &it.spans)).copied().collect();
        let to = &mut self.flow.drafts[idx];
        moved.iter().for_each(|it| to.push(&it.spans, it.is_subheading));
        to.last_block = last_block;
    }
}
