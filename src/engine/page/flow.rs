//! Reading order: which article every paragraph belongs to, and which cut sentences go on where.
//!
//! A page is read column by column, so a story may be cut in mid-sentence and go on after a caption, a label, a headline
//! or another story. Each paragraph goes to the article that it fits best among those read last: does that article's end
//! lack its stop, does the paragraph begin mid-sentence, are there runs of characters that stand across the join
//! elsewhere on the page, do the two share what is rare on the page.

mod ahead;
mod beginning;
mod items;
mod late;
mod plan;
mod topic;

use std::collections::VecDeque;

use super::block::{self, Block};
use super::byline::Byline;
use super::context::Context;
use super::draft::Draft;
use super::head::Piece;
use super::{Kind, label, odds};
use crate::engine::diagnostic::{Diagnostic, Severity};
use crate::engine::text::sentence::{self, End};

/// The articles of a page in the making, its labels, and what was uncertain.
#[derive(Default)]
pub struct Flow {
    /// In the order in which they were begun.
    pub drafts: Vec<Draft>,
    /// The labels in the order of the page.
    pub labels: Vec<Label>,
    /// Uncertain joins.
    pub diagnostics: Vec<Diagnostic>,
}

/// A section label and the articles around it.
pub struct Label {
    /// Its name.
    pub name: String,
    /// What its items are, where the table knows it.
    pub kind: Option<Kind>,
    /// The story in whose middle it stands, if any.
    pub inside: Option<usize>,
}

/// How many of the articles read last a paragraph may go on with: more heals longer detours and costs more time.
const N_CANDIDATES: usize = 8;
/// Odds above which a paragraph right below a label goes on with the story above it; a higher value makes more headless
/// articles.
const SAME_STORY: f64 = -0.8;
/// The same where that story was cut right above the label.
const CUT_HERE: f64 = -2.0;
/// The same where a short line, which may be a headline, stands between.
const SURELY_SAME_STORY: f64 = 1.0;

/// Reads the pieces of a page in order.
pub fn read(ctx: &Context, pieces: &[Piece]) -> Flow {
    let mut reader = Reader {
        ctx,
        source: ctx.source,
        blocks: ctx.blocks,
        flow: Flow::default(),
        recent: vec![],
        last: None,
        caption: None,
        plan: VecDeque::new(),
        loose: vec![],
        n_headless: pieces
            .iter()
            .filter(|it| matches!(it, Piece::Head { headline, .. } if headline.is_empty()))
            .count(),
        next_paragraphs: ahead::next_paragraphs(pieces),
    };
    for (idx, piece) in pieces.iter().enumerate() {
        reader.read(piece, &pieces[idx + 1..]);
    }
    reader.place_loose_lines();
    reader.find_headlines();
    reader.flow
}

struct Reader<'a> {
    ctx: &'a Context<'a>,
    source: &'a str,
    blocks: &'a [Block],
    flow: Flow,
    /// The drafts touched last, the latest at the end.
    recent: Vec<usize>,
    /// The draft to which the last text went.
    last: Option<usize>,
    /// The photo whose caption was read last.
    caption: Option<usize>,
    /// Paragraphs that were given out ahead: block and draft.
    plan: VecDeque<(usize, usize)>,
    /// Short lines that stood in mid-sentence: block, and the draft that they interrupt.
    loose: Vec<(usize, Option<usize>)>,
    /// Heads still to come that have no headline.
    n_headless: usize,
    /// For each piece, and for the end, the block of the first paragraph from it on.
    next_paragraphs: Vec<Option<usize>>,
}

impl<'a> Reader<'a> {
    fn read(&mut self, piece: &Piece, rest: &[Piece]) {
        match piece {
            Piece::Label(block) => self.label(*block, rest),
            Piece::Head { headline, byline, is_doubtful } => self.head(headline, byline, *is_doubtful, rest),
            Piece::Paragraph(block) => self.paragraph(*block, rest),
            Piece::Subheading(block) if self.plan.is_empty() && self.begins_story(*block, rest) => {
                self.head(&[*block], &[], false, rest);
            }
            Piece::Subheading(block) => self.subheading(*block),
            Piece::Loose(block) => self.loose(*block, rest),
            Piece::Brief(block) => self.bullet(*block, rest),
            Piece::Item(block) => self.item(*block),
            Piece::Credit(block) => self.credit(*block),
        }
    }

    fn label(&mut self, block: usize, rest: &[Piece]) {
        let name = self.blocks[block].text(self.source).trim().to_owned();
        let kind = label::kind_of(&name);
        if let (Some(draft), Some(Piece::Paragraph(_))) = (self.fresh_head(), rest.first()) {
            // A whole head right above the label: the text below is its own.
            self.flow.drafts[draft].label = Some(self.flow.labels.len());
            self.flow.labels.push(Label { name, kind, inside: None });
            return;
        }
        let slipped = match rest.first() {
            Some(Piece::Head { is_doubtful: true, .. } | Piece::Subheading(_) | Piece::Loose(_)) => {
                self.goes_on_below_label(true, rest)
            }
            Some(Piece::Paragraph(it)) => {
                let own = self.blocks[*it].is_caption() || kind.is_some_and(|it| it != Kind::Story);
                !own && self.goes_on_below_label(false, rest)
            }
            _ => false,
        };
        let inside = self.latest_story().filter(|_| slipped);
        self.flow.labels.push(Label { name, kind, inside });
        if slipped {
            return;
        }
        self.last = None;
        // Text below a label that goes on with nothing begins an article, whose head may still come.
        if let Some(Piece::Paragraph(it)) = rest.first()
            && !self.blocks[*it].is_caption()
            && !self.waits_for(*it)
            && kind != Some(Kind::Brief)
        {
            let kind = kind.filter(|it| matches!(it, Kind::Photo | Kind::Primer));
            self.begin(Draft { kind, has_head: kind.is_some(), ..Draft::default() });
        }
    }

    /// The article of which a headline and a byline, and nothing more, was read last.
    fn fresh_head(&self) -> Option<usize> {
        self.last.filter(|it| {
            let draft = &self.flow.drafts[*it];
            draft.paragraphs.is_empty() && !draft.headline.is_empty() && !draft.byline.is_empty()
        })
    }

    /// Whether an article that was cut goes on with the paragraph.
    fn waits_for(&self, block: usize) -> bool {
        let cut = |it: &&usize| self.flow.drafts[**it].end(self.source) == End::Cut;
        let inside = sentence::begins_inside(self.ctx.text(block));
        self.recent.iter().filter(cut).any(|it| inside || self.fit(*it, block) > 0.0)
    }

    fn is_story(&self, draft: usize) -> bool {
        matches!(self.flow.drafts[draft].kind, None | Some(Kind::Story | Kind::Commentary))
    }

    fn begin(&mut self, draft: Draft) -> usize {
        let idx = self.flow.drafts.len();
        self.flow.drafts.push(Draft { label: self.flow.labels.len().checked_sub(1), ..draft });
        self.touch(idx);
        idx
    }

    fn touch(&mut self, idx: usize) {
        self.recent.retain(|it| *it != idx);
        self.recent.push(idx);
        if self.recent.len() > N_CANDIDATES {
            // What is whole and signed waits for nothing.
            let done = |it: &usize| self.flow.drafts[*it].closed || !self.is_story(*it);
            self.recent.remove(self.recent.iter().position(done).unwrap_or(0));
        }
        self.last = Some(idx);
    }

    fn head(&mut self, headline: &[usize], byline: &[usize], is_doubtful: bool, rest: &[Piece]) {
        let blocks = self.blocks;
        if is_doubtful && self.goes_on_below_label(true, rest) {
            return headline.iter().for_each(|it| self.subheading(*it));
        }
        let mut parts = headline.to_vec();
        if headline.is_empty() {
            self.n_headless = self.n_headless.saturating_sub(1);
            parts = std::mem::take(&mut self.loose).into_iter().map(|(block, _)| block).collect();
        }
        let headline = parts.iter().flat_map(|it| blocks[*it].spans.clone()).collect();
        let credits =
            byline.iter().filter_map(|it| blocks[*it].byline.as_ref()).flat_map(|it| it.credits.clone()).collect();
        let all = parts.iter().chain(byline).filter_map(|it| blocks[*it].spans.first());
        let first = all.map(|it| it.start).min().unwrap_or(usize::MAX);
        if let Some(begun) = self.begun_without_head(rest) {
            let draft = &mut self.flow.drafts[begun];
            (draft.headline, draft.byline, draft.has_head) = (headline, credits, true);
            draft.first = draft.first.min(first);
            self.touch(begun);
            return;
        }
        let is_set_off = parts.first().is_some_and(|it| blocks[*it].is_set_off);
        let begun = self.begin(Draft { is_set_off, ..Draft::headed(headline, credits, first) });
        self.take_beginning(begun, rest);
    }

    /// Whether the story before a label goes on in the paragraph below it; `headed` where a line stands between.
    fn goes_on_below_label(&mut self, headed: bool, rest: &[Piece]) -> bool {
        let next = self.next_paragraph(rest);
        let story = self.latest_story();
        let (Some(next), Some(story)) = (next, story) else { return false };
        let cut_here = self.last == Some(story) && self.flow.drafts[story].end(self.source) == End::Cut;
        let enough = match () {
            () if headed => SURELY_SAME_STORY,
            () if cut_here => CUT_HERE,
            () => SAME_STORY,
        };
        !self.flow.drafts[story].closed && self.odds(story, next) > enough
    }

    fn latest_story(&self) -> Option<usize> {
        self.recent.iter().rev().copied().find(|it| self.is_story(*it))
    }

    /// The article to which the last text went, if it began under its label without a head and goes on behind this one: the
    /// head stands after.
    fn begun_without_head(&mut self, rest: &[Piece]) -> Option<usize> {
        let idx = self.last?;
        let draft = &self.flow.drafts[idx];
        let headless = self.is_headless(idx);
        let under_label = draft.label.is_some() && draft.label == self.flow.labels.len().checked_sub(1);
        let cut = draft.end(self.source) == End::Cut;
        if !headless || !under_label && !cut {
            return None;
        }
        let next = self.next_paragraph(rest);
        next.is_none_or(|it| self.odds(idx, it) > SAME_STORY).then_some(idx)
    }

    fn paragraph(&mut self, block: usize, rest: &[Piece]) {
        let credit_follows = matches!(rest.first(), Some(Piece::Credit(it)) if self.blocks[*it].byline.as_ref().is_some_and(Byline::is_photo));
        let fresh = self.last.filter(|it| self.flow.drafts[*it].paragraphs.is_empty());
        let no_byline = fresh.is_some_and(|it| self.flow.drafts[it].byline.is_empty());
        let text = self.blocks[block].text(self.source);
        let alone =
            self.section_kind() == Some(Kind::Photo) || self.blocks[block].is_set_off || items::tells_of_picture(text);
        if self.blocks[block].is_caption() || credit_follows && (no_byline || alone) {
            self.caption(block, fresh.filter(|_| no_byline));
            return;
        }
        if self.section_kind() == Some(Kind::Brief) && self.is_brief_without_bullet(block) {
            return self.brief(block);
        }
        let continued = self.blocks[block].rule == block::CONTINUED;
        let target = if continued || self.begins_without_head(block) { None } else { self.choose(block, rest) };
        self.append(target, block);
    }

    fn subheading(&mut self, block: usize) {
        // A headline of several lines.
        if let Some(fresh) = self.last.filter(|it| self.flow.drafts[*it].is_bare_headline()) {
            let spans = self.blocks[block].spans.clone();
            return self.flow.drafts[fresh].headline.extend(spans);
        }
        let planned = self.planned(block);
        let story = planned.or_else(|| self.recent.iter().rev().copied().find(|it| self.is_story(*it)));
        let spans = self.blocks[block].spans.clone();
        let idx = story.unwrap_or_else(|| self.begin(Draft::default()));
        self.flow.drafts[idx].push(&spans, true);
        self.touch(idx);
    }

    /// A short line between the halves of a sentence is the headline of this story or of another; between whole
    /// sentences it is a sub-heading after all.
    fn loose(&mut self, block: usize, rest: &[Piece]) {
        let next = self.next_paragraph(rest);
        let story = self.recent.iter().rev().copied().find(|it| self.is_story(*it));
        let Some(idx) = story else {
            self.loose.push((block, None));
            return;
        };
        let draft = &self.flow.drafts[idx];
        if draft.headline.is_empty() && draft.has_head && !draft.closed {
            let spans = self.blocks[block].spans.clone();
            self.flow.drafts[idx].headline.extend(spans);
            return;
        }
        let goes_on = next.is_some_and(|it| self.fit(idx, it) > 1.0);
        if goes_on || self.n_headless > 0 || draft.closed || draft.end(self.source) != End::Cut {
            self.loose.push((block, Some(idx)));
        } else {
            self.subheading(block);
        }
    }

    fn can_go_on(&self, idx: usize) -> bool {
        let draft = &self.flow.drafts[idx];
        !draft.closed && (self.is_story(idx) || draft.end(self.source) == End::Cut || Some(idx) == self.last)
    }

    /// How well the paragraph goes on with what the draft ends with, by its signs alone.
    fn fit(&self, idx: usize, block: usize) -> f64 {
        let draft = &self.flow.drafts[idx];
        let (end, tail) = (draft.end(self.source), draft.tail(self.source));
        odds::of_join(self.ctx, end, tail, draft.paragraphs.is_empty(), self.ctx.text(block))
    }

    /// The odds that the paragraph goes on with the draft, by the signs at the join and by what the two share.
    fn odds(&mut self, idx: usize, block: usize) -> f64 {
        self.likeness_of(idx, block) + self.fit(idx, block)
    }

    fn append(&mut self, target: Option<usize>, block: usize) {
        let blocks = self.blocks;
        let spans = &blocks[block].spans;
        let adjacent = target.is_some() && target == self.last;
        self.note_slipped_label(target);
        let idx = target.unwrap_or_else(|| self.begin(Draft::default()));
        let cut = self.flow.drafts[idx].end(self.source) == End::Cut;
        let text = blocks[block].text(self.source);
        let goes_on = cut || sentence::begins_with_mark(text) && !self.flow.drafts[idx].paragraphs.is_empty();
        if goes_on {
            let certain = adjacent && block.checked_sub(1) == self.flow.drafts[idx].last_block;
            if !certain {
                self.note_join(idx, block);
            }
            self.flow.drafts[idx].heal(spans);
        } else {
            self.flow.drafts[idx].push(spans, false);
        }
        self.flow.drafts[idx].last_block = Some(block);
        if let Some(byline) = &blocks[block].byline {
            let draft = &mut self.flow.drafts[idx];
            draft.byline.extend(byline.credits.clone());
            draft.has_pictures |= byline.has_pictures && blocks[block].is_signed;
            draft.closed |= blocks[block].is_signed;
        }
        self.touch(idx);
    }

    /// A label below which an article of before goes on, and nothing has begun yet, stands in that article's middle.
    fn note_slipped_label(&mut self, target: Option<usize>) {
        let latest = self.flow.labels.len().checked_sub(1);
        let empty = self.flow.drafts.last().is_some_and(|it| it.label != latest);
        let Some(idx) = target.filter(|it| empty && self.flow.drafts[*it].label != latest) else { return };
        let is_story = self.is_story(idx);
        if let Some(label) = self.flow.labels.last_mut().filter(|_| is_story) {
            label.inside = label.inside.or(Some(idx));
        }
    }

    fn note_join(&mut self, idx: usize, block: usize) {
        let text = self.ctx.text(block);
        let likeness = self.likeness_of(idx, block);
        let tail = self.flow.drafts[idx].tail(self.source);
        let left: Vec<char> = tail.chars().rev().take(6).collect();
        let right: String = text.chars().take(6).collect();
        let detail = format!("{}|{right}", left.into_iter().rev().collect::<String>());
        let code = odds::reason(self.ctx, tail, text, likeness);
        let span = self.blocks[block].spans.first().copied().unwrap_or_default();
        self.flow.diagnostics.push(Diagnostic::new(span, Severity::Info, code).with_detail(detail));
    }
}
