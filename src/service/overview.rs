//! The start screen: what is loaded, in some lists that lead on.

use super::Service;
use crate::engine::arrange::Arrange;
use crate::engine::chart::Opens;
use crate::engine::figures::columns::{Context, figures_of};
use crate::engine::figures::sums::is_additive;
use crate::engine::figures::{Direction, FigureColumn, FigureSort};
use crate::engine::query::{Clause, Facet, Selection, eval};
use crate::engine::small_map::SmallMap;
use crate::protocol::{Cell, Column, Leads, Overview, OverviewEntry, OverviewList};
use crate::view_model::format;

/// Entries of a list.
const MAX_ENTRIES: usize = 8;

impl Service {
    /// The overview of a selection.
    pub(super) fn overview(&self, selection: &Selection) -> Overview {
        let (articles, _) = eval::select(&self.index, selection);
        let pages = self.n_articles_of(Facet::Page, &articles);
        let figures = articles.iter().map(|it| figures_of(self.index.article(*it)).len());
        let mut lists = vec![self.list_of(Facet::Section, FigureColumn::Section, selection, &articles)];
        if self.is_ready() {
            lists.push(self.list_of(Facet::Place, FigureColumn::Place, selection, &articles));
            lists.push(self.largest_figures(&articles));
            lists.push(self.list_of(Facet::Programme, FigureColumn::Programme, selection, &articles));
        }
        lists.retain(|it| !it.entries.is_empty());
        Overview {
            n_pages: pages.iter().filter(|it| **it > 0).count(),
            n_articles: articles.len(),
            n_figures: figures.sum(),
            dates: self.first_and_last(&articles),
            lists,
        }
    }

    /// How many of `articles` each value of a facet has.
    fn n_articles_of(&self, facet: Facet, articles: &[u32]) -> Vec<u32> {
        let column = self.index.facets.column(facet);
        let mut res = vec![0; column.names().len()];
        column.add_to(&mut res, articles, 1);
        res
    }

    /// The values with most articles, ties in the order of the pages.
    fn list_of(&self, facet: Facet, of: FigureColumn, selection: &Selection, articles: &[u32]) -> OverviewList {
        let column = self.index.facets.column(facet);
        let counts = self.n_articles_of(facet, articles);
        let is_listed = |it: &u32| match facet {
            // What lies above most others says nothing of where.
            Facet::Place => self.index.facets.places().get(*it as usize).is_some_and(|it| it.parent.is_some()),
            _ => !column.name(*it).is_empty(),
        };
        let mut ranked: Vec<(usize, u32)> = counts.iter().map(|it| *it as usize).zip(0..).collect();
        ranked.retain(|it| it.0 > 0 && is_listed(&it.1));
        ranked.arrange_by(|a, b| b.0.cmp(&a.0));
        let name = |value: &str| match facet {
            Facet::Place => value.rsplit('/').next().unwrap_or(value).to_owned(),
            _ => value.to_owned(),
        };
        let entry = |(count, number): (usize, u32)| {
            let value = column.name(number);
            let mut narrowed = selection.clone();
            narrowed.clauses.insert(facet, Clause::any_of([value]));
            let name = Cell { text: name(value), leads: Leads::Select(Box::new(narrowed)) };
            OverviewEntry { name, count, ..OverviewEntry::default() }
        };
        list(of, ranked.into_iter().map(entry).collect())
    }

    /// Of each quantity whose values have a size the largest figure of the unit that most of them have.
    fn largest_figures(&self, articles: &[u32]) -> OverviewList {
        let columns = self.figure_columns();
        let units = columns.codes(&self.index, FigureColumn::Unit);
        let mut is_selected = vec![false; columns.len()];
        let mut counts: SmallMap<_, SmallMap<u32, usize>> = SmallMap::new();
        for figure in articles.iter().flat_map(|it| columns.of_article(*it)) {
            is_selected[figure as usize] = true;
            if is_additive(columns.quantity(figure)) {
                *counts.value(columns.quantity(figure)).value(units.of[figure as usize]) += 1;
            }
        }
        let sort = FigureSort { column: FigureColumn::Value, direction: Direction::Descending };
        let order = columns.order(&self.index, sort);
        let mut entries = vec![];
        for (quantity, by_unit) in counts {
            let most = by_unit.iter().map(|it| it.1).max().unwrap_or(0);
            let unit = by_unit.iter().find(|it| it.1 == most).map(|it| it.0);
            let is_one = |it: &u32| {
                let at = *it as usize;
                is_selected[at] && columns.quantity(*it) == quantity && Some(units.of[at]) == unit
            };
            let largest = order.iter().copied().find(is_one);
            let name = Cell { text: quantity.as_str().to_owned(), leads: Leads::Quantity(quantity) };
            let figure = largest.map(|it| self.figure_cell(it)).unwrap_or_default();
            entries.push(OverviewEntry { name, count: by_unit.iter().map(|it| it.1).sum(), share: 0, figure });
        }
        entries.arrange_by(|a, b| b.count.cmp(&a.count));
        list(FigureColumn::Quantity, entries)
    }

    /// A figure as printed with what it counts, or its place.
    fn figure_cell(&self, figure: u32) -> Cell {
        let (number, figure_idx) = self.figure_columns().place(figure);
        let article = self.index.article(number);
        let context = Context::of(article, FigureColumn::Subject);
        let approx = figures_of(article).get(figure_idx).and_then(|it| it.approx);
        let printed = format::printed(&context.value(figure_idx, FigureColumn::Printed), approx);
        let subject = context.value(figure_idx, FigureColumn::Subject);
        let text = if subject.is_empty() { printed } else { printed + " " + &subject };
        let opens = Opens::Figure { article: article.document.article.id.clone(), figure: figure_idx };
        Cell { text, leads: Leads::Opens(opens) }
    }

    /// The first and the last date of the pages, as written.
    fn first_and_last(&self, articles: &[u32]) -> [String; 2] {
        let column = self.index.facets.column(Facet::Date);
        let days = self.index.facets.days(Facet::Date);
        let numbers = || articles.iter().flat_map(|it| column.of(*it)).copied();
        let day = |it: &u32| days.get(*it as usize);
        let first = numbers()
            .filter(|it| day(it).is_some_and(|it| it.from.is_some()))
            .min_by_key(|it| day(it).map(|it| it.from));
        let last =
            numbers().filter(|it| day(it).is_some_and(|it| it.to.is_some())).max_by_key(|it| day(it).map(|it| it.to));
        [first, last].map(|it| it.map_or(String::new(), |it| column.name(it).to_owned()))
    }
}

/// The first entries, with how many there are besides.
fn list(of: FigureColumn, mut entries: Vec<OverviewEntry>) -> OverviewList {
    let n_more = entries.len().saturating_sub(MAX_ENTRIES);
    entries.truncate(MAX_ENTRIES);
    let most = entries.iter().map(|it| it.count).max().unwrap_or(0).max(1);
    entries.iter_mut().for_each(|it| it.share = (it.count * 100).div_ceil(most));
    OverviewList { of: Some(Column::Figure(of)), entries, n_more }
}
