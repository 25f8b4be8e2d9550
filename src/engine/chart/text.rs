//! Texts of a chart: measured, clipped with … to what fits, broken into lines, kept inside the scene.

use super::paper::Paper;
use super::scene::{Anchor, Shape, TextRole};

/// `text`, or as much of it as fits into `room` pixels with … after it; "" where not even that fits.
pub fn clip(text: &str, room: f64, paper: &Paper) -> String {
    if paper.text_width(text) <= room {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let clipped = |end: usize| [text.get(..end).unwrap_or("").trim_end(), "…"].concat();
    let n_fitting = ends.partition_point(|&end| paper.text_width(&clipped(end)) <= room);
    n_fitting.checked_sub(1).and_then(|it| ends.get(it)).map_or(String::new(), |&end| clipped(end))
}

/// Lines of `text` that are at most `room` pixels wide, at letters `size` times the usual: broken at blanks, and between
/// Chinese characters.
pub fn lines(text: &str, room: f64, size: f64, paper: &Paper) -> Vec<String> {
    let mut res = vec![String::new()];
    let mut rest = text;
    while !rest.is_empty() {
        let end = piece_end(rest);
        let (piece, after) = rest.split_at(end);
        rest = after;
        let Some(line) = res.last_mut() else { break };
        let fits = paper.text_width(&[line, piece.trim_end()].concat()) * size <= room;
        if fits || line.is_empty() {
            line.push_str(piece);
        } else {
            res.push(piece.trim_start().to_owned());
        }
    }
    res.iter().map(|it| clip(it.trim_end(), room / size, paper)).collect()
}

/// The end of the first piece that cannot be broken: a word with the blank behind it, or a wide character with the
/// punctuation that may begin no line.
fn piece_end(text: &str) -> usize {
    let is_wide = |it: char| !it.is_ascii();
    let mut chars = text.char_indices().peekable();
    let Some((_, first)) = chars.next() else { return 0 };
    while let Some((at, it)) = chars.next_if(|_| true) {
        let may_begin =
            !matches!(it, '，' | '。' | '；' | '：' | '、' | '）' | '》' | '”' | '％' | ',' | ';' | ')' | '.');
        let breaks = is_wide(first) || is_wide(it) || text[..at].ends_with(' ');
        if may_begin && breaks {
            return at;
        }
    }
    text.len()
}

/// A text in the middle of `x`, moved as far as it takes to stay inside a scene of `width` pixels.
pub fn middle(text: String, x: f64, y: f64, role: TextRole, paper: &Paper) -> Shape {
    let half = paper.text_width(&text) / 2.0;
    Shape::Text { x: x.min(paper.width - half).max(half), y, text, anchor: Anchor::Middle, role }
}

/// A text that begins at `x`.
pub fn start(text: String, x: f64, y: f64, role: TextRole) -> Shape {
    Shape::Text { x, y, text, anchor: Anchor::Start, role }
}

/// A text that ends at `x`.
pub fn end(text: String, x: f64, y: f64, role: TextRole) -> Shape {
    Shape::Text { x, y, text, anchor: Anchor::End, role }
}

/// The widest of `texts`.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a String>, paper: &Paper) -> f64 {
    texts.into_iter().map(|it| paper.text_width(it)).fold(0.0, f64::max)
}
