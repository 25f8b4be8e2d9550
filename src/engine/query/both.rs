//! The selection of the articles that two selections share.
//!
//! A selection has one clause a facet. Where both ask something of the same facet, the shared articles still have a
//! selection of their own if one clause holds wherever the other does, if an article has one value only, or if the
//! query can say the second condition: of places and dates.

use std::collections::BTreeSet;

use super::clauses::days_of;
use super::parser;
use super::selection::{Clause, DateRange, Facet, Selection};
use crate::engine::extract::edtf::Edtf;
use crate::engine::index::facet::DayRange;

/// A selection that has the articles of both and no others; `None` where none says that.
pub fn both(a: &Selection, b: &Selection) -> Option<Selection> {
    let mut res = Selection::default();
    let mut queries: Vec<String> = vec![];
    for query in [a.query.trim(), b.query.trim()] {
        if !query.is_empty() && !queries.iter().any(|it| it == query) {
            queries.push(query.to_owned());
        }
    }
    if queries.len() > 1 && queries.iter().any(|it| !parser::parse(it).problems.is_empty()) {
        return None;
    }
    let mut terms = vec![];
    for facet in Facet::ALL {
        let clause = match (a.clauses.get(&facet), b.clauses.get(&facet)) {
            (None, None) => continue,
            (Some(it), None) | (None, Some(it)) => it.clone(),
            (Some(a), Some(b)) if a == b => a.clone(),
            (Some(a), Some(b)) => shared(facet, a, b, &mut terms)?,
        };
        res.clauses.insert(facet, clause);
    }
    if queries.len() + terms.len() > 1 {
        queries.iter_mut().for_each(|it| *it = format!("({it})"));
    }
    queries.append(&mut terms);
    res.query = queries.join(" ");
    Some(res)
}

/// A clause of `facet` for both, perhaps with a term of the query for what it leaves open.
fn shared(facet: Facet, a: &Clause, b: &Clause, terms: &mut Vec<String>) -> Option<Clause> {
    match (a, b) {
        (Clause::Values { include, exclude }, Clause::Values { include: include_b, exclude: exclude_b }) => {
            let exclude: BTreeSet<String> = exclude | exclude_b;
            let include = match (include.is_empty(), include_b.is_empty()) {
                (true, _) => include_b.clone(),
                (_, true) => include.clone(),
                _ => included_by_both(facet, include, include_b, terms)?,
            };
            let wanted = &include - &exclude;
            // Where all that is wanted is excluded, there is no such article.
            (wanted.is_empty() == include.is_empty()).then_some(Clause::Values { include: wanted, exclude })
        }
        (Clause::Dates { range, negated }, Clause::Dates { range: range_b, negated: negated_b }) => {
            if !negated && !negated_b && holds(days_of(range), days_of(range_b)) {
                return Some(b.clone());
            }
            if negated | negated_b || !holds(days_of(range_b), days_of(range)) {
                terms.push(date_term(facet, range_b, *negated_b)?);
            }
            Some(a.clone())
        }
        _ => None,
    }
}

/// What an article must have one of, so that it has one of `a` and one of `b`.
fn included_by_both(
    facet: Facet,
    a: &BTreeSet<String>,
    b: &BTreeSet<String>,
    terms: &mut Vec<String>,
) -> Option<BTreeSet<String>> {
    let lies_in = |inner: &str, outer: &str| {
        inner == outer || facet == Facet::Place && inner.strip_prefix(outer).is_some_and(|it| it.starts_with('/'))
    };
    let all_lie_in = |inner: &BTreeSet<String>, outer: &BTreeSet<String>| {
        inner.iter().all(|it| outer.iter().any(|outer| lies_in(it, outer)))
    };
    if all_lie_in(a, b) {
        return Some(a.clone());
    }
    if all_lie_in(b, a) {
        return Some(b.clone());
    }
    match facet {
        Facet::Section | Facet::Kind | Facet::Page => Some(a & b).filter(|it| !it.is_empty()),
        Facet::Place => {
            let term = |path: &String| format!("地名:\"{path}\"");
            let names: Vec<String> = b.iter().map(term).collect();
            terms.push(if names.len() > 1 { format!("({})", names.join(" OR ")) } else { names.concat() });
            Some(a.clone())
        }
        _ => None,
    }
}

/// True where `inner` lies in `outer`: then whatever overlaps the one overlaps the other.
fn holds(outer: DayRange, inner: DayRange) -> bool {
    let begins = outer.from.is_none_or(|outer| inner.from.is_some_and(|inner| inner >= outer));
    begins && outer.to.is_none_or(|outer| inner.to.is_some_and(|inner| inner <= outer))
}

fn date_term(facet: Facet, range: &DateRange, negated: bool) -> Option<String> {
    let (sign, name) = (if negated { "-" } else { "" }, if facet == Facet::Date { "日期" } else { "提及" });
    let end = |it: &Option<Edtf>| it.as_ref().map_or(String::new(), |it| it.as_str().to_owned());
    let term = format!("{sign}{name}:{}..{}", end(&range.from), end(&range.to));
    // A range of all time, and a date that queries cannot write, cannot be asked for.
    parser::parse(&term).problems.is_empty().then_some(term)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(query: &str, facet: Facet, include: &[&str], exclude: &[&str]) -> Selection {
        let set = |it: &[&str]| it.iter().map(|it| (*it).to_owned()).collect();
        let clause = Clause::Values { include: set(include), exclude: set(exclude) };
        Selection { query: query.to_owned(), clauses: [(facet, clause)].into() }
    }

    #[test]
    fn the_narrower_clause_is_enough() {
        let above = selection("", Facet::Place, &["甲省"], &[]);
        let below = selection("修路", Facet::Place, &["甲省/乙市"], &[]);
        assert_eq!(both(&above, &below), Some(below.clone()));
        assert_eq!(both(&below, &above), Some(below));
    }

    #[test]
    fn a_second_place_goes_to_the_query() {
        let a = selection("修路", Facet::Place, &["甲省"], &[]);
        let b = selection("", Facet::Place, &["丙省", "丁省"], &["乙省"]);
        let shared = both(&a, &b).unwrap();
        assert_eq!(shared.query, "(修路) (地名:\"丁省\" OR 地名:\"丙省\")");
        assert_eq!(shared.clauses, selection("", Facet::Place, &["甲省"], &["乙省"]).clauses);
    }

    #[test]
    fn what_cannot_be_said_is_not_said() {
        let programme = |name| selection("", Facet::Programme, &[name], &[]);
        assert_eq!(both(&programme("甲"), &programme("乙")), None);
        let section = |name| selection("", Facet::Section, &[name], &[]);
        assert_eq!(both(&section("甲"), &section("乙")), None);
        assert_eq!(both(&section("甲"), &selection("", Facet::Section, &[], &["甲"])), None);
        let query = |query: &str| Selection { query: query.into(), ..Selection::default() };
        assert_eq!(both(&query("(甲"), &query("乙")), None);
        assert_eq!(both(&query("甲 OR 乙"), &query("-丙")).unwrap().query, "(甲 OR 乙) (-丙)");
    }
}
