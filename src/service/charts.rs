//! Charts: the finished picture, the same data as a table, and what stands behind a mark.

use super::Service;
use crate::engine::chart::data::{Item, What};
use crate::engine::chart::kinds::{self, Built, Source, place_path};
use crate::engine::chart::wording::{About, Wording};
use crate::engine::chart::{ChartKind, ChartOptions, Mark, Opens, Words, draw};
use crate::engine::extract::unit::Quantity;
use crate::engine::figures::FigureColumn;
use crate::engine::index::IndexedArticle;
use crate::engine::index::facet::DayRange;
use crate::engine::query::clauses::days_of;
use crate::engine::query::{Clause, Facet, Selection, eval};
use crate::engine::text::decimal;
use crate::error::Error;
use crate::protocol::{Cell, Chart, ChartWanted, Column, Leads, Response, Table};

/// The front matter's key of the newspaper's name.
const NEWSPAPER: &str = "报纸";

/// Newspapers that a source names.
const MAX_NAMES: usize = 3;

impl Service {
    /// A chart of dates needs nothing but the pages; all others need places or subjects.
    pub(super) fn chart(&self, wanted: &ChartWanted) -> Response {
        if !self.is_ready() && wanted.options.kind != ChartKind::ArticlesOverTime {
            return Response::Failed(Error::LexiconPending);
        }
        let selected = self.articles_of(&wanted.selection);
        let figures = kinds::comparable::select(wanted.options.quantity, &selected);
        let refused = kinds::offers(&selected, &figures).into_iter();
        let refused: Vec<(ChartKind, String)> =
            refused.filter_map(|it| Some((it.kind, it.reason?.to_owned()))).collect();
        let (quantity, quantities) = (figures.quantity, figures.quantities.clone());
        let is_refused = refused.iter().any(|it| it.0 == wanted.options.kind);
        let built = self.built(wanted, quantity, selected, is_refused);
        let words = Words::new(&wanted.words);
        let wording = Wording { spec: &built.spec, words: &words };
        let source = self.newspapers();
        let about = About { query: &wanted.query, source: &source, n_pages: self.pages.len() };
        let scene = draw(&built.spec, &words, &about, &wanted.paper);
        let behind = wanted.behind.as_deref().map(|key| {
            let items = built.behind(key);
            (name_of(key, &scene.marks), list(&items, wanted.n_rows))
        });
        Response::Chart(Box::new(Chart {
            quantity,
            quantities,
            is_log: built.spec.is_log,
            refused,
            title: wording.title(),
            notes: [wording.notes(), wording.about(&about)].concat(),
            table: table(&built, &scene.marks),
            scene,
            behind: behind.filter(|it| it.1.n_total > 0),
        }))
    }

    /// The chart's data. Over time they are what the selection has without its dates, which the brush chooses.
    /// What is refused has nothing, unless the brush alone leaves nothing.
    fn built<'a>(
        &'a self,
        wanted: &ChartWanted,
        quantity: Option<Quantity>,
        selected: Vec<&'a IndexedArticle>,
        is_refused: bool,
    ) -> Built<'a> {
        let range = match wanted.selection.clauses.get(&Facet::Date) {
            Some(Clause::Dates { range, negated: false }) if wanted.options.kind.is_over_time() => Some(range),
            _ => None,
        };
        let articles = match range {
            Some(_) => self.articles_of(&wanted.selection.without(Facet::Date)),
            None if is_refused => vec![],
            None => selected,
        };
        let chosen: Option<DayRange> = range.map(days_of);
        let places = wanted.selection.values(Facet::Place);
        let is_narrow = wanted.paper.is_narrow();
        let options = ChartOptions { quantity: quantity.or(wanted.options.quantity), ..wanted.options.clone() };
        kinds::build(&options, Source { articles: &articles, chosen, places: &places, is_narrow })
    }

    fn articles_of(&self, selection: &Selection) -> Vec<&IndexedArticle> {
        let (articles, _) = eval::select(&self.index, selection);
        articles.into_iter().map(|it| self.index.article(it)).collect()
    }

    /// The newspapers that the pages are of.
    fn newspapers(&self) -> String {
        let mut names: Vec<&str> = vec![];
        for (key, value) in self.pages.iter().flat_map(|it| &it.summary.front_matter) {
            if key == NEWSPAPER && !names.contains(&value.as_str()) && names.len() < MAX_NAMES {
                names.push(value);
            }
        }
        names.join("、")
    }
}

/// The name of the mark with that key; of a place that was taken apart, its own.
fn name_of(key: &str, marks: &[Mark]) -> String {
    let is_it = |it: &&Mark| matches!(&it.opens, Some(Opens::Behind(own) | Opens::Within(own)) if own == key);
    marks.iter().find(is_it).map_or_else(|| place_path::name(key).to_owned(), |it| it.label.clone())
}

/// A row a mark: its name, its value as printed, and as a number in the chart's unit.
fn table(built: &Built, marks: &[Mark]) -> Table {
    let rows = built.spec.data.iter().zip(marks).map(|(datum, mark)| {
        let leads = mark.opens.clone().map_or(Leads::Nowhere, Leads::Opens);
        let number = decimal::full(datum.value);
        let unit = if datum.printed.is_empty() { "" } else { built.spec.unit.as_str() };
        vec![Cell { text: mark.label.clone(), leads }, plain(&mark.value), plain(&number), plain(unit)]
    });
    let rows: Vec<Vec<Cell>> = rows.collect();
    let rest = [FigureColumn::Printed, FigureColumn::Value, FigureColumn::Unit].map(Column::Figure);
    let columns = [vec![Column::Item], rest.to_vec()].concat();
    Table { columns, sort: None, n_total: rows.len(), rows }
}

/// A row each of what stands behind a mark.
fn list(items: &[Item], n_rows: usize) -> Table {
    let is_article = items.first().is_some_and(|it| it.what == What::Article);
    let row = |item: &Item| {
        let document = &item.article.document;
        let article = document.article.id.clone();
        let (text, opens) = match item.what {
            What::Figure(figure) => (item.printed(), Opens::Figure { article, figure }),
            What::Place(_) => (item.printed(), Opens::Text { article, span: item.span() }),
            What::Article => (document.headline.as_str(), Opens::Text { article, span: item.span() }),
        };
        // Most briefs have no headline; their first sentence names them.
        let sentence = item.sentence();
        let text = if text.is_empty() { sentence.clone() } else { text.to_owned() };
        let rest = if is_article { document.article.section.clone() } else { document.headline.clone() };
        let place = if is_article { String::new() } else { item.place_name().to_owned() };
        vec![Cell { text, leads: Leads::Opens(opens) }, plain(&sentence), plain(&place), plain(&rest)]
    };
    let last = if is_article { FigureColumn::Section } else { FigureColumn::Article };
    let rest = [FigureColumn::Sentence, FigureColumn::Place, last].map(Column::Figure);
    Table {
        columns: [vec![Column::Item], rest.to_vec()].concat(),
        sort: None,
        n_total: items.len(),
        rows: items.iter().take(n_rows).map(row).collect(),
    }
}

fn plain(text: &str) -> Cell {
    Cell { text: text.to_owned(), leads: Leads::Nowhere }
}
