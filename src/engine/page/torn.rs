//! Short lines that are the cut end of a paragraph rather than a headline or a sub-heading.
//!
//! A column may break after a paragraph's first few words; what stays behind looks like a headline. It is seen by its
//! commas, by a last word with which nothing ends, or by a paragraph that goes on with it.

use super::block::{Block, BlockKind};
use super::context::Context;
use crate::engine::text::sentence;

/// How much it takes to see a line as the cut end of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// The line may be a headline's first part.
    Strict,
    /// The line can hardly be a headline.
    Loose,
}

/// Characters from which on a line that can hardly be a headline is a cut paragraph.
const LONG: usize = 18;
/// How many paragraphs behind a line may hold what it goes on with.
const N_AHEAD: usize = 8;
/// Words with which no line that is whole ends.
const DANGLING: [char; 23] = [
    '的', '在', '和', '与', '是', '把', '被', '对', '从', '向', '及', '或', '将', '让', '使', '由', '而', '并', '都',
    '就', '也', '还', '又',
];

/// Whether the line `idx`, with no paragraph right behind it, looks like the cut end of one.
pub fn is_torn(ctx: &Context, idx: usize, strictness: Strictness) -> bool {
    let text = ctx.text(idx);
    let n_chars = text.chars().count();
    let blank = text.contains([' ', '\u{3000}']);
    let commas = !blank && n_chars >= 10 && text.contains(['，', ',', '；', ';', '：', ':']);
    let long = !blank && n_chars >= LONG && strictness == Strictness::Loose;
    if commas || long || is_unfinished(text) {
        return true;
    }
    let is_body = |it: &&Block| it.kind == BlockKind::Body && !it.is_caption();
    let bodies = ctx.blocks.iter().skip(idx).filter(is_body).take(N_AHEAD);
    let mut joints = bodies.map(|it| ctx.joint(text, it.text(ctx.source)));
    let enough = if strictness == Strictness::Loose { 1 } else { 3 };
    joints.next().unwrap_or(0) >= enough || joints.any(|it| it >= 3)
}

/// How much tells that the line `idx` goes on in `right`, the paragraph behind it; 2 is enough. That `right` begins
/// mid-sentence tells nothing where another sentence `waits` for its end.
pub fn joint(ctx: &Context, idx: usize, right: &str, waits: bool) -> u32 {
    let text = ctx.text(idx);
    let unfinished = if is_unfinished(text) { 2 } else { 0 };
    let inside = if sentence::begins_inside(right) { 1 } else { 0 };
    let joint = ctx.joint(text, right) + unfinished;
    if waits { joint.saturating_sub(inside) } else { joint + inside }
}

/// True for a line with a dangling word or with hardly anything behind its last comma.
fn is_unfinished(text: &str) -> bool {
    let last_clause = text.rsplit(['，', ',']).next().unwrap_or(text);
    let hardly_begun = last_clause.len() < text.len() && last_clause.chars().count() <= 3;
    text.ends_with(DANGLING) || hardly_begun && !text.contains([' ', '\u{3000}'])
}
