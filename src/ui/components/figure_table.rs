//! The table of figures: every number with its sentence one click away.

use crate::ui::prelude::*;

use super::figure_table_row::FigureTableRow;
use crate::protocol::{Direction, FigureColumn, FigureRow};
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::view_model::figure_row::{self, DEFAULT_SORT};

/// The columns: the key of each one's head, and what a click on it sorts by.
const COLUMNS: [(&str, Option<FigureColumn>); 7] = [
    ("figures.column.printed", None),
    ("figures.column.value", Some(FigureColumn::Value)),
    ("figures.column.quantity", Some(FigureColumn::Quantity)),
    ("figures.column.subject", Some(FigureColumn::Subject)),
    ("figures.column.place", Some(FigureColumn::Place)),
    ("figures.column.date", None),
    ("figures.column.article", Some(FigureColumn::Order)),
];

/// Scrolls inside its own box where it is too wide; on a phone each row is a card.
#[component]
pub fn FigureTable(
    /// The rows, sorted.
    rows: Memo<Vec<FigureRow>>,
) -> impl IntoView {
    let heads = COLUMNS.map(|(key, column)| view! { <Head key column /> });
    let body = move || rows.get().into_iter().map(|row| view! { <FigureTableRow row /> }).collect_view();
    view! {
        <div class="table-box" role="region" tabindex="0" aria-label=tr("figures.table")>
            <table class="figure-table" role="table">
                <thead role="rowgroup"><tr role="row">{heads.into_iter().collect_view()}</tr></thead>
                <tbody role="rowgroup">{live_view(body)}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Head(key: &'static str, column: Option<FigureColumn>) -> impl IntoView {
    let state = AppState::of_app();
    let direction = Memo::new(move |_| {
        let sort = state.location.with(|it| it.sort).unwrap_or(DEFAULT_SORT);
        (Some(sort.column) == column).then_some(sort.direction)
    });
    let aria_sort = move || {
        direction.get().map(|it| match it {
            Direction::Ascending => "ascending",
            Direction::Descending => "descending",
        })
    };
    let content = match column {
        None => view! { <span class="figure-table__head">{tr(key)}</span> }.into_any(),
        Some(column) => {
            let sort = move |_| state.navigate(|it| it.sort = figure_row::next_sort(it.sort, column));
            view! {
                <button class="figure-table__head figure-table__head--sort" type="button" on:click=sort>
                    {tr(key)}
                    <span class="figure-table__arrow" aria-hidden="true"></span>
                </button>
            }
            .into_any()
        }
    };
    view! { <th scope="col" role="columnheader" aria-sort=live(aria_sort)>{content}</th> }
}
