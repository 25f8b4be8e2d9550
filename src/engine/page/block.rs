//! Blocks: every line of a page with what it is by itself, whatever stands around it.
//!
//! A paragraph's end may carry a byline or a source credit (`…。 李磊 摄`, `…。（本报记者 白丹）（来源：…）`); they are taken off here.
//! What a short line is (headline, sub-heading, bare label) depends on its neighbours; `head.rs` decides that.

use super::byline::{self, Byline};
use super::dateline;
use super::label;
use super::line::{self, Line};
use super::split;
use crate::engine::arrange::Arrange;
use crate::engine::small_map::SmallMap;
use crate::engine::text::sentence::{self, End};
use crate::engine::text::{Reading, Span};

/// A line of a page and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text without marks, bullets, bylines and credits.
    pub spans: Vec<Span>,
    /// The byline it is or ends with; for a label or a short line, the byline that it may be.
    pub byline: Option<Byline>,
    /// True when its byline, or a part of it, stands at its end: no more of its article follows.
    pub is_signed: bool,
    /// True when two more blank lines than usual stand before it: a picture may have stood there.
    pub is_set_off: bool,
    /// True when it follows the line before without the blank line that usually stands between.
    pub is_joined: bool,
    /// Markdown level; 0 for none.
    pub level: usize,
    /// The name of the rule that saw it.
    pub rule: &'static str,
}

/// What a line is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A section label with its mark.
    Label,
    /// A short line without a full stop: headline, sub-heading or bare label.
    Line,
    /// Nothing but names and roles.
    Byline,
    /// A paragraph.
    Body,
    /// A paragraph with a brief's bullet.
    Brief,
    /// A paragraph with a primer's bullet.
    Item,
    /// A source credit, the page's date line, an editor's name: no part of any article.
    Aside,
}

impl BlockKind {
    /// The name that `inspect --trace` prints.
    pub fn as_str(self) -> &'static str {
        match self {
            BlockKind::Label => "label",
            BlockKind::Line => "line",
            BlockKind::Byline => "byline",
            BlockKind::Body => "body",
            BlockKind::Brief => "brief",
            BlockKind::Item => "item",
            BlockKind::Aside => "aside",
        }
    }
}

impl Block {
    /// Its text; where wrapped lines were put together, only the first of them.
    pub fn text<'a>(&self, source: &'a str) -> &'a str {
        self.spans.first().map_or("", |it| it.slice(source))
    }

    /// True for a paragraph that ends with a photographer's credit.
    pub fn is_caption(&self) -> bool {
        matches!(self.kind, BlockKind::Body | BlockKind::Item) && self.byline.as_ref().is_some_and(|it| it.is_photo())
    }
}

/// Characters above which no short line goes.
const LONGEST_HEADLINE: usize = 42;
/// Characters above which a line with a comma is the end of a cut paragraph rather than a headline.
const LONGEST_WITH_COMMA: usize = 28;

/// The blocks of the lines of `source`.
pub fn blocks(source: &str, lines: &[Line]) -> Vec<Block> {
    let usual = usual_gap(lines);
    let mut res: Vec<Block> = vec![];
    for line in lines {
        for (part_idx, spans) in split::parts(source, &line.spans).into_iter().enumerate() {
            let is_set_off = part_idx == 0 && !res.is_empty() && line.gap >= usual + 2;
            let is_joined = part_idx == 0 && !res.is_empty() && line.gap == 0 && usual > 0;
            res.push(Block { is_set_off, is_joined, level: line.level, ..classify(source, spans, line.level) });
        }
    }
    cut_briefs(source, &mut res);
    page_name(source, &mut res);
    res
}

/// Characters above which no page's name goes.
const LONGEST_NAME: usize = 10;

/// A short line above everything, over a label that has its own headline, is the page's name.
fn page_name(source: &str, blocks: &mut [Block]) {
    let first = blocks.iter().position(|it| it.kind != BlockKind::Aside).unwrap_or(0);
    let Some([name, label, headline, ..]) = blocks.get_mut(first..) else { return };
    let kinds = [name.kind, label.kind, headline.kind];
    let text = name.text(source);
    let is_name = text.chars().count() <= LONGEST_NAME && !text.contains([' ', '\u{3000}']);
    if is_name && kinds == [BlockKind::Line, BlockKind::Label, BlockKind::Line] {
        (name.kind, name.rule) = (BlockKind::Aside, "page-name");
    }
}

/// Among paragraphs with a brief's bullet, a short line with the same bullet over a paragraph without one is a brief that
/// the column's end cut.
fn cut_briefs(source: &str, blocks: &mut [Block]) {
    let bullet = |it: &Block| {
        let first = it.spans.first().filter(|_| matches!(it.rule, "bullet" | "label-mark"))?;
        source.get(..first.start)?.trim_end().chars().next_back().filter(|it| label::is_brief_mark(*it))
    };
    let bullets: Vec<Option<char>> = blocks.iter().map(bullet).collect();
    let mut balance: SmallMap<char, i32> = SmallMap::new();
    for (block, bullet) in blocks.iter().zip(&bullets) {
        if let Some(bullet) = bullet {
            *balance.value(*bullet) += if block.kind == BlockKind::Brief { 1 } else { -1 };
        }
    }
    for idx in 1..blocks.len() {
        let of_briefs = bullets[idx - 1].is_some_and(|it| balance.get(&it).is_some_and(|it| *it > 0));
        let is_short = matches!(blocks[idx - 1].kind, BlockKind::Line | BlockKind::Label);
        if of_briefs && is_short && blocks[idx].kind == BlockKind::Body {
            blocks[idx - 1].kind = BlockKind::Brief;
        }
    }
}

/// The median number of blank lines between lines.
fn usual_gap(lines: &[Line]) -> usize {
    let mut gaps: Vec<usize> = lines.iter().skip(1).map(|it| it.gap).collect();
    gaps.arrange_by_key(|it| *it);
    gaps.get(gaps.len() / 2).copied().unwrap_or(0)
}

fn classify(source: &str, spans: Vec<Span>, level: usize) -> Block {
    let reading = Reading::of(source, std::slice::from_ref(&spans));
    let text = reading.text.as_str();
    let block = |kind, rule| Block {
        kind,
        spans: spans.clone(),
        byline: None,
        is_signed: false,
        is_set_off: false,
        is_joined: false,
        level: 0,
        rule,
    };
    let short = text.len() <= LONGEST_HEADLINE * 8;
    if short {
        let is_marked = is_byline_mark(text) && !label::marked_name(text).is_some_and(label::is_well_known);
        if let Some(byline) = byline::parse(text).filter(|it| it.has_role || is_marked && it.is_namelike) {
            return Block { byline: Some(byline), ..block(BlockKind::Byline, "byline-line") };
        }
        // 口 is how OCR often reads □.
        if let Some(byline) = text.strip_prefix('口').and_then(byline::parse).filter(|it| it.is_namelike) {
            return Block { byline: Some(byline), ..block(BlockKind::Byline, "byline-misread-mark") };
        }
        if is_aside(text) {
            return block(BlockKind::Aside, "aside-line");
        }
        if let Some(name) = label::marked_name(text) {
            let spans = vec![part(source, &spans, text, name)];
            let byline = byline::parse(name).filter(|it| it.credits.len() <= 3);
            return Block { spans, byline, ..block(BlockKind::Label, "label-mark") };
        }
        if let Some(byline) = byline::parse_marked(text) {
            return Block { byline: Some(byline), ..block(BlockKind::Byline, "byline-mark") };
        }
    }
    let bullet = text.chars().next().unwrap_or(' ');
    if label::is_mark(bullet) {
        let rest = text.trim_start_matches(label::is_mark).trim_start();
        let spans = after(&spans, text.len() - rest.len(), &reading);
        let kind = match bullet {
            _ if label::is_item_mark(bullet) => BlockKind::Item,
            _ if is_short_line(rest, level) && !rest.contains(['，', ',']) => BlockKind::Line,
            _ if label::is_brief_mark(bullet) => BlockKind::Brief,
            _ => BlockKind::Body,
        };
        return with_tail(source, Block { spans, ..block(kind, "bullet") });
    }
    if is_short_line(text, level) {
        let byline = byline::parse(text).filter(|it| it.is_namelike);
        return Block { byline, ..block(BlockKind::Line, "short-line") };
    }
    with_tail(source, block(BlockKind::Body, "paragraph"))
}

/// True for a line short enough and so ended that it may be a headline or a sub-heading.
fn is_short_line(text: &str, level: usize) -> bool {
    // Most lines are paragraphs: they need no closer look.
    let n_chars = text.chars().take(LONGEST_HEADLINE * 2).count();
    if n_chars > LONGEST_HEADLINE * 3 / 2 {
        return false;
    }
    let n_commas = text.chars().filter(|it| matches!(it, '，' | ',')).count();
    let longest = match (level, n_commas) {
        (0, 0) => LONGEST_HEADLINE,
        (0, _) => LONGEST_WITH_COMMA,
        _ => LONGEST_HEADLINE * 3 / 2,
    };
    let bare = text.trim_end_matches(|it: char| sentence::is_closer(it) || it.is_whitespace());
    let ends_well = !bare.ends_with(['。', '，', ',', '、', '；', ';', '：', ':', '｡', '．']);
    let is_balanced = level > 0 || sentence::open_marks(text) == 0 && !sentence::closes_foreign_mark(text);
    let begins_well = !sentence::begins_with_mark(text) || text.starts_with('—');
    n_chars <= longest
        && ends_well
        && is_balanced
        && begins_well
        && !text.contains(['。', '；', ';'])
        && n_commas <= 3
        && !dateline::opens_report(text)
}

fn is_byline_mark(text: &str) -> bool {
    text.starts_with(['□', '▢', '▣', '☐', '■', '△', '▲', '●'])
}

/// The page's own lines: date, number of the page, the paper's name, editors.
fn is_aside(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let date = text.contains("星期")
        && text.contains('月')
        && text.contains('日')
        && digits >= 2
        && text.chars().count() <= 60
        && !text.contains(['。', '，', '；']);
    let number = text.chars().count() <= 8
        && text.contains('版')
        && text
            .chars()
            .all(|it| it.is_ascii_digit() || it.is_ascii_uppercase() || "第版零一二三四五六七八九十".contains(it));
    let numbered = text.chars().count() <= 16 && text.starts_with('第') && {
        let bare = text['第'.len_utf8()..]
            .trim_start_matches(|it: char| it.is_numeric() || "一二三四五六七八九十".contains(it));
        bare.starts_with('版') && bare.len() + '第'.len_utf8() < text.len()
    };
    let paper = text.chars().count() <= 8
        && ["日报", "晚报", "早报", "时报", "晨报", "周报", "都市报", "县报", "市报", "区报", "旗报", "州报"]
            .iter()
            .any(|it| text.ends_with(it));
    date || number || numbered || paper || byline::is_aside(text)
}

/// Takes bylines and source credits off a paragraph's end, and a reporter's bracket off its beginning.
fn with_tail(source: &str, mut block: Block) -> Block {
    let whole = block.spans.clone();
    while let Some(last) = block.spans.last().copied() {
        let slice = last.slice(source);
        let Some((length, byline)) = tail_credit(slice, block.kind == BlockKind::Brief) else { break };
        // What goes on on another page does not go on on this one.
        block.is_signed |= slice[slice.len() - length..].contains("下转");
        block.spans.pop();
        let rest = line::trimmed(source, Span::new(last.start, last.end - length));
        if !rest.is_empty() {
            block.spans.push(rest);
        }
        if let Some(byline) = byline {
            block.is_signed = true;
            block.byline = Some(match block.byline.take() {
                Some(more) => Byline { credits: [byline.credits, more.credits].concat(), ..byline },
                None => byline,
            });
        }
    }
    if block.spans.is_empty() {
        return Block { spans: whole, byline: None, is_signed: false, ..block };
    }
    with_head(source, block)
}

/// The length in bytes of the credit at the end of `text`, and the byline it is; `None` for a source credit. A brief's
/// last bracket may hold names of any sort.
fn tail_credit(text: &str, is_brief: bool) -> Option<(usize, Option<Byline>)> {
    let near = sentence::tail(text);
    if near.ends_with(['）', ')', '】', ']']) {
        let open = near.rfind(['（', '(', '【', '['])?;
        let (before, bracket) = near.split_at(open);
        if byline::is_aside(bracket)
            || dateline::opens_report(&bracket[bracket.chars().next().map_or(0, char::len_utf8)..])
        {
            return Some((bracket.len(), None));
        }
        let after_stop = sentence::end_of(before) == End::Whole;
        let sent = |it: &Byline| it.credits.iter().all(|it| byline::is_organization(&it.name));
        let byline = byline::parse(bracket)
            .filter(|it| it.has_role || after_stop && (is_brief || it.is_namelike || sent(it)))?;
        return Some((bracket.len(), Some(byline)));
    }
    let border = near.char_indices().rev().find(|(_, it)| sentence::is_stop(*it) || sentence::is_closer(*it));
    let from = border.map_or(0, |(at, ch)| at + ch.len_utf8());
    let credit = &near[from..];
    if !credit.trim().is_empty() && byline::is_aside(credit) {
        return Some((credit.len(), None));
    }
    if let Some(byline) = byline::parse(credit).filter(|it| it.has_role) {
        return Some((credit.len(), Some(byline)));
    }
    let blank = credit.char_indices().filter(|(_, it)| it.is_whitespace()).map(|(at, _)| at);
    blank.take(6).find_map(|at| {
        let byline = byline::parse(&credit[at..]).filter(|it| it.has_role)?;
        Some((credit.len() - at, Some(byline)))
    })
}

/// The rule that sees a paragraph that goes on from another page.
pub const CONTINUED: &str = "continued-from";

/// The bytes of `（上接第1版）` at the beginning of a paragraph that has more.
fn continued_from(text: &str) -> Option<usize> {
    let inside = text.strip_prefix(['（', '('])?.trim_start();
    let close = sentence::head(inside).find(['）', ')']).filter(|_| inside.starts_with("上接"))?;
    let rest = inside[close..].trim_start_matches(['）', ')']).trim_start();
    (!rest.is_empty()).then_some(text.len() - rest.len())
}

/// `本报讯（记者 王芳）近日…`: the credit is a byline, the rest is body.
fn with_head(source: &str, mut block: Block) -> Block {
    let Some(first) = block.spans.first().copied() else { return block };
    if let Some(length) = continued_from(first.slice(source)) {
        block.spans[0] = line::trimmed(source, Span::new(first.start + length, first.end));
        return Block { rule: CONTINUED, ..block };
    }
    let Some((start, end, byline)) = dateline::credit(first.slice(source)) else { return block };
    let before = line::trimmed(source, Span::new(first.start, first.start + start));
    let after = line::trimmed(source, Span::new(first.start + end, first.end));
    block.spans.splice(..1, [before, after].into_iter().filter(|it| !it.is_empty()));
    block.byline = Some(match block.byline.take() {
        Some(more) => Byline { credits: [byline.credits, more.credits].concat(), ..byline },
        None => byline,
    });
    block
}

/// Where `inner`, a slice of `text`, stands in the source.
fn part(source: &str, spans: &[Span], text: &str, inner: &str) -> Span {
    let offset = inner.as_ptr() as usize - text.as_ptr() as usize;
    let first = spans.first().copied().unwrap_or_default();
    line::trimmed(source, Span::new(first.start + offset, (first.start + offset + inner.len()).min(first.end)))
}

/// The spans without the first `n_bytes` of what they read.
fn after(spans: &[Span], n_bytes: usize, reading: &Reading) -> Vec<Span> {
    let ends = reading.pieces.iter().map(|it| it.at + it.source.len());
    let kept = spans.iter().zip(reading.pieces.iter().zip(ends)).filter(|(_, (_, end))| *end > n_bytes);
    kept.map(|(span, (piece, _))| Span::new(span.start + n_bytes.saturating_sub(piece.at), span.end)).collect()
}
