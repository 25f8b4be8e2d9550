//! Texts of a chart: measured, clipped with … to what fits, broken into lines, kept inside the scene.

use super::paper::{Paper, TextMeasure};
use super::scene::{Anchor, Shape, TextRole};

/// How much wider a Latin letter is at most where it is bold, as titles are; Chinese characters stay as wide.
const BOLD_WIDENING: f64 = 0.15;

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

/// Lines of `text` that are at most `room` pixels wide: broken at blanks and between Chinese characters, and
/// anywhere in a word that is wider than a line, as addresses are.
pub fn lines(text: &str, role: TextRole, room: f64, measure: &dyn TextMeasure) -> Vec<String> {
    let fits = |text: &str| width(text, role, measure) <= room;
    let mut res = vec![String::new()];
    let mut rest = text;
    while let (false, Some(line)) = (rest.is_empty(), res.last_mut()) {
        let mut end = piece_end(rest);
        if !fits(&[line, rest[..end].trim_end()].concat()) {
            if !line.is_empty() {
                res.push(String::new());
                rest = rest.trim_start();
                continue;
            }
            let ends: Vec<usize> = rest[..end].char_indices().map(|(at, it)| at + it.len_utf8()).collect();
            let n_fitting = ends.partition_point(|it| fits(&rest[..*it])).max(1);
            end = ends.get(n_fitting - 1).copied().unwrap_or(end);
        }
        let (piece, after) = rest.split_at(end);
        line.push_str(piece);
        rest = after;
    }
    res.iter().map(|it| it.trim_end().to_owned()).filter(|it| !it.is_empty()).collect()
}

/// Width of `text` in its role, rather too much than too little.
fn width(text: &str, role: TextRole, measure: &dyn TextMeasure) -> f64 {
    let usual = measure.width(text) * role.size();
    if role != TextRole::Title {
        return usual;
    }
    let latin: String = text.chars().filter(char::is_ascii).collect();
    usual + measure.width(&latin) * role.size() * BOLD_WIDENING
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

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, room: f64) -> Vec<String> {
        in_role(text, TextRole::Note, room)
    }

    fn in_role(text: &str, role: TextRole, room: f64) -> Vec<String> {
        lines(text, role, room, &Paper::measured(100.0, 10.0, |it| if it.is_ascii() { 5.0 } else { 10.0 }))
    }

    #[test]
    fn lines_break_where_they_may() {
        assert_eq!(broken("how many figures", 45.0), ["how many", "figures"]);
        assert_eq!(broken("党员人数，按地", 40.0), ["党员人", "数，按地"]);
        assert_eq!(broken("共 25 个数字", 1000.0), ["共 25 个数字"]);
        assert_eq!(broken("", 40.0), [""; 0]);
    }

    #[test]
    fn titles_are_larger_and_bold() {
        assert_eq!(in_role("各地的人数", TextRole::Title, 62.5), ["各地的人数"]);
        assert_eq!(in_role("people", TextRole::Title, 37.5), ["peopl", "e"]);
        assert_eq!(in_role("people", TextRole::Title, 44.0), ["people"]);
    }

    #[test]
    fn no_character_is_lost_of_a_word_wider_than_a_line() {
        let address = "来源 http://localhost:8080/#/charts?chart=multiples";
        let lines = broken(address, 60.0);
        assert_eq!(lines.concat().replace(' ', ""), address.replace(' ', ""));
        assert!(lines.iter().all(|it| it.chars().count() <= 12), "{lines:?}");
        assert_eq!(broken("国国", 3.0), ["国", "国"], "a character that does not fit stands alone");
    }
}
