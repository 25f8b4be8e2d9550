//! The table of figures: every figure a row, of which only those in sight are drawn; heads sort, groups open and close.
//!
//! The table is one Tab stop besides its heads: arrows, Page Up and Down, Home and End walk the rows, Enter opens the
//! sentence or turns the group. It scrolls inside its own box both ways.

use crate::ui::prelude::*;
use leptos::ev::{KeyboardEvent, MouseEvent};

use super::row_scroll::RowScroll;
use crate::protocol::{Direction, FigureColumn, FigureLine, FigureRow, FigureTable as Table, Summary};
use crate::ui::live::{self, live};
use crate::ui::state::{AppState, tr};
use crate::view_model::figure_row::{self, DEFAULT_SORT, cell_text, group_text, summary_text, value_text};
use crate::view_model::figure_view::turn;
use crate::view_model::labels::Label;
use crate::view_model::opening::open_beside;

/// A row with its number.
type Numbered = (usize, FigureLine);

/// Heads and rows.
#[component]
pub fn FigureTable(
    /// The rows that have come.
    table: Memo<Table>,
    /// Where the table stands.
    scroll: RowScroll,
) -> impl IntoView {
    let state = AppState::of_app();
    let n_total = Memo::new(move |_| table.with(|it| it.n_total));
    let at = move |it: &Table, idx: usize| Some((idx, it.rows.get(idx.checked_sub(it.offset)?)?.clone()));
    let shown =
        Memo::new(move |_| table.with(|it| scroll.drawn().filter_map(|idx| at(it, idx)).collect::<Vec<Numbered>>()));
    let key = move |event: KeyboardEvent| {
        let is_own = event.target().as_ref() == event.current_target().as_ref();
        let target = scroll.target(&event.key()).filter(|_| is_own);
        if let Some(target) = target {
            event.prevent_default();
            scroll.go(target, n_total.get_untracked());
        } else if is_own && event.key() == "Enter" {
            let current = scroll.current.get_untracked();
            table.with_untracked(|it| at(it, current)).iter().for_each(|it| act(state, &it.1));
        }
    };
    let current = move || {
        let current = scroll.current.get();
        shown.with(|it| it.iter().any(|it| it.0 == current)).then(|| row_id(current))
    };
    let heads = FigureColumn::SHOWN.map(|column| view! { <Head column /> });
    view! {
        <div class="figure-table" role="grid" tabindex="0" aria-label=tr("figures.table") node_ref=scroll.list
            aria-rowcount=live(move || (n_total.get() + 1).to_string()) aria-colcount=FigureColumn::SHOWN.len().to_string()
            aria-activedescendant=live(current) aria-describedby="figure-keys"
            on:keydown=key on:scroll=move |_| scroll.look(n_total.get_untracked())>
            <div class="figure-table__heads" role="rowgroup">
                <div class="figure-table__row" role="row" aria-rowindex="1">{heads.into_iter().collect_view()}</div>
            </div>
            <div class="figure-table__rows" role="rowgroup" node_ref=scroll.rows
                style:--n=live(move || n_total.get().to_string())>
                {live::rows(move || shown.get(), row_key, move |(idx, line)| view! { <Row idx line scroll /> })}
            </div>
        </div>
        <p class="concordance__keys" id="figure-keys">{tr("figures.keys")}</p>
    }
}

#[component]
fn Head(column: FigureColumn) -> impl IntoView {
    let state = AppState::of_app();
    let direction = move || {
        let sort = state.location.with(|it| it.sort).unwrap_or(DEFAULT_SORT);
        (sort.column == column).then_some(match sort.direction {
            Direction::Ascending => "ascending",
            Direction::Descending => "descending",
        })
    };
    let sort = move |_| state.navigate(|it| it.sort = figure_row::next_sort(it.sort, column));
    view! {
        <span class=class_of(column) role="columnheader" aria-sort=live(direction)>
            <button class="figure-table__head" type="button" on:click=sort>
                {live(move || column.label(state.locale.get()))}
                <span class="figure-table__arrow" aria-hidden="true"></span>
            </button>
        </span>
    }
}

#[component]
fn Row(idx: usize, line: FigureLine, scroll: RowScroll) -> impl IntoView {
    let state = AppState::of_app();
    let content = match &line {
        FigureLine::Figure(row) => cells(state, row.clone()),
        FigureLine::Group(key, summary) => head_of_group(state, key.clone(), summary.clone()),
    };
    let is_current = move || scroll.current.get() == idx;
    let (article, figure) = match &line {
        FigureLine::Figure(row) => (row.article.clone(), Some(row.figure)),
        FigureLine::Group(..) => (String::new(), None),
    };
    let is_open = move || {
        state
            .location
            .with(|it| figure.is_some() && it.figure == figure && it.article.as_deref() == Some(article.as_str()))
    };
    let is_group = figure.is_none();
    let press = move |event: MouseEvent| {
        scroll.current.set(idx);
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            act(state, &line);
        }
    };
    view! {
        <div class="figure-table__row" class:figure-table__row--group=is_group class:figure-table__row--current=live(is_current)
            class:figure-table__row--open=live(is_open) role="row" id=row_id(idx) style:--row=idx.to_string()
            aria-rowindex=(idx + 2).to_string() on:click=press>{content}</div>
    }
}

/// The printed figure is a link, so that it opens in another tab too.
fn cells(state: AppState, row: FigureRow) -> AnyView {
    let href = {
        let (article, figure) = (row.article.clone(), row.figure);
        move || state.href(|it| open_beside(it, &article, figure))
    };
    let cell = |(idx, column): (usize, FigureColumn)| {
        let text = row.cells.get(idx).cloned().unwrap_or_default();
        let content = match column {
            FigureColumn::Printed => view! { <a href=live(href.clone()) tabindex="-1">{text}</a> }.into_any(),
            FigureColumn::Value => {
                let row = row.clone();
                live(move || value_text(state.locale.get(), &row)).into_any()
            }
            _ => live(move || cell_text(state.locale.get(), column, &text)).into_any(),
        };
        view! { <span class=class_of(column) role="gridcell">{content}</span> }
    };
    FigureColumn::SHOWN.into_iter().enumerate().map(cell).collect_view().into_any()
}

fn head_of_group(state: AppState, key: String, summary: Summary) -> AnyView {
    let is_open = {
        let key = key.clone();
        move || state.location.with(|it| it.figures.is_open(&key)).to_string()
    };
    let name = move || {
        let column = state.location.with(|it| it.figures.group).unwrap_or(FigureColumn::Unit);
        group_text(state.locale.get(), column, &key)
    };
    view! {
        <span class="figure-table__group" role="gridcell" aria-colspan=FigureColumn::SHOWN.len().to_string()>
            <button class="figure-table__turn" type="button" tabindex="-1" aria-expanded=live(is_open)>{live(name)}</button>
            <span>{live(move || summary_text(state.locale.get(), &summary))}</span>
        </span>
    }
    .into_any()
}

/// Opens the sentence, or opens and closes the group.
fn act(state: AppState, line: &FigureLine) {
    state.navigate(|it| match line {
        FigureLine::Figure(row) => open_beside(it, &row.article, row.figure),
        FigureLine::Group(key, _) => turn(&mut it.figures, key),
    });
}

/// What tells two states of a row apart.
fn row_key((idx, line): &Numbered) -> (usize, String, usize, Vec<String>) {
    match line {
        FigureLine::Figure(row) => (*idx, row.article.clone(), row.figure, row.cells.clone()),
        FigureLine::Group(key, summary) => {
            let sum = summary.sum.map(|it| it[0].to_bits().to_string());
            (*idx, key.clone(), summary.n, vec![sum.unwrap_or_default(), summary.unit.clone()])
        }
    }
}

fn row_id(idx: usize) -> String {
    format!("figure-{idx}")
}

fn class_of(column: FigureColumn) -> String {
    "figure-table__cell figure-table__cell--".to_owned() + column.as_str()
}
