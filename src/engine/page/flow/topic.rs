//! Short lines between whole paragraphs that are headlines, not sub-headings: what comes below has nothing to do with what
//! stands above, or is signed for itself.
//!
//! A story that is signed at its end, or not at all, is told from the story above it by nothing else.

use super::Reader;
use crate::engine::page::head::Piece;
use crate::engine::page::{lead, odds};
use crate::engine::text::sentence::End;

/// How many paragraphs below the line are looked at.
const N_BELOW: usize = 6;
/// The odds of a sub-heading against a headline where nothing else tells.
const SUBHEADING: f64 = 5.0;
/// What a blank in the line speaks for a headline.
const WITH_BLANK: f64 = 1.2;
/// What each character beyond the usual length of a sub-heading speaks for a headline, and that length.
const LONG: (f64, usize) = (0.15, 9);
/// What a byline at the end of the text below speaks for a headline, where the story above has one already.
const SIGNED: f64 = 5.8;
/// What the signs of a first paragraph count in the paragraph below the line.
const OPENING: f64 = 0.5;
/// Signs of one kind repeat each other: what each further paragraph counts.
const REPEATED: f64 = 0.6;

impl Reader<'_> {
    /// Whether the short line begins a story of its own.
    pub(super) fn begins_story(&mut self, line: usize, rest: &[Piece]) -> bool {
        let Some(story) = self.last.filter(|it| self.is_story(*it)) else { return false };
        let draft = &self.flow.drafts[story];
        if draft.end(self.source) != End::Whole || draft.paragraphs.is_empty() || !draft.has_head {
            return false;
        }
        let has_byline = !draft.byline.is_empty();
        let below: Vec<usize> = rest
            .iter()
            .skip_while(|it| matches!(it, Piece::Subheading(_)))
            .map_while(|it| if let Piece::Paragraph(block) = it { Some(*block) } else { None })
            .take_while(|it| !self.blocks[*it].is_caption())
            .take(N_BELOW)
            .collect();
        if below.is_empty() {
            return false;
        }
        let blocks = self.blocks;
        let signed = has_byline && below.iter().any(|it| blocks[*it].is_signed);
        let opening = lead::odds(self.ctx.text(below[0]));
        let likeness: Vec<f64> = below.iter().map(|it| self.likeness_of(story, *it)).collect();
        let below = likeness.iter().sum::<f64>() * if likeness.len() > 1 { REPEATED } else { 1.0 };
        let text = self.ctx.text(line);
        let blank = if text.contains([' ', '\u{3000}']) { WITH_BLANK } else { 0.0 };
        let length = text.chars().count().saturating_sub(LONG.1) as f64 * LONG.0;
        below + SUBHEADING - OPENING * opening - blank - length - if signed { SIGNED } else { 0.0 } < 0.0
    }

    /// The odds that the paragraph belongs to the draft, by what the two share.
    pub(super) fn likeness_of(&mut self, draft: usize, block: usize) -> f64 {
        let text = self.ctx.text(block);
        let grams = self.flow.drafts[draft].known_grams(self.source);
        odds::of_likeness(self.ctx.runs().affinity(grams, text), grams.len(), text.chars().count())
    }
}
