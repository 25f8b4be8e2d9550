//! A page's text and blocks, and what is computed of them once.

use std::cell::OnceCell;

use super::affinity::Runs;
use super::block::{Block, BlockKind};
use crate::engine::text::sentence;

/// What every step after the blocks reads.
pub struct Context<'a> {
    /// The page's text.
    pub source: &'a str,
    /// Its blocks.
    pub blocks: &'a [Block],
    runs: OnceCell<Runs>,
}

impl<'a> Context<'a> {
    /// The context of a page.
    pub fn new(source: &'a str, blocks: &'a [Block]) -> Self {
        Context { source, blocks, runs: OnceCell::new() }
    }

    /// The text of a block.
    pub fn text(&self, block: usize) -> &'a str {
        self.blocks.get(block).map_or("", |it| it.text(self.source))
    }

    /// The runs of characters of the page, counted when first asked for.
    pub fn runs(&self) -> &Runs {
        let text = |it: &&Block| !matches!(it.kind, BlockKind::Label | BlockKind::Byline | BlockKind::Aside);
        self.runs.get_or_init(|| {
            Runs::of(self.blocks.iter().filter(text).flat_map(|it| &it.spans).map(|it| it.slice(self.source)))
        })
    }

    /// How well the end of `left` and the beginning of `right` join: 0 when nothing tells, 1 when two characters across the
    /// join stand together elsewhere on the page or `right` begins inside a word, up to 4; 3 more when it begins with a
    /// mark that only stands inside sentences.
    pub fn joint(&self, left: &str, right: &str) -> u32 {
        let right = sentence::head(right);
        let mark = if sentence::begins_with_mark(right) { 3 } else { 0 };
        mark + u32::from(sentence::begins_inside(right)) + self.runs().junction(sentence::tail(left), right)
    }
}
