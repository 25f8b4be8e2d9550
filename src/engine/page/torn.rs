//! Short lines that are the cut end of a paragraph rather than a headline or a sub-heading.
//!
//! A column may break after a paragraph's first few words; what stays behind looks like a headline. It is seen by its
//! commas, by a last word with which nothing ends, or by a paragraph that goes on with it.

use super::block::{Block, BlockKind};
use super::context::Context;
use super::odds;
use crate::engine::text::sentence::End;

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
/// The odds of lines among text by their form, that they are the cut first half of a paragraph rather than a headline: one
/// that ends as nothing ends, one with a comma and no blank, a long one without a blank, any other.
const UNFINISHED: f64 = 0.5;
const WITH_COMMA: f64 = -1.0;
const LONG_LINE: f64 = -1.5;
const HEADLINE_LIKE: f64 = -2.7;
/// What another line behind it speaks for a cut paragraph: a sub-heading stands over text.
pub const OVER_A_LINE: f64 = 1.7;
/// Words with which no line that is whole ends.
const DANGLING: [char; 24] = [
    '的', '在', '和', '与', '是', '把', '被', '对', '从', '向', '及', '或', '将', '让', '使', '由', '而', '并', '都',
    '就', '也', '还', '又', '于',
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

/// The odds that the line `idx` is the first half of a paragraph that goes on in `right`, the text behind it; above 0 they
/// speak for it. That `right` begins mid-sentence tells nothing where another sentence `waits` for its end.
pub fn odds(ctx: &Context, idx: usize, right: &str, waits: bool) -> f64 {
    let text = ctx.text(idx);
    let blank = text.contains([' ', '\u{3000}']);
    let form = match () {
        () if is_unfinished(text) => UNFINISHED,
        () if !blank && text.contains(['，', ',']) => WITH_COMMA,
        () if !blank && text.chars().count() >= LONG => LONG_LINE,
        () => HEADLINE_LIKE,
    };
    let inside = if waits { odds::of_beginning(right) } else { 0.0 };
    form - inside + odds::of_join(ctx, End::Cut, text, false, right)
}

/// True for a line with a dangling word or with hardly anything behind its last comma.
fn is_unfinished(text: &str) -> bool {
    let last_clause = text.rsplit(['，', ',']).next().unwrap_or(text);
    let hardly_begun = last_clause.len() < text.len() && last_clause.chars().count() <= 3;
    let capital = ["首都", "成都", "古都", "京都"].iter().any(|it| text.ends_with(it));
    text.ends_with(DANGLING) && !capital || hardly_begun && !text.contains([' ', '\u{3000}'])
}
