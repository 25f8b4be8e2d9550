//! The bundled pages in a service, their articles as the reader shows them, and seeded selections of them.

#[path = "../support/bundled.rs"]
mod bundled;

use std::collections::BTreeMap;

use banmian::engine::archive::Random;
use banmian::engine::query::{Choice, Clause, DateRange, Facet, Selection};
use banmian::protocol::{ArticleDetail, Chart, ChartWanted, Request, Response};
use banmian::service::Service;
use bundled::{corpus, details, list};

const N_SELECTIONS: usize = 14;

/// The bundled pages, and their articles as the reader shows them.
pub struct Library {
    pub service: Service,
    pub documents: BTreeMap<String, ArticleDetail>,
}

impl Library {
    pub fn new() -> Library {
        let service = corpus();
        let documents = details(&service, &Selection::default());
        Library { documents: documents.into_iter().map(|it| (it.id.clone(), it)).collect(), service }
    }

    /// All articles, none, and seeded queries, sections, places and dates.
    pub fn selections(&self) -> Vec<Selection> {
        let mut random = Random(2025);
        let all: Vec<&ArticleDetail> = self.documents.values().collect();
        let mut res = vec![Selection::default(), Selection { query: "没有这样的话".into(), ..Selection::default() }];
        while res.len() < N_SELECTIONS {
            let article = all[random.below(all.len())];
            let mut selection = Selection::default();
            match random.below(5) {
                0 => selection.query = ["党员", "牧民", "项目", "收入"][random.below(4)].to_owned(),
                1 => selection.choose(Facet::Section, &article.section, Choice::Included),
                2 => {
                    if let Some(place) = article.mentions.places.first() {
                        let path = place.canonical.rsplit_once('/').map_or(place.canonical.as_str(), |it| it.0);
                        drop(selection.clauses.insert(Facet::Place, Clause::any_of([path])));
                    }
                }
                3 => {
                    let range = DateRange { from: article.published.edtf.clone(), to: None };
                    drop(selection.clauses.insert(Facet::Date, Clause::between(range)));
                }
                _ => drop(selection.clauses.insert(Facet::Page, Clause::any_of([article.page.as_str()]))),
            }
            res.push(selection);
        }
        res
    }

    fn ids(&self, selection: &Selection) -> Vec<String> {
        list(&self.service, selection).rows.into_iter().map(|it| it.id).collect()
    }

    /// What a chart is made of.
    pub fn articles(&self, wanted: &ChartWanted) -> Vec<&ArticleDetail> {
        let is_dated = wanted.options.kind.is_over_time();
        let selection = if is_dated { wanted.selection.without(Facet::Date) } else { wanted.selection.clone() };
        let mut res: Vec<_> = self.ids(&selection).iter().filter_map(|it| self.documents.get(it)).collect();
        res.sort_by(|a, b| a.id.cmp(&b.id));
        res
    }

    pub fn chart(&self, wanted: &ChartWanted) -> Chart {
        match self.service.handle(&Request::Chart(Box::new(wanted.clone()))) {
            Response::Chart(chart) => *chart,
            other => panic!("{other:?}"),
        }
    }
}
