//! The clues of a page to its own date: what each of them says about years and months, with its words.

use super::counted::counted;
use super::event::events;
use crate::engine::arrange::Arrange;
use crate::engine::extract::date::{
    Direction, Edge, Found, Glyphs, Inner, MonthRef, Point, WordKind, YearRef, find, scan,
};
use crate::engine::extract::edtf::Edtf;
use crate::engine::text::Span;

/// One clue. Weights are in quarters of a sure sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clue {
    /// The words of the page, a clause at most.
    pub(crate) words: String,
    /// What it says.
    pub(crate) says: Says,
}

/// What a clue says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Says {
    /// The page is of one of these years, and hardly of one before the earliest.
    Year {
        /// The year it names.
        earliest: i32,
        /// Years with their weights.
        weights: Vec<(i32, i32)>,
    },
    /// The page is of one of these months, whatever the year: weights from January to December.
    Months([i32; 12]),
    /// The page is not earlier than the first month, and hardly later than the last.
    Event(Edtf, Option<Edtf>),
}

/// A sure sign.
pub(crate) const SURE: i32 = 4;
/// Characters of a clue's words. More quotes more of the sentence.
const LONGEST: usize = 24;
/// Characters of the clause behind a year that are looked at for what is counted.
const CLAUSE: usize = 30;

/// The clues of one article's text, in order.
pub(crate) fn clues(text: &str) -> Vec<Clue> {
    let founds = scan(text);
    let says_this_year = founds.iter().any(|it| year_of(it) == Some(YearRef::Published(0)));
    let mut res: Vec<(Span, Says)> = vec![];
    // The last paragraph that names a year in digits: its months are of that year.
    let mut dated_paragraph = None;
    for found in &founds {
        let dated = dated_paragraph == Some(found.paragraph);
        if !found.compared && matches!(year_of(found), Some(YearRef::Absolute(_))) {
            dated_paragraph = Some(found.paragraph);
        }
        let says = year(text, found, says_this_year).or_else(|| if dated { None } else { months(found) });
        res.extend(says.map(|it| (found.span, it)));
    }
    res.extend(seasons(text, &founds));
    res.extend(events(text));
    res.extend(counted(text));
    res.arrange_by_key(|it| it.0);
    res.into_iter().map(|(span, says)| Clue { words: clause(text, span), says }).collect()
}

/// The year it begins with: where a range ends may be a goal.
fn year_of(found: &Found) -> Option<YearRef> {
    if let Point::Calendar { year, .. } = found.expression.first { year } else { None }
}

/// A year in digits: beside 今年 in the same article it is more likely a past one.
fn year(text: &str, found: &Found, says_this_year: bool) -> Option<Says> {
    let Some(YearRef::Absolute(year)) = year_of(found) else { return None };
    let before = &text[..found.span.start];
    let words = found.span.slice(text);
    // 到2025年, 2025年底前, 2030年将 are goals.
    let past_edge = words.ends_with("以前") || words.ends_with("之前");
    let goal = found.direction == Direction::Future || found.expression.edge == Edge::Before;
    if before.ends_with(['到', '至']) || (goal && !past_edge) {
        return None;
    }
    if found.expression.last.is_some() {
        return Some(Says::Year { earliest: year, weights: vec![] });
    }
    let closed = past_edge || words.ends_with("年度") || words.ends_with(['底', '末']);
    let behind = text[found.span.end..].trim_start_matches(['，', ',']);
    let behind = behind.chars().take_while(|it| !"，,。；;！？\n".contains(*it));
    // 2022年总收入5.72亿元: what is counted for a year is mostly told after it.
    let counted = behind.take(CLAUSE).any(|it| it.is_ascii_digit()) && is_whole(found);
    let past = closed || found.direction == Direction::Past;
    // 2023年以来 is mostly said in that year.
    let since = found.expression.edge == Edge::Since;
    let (same, next) = match (says_this_year, past || counted, closed || counted) {
        _ if since => (SURE, SURE / 2),
        (true, true, _) => (0, 2 * SURE),
        (true, false, _) | (false, _, true) => (SURE / 2, SURE),
        (false, _, false) => (SURE, SURE / 2),
    };
    Some(Says::Year { earliest: year, weights: vec![(year, same), (year + 1, next)] })
}

fn is_whole(found: &Found) -> bool {
    matches!(found.expression.first, Point::Calendar { inner: Inner::Whole, .. })
}

/// A month, quarter or half whose year is the page's.
fn months(found: &Found) -> Option<Says> {
    let Point::Calendar { year, inner } = found.expression.last.unwrap_or(found.expression.first) else { return None };
    if !matches!(year, None | Some(YearRef::Published(0))) || found.compared {
        return None;
    }
    let ahead = found.direction == Direction::Future;
    let weights: &[(u8, i32)] = match inner {
        Inner::Day(MonthRef::Absolute(month), _) if ahead => &[(month, SURE), (before(month), SURE)],
        Inner::Day(MonthRef::Absolute(month), _) => &[(month, 2 * SURE), (after(month), SURE)],
        Inner::Month(MonthRef::Absolute(month))
        | Inner::MonthDays(MonthRef::Absolute(month), ..)
        | Inner::MonthEdge(MonthRef::Absolute(month), _) => {
            &[(month, SURE), (if ahead { before(month) } else { after(month) }, SURE)]
        }
        // A report on half a year or a quarter comes soon after it.
        Inner::Months(_, 6) if !ahead => &[(7, 2 * SURE), (8, SURE)],
        Inner::Months(_, last) if !ahead && last < 12 => {
            &[(after(last), SURE), (after(after(last)), SURE), (after(after(after(last))), SURE)]
        }
        _ => return None,
    };
    let mut res = [0; 12];
    for (month, weight) in weights {
        if let Some(it) = res.get_mut(usize::from(*month).wrapping_sub(1)) {
            *it = *weight;
        }
    }
    Some(Says::Months(res))
}

fn after(month: u8) -> u8 {
    month % 12 + 1
}

fn before(month: u8) -> u8 {
    (month + 10) % 12 + 1
}

/// 深秋, 盛夏; and feasts beside 日前, 近日: 六一亲子活动日前举办.
fn seasons(text: &str, founds: &[Found]) -> Vec<(Span, Says)> {
    let glyphs = Glyphs::of(text);
    let is_now = |it: &&Found| it.expression.first == Point::Vague(true);
    let nows: Vec<Span> = founds.iter().filter(is_now).map(|it| it.span).collect();
    let mut around: Option<Span> = None;
    let mut now = |span: Span| {
        let around = *around.insert(around.filter(|it| it.contains(span)).unwrap_or_else(|| sentence(text, span)));
        let next = nows.partition_point(|it| it.start < around.start);
        nows.get(next).is_some_and(|it| around.contains(*it))
    };
    let mut res = vec![];
    for at in 0..glyphs.len() {
        let kinds = [WordKind::VagueSeason, WordKind::NumeralFestival, WordKind::Festival];
        let Some((word, end)) = find(&glyphs, at, &kinds) else { continue };
        let span = glyphs.span(at, end);
        let mut weights = [0; 12];
        let mut add = |month: i32, weight: i32| {
            if let Some(it) = usize::try_from(month - 1).ok().and_then(|it| weights.get_mut(it % 12)) {
                *it = weight;
            }
        };
        if word.kind == WordKind::VagueSeason {
            // 夏季 and 暑假 are also said all the year round.
            let general = word.text.ends_with(['季', '天', '假', '期']);
            let last = if word.b < word.a { word.b + 12 } else { word.b };
            (word.a..=last).for_each(|it| add(it, if general { SURE / 4 } else { 2 * SURE }));
        } else if now(span) {
            add(word.a / 100, 2 * SURE);
        } else {
            continue;
        }
        res.push((span, Says::Months(weights)));
    }
    res
}

/// The sentence around `span`.
fn sentence(text: &str, span: Span) -> Span {
    let stops = ['。', '！', '？', '\n'];
    let start = text[..span.start].rfind(stops).unwrap_or(0);
    let end = text[span.end..].find(stops).map_or(text.len(), |it| span.end + it);
    Span::new(start, end)
}

/// The clause around `span`, cut to [`LONGEST`] characters that hold it.
fn clause(text: &str, span: Span) -> String {
    let stop = |ch: char| "，,。；;：:！!？?、“”（）()\n".contains(ch);
    let left: usize =
        text[..span.start].chars().rev().take(LONGEST / 3).take_while(|it| !stop(*it)).map(char::len_utf8).sum();
    let start = span.start - left;
    let right = text[span.end..].chars().take_while(|it| !stop(*it));
    let room = LONGEST.saturating_sub(text[start..span.end].chars().count());
    let end = span.end + right.take(room).map(char::len_utf8).sum::<usize>();
    text[start..end].trim().to_owned()
}

/// The clause around `span` between marks that end one, 、 and quotes left in it.
pub(crate) fn clause_of(text: &str, span: Span) -> &str {
    let stops = ['，', ',', '。', '；', ';', '！', '!', '？', '?', '\n'];
    let start =
        text[..span.start].rfind(stops).map_or(0, |it| it + text[it..].chars().next().map_or(0, char::len_utf8));
    let end = text[span.end..].find(stops).map_or(text.len(), |it| span.end + it);
    &text[start..end]
}
