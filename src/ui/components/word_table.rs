//! A table as the worker wrote it: keyness, collocates, a part of a comparison. Heads sort where the table can be sorted.

use crate::ui::prelude::*;

use crate::protocol::{Cell, Column, Direction, Leads, Table, TableSort};
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::view_model::export::{cell_text, column_text};
use crate::view_model::word_links::follow;
use crate::view_model::word_location::next_sort;

/// Scrolls inside its own box where it is too wide.
#[component]
pub fn WordTable(
    /// The table.
    table: Memo<Table>,
    /// What it is: key of the translations.
    label: &'static str,
) -> impl IntoView {
    let heads = move || {
        let Table { columns, sort, .. } = table.get();
        columns.into_iter().map(|column| view! { <Head column sort /> }).collect_view()
    };
    let body = move || {
        let Table { columns, rows, .. } = table.get();
        let row = |cells: Vec<Cell>| {
            let cells = columns.iter().zip(cells).map(|(column, cell)| body_cell(*column, cell));
            view! { <tr role="row">{cells.collect_view()}</tr> }
        };
        rows.into_iter().map(row).collect_view()
    };
    view! {
        <div class="table-box" role="region" tabindex="0" aria-label=tr(label)>
            <table class="word-table" role="table" aria-label=tr(label)>
                <thead role="rowgroup"><tr role="row">{live_view(heads)}</tr></thead>
                <tbody role="rowgroup">{live_view(body)}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Head(column: Column, sort: Option<TableSort>) -> impl IntoView {
    let state = AppState::of_app();
    let name = live(move || column_text(state.locale.get(), column));
    let direction = sort.filter(|it| it.column == column).map(|it| match it.direction {
        Direction::Ascending => "ascending",
        Direction::Descending => "descending",
    });
    let turn = move |_| state.navigate(|it| it.words.sort = Some(next_sort(sort, column)));
    let content = match sort {
        None => name.into_any(),
        Some(_) => view! {
            <button class="figure-table__head figure-table__head--sort" type="button" on:click=turn>
                {name}
                <span class="figure-table__arrow" aria-hidden="true"></span>
            </button>
        }
        .into_any(),
    };
    view! { <th scope="col" role="columnheader" class=class_of(column) aria-sort=direction>{content}</th> }
}

fn body_cell(column: Column, cell: Cell) -> AnyView {
    let state = AppState::of_app();
    let Cell { leads, .. } = cell.clone();
    let text = live(move || cell_text(state.locale.get(), column, &cell));
    let content = match leads {
        Leads::Nowhere => text.into_any(),
        leads => view! { <a href=live(move || state.href(|it| follow(it, column, &leads)))>{text}</a> }.into_any(),
    };
    match column.is_head() {
        true => view! { <th scope="row" role="rowheader">{content}</th> }.into_any(),
        false => view! { <td role="cell" class=class_of(column)>{content}</td> }.into_any(),
    }
}

fn class_of(column: Column) -> &'static str {
    if column.is_number() || matches!(column, Column::InA | Column::InB | Column::InBoth) {
        "word-table__number"
    } else {
        ""
    }
}
