//! What the short lines of a page are, from what stands around them: headlines, sub-headings, bare labels; and which
//! byline heads which story.
//!
//! The blocks between two paragraphs are one group; a group is read from left to right. `◎白丹` under a headline is a
//! byline, `◎广角` over one a label. A short line over a paragraph is a sub-heading unless something makes it a headline.

mod cut;

use std::collections::BTreeSet;

use super::block::{Block, BlockKind};
use super::byline::Byline;
use super::context::Context;
use super::torn::{self, Strictness};
use super::{Kind, dateline, label};
use crate::engine::arrange::gathered;
use crate::engine::text::sentence::{self, End};

/// A block, or several, and what they do on the page. Numbers are indices of blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A section label.
    Label(usize),
    /// The head of an article: its headline's parts and its byline's lines; one of the two may be missing.
    Head {
        /// Headline, in printed order.
        headline: Vec<usize>,
        /// Byline.
        byline: Vec<usize>,
        /// True when it may as well be a sub-heading of the story before, into which a label slipped.
        is_doubtful: bool,
    },
    /// A paragraph of some article.
    Paragraph(usize),
    /// A sub-heading of the article in which it stands.
    Subheading(usize),
    /// A short line in the middle of a sentence: the headline of this story or of another.
    Loose(usize),
    /// A brief.
    Brief(usize),
    /// An item of a primer.
    Item(usize),
    /// A byline behind a text.
    Credit(usize),
}

/// The pieces of a page, in its order.
pub fn pieces(ctx: &Context) -> Vec<Piece> {
    let blocks = ctx.blocks;
    let mut reader = Reader::new(ctx);
    let mut at = 0;
    while at < blocks.len() {
        at = reader.read_from(at);
    }
    reader.pieces
}

struct Reader<'a> {
    ctx: &'a Context<'a>,
    blocks: &'a [Block],
    pieces: Vec<Piece>,
    /// Names that stand with a label's mark somewhere on the page.
    marked: BTreeSet<&'a str>,
    /// The Markdown level of headlines, where the page has no byline to tell them.
    headline_level: Option<usize>,
    /// The kind of the label read last, where the table knows it.
    section: Option<Kind>,
    /// True once a label was read.
    seen_label: bool,
    /// True once a story has begun.
    in_story: bool,
    /// True while the story has a byline of its own.
    has_byline: bool,
    /// True when the last paragraph ended with a byline, so that nothing more belongs to its article.
    closed: bool,
    /// How the last paragraph of the running story ended.
    end: End,
    /// Short lines of this group that are not yet decided.
    pending: Vec<usize>,
    /// True when a label stands before them in this group.
    under_label: bool,
    /// True when the last thing read of this group is a head.
    after_head: bool,
}

impl<'a> Reader<'a> {
    fn new(ctx: &'a Context<'a>) -> Self {
        let Context { source, blocks, .. } = *ctx;
        let marked = gathered(blocks.iter().filter(|it| it.kind == BlockKind::Label).map(|it| it.text(source)));
        let heads_by_byline =
            blocks.windows(2).any(|it| it[0].kind == BlockKind::Line && it[1].kind == BlockKind::Byline);
        let levels = blocks.iter().filter(|it| it.kind == BlockKind::Line && it.level > 0).map(|it| it.level);
        Reader {
            ctx,
            blocks,
            pieces: vec![],
            marked,
            headline_level: levels.min().filter(|_| !heads_by_byline),
            section: None,
            seen_label: false,
            in_story: false,
            has_byline: false,
            closed: false,
            end: End::Whole,
            pending: vec![],
            under_label: false,
            after_head: false,
        }
    }

    /// Reads a paragraph, or a group of other blocks up to the next paragraph; returns where to go on.
    fn read_from(&mut self, at: usize) -> usize {
        if is_text(&self.blocks[at]) {
            self.text(at);
            return at + 1;
        }
        let end = (at..self.blocks.len()).find(|&it| is_text(&self.blocks[it])).unwrap_or(self.blocks.len());
        self.under_label = false;
        self.after_head = false;
        for idx in at..end {
            match self.blocks[idx].kind {
                BlockKind::Label if self.is_byline_under_headline(idx, end) => self.byline(idx, end),
                BlockKind::Label => self.label(idx),
                BlockKind::Byline => self.byline(idx, end),
                BlockKind::Line if self.is_names_under_headline(idx, end) => self.byline(idx, end),
                BlockKind::Line => self.pending.push(idx),
                _ => {}
            }
        }
        self.close_group(end);
        end
    }

    fn text(&mut self, at: usize) {
        let block = &self.blocks[at];
        self.pieces.push(match block.kind {
            BlockKind::Brief => Piece::Brief(at),
            BlockKind::Item => Piece::Item(at),
            _ => Piece::Paragraph(at),
        });
        if block.kind == BlockKind::Body && !block.is_caption() {
            self.in_story = true;
            self.closed = block.is_signed;
            let last = block.spans.last().map_or("", |it| it.slice(self.ctx.source));
            self.end = sentence::end_of(sentence::tail(last));
        }
    }

    fn label(&mut self, idx: usize) {
        // A sub-heading never stands before a label: a line there is the cut end of a paragraph.
        if let Some(&first) = self.pending.first()
            && self.is_behind_text()
            && torn::is_torn(self.ctx, first, Strictness::Loose)
        {
            self.pending.remove(0);
            self.push_torn(first);
        }
        self.flush_pending();
        self.push_label(idx);
    }

    fn push_label(&mut self, idx: usize) {
        self.pieces.push(Piece::Label(idx));
        self.section = label::kind_of(self.blocks[idx].text(self.ctx.source));
        self.seen_label = true;
        self.under_label = true;
        self.after_head = false;
    }

    /// `◎白丹` between a headline and a paragraph, or between a label and a paragraph.
    fn is_byline_under_headline(&self, idx: usize, end: usize) -> bool {
        let Some(byline) = &self.blocks[idx].byline else { return false };
        let name = self.blocks[idx].text(self.ctx.source);
        let three = byline.credits.len() == 1 && name.chars().count() == 3 && byline.is_namelike;
        let under_headline = !self.pending.is_empty() || self.under_label && byline.is_namelike || three;
        let known = label::kind_of(name).is_some();
        let text_follows = idx + 1 == end && end < self.blocks.len();
        let torn_follows = idx + 1 < end
            && self.blocks[idx + 1].kind == BlockKind::Line
            && torn::is_torn(self.ctx, idx + 1, Strictness::Strict);
        (text_follows || (torn_follows || self.is_over_label(idx + 1, end)) && !self.pending.is_empty())
            && under_headline
            && !known
            && (byline.is_namelike || self.under_label)
    }

    /// Whether the block is a column's label with nothing but text below it.
    fn is_over_label(&self, idx: usize, end: usize) -> bool {
        let label = self.blocks.get(idx).filter(|it| it.kind == BlockKind::Label);
        idx + 1 == end
            && end < self.blocks.len()
            && label.is_some_and(|it| label::kind_of(it.text(self.ctx.source)).is_some())
    }

    /// A line of nothing but names between a headline and a paragraph.
    fn is_names_under_headline(&self, idx: usize, end: usize) -> bool {
        let names = self.blocks[idx].byline.is_some() && self.blocks[idx].level == 0;
        let next = self.blocks.get(idx + 1).map(|it| it.kind);
        names
            && !self.pending.is_empty()
            && end < self.blocks.len()
            && (idx + 1 == end || next == Some(BlockKind::Line))
    }

    fn byline(&mut self, idx: usize, end: usize) {
        let photo = self.blocks[idx].byline.as_ref().is_some_and(Byline::is_photo);
        let follows_text = matches!(self.pieces.last(), Some(Piece::Paragraph(_) | Piece::Brief(_)));
        if photo && self.pending.is_empty() && follows_text && !self.under_label {
            self.pieces.push(Piece::Credit(idx));
            return;
        }
        self.take_bare_label();
        if self.pending.len() > 1
            && self.is_behind_text()
            && torn::is_torn(self.ctx, self.pending[0], Strictness::Strict)
        {
            let first = self.pending.remove(0);
            self.push_torn(first);
            self.take_bare_label();
        }
        if !self.pending.is_empty() {
            let headline = std::mem::take(&mut self.pending);
            return self.head(headline, vec![idx]);
        }
        if let (true, Some(Piece::Head { byline, .. })) = (self.after_head, self.pieces.last_mut()) {
            byline.push(idx);
            return;
        }
        let body_follows = idx + 1 == end && end < self.blocks.len();
        let ends_story = follows_text && self.in_story && !self.has_byline && self.end == End::Whole;
        let line_follows = idx + 1 < end && self.blocks[idx + 1].kind == BlockKind::Line && self.under_label;
        if self.under_label && (body_follows || line_follows) || body_follows && !ends_story {
            return self.head(vec![], vec![idx]);
        }
        self.pieces.push(Piece::Credit(idx));
        self.closed = true;
    }

    fn head(&mut self, headline: Vec<usize>, byline: Vec<usize>) {
        self.has_byline = !byline.is_empty();
        self.pieces.push(Piece::Head { headline, byline, is_doubtful: false });
        self.in_story = true;
        self.closed = false;
        self.after_head = true;
        self.end = End::Whole;
    }

    /// Decides the short lines that stand last in a group.
    fn close_group(&mut self, end: usize) {
        let next = self.blocks.get(end);
        let items_follow = next.is_some_and(|it| matches!(it.kind, BlockKind::Brief | BlockKind::Item));
        if self.pending.len() == 1 && items_follow && self.is_short_for_label(self.pending[0]) {
            let label = self.pending.remove(0);
            return self.push_label(label);
        }
        self.take_bare_label();
        self.take_middle();
        self.take_cut_paragraph(end);
        if self.pending.is_empty() || next.is_none() {
            return self.flush_pending();
        }
        if self.is_caption(end) {
            return self.photo_head();
        }
        if let (true, Some(Piece::Head { headline, .. })) = (self.after_head, self.pieces.last_mut()) {
            if headline.is_empty() {
                headline.append(&mut self.pending);
                return;
            }
            return self.flush_as_subheadings();
        }
        if items_follow {
            return self.flush_pending();
        }
        if self.begins_article(end) {
            let doubtful = self.under_label && self.label_slipped();
            let headline = std::mem::take(&mut self.pending);
            if !doubtful {
                return self.head(headline, vec![]);
            }
            self.pieces.push(Piece::Head { headline, byline: vec![], is_doubtful: true });
            return;
        }
        if self.in_cut() {
            return self.flush_pending();
        }
        self.flush_as_subheadings();
    }

    /// Whether the pending lines, without a byline, are the headline of the paragraph at `end`.
    fn begins_article(&self, end: usize) -> bool {
        let (Some(next), Some(first)) = (self.blocks.get(end), self.pending.first().map(|it| &self.blocks[*it])) else {
            return false;
        };
        let slipped = !self.under_label && self.label_slipped();
        let by_level = self.headline_level.is_some_and(|it| it == first.level);
        self.under_label
            || !self.in_story
            || self.closed
            || by_level
            || self.is_behind_photo()
            || first.is_set_off && !slipped
            || next.byline.is_some() && !next.is_signed
            || dateline::opens_report(next.text(self.ctx.source))
    }

    /// True behind a caption in a column of photos: what comes next there is another photo.
    fn is_behind_photo(&self) -> bool {
        let caption = |it: &usize| self.blocks[*it].is_caption();
        self.section == Some(Kind::Photo) && matches!(self.pieces.last(), Some(Piece::Paragraph(it)) if caption(it))
    }

    /// Whether the paragraph at `end` is a photo's caption, by a credit at its end or on the line below it.
    fn is_caption(&self, end: usize) -> bool {
        let below = self.blocks.get(end + 1).filter(|it| it.kind == BlockKind::Byline);
        let credited = below.and_then(|it| it.byline.as_ref()).is_some_and(Byline::is_photo);
        self.blocks
            .get(end)
            .is_some_and(|it| it.kind == BlockKind::Body && (it.is_caption() || credited && !self.in_cut()))
    }

    fn in_cut(&self) -> bool {
        self.end == End::Cut && self.in_story && !self.closed
    }

    /// True while the lines of this group stand behind the text of a story, with nothing between.
    fn is_running(&self) -> bool {
        self.in_story && !self.closed && !self.under_label && !self.after_head
    }

    /// True while the lines of this group may belong to a story's text: behind its paragraphs or right below its head.
    fn is_behind_text(&self) -> bool {
        let headed = matches!(self.pieces.last(), Some(Piece::Head { headline, .. }) if !headline.is_empty());
        self.is_running() || self.after_head && headed
    }

    fn push_torn(&mut self, idx: usize) {
        self.pieces.push(Piece::Paragraph(idx));
        self.end = End::Cut;
        self.after_head = false;
        self.under_label = false;
    }

    /// A label over a line in the middle of a story with a byline, on a page whose stories have them: perhaps slipped.
    fn label_slipped(&self) -> bool {
        self.in_story && self.has_byline && !self.closed && self.section.is_none_or(|it| it == Kind::Story)
    }

    /// The first pending line becomes a label if it is a column's name.
    fn take_bare_label(&mut self) {
        let Some(&first) = self.pending.first() else { return };
        let text = self.blocks[first].text(self.ctx.source);
        let known = self.marked.contains(text) || label::is_well_known(text);
        let over_headline = |next: &Block| {
            let two_parts = next.text(self.ctx.source).contains([' ', '\u{3000}']);
            let by_level = next.level > 0 && next.level < self.blocks[first].level;
            let strictness = if two_parts { Strictness::Strict } else { Strictness::Loose };
            let may_be_torn = self.is_running() && label::kind_of(text).is_none() && !by_level;
            (two_parts || !next.is_joined || label::kind_of(text).is_some())
                && !(may_be_torn && torn::is_torn(self.ctx, first, strictness))
        };
        let next = self.pending.get(1).map(|it| &self.blocks[*it]);
        if known || !self.under_label && label::may_be_bare(text) && next.is_some_and(over_headline) {
            self.pending.remove(0);
            let rest = std::mem::take(&mut self.pending);
            self.push_label(first);
            self.pending = rest;
        }
    }

    fn is_short_for_label(&self, idx: usize) -> bool {
        let text = self.blocks[idx].text(self.ctx.source);
        text.chars().count() <= 8 && !text.contains([' ', '\u{3000}', '！', '？', '!', '?'])
    }

    /// Lines that head nothing here: in mid-sentence they may be any story's headline, elsewhere they are sub-headings.
    fn flush_pending(&mut self) {
        self.take_bare_label();
        let loose = self.end == End::Cut || !self.in_story || self.closed;
        for idx in std::mem::take(&mut self.pending) {
            self.pieces.push(if loose { Piece::Loose(idx) } else { Piece::Subheading(idx) });
        }
    }

    fn flush_as_subheadings(&mut self) {
        for idx in std::mem::take(&mut self.pending) {
            self.pieces.push(Piece::Subheading(idx));
        }
    }
}

fn is_text(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Body | BlockKind::Brief | BlockKind::Item)
}
