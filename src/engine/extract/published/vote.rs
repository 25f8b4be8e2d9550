//! Weighs the clues of a page together: every month of the possible years gets what the clues say for it.

use super::clue::{Clue, SURE, Says};
use crate::engine::arrange::Arrange;
use crate::engine::extract::edtf::Edtf;

/// A month: year × 12 + month − 1.
type Month = i32;

/// The page's date by all its clues, as wide as they leave it: a month, neighbouring months, a year; `None` where none
/// of them tells the year.
pub(crate) fn vote(clues: &[Clue]) -> Option<Edtf> {
    let years = years(clues);
    let scores: Vec<(Month, i32)> =
        years.iter().flat_map(|year| (0..12).map(move |it| year * 12 + it)).map(|it| (it, total(clues, it))).collect();
    let best = scores.iter().map(|it| it.1).max()?;
    let winners: Vec<Month> = scores.iter().filter(|it| it.1 == best).map(|it| it.0).collect();
    let (first, last) = (*winners.first()?, *winners.last()?);
    let year = first.div_euclid(12);
    let by_month: i32 = clues.iter().filter(|it| matches!(it.says, Says::Months(_))).map(|it| score(it, first)).sum();
    let near = usize::try_from(last - first).is_ok_and(|it| it < WIDEST && it + 1 == winners.len());
    // An event may know the months where no season does.
    match (near && (by_month >= SURE || narrow(clues)), first == last) {
        (true, true) => month(first).map(Edtf::approximate),
        (true, false) => Edtf::interval(month(first).as_ref(), month(last).as_ref()),
        (false, _) => Edtf::year(year).map(Edtf::approximate),
    }
}

/// Neighbouring months that may tie; of more than that, the year is all that is known.
const WIDEST: usize = 6;

/// True where the clue speaks for the date, or bounds it.
pub(crate) fn supports(clue: &Clue, date: &Edtf) -> bool {
    let (Some(first), Some(last)) = date.bounds() else { return false };
    let months = first.year * 12 + i32::from(first.month) - 1..=last.year * 12 + i32::from(last.month) - 1;
    match &clue.says {
        Says::Event(..) => months.into_iter().any(|it| score(clue, it) >= 0),
        Says::Year { weights, .. } => weights.iter().any(|it| it.0 == first.year && it.1 > 0),
        Says::Months(_) => months.count() < 12 && score_of_month(clue, first.month) > 0,
    }
}

fn score_of_month(clue: &Clue, month: u8) -> i32 {
    score(clue, i32::from(month) - 1)
}

/// What all clues say for a month. Of what they say for its year, the strongest counts once: a year that is told of ten
/// times is not ten times more likely the page's own.
fn total(clues: &[Clue], month: Month) -> i32 {
    let is_year = |it: &&Clue| matches!(it.says, Says::Year { .. });
    let scores = |years: bool| clues.iter().filter(move |it| is_year(it) == years).map(|it| score(it, month));
    let against: i32 = scores(true).filter(|it| *it < 0).sum();
    scores(false).sum::<i32>() + against + scores(true).max().unwrap_or(0).max(0)
}

/// What a clue says for a month.
fn score(clue: &Clue, month: Month) -> i32 {
    if earliest(clue).is_some_and(|it| month < it) {
        return AGAINST;
    }
    match &clue.says {
        Says::Year { weights, .. } => weights.iter().filter(|it| it.0 == month.div_euclid(12)).map(|it| it.1).sum(),
        Says::Months(weights) => {
            usize::try_from(month.rem_euclid(12)).ok().and_then(|it| weights.get(it)).copied().unwrap_or(0)
        }
        Says::Event(first, last) => {
            let (from, to) = (first_month(first), last.as_ref().and_then(first_month));
            match (from, to) {
                (_, Some(to)) if month > to => AGAINST,
                (Some(from), Some(to)) if to - from <= NARROW => SURE,
                _ => 0,
            }
        }
    }
}

/// What speaks against a month: it lies before a year or event that the page names, or behind one still to come. Raising
/// it lets one misread year outvote more clues.
const AGAINST: i32 = -3 * SURE;

/// Months between the ends of an event that itself dates a page.
const NARROW: i32 = 4;

fn narrow(clues: &[Clue]) -> bool {
    let width = |it: &Clue| match &it.says {
        Says::Event(first, Some(last)) => Some(first_month(last)? - first_month(first)?),
        _ => None,
    };
    clues.iter().filter_map(width).any(|it| it <= NARROW)
}

fn earliest(clue: &Clue) -> Option<Month> {
    match &clue.says {
        Says::Year { earliest, .. } => Some(earliest * 12),
        Says::Months(_) => None,
        Says::Event(first, _) => first_month(first),
    }
}

/// The years that some clue names or an event bounds.
fn years(clues: &[Clue]) -> Vec<i32> {
    let mut res = vec![];
    for clue in clues {
        match &clue.says {
            Says::Year { earliest, weights } => {
                res.push(*earliest);
                res.extend(weights.iter().filter(|it| it.1 > 0).map(|it| it.0));
            }
            Says::Event(first, last) => {
                res.extend(
                    [Some(first), last.as_ref()].into_iter().flatten().filter_map(|it| Some(it.bounds().0?.year)),
                );
            }
            Says::Months(_) => {}
        }
    }
    res.arrange_by_key(|it| *it);
    res.dedup();
    res
}

fn first_month(edtf: &Edtf) -> Option<Month> {
    edtf.bounds().0.map(|it| it.year * 12 + i32::from(it.month) - 1)
}

fn month(month: Month) -> Option<Edtf> {
    Edtf::month(month.div_euclid(12), u8::try_from(month.rem_euclid(12) + 1).ok()?)
}
