//! Lines of a group that are cut paragraphs, and what they leave for the headline or the photo's title behind them.

use super::{Piece, Reader};
use crate::engine::page::block::BlockKind;
use crate::engine::page::odds;
use crate::engine::page::torn::{self, Strictness};

impl Reader<'_> {
    /// A pending line that goes on in the paragraph at `end` is the first half of it, cut short by the column's end; the
    /// lines behind it interrupt it.
    pub(super) fn take_cut_paragraph(&mut self, end: usize) {
        let Some(next) = self.blocks.get(end).filter(|it| it.kind == BlockKind::Body && !it.is_caption()) else {
            return;
        };
        if self.pending.is_empty() {
            return;
        }
        if self.pending.len() > 1 && self.after_head && !self.is_behind_text() {
            return self.take_cut_beginning();
        }
        if !self.is_behind_text() || self.closed {
            return;
        }
        let right = next.text(self.ctx.source);
        let waits = self.in_cut();
        let last = self.pending.len() - 1;
        let over_a_line = |at: usize| if at < last { torn::OVER_A_LINE } else { 0.0 };
        // What is cut stands before what interrupts it, so the first line will do.
        let mut pending = self.pending.iter().enumerate();
        let cut = |(at, it): (usize, &usize)| over_a_line(at) + torn::odds(self.ctx, *it, right, waits) > 0.0;
        let Some(at) = pending.position(cut) else { return };
        let mut before: Vec<usize> = self.pending.drain(..=at).collect();
        let cut = before.pop();
        self.pieces.extend(before.into_iter().map(Piece::Subheading));
        cut.into_iter().for_each(|it| self.push_torn(it));
        self.take_middle();
    }

    /// A pending line in the middle of a cut sentence that begins and ends inside it is a piece of it.
    pub(super) fn take_middle(&mut self) {
        while let Some(&first) = self.pending.first().filter(|_| self.in_cut() && self.is_running()) {
            let text = self.ctx.text(first);
            let unbroken = text.contains(['，', ',']) && !text.contains([' ', '\u{3000}']);
            if !unbroken || odds::of_beginning(text) < 0.0 {
                return;
            }
            self.pending.remove(0);
            self.push_torn(first);
        }
    }

    /// Below a byline without a headline, a cut line and then others: the story began, and its headline stands after.
    fn take_cut_beginning(&mut self) {
        let Some(&first) = self.pending.first().filter(|it| torn::is_torn(self.ctx, **it, Strictness::Strict)) else {
            return;
        };
        let rest = self.pending.drain(..).skip(1).collect::<Vec<_>>();
        if let Some(Piece::Head { headline, .. }) = self.pieces.last_mut() {
            headline.extend(rest);
        }
        self.push_torn(first);
    }

    /// A photo's title is the line set off from the text before, or the last one; lines before it belong to the story.
    pub(super) fn photo_head(&mut self) {
        let set_off = self.pending.iter().rposition(|it| self.blocks[*it].is_set_off);
        let from = match set_off {
            Some(it) => it,
            None if self.is_behind_text() => self.pending.len() - 1,
            None => 0,
        };
        let headline = self.pending.split_off(from);
        for idx in std::mem::take(&mut self.pending) {
            if torn::is_torn(self.ctx, idx, Strictness::Loose) {
                self.push_torn(idx);
            } else {
                self.pieces.push(Piece::Subheading(idx));
            }
        }
        self.pieces.push(Piece::Head { headline, byline: vec![], is_doubtful: false });
    }
}
