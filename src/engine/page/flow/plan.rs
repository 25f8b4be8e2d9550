//! Paragraphs that are given out together, ahead of reading them: see [`order`].

use super::Reader;
use crate::engine::page::head::Piece;
use crate::engine::page::order;
use crate::engine::text::sentence::End;

impl Reader<'_> {
    /// The draft that the paragraph goes on with; `None` if it belongs to nothing read so far.
    pub(super) fn choose(&mut self, block: usize, rest: &[Piece]) -> Option<usize> {
        if let Some(planned) = self.planned(block) {
            return Some(planned);
        }
        let candidates: Vec<usize> = self.recent.iter().rev().copied().filter(|it| self.can_go_on(*it)).collect();
        let waits = |it: &usize| self.flow.drafts[*it].end(self.source) == End::Cut;
        let last = self.last.filter(|it| candidates.contains(it));
        let others_wait = candidates.iter().any(|it| Some(*it) != last && waits(it));
        match candidates[..] {
            [] => None,
            [only] => Some(only),
            _ if last.is_some_and(|it| !others_wait && (!waits(&it) || self.fit(it, block) > 0.0)) => last,
            _ => {
                self.plan(block, rest, candidates);
                self.planned(block)
            }
        }
    }

    /// The draft to which the paragraph was given out; a plan that does not fit what is read is dropped.
    pub(super) fn planned(&mut self, block: usize) -> Option<usize> {
        let (planned, target) = *self.plan.front()?;
        if planned != block {
            self.plan.clear();
            return None;
        }
        self.plan.pop_front();
        Some(target)
    }

    /// Whether a text of its own, and no photo's caption, stands right below a head.
    pub(super) fn text_below(&self, rest: &[Piece]) -> bool {
        matches!(rest.first(), Some(Piece::Paragraph(it)) if !self.blocks[*it].is_caption())
    }

    /// Gives out the paragraphs up to the next head.
    pub(super) fn plan(&mut self, block: usize, rest: &[Piece], candidates: Vec<usize>) {
        let mut window = vec![(block, false)];
        for (at, piece) in rest.iter().enumerate().take(order::WINDOW) {
            match piece {
                Piece::Paragraph(it) if !self.ctx.blocks[*it].is_caption() => window.push((*it, false)),
                Piece::Subheading(it) => window.push((*it, true)),
                Piece::Head { headline, byline, .. } if headline.is_empty() || !byline.is_empty() => break,
                Piece::Head { is_doubtful: false, .. } if self.text_below(&rest[at + 1..]) => break,
                Piece::Brief(_) | Piece::Item(_) => break,
                _ => {}
            }
        }
        for idx in &candidates {
            self.flow.drafts[*idx].known_grams(self.source);
        }
        let last = self.last.or(candidates.first().copied());
        let options: Vec<order::Candidate> = candidates
            .iter()
            .map(|idx| {
                let draft = &self.flow.drafts[*idx];
                order::Candidate {
                    end: draft.end(self.source),
                    tail: draft.tail(self.source),
                    is_empty: draft.paragraphs.is_empty(),
                    grams: &draft.grams,
                    is_story: self.is_story(*idx),
                    is_last: Some(*idx) == last,
                }
            })
            .collect();
        let targets = order::assign(self.ctx, &options, &window);
        self.plan = window.iter().zip(targets).map(|((block, _), target)| (*block, candidates[target])).collect();
    }
}
