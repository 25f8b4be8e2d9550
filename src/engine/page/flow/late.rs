//! Headlines that are found late: what stood in mid-sentence or over another story finds its place once all is read.

use super::Reader;
use crate::engine::page::affinity;
use crate::engine::page::draft::{Draft, Paragraph};
use crate::engine::text::Span;
use crate::engine::text::sentence::End;

/// What two parts with a blank between, as headlines have them, are worth in affinity.
const HEADLINE_FORM: f64 = 0.5;

impl Reader<'_> {
    /// Short lines that no headless story took: articles of their own, since they head nothing that was read.
    pub(super) fn place_loose_lines(&mut self) {
        let headless = |it: &Draft| it.headline.is_empty() && it.has_head && it.kind.is_none();
        // Drafts before it have a headline, or need none: none loses its headline here.
        let mut first = 0;
        for (block, inside) in std::mem::take(&mut self.loose) {
            let spans = self.blocks[block].spans.clone();
            first += self.flow.drafts[first..].iter().take_while(|it| !headless(it)).count();
            if let Some(draft) = self.flow.drafts.get_mut(first) {
                draft.headline.extend(spans);
            } else if let Some(draft) =
                inside.map(|it| &mut self.flow.drafts[it]).filter(|it| it.closed || it.end(self.source) != End::Cut)
            {
                draft.push(&spans, true);
            } else {
                let idx = self.begin(Draft::default());
                self.flow.drafts[idx].push(&spans, false);
            }
        }
    }

    /// A story with a byline but no headline takes for one the sub-heading, its own or of the story before it, that fits
    /// it best.
    pub(super) fn find_headlines(&mut self) {
        for idx in 0..self.flow.drafts.len() {
            let draft = &self.flow.drafts[idx];
            if !draft.headline.is_empty() || draft.byline.is_empty() || draft.kind.is_some() {
                continue;
            }
            self.flow.drafts[idx].known_grams(self.source);
            let above = (idx.saturating_sub(3)..idx).rev().find(|it| self.is_story(*it));
            let mut best: Option<(f64, usize, usize)> = None;
            for from in [Some(idx), above].into_iter().flatten() {
                for (at, paragraph) in self.flow.drafts[from].paragraphs.iter().enumerate() {
                    let score = self.likeness(idx, &paragraph.spans);
                    let enough = from == idx || score > 0.0;
                    if paragraph.is_subheading && enough && best.is_none_or(|(highest, ..)| score > highest) {
                        best = Some((score, from, at));
                    }
                }
            }
            if let Some((_, from, at)) = best {
                let source = self.source;
                let paragraphs = &mut self.flow.drafts[from].paragraphs;
                let joined = |it: &[Paragraph]| it.iter().all(|it| it.is_subheading) && is_unbroken(source, it);
                let first = at - paragraphs[..=at].windows(2).rev().take_while(|it| joined(it)).count();
                let n_behind = paragraphs[at..].windows(2).take_while(|it| joined(it)).count();
                let lines = paragraphs.drain(first..=at + n_behind);
                self.flow.drafts[idx].headline = lines.flat_map(|it| it.spans).collect();
            }
        }
    }

    /// How much a line is like a headline of the draft: its form, and what it shares with the draft and with no other line.
    fn likeness(&self, idx: usize, spans: &[Span]) -> f64 {
        let text = spans.first().map_or("", |it| it.slice(self.source));
        let form = if text.contains([' ', '\u{3000}']) { HEADLINE_FORM } else { 0.0 };
        let own = &self.flow.drafts[idx].grams;
        let grams = affinity::grams(text);
        let shared = grams.iter().filter(|it| own.contains(it) && self.ctx.runs().is_shared(**it));
        form + shared.map(|it| self.ctx.runs().weight(*it)).sum::<f64>() / (grams.len() as f64).sqrt().max(1.0)
    }
}

/// True for lines with no blank line between: the lines of one headline.
fn is_unbroken(source: &str, lines: &[Paragraph]) -> bool {
    lines.windows(2).all(|it| {
        let (Some(above), Some(below)) = (it[0].spans.last(), it[1].spans.first()) else { return false };
        let between = source.get(above.end..below.start).unwrap_or("\n\n");
        between.matches('\n').count() == 1
    })
}
