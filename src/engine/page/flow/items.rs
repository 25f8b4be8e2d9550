//! Items that are no stories: photos, briefs, primers; and bylines that stand behind a text.

use super::{Draft, Reader};
use crate::engine::page::block::BlockKind;
use crate::engine::page::head::Piece;
use crate::engine::page::{Kind, lead};
use crate::engine::text::sentence::{self, End};

/// Odds above which a paragraph behind a column of briefs goes on with a story that waits for the rest of a sentence.
const WAITING: f64 = -1.2;
/// The same for a story whose text is whole.
const WHOLE: f64 = 0.0;

impl Reader<'_> {
    /// The kind of the label read last, while nothing of another kind has come since.
    pub(super) fn section_kind(&self) -> Option<Kind> {
        let label = self.flow.labels.len().checked_sub(1)?;
        let kind = self.flow.labels[label].kind?;
        let latest = self.flow.drafts.last().filter(|it| it.label == Some(label));
        latest.is_none_or(|it| it.kind == Some(kind)).then_some(kind)
    }

    /// In a column of briefs without bullets, a paragraph that does not go on with a cut one is a brief.
    pub(super) fn is_brief_without_bullet(&self, block: usize) -> bool {
        if self.is_behind_bullets() {
            return false;
        }
        let text = self.blocks[block].text(self.source);
        let waiting = self.recent.iter().any(|it| self.flow.drafts[*it].end(self.source) == End::Cut);
        !(waiting || sentence::begins_inside(text))
    }

    /// True when the last text is a brief or a primer's item with its bullet: a paragraph without one is something else.
    fn is_behind_bullets(&self) -> bool {
        let last = self.last.and_then(|it| self.flow.drafts[it].last_block);
        last.is_some_and(|it| matches!(self.blocks[it].kind, BlockKind::Brief | BlockKind::Item))
    }

    /// Whether the paragraph begins an article whose head is lost or comes later: what stands before it is a whole item of
    /// a column, and it fits nothing that was read before.
    pub(super) fn begins_without_head(&mut self, block: usize) -> bool {
        let text = self.ctx.text(block);
        let is_item = |it: &Draft| match it.kind {
            Some(Kind::Brief) => true,
            Some(Kind::Primer) => lead::odds(text) > 0.0,
            _ => false,
        };
        let behind_item = self.last.map(|it| &self.flow.drafts[it]);
        let whole = behind_item.is_some_and(|it| is_item(it) && it.end(self.source) != End::Cut);
        if !whole || !self.is_behind_bullets() {
            return false;
        }
        let candidates: Vec<usize> = self.recent.iter().copied().filter(|it| Some(*it) != self.last).collect();
        let fits = |it: usize| {
            let waits = self.flow.drafts[it].end(self.source) == End::Cut;
            self.can_go_on(it) && self.odds(it, block) > if waits { WAITING } else { WHOLE }
        };
        !candidates.into_iter().any(fits)
    }

    pub(super) fn caption(&mut self, block: usize, fresh: Option<usize>) {
        let before = self.recent.iter().rev().copied().find(|it| Some(*it) != fresh);
        let idx = fresh.unwrap_or_else(|| {
            let is_set_off = self.blocks[block].is_set_off;
            self.begin(Draft { has_head: true, is_set_off, ..Draft::default() })
        });
        let draft = &mut self.flow.drafts[idx];
        draft.kind = Some(Kind::Photo);
        draft.byline.extend(self.blocks[block].byline.iter().flat_map(|it| it.credits.clone()));
        draft.push(&self.blocks[block].spans, false);
        draft.closed = true;
        self.caption = Some(idx);
        // A photo interrupts: what comes next goes on with what stood before it.
        if let Some(before) = before {
            self.touch(before);
        }
    }

    /// A paragraph with a bullet; inside a story, without a credit of its own, it is one of the story's paragraphs.
    pub(super) fn bullet(&mut self, block: usize, rest: &[Piece]) {
        let in_story = self.last.is_some_and(|it| self.is_story(it) && !self.flow.drafts[it].closed);
        if in_story && self.blocks[block].byline.is_none() && self.section_kind() != Some(Kind::Brief) {
            return self.paragraph(block, rest);
        }
        self.brief(block);
    }

    pub(super) fn brief(&mut self, block: usize) {
        let idx = self.begin(Draft { has_head: true, kind: Some(Kind::Brief), ..Draft::default() });
        self.append(Some(idx), block);
    }

    pub(super) fn item(&mut self, block: usize) {
        let idx = match self.last.filter(|it| matches!(self.flow.drafts[*it].kind, Some(Kind::Primer) | None)) {
            Some(it)
                if self.flow.drafts[it].kind == Some(Kind::Primer) || self.flow.drafts[it].paragraphs.is_empty() =>
            {
                it
            }
            _ => self.begin(Draft { has_head: true, ..Draft::default() }),
        };
        self.flow.drafts[idx].kind = Some(Kind::Primer);
        self.append(Some(idx), block);
    }

    pub(super) fn credit(&mut self, block: usize) {
        let Some(byline) = &self.blocks[block].byline else { return };
        let photo = self.caption.take().filter(|_| byline.is_photo());
        let Some(idx) = photo.or(self.last).or(self.recent.last().copied()) else { return };
        let draft = &mut self.flow.drafts[idx];
        draft.byline.extend(byline.credits.clone());
        draft.closed |= !byline.is_photo();
    }
}

/// True for captions that say so: `图为…`, `上图：…`.
pub(super) fn tells_of_picture(text: &str) -> bool {
    ["图为", "上图", "下图", "左图", "右图", "图①", "图片为"].iter().any(|it| sentence::head(text).contains(it))
}
