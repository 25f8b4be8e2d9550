//! The table of figures.

use std::cmp::Ordering;

use super::Service;
use super::articles::{place_chip, snippet_of};
use crate::engine::arrange::Arrange;
use crate::engine::extract::FigureMention;
use crate::engine::extract::unit::Quantity;
use crate::engine::index::IndexedArticle;
use crate::engine::query::{Selection, eval, snippet};
use crate::protocol::{Direction, FigureColumn, FigureRow, FigureSort, FigureTable, Window};

/// A figure of an article.
#[derive(Clone, Copy)]
struct Entry<'a> {
    article: &'a IndexedArticle,
    figure_idx: usize,
    figure: &'a FigureMention,
}

impl Service {
    /// A window of the figures of a selection.
    pub(super) fn figures(
        &self,
        selection: &Selection,
        quantity: Option<Quantity>,
        sort: FigureSort,
        window: Window,
    ) -> FigureTable {
        let (articles, _) = eval::select(&self.index, selection);
        let all: Vec<Entry> = articles.iter().flat_map(|it| entries(self.index.article(*it))).collect();
        let n_of = |quantity: Quantity| all.iter().filter(|it| it.figure.quantity == quantity).count();
        let quantities = Quantity::ALL.into_iter().map(|it| (it, n_of(it))).filter(|it| it.1 > 0).collect();
        let mut rows: Vec<Entry> =
            all.iter().filter(|it| quantity.is_none_or(|wanted| it.figure.quantity == wanted)).copied().collect();
        if sort == (FigureSort { column: FigureColumn::Order, direction: Direction::Descending }) {
            rows.reverse();
        }
        // A stable sort of entries in the order of the text keeps that order among equals.
        rows.arrange_by(|a, b| compare(a, b, sort));
        FigureTable {
            n_total: rows.len(),
            quantities,
            rows: rows.iter().skip(window.offset).take(window.limit).map(Entry::row).collect(),
        }
    }
}

fn entries(article: &IndexedArticle) -> impl Iterator<Item = Entry<'_>> {
    let figures = article.document.mentions.figures.iter().enumerate();
    figures.map(move |(figure_idx, figure)| Entry { article, figure_idx, figure })
}

/// The order of the table. Figures of different quantities never compare by value: they stand in the quantities' order
/// either way, and within one those without a base unit come last.
fn compare(a: &Entry, b: &Entry, sort: FigureSort) -> Ordering {
    let turn = |order: Ordering| match sort.direction {
        Direction::Ascending => order,
        Direction::Descending => order.reverse(),
    };
    let quantity = |it: &Entry| Quantity::ALL.iter().position(|quantity| *quantity == it.figure.quantity);
    match sort.column {
        FigureColumn::Order => Ordering::Equal,
        FigureColumn::Value => quantity(a)
            .cmp(&quantity(b))
            .then(a.figure.base_unit.is_empty().cmp(&b.figure.base_unit.is_empty()))
            .then_with(|| a.figure.base_unit.cmp(&b.figure.base_unit))
            .then_with(|| turn(a.comparable().total_cmp(&b.comparable()))),
        FigureColumn::Quantity => turn(quantity(a).cmp(&quantity(b))),
        FigureColumn::Subject => last_if_empty(a.subject(), b.subject(), turn),
        FigureColumn::Place => last_if_empty(a.place(), b.place(), turn),
    }
}

/// Compares two names; an empty one stands last either way.
fn last_if_empty(a: &str, b: &str, turn: impl Fn(Ordering) -> Ordering) -> Ordering {
    a.is_empty().cmp(&b.is_empty()).then_with(|| turn(a.cmp(b)))
}

impl<'a> Entry<'a> {
    fn comparable(&self) -> f64 {
        self.figure.base_value.unwrap_or(self.figure.value)
    }

    fn text(&self) -> &'a str {
        &self.article.document.reading.text
    }

    fn subject(&self) -> &'a str {
        self.figure.subject.map_or("", |it| it.slice(self.text()))
    }

    fn place(&self) -> &'a str {
        self.article.place_of_figure(self.figure_idx).map_or("", |it| &it.canonical)
    }

    fn row(&self) -> FigureRow {
        let Entry { article, figure, .. } = *self;
        let text = self.text();
        FigureRow {
            article: article.document.article.id.clone(),
            figure: self.figure_idx,
            headline: article.document.headline.clone(),
            printed: figure.span.slice(text).to_owned(),
            value: figure.value,
            high: figure.high,
            unit: figure.unit.clone(),
            quantity: figure.quantity,
            approx: figure.approx,
            subject: self.subject().to_owned(),
            place: article.place_of_figure(self.figure_idx).map(|it| place_chip(&it.canonical)),
            published: article.published.clone(),
            base_value: figure.base_value,
            base_unit: figure.base_unit.clone(),
            sentence: snippet_of(text, snippet::sentence(text, figure.span), &[figure.span]),
        }
    }
}
