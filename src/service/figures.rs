//! The table of figures: its rows are computed once for what is asked, and windows are cut from them.

use std::rc::Rc;

use super::Service;
use crate::engine::extract::unit::Quantity;
use crate::engine::figures::columns::{Context, FigureColumns, figures_of};
use crate::engine::figures::sums::{Summary, summary};
use crate::engine::figures::view::{self, Row, Rows};
use crate::engine::figures::{FigureColumn, FigureSort, FigureView, high_of, unit_of, value_of};
use crate::engine::query::{Selection, eval};
use crate::engine::text::decimal;
use crate::protocol::{Cell, Column, FigureLine, FigureRow, FigureTable, Leads, Table, Window};
use crate::view_model::format;

/// Which rows.
type Wanted = (Selection, Option<Quantity>, FigureSort, FigureView);

/// What was asked for last, with its rows and what they come to.
#[derive(Debug)]
pub(super) struct LastRows {
    wanted: Wanted,
    rows: Rows,
    summary: Summary,
}

impl Service {
    /// A window of the rows.
    pub(super) fn figures(&self, wanted: Wanted, window: Window) -> FigureTable {
        let last = self.figure_rows(wanted);
        let rows = &last.rows;
        FigureTable {
            n_total: rows.n_rows,
            offset: window.offset,
            quantities: rows.quantities.clone(),
            units: rows.units.clone(),
            bins: rows.bins.clone(),
            summary: last.summary.clone(),
            range: rows.range,
            is_wrong: rows.is_wrong,
            rows: rows.window(window.offset, window.limit).into_iter().map(|it| self.figure_line(rows, it)).collect(),
        }
    }

    /// Every figure of the rows with all that is told of it, as values: numbers in full, names of closed lists as
    /// tools use them, dates as EDTF.
    pub(super) fn whole_figures(&self, wanted: Wanted) -> Table {
        let last = self.figure_rows(wanted);
        let columns = FigureColumn::ALL.into_iter().filter(|it| *it != FigureColumn::Year);
        let columns: Vec<FigureColumn> = columns.collect();
        let figures = match last.rows.groups.is_empty() {
            true => last.rows.figures.clone(),
            false => last.rows.groups.iter().flat_map(|it| it.figures.iter().copied()).collect(),
        };
        let row = |figure: u32| {
            let (number, figure_idx) = self.figure_columns().place(figure);
            let context = Context::of(self.index.article(number), FigureColumn::Refers);
            columns.iter().map(|it| whole_cell(&context, figure_idx, *it)).collect()
        };
        Table {
            n_total: figures.len(),
            rows: figures.into_iter().map(row).collect(),
            columns: columns.into_iter().map(Column::Figure).collect(),
            sort: None,
        }
    }

    /// The library's figures in columns.
    pub(super) fn figure_columns(&self) -> &FigureColumns {
        self.figure_columns.get_or_init(|| FigureColumns::new(&self.index))
    }

    fn figure_rows(&self, wanted: Wanted) -> Rc<LastRows> {
        if let Some(last) = self.last_figures.borrow().as_ref().filter(|it| it.wanted == wanted) {
            return last.clone();
        }
        let columns = self.figure_columns();
        let (articles, _) = eval::select(&self.index, &wanted.0);
        let rows = view::rows(&self.index, columns, &articles, wanted.1, wanted.2, &wanted.3);
        let summary = summary(&self.index, columns, &rows.figures);
        let last = Rc::new(LastRows { wanted, rows, summary });
        *self.last_figures.borrow_mut() = Some(last.clone());
        last
    }

    fn figure_line(&self, rows: &Rows, row: Row) -> FigureLine {
        let columns = self.figure_columns();
        match row {
            Row::Figure(figure) => FigureLine::Figure(self.figure_row(figure)),
            Row::Group(number) => match rows.groups.get(number) {
                Some(group) => FigureLine::Group(group.key.clone(), summary(&self.index, columns, &group.figures)),
                None => FigureLine::Group(String::new(), Summary::default()),
            },
        }
    }

    fn figure_row(&self, figure: u32) -> FigureRow {
        let (number, figure_idx) = self.figure_columns().place(figure);
        let article = self.index.article(number);
        let context = Context::of(article, FigureColumn::Refers);
        let cell = |column: FigureColumn| match column {
            FigureColumn::Article => article.document.headline.clone(),
            _ => context.value(figure_idx, column).into_owned(),
        };
        let mut cells: Vec<String> = FigureColumn::SHOWN.into_iter().map(cell).collect();
        let (mut value, mut high, mut unit, mut approx) = (0.0, None, "", None);
        if let Some(it) = figures_of(article).get(figure_idx) {
            (value, high, unit, approx) = (value_of(it), high_of(it), unit_of(it), it.approx);
            cells[0] = format::printed(&cells[0], approx);
        }
        let article = article.document.article.id.clone();
        FigureRow { article, figure: figure_idx, value, high, unit: unit.to_owned(), approx, cells }
    }
}

fn whole_cell(context: &Context, figure_idx: usize, column: FigureColumn) -> Cell {
    let mention = figures_of(context.article).get(figure_idx);
    let text = match column {
        FigureColumn::Value => mention.map(|it| decimal::full(value_of(it))).unwrap_or_default(),
        FigureColumn::High => mention.and_then(high_of).map(decimal::full).unwrap_or_default(),
        _ => context.value(figure_idx, column).into_owned(),
    };
    Cell { text, leads: Leads::Nowhere }
}
