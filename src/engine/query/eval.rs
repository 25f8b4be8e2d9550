//! Selection × index → articles.
//!
//! A query is evaluated once; the clauses are then asked of each article, so that one pass knows both which articles
//! a selection has and which it would have without one facet's clause.

use std::collections::BTreeSet;

use super::ast::{Query, Sign, Term};
use super::parser;
use super::selection::{Clause, DateRange, Facet, Selection};
use crate::engine::extract::edtf::Edtf;
use crate::engine::index::Index;
use crate::engine::index::facet::{ArticleValues, DayRange};

/// A query's hits.
#[derive(Debug, Clone, Default)]
pub struct QueryHits {
    /// One entry for each wanted term.
    pub terms: Vec<TermHits>,
    /// The articles that match, in order; `None` when no term narrows them.
    pub articles: Option<Vec<u32>>,
}

/// Where a term stands.
#[derive(Debug, Clone, Default)]
pub struct TermHits {
    /// How many characters it has.
    pub n_chars: u32,
    /// First characters of all hits, in order.
    pub positions: Vec<u32>,
    /// The articles that have hits, in order.
    groups: Vec<Group>,
}

/// `positions[from..to]` lie in `article`.
#[derive(Debug, Clone, Copy)]
struct Group {
    article: u32,
    from: u32,
    to: u32,
}

impl TermHits {
    /// The hits of `term`.
    pub fn of(index: &Index, term: &Term) -> Self {
        let positions = index.postings.find(&term.pattern);
        let mut groups: Vec<Group> = vec![];
        let mut at = 0;
        while let Some(&position) = positions.get(at) {
            let article = index.layout.article_at(position, groups.last().map_or(0, |it| it.article));
            let end = index.layout.end(article, crate::engine::index::Field::Body);
            let to = at + positions[at..].iter().take_while(|it| **it <= end).count();
            groups.push(Group { article, from: at as u32, to: to as u32 });
            at = to.max(at + 1);
        }
        TermHits { n_chars: term.pattern.len() as u32, positions, groups }
    }

    /// The hits in one article, in order.
    pub fn in_article(&self, article: u32) -> &[u32] {
        match self.groups.binary_search_by_key(&article, |it| it.article) {
            Ok(idx) => &self.positions[self.groups[idx].from as usize..self.groups[idx].to as usize],
            Err(_) => &[],
        }
    }

    /// In how many articles it stands.
    pub fn n_articles(&self) -> usize {
        self.groups.len()
    }

    fn articles(&self) -> impl Iterator<Item = u32> {
        self.groups.iter().map(|it| it.article)
    }
}

/// The hits of a query as typed.
pub fn query_hits(index: &Index, text: &str) -> QueryHits {
    let query = parser::parse(text);
    let articles = matching(index, &query);
    let terms: Vec<TermHits> = query.wanted().map(|it| TermHits::of(index, it)).collect();
    let articles = match articles {
        Excluding::Nothing if terms.is_empty() => None,
        excluding => Some(intersect(index, &terms, &excluding)),
    };
    QueryHits { terms, articles }
}

/// Which articles the excluded terms take away.
enum Excluding {
    Nothing,
    These(BTreeSet<u32>),
}

fn matching(index: &Index, query: &Query) -> Excluding {
    let mut excluded = query.terms.iter().filter(|it| it.sign == Sign::Excluded).peekable();
    if excluded.peek().is_none() {
        return Excluding::Nothing;
    }
    Excluding::These(excluded.flat_map(|it| TermHits::of(index, it).articles().collect::<Vec<_>>()).collect())
}

fn intersect(index: &Index, terms: &[TermHits], excluding: &Excluding) -> Vec<u32> {
    let mut res: Vec<u32> = match terms.iter().min_by_key(|it| it.n_articles()) {
        Some(rarest) => rarest.articles().collect(),
        None => (0..index.len() as u32).collect(),
    };
    for term in terms {
        let mut articles = term.articles().peekable();
        res.retain(|article| {
            while articles.next_if(|it| it < article).is_some() {}
            articles.peek() == Some(article)
        });
    }
    if let Excluding::These(excluded) = excluding {
        res.retain(|it| !excluded.contains(it));
    }
    res
}

/// A selection's clauses, ready to be asked of many articles.
#[derive(Debug, Clone, Default)]
pub struct ClauseTests {
    sections: Option<BTreeSet<u32>>,
    places: Option<Vec<u32>>,
    dates: Option<Vec<DayRange>>,
}

impl ClauseTests {
    /// The clauses of `selection`. A range says nothing of a section or a place, and is left out there.
    pub fn new(index: &Index, selection: &Selection) -> Self {
        let values = |facet| match selection.clauses.get(&facet) {
            Some(Clause::AnyOf(values)) => Some(values),
            _ => None,
        };
        let dates = match selection.clauses.get(&Facet::Date) {
            Some(Clause::Between(range)) => Some(vec![days_of(range)]),
            Some(Clause::AnyOf(values)) => Some(values.iter().filter_map(|it| days_of_value(it)).collect()),
            None => None,
        };
        ClauseTests {
            sections: values(Facet::Section).map(|it| it.iter().filter_map(|it| index.facets.section(it)).collect()),
            places: values(Facet::Place).map(|it| it.iter().filter_map(|it| index.facets.place(it)).collect()),
            dates,
        }
    }

    /// The facets whose clause `article` fails.
    pub fn failing(&self, article: &ArticleValues) -> Failing {
        let section = self.sections.as_ref().is_some_and(|it| !it.contains(&article.section));
        let has = |place: &u32| article.places.binary_search_by_key(place, |it| it.0).is_ok();
        let place = self.places.as_ref().is_some_and(|it| !it.iter().any(has));
        let date = self.dates.is_some() && !article.days.is_some_and(|it| self.chooses(it));
        Failing { section, place, date }
    }

    /// True when there is a clause of dates and these days meet it.
    pub fn chooses(&self, days: DayRange) -> bool {
        self.dates.as_ref().is_some_and(|it| it.iter().any(|range| days.overlaps(*range)))
    }
}

/// Which clauses an article fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failing {
    section: bool,
    place: bool,
    date: bool,
}

impl Failing {
    /// True when every clause holds.
    pub fn none(self) -> bool {
        !self.section && !self.place && !self.date
    }

    /// True when every clause but perhaps that of `facet` holds.
    pub fn none_but(self, facet: Facet) -> bool {
        match facet {
            Facet::Section => Failing { section: false, ..self },
            Facet::Place => Failing { place: false, ..self },
            Facet::Date => Failing { date: false, ..self },
        }
        .none()
    }
}

/// From the first day of the range's first end to the last day of its last.
fn days_of(range: &DateRange) -> DayRange {
    DayRange {
        from: range.from.as_ref().and_then(|it| it.bounds().0),
        to: range.to.as_ref().and_then(|it| it.bounds().1),
    }
}

fn days_of_value(value: &str) -> Option<DayRange> {
    Edtf::parse(value).map(|it| it.bounds()).map(|(from, to)| DayRange { from, to })
}

/// The query's articles for which `holds`, in order.
pub fn articles_where(index: &Index, hits: &QueryHits, holds: impl Fn(u32) -> bool) -> Vec<u32> {
    match &hits.articles {
        Some(articles) => articles.iter().copied().filter(|it| holds(*it)).collect(),
        None => (0..index.len() as u32).filter(|it| holds(*it)).collect(),
    }
}

/// The articles of a selection in the order of the pages, and the hits of its query.
pub fn select(index: &Index, selection: &Selection) -> (Vec<u32>, QueryHits) {
    let hits = query_hits(index, &selection.query);
    let tests = ClauseTests::new(index, selection);
    let articles = articles_where(index, &hits, |it| tests.failing(&index.facets.of_article[it as usize]).none());
    (articles, hits)
}
