//! Reads feasts and solar terms: 国庆节, 五一期间, 中秋节, 母亲节, 清明, 立秋.

use super::day::part_of_day;
use super::expression::{Feast, Inner};
use super::glyph::Glyphs;
use super::words::{Word, WordKind, find};

/// The feast of a row that ends at `end`, or its holiday where 期间 or 假期 follows.
pub(crate) fn feast(glyphs: &Glyphs, word: &Word, end: usize) -> Option<(Inner, usize)> {
    let (month, day) = (number(word.a / 100), number(word.a % 100));
    let feast = match word.kind {
        WordKind::LunarFestival => Feast::Lunar(month, day),
        WordKind::NthFestival => Feast::Weekday(month, day / 10, (day % 10).checked_sub(1)?),
        WordKind::Term => Feast::Term(number(word.a)),
        _ => Feast::Solar(month, day),
    };
    let own = glyphs.after(end, "节").filter(|_| word.kind == WordKind::NumeralFestival).unwrap_or(end);
    match find(glyphs, own, &[WordKind::Holiday]) {
        Some((_, end)) => Some((Inner::Feast(feast, number(word.b)), end)),
        None => Some((Inner::Feast(feast, 0), part_of_day(glyphs, own))),
    }
}

/// A feast that is written as a number or another common word: 五一期间, 五一前夕, 新年到来之际, and alone between stops.
/// 五一路 and 五四精神 are names.
pub(crate) fn bare_feast(glyphs: &Glyphs, at: usize) -> Option<(Inner, usize)> {
    use WordKind::{After, Around, Before, FeastCue, Holiday};
    let (word, end) = find(glyphs, at, &[WordKind::NumeralFestival])?;
    let own = glyphs.after(end, "节").unwrap_or(end);
    let alone = glyphs.is_stop(own) && !"、.:)）”’」』".contains(glyphs.char(own)) && begins(glyphs, at);
    (alone || own > end || find(glyphs, own, &[Holiday, FeastCue, Before, After, Around]).is_some()).then_some(())?;
    feast(glyphs, word, end)
}

/// True where a phrase begins, or a word of time stands right before.
fn begins(glyphs: &Glyphs, at: usize) -> bool {
    let before = glyphs.before(at);
    "\n,。;！？!?(天在到从至过迎".contains(before)
}

fn number(value: i32) -> u8 {
    u8::try_from(value).unwrap_or(0)
}
