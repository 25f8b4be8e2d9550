//! One figure of the table.

use crate::ui::prelude::*;

use super::marked_text::MarkedText;
use crate::engine::query::{Clause, Facet};
use crate::protocol::{FigureRow, PlaceChip, Snippet};
use crate::ui::live::live;
use crate::ui::state::AppState;
use crate::view_model::labels::Label;
use crate::view_model::{dates, figure_row, opening};

/// The printed figure leads to its sentence, the place narrows the selection.
#[component]
pub fn FigureTableRow(
    /// The figure.
    row: FigureRow,
) -> impl IntoView {
    let state = AppState::of_app();
    let (article, figure) = (row.article.clone(), row.figure);
    let href = move || state.href(|it| opening::open_figure(it, &article, figure));
    let (printed, quantity, subject) = (figure_row::printed(&row), row.quantity, row.subject.clone());
    let (published, place) = (row.published.clone(), row.place.clone());
    let (headline, Snippet { text, hits, .. }) = (row.headline.clone(), row.sentence.clone());
    let normalised = move || figure_row::normalised(state.locale.get(), &row);
    let label = move |key: &'static str| move || state.text(key);
    view! {
        <tr class="figure-table__row" role="row">
            <td role="cell" data-label=label("figures.column.printed")>
                <a class="figure-table__printed" href=live(href)>{printed}</a>
            </td>
            <td role="cell" class="figure-table__value" data-label=label("figures.column.value")>{live(normalised)}</td>
            <td role="cell" data-label=label("figures.column.quantity")>{live(move || quantity.label(state.locale.get()))}</td>
            <td role="cell" data-label=label("figures.column.subject")>{subject}</td>
            <td role="cell" data-label=label("figures.column.place")>{place.map(|place| view! { <Place place /> })}</td>
            <td role="cell" class="figure-table__date" data-label=label("figures.column.date")>
                {live(move || dates::published_text(state.locale.get(), &published))}
            </td>
            <td role="cell" class="figure-table__article" data-label=label("figures.column.article")>
                <span class="figure-table__headline">{headline}</span>
                <span class="figure-table__sentence"><MarkedText text hits /></span>
            </td>
        </tr>
    }
}

#[component]
fn Place(place: PlaceChip) -> impl IntoView {
    let state = AppState::of_app();
    let PlaceChip { path, name } = place;
    let title = path.replace('/', " ");
    let choose = move |_| {
        state.navigate(|it| drop(it.selection.clauses.insert(Facet::Place, Clause::any_of([path.clone()]))));
    };
    view! { <button class="link-button" type="button" title=title on:click=choose>{name}</button> }
}
