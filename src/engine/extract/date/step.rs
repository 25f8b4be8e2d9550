//! Reads points counted from now: 3年前, 半年前, 两周后, 10天之后. A length of time alone (3年, 近3年来) is none.

use super::expression::{Point, Unit};
use super::glyph::Glyphs;
use super::point::{Points, one};
use super::words::{WordKind, find};

/// More of a unit than this is a round number of an age long past.
const LONGEST: u32 = 100;

/// The point at `at`.
pub(crate) fn step(glyphs: &Glyphs, at: usize) -> Option<(Points, usize)> {
    // 近3年前, 提前3天前 and parts of longer numbers are none.
    if "近每第前约达逾余多数几半两一个".contains(glyphs.before(at)) {
        return None;
    }
    let (n, unit, end) = length(glyphs, at)?;
    let (word, end) = find(glyphs, end, &[WordKind::Before, WordKind::After])?;
    let is_past = word.kind == WordKind::Before;
    // 起 and 开始 count nothing; what comes after is told of some other time unless the clause begins with it.
    let counts = word.text.ends_with(['前', '后']);
    let begins = "\n,。;！？!?在于将到从“(".contains(glyphs.before(at));
    (counts && (is_past || begins)).then_some(())?;
    one(Point::Step(if is_past { -n } else { n }, unit), end)
}

fn length(glyphs: &Glyphs, at: usize) -> Option<(i32, Unit, usize)> {
    if let Some(end) = glyphs.after(at, "半年") {
        return Some((6, Unit::Month, end));
    }
    let (value, end) = match glyphs.numeral(at) {
        Some(it) if !it.chinese || it.n_digits < 2 => (it.value, it.end),
        Some(_) => return None,
        None => (2, glyphs.after(at, "两")?),
    };
    let value = i32::try_from(value).ok().filter(|_| (1..=LONGEST).contains(&value))?;
    let end = glyphs.skip_blanks(end);
    let units = [
        ("年", Unit::Year),
        ("个月", Unit::Month),
        ("个星期", Unit::Week),
        ("个礼拜", Unit::Week),
        ("星期", Unit::Week),
        ("周", Unit::Week),
        ("天", Unit::Day),
    ];
    units.iter().find_map(|(word, unit)| Some((value, *unit, glyphs.after(end, word)?)))
}
