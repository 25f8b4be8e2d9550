//! Articles by place: a bar a place with the articles that mention it or a place below it.
//!
//! All bars are of one level, so that none contains another. The level follows the selection: the highest one with
//! enough places to compare, so that narrowing to one league shows its banners, and to one banner its towns.

use std::collections::{BTreeMap, BTreeSet};

use super::super::spec::{ChartKind, ChartSpec, Datum, Opens};
use super::{cut, place_path};
use crate::engine::arrange::{Arrange, gathered};
use crate::engine::extract::Level;
use crate::engine::index::IndexedArticle;

/// With this many places a level is worth a chart. More of them prefers lower levels, fewer prefers higher ones.
const ENOUGH_PLACES: usize = 6;

/// Most articles first; equal counts by path.
pub fn build(articles: &[&IndexedArticle]) -> ChartSpec {
    let counts = Level::ALL.map(|it| (it, articles_by_path(articles, it)));
    let most = counts.iter().map(|(_, it)| it.len()).max().unwrap_or(0);
    let Some((level, by_path)) = counts.into_iter().find(|(_, it)| it.len() >= ENOUGH_PLACES.min(most)) else {
        return ChartSpec::empty(ChartKind::ArticlesByPlace);
    };
    let shown: BTreeSet<usize> = gathered(by_path.values().flatten().copied());
    let mut bars: Vec<(&str, usize)> = by_path.iter().map(|(path, it)| (*path, it.len())).collect();
    bars.arrange_by(|(_, a), (_, b)| b.cmp(a));
    let n_cut = cut(&mut bars);
    let names = place_path::distinct_names(&bars.iter().map(|(path, _)| *path).collect::<Vec<_>>());
    let data = bars.iter().zip(names).map(|((path, n), name)| Datum {
        label: name,
        place: place_path::name(path).to_owned(),
        value: *n as f64,
        ..Datum::empty(Opens::Place((*path).to_owned()))
    });
    ChartSpec {
        level: (most > 0).then_some(level),
        data: data.collect(),
        n_total: articles.len(),
        n_missing: articles.len() - shown.len(),
        n_cut,
        ..ChartSpec::empty(ChartKind::ArticlesByPlace)
    }
}

/// For each place of `level`, the articles (by number) that mention it or a place below it.
fn articles_by_path<'a>(articles: &[&'a IndexedArticle], level: Level) -> BTreeMap<&'a str, BTreeSet<usize>> {
    let mut res: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (idx, article) in articles.iter().enumerate() {
        for place in &article.document.mentions.places {
            if let Some(path) = place_path::ancestor_at(&place.canonical, place.level, level) {
                res.entry(path).or_default().insert(idx);
            }
        }
    }
    res
}
