//! The data of a map of places as a table, most first; each name leads to the place's articles.

use std::sync::Arc;

use crate::ui::prelude::*;

use crate::engine::chart::Opens;
use crate::protocol::{PlaceMark, PlaceMeasure, Places};
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::view_model::format::{count, printed};
use crate::view_model::opening;
use crate::view_model::place_map::MapWords;

/// Places of the map with articles, mentions and their largest figures.
#[component]
pub fn PlaceTable(
    /// What is shown.
    places: Memo<Option<Arc<Places>>>,
    /// What it is sorted by.
    measure: Memo<PlaceMeasure>,
) -> impl IntoView {
    let state = AppState::of_app();
    let rows = move || {
        let marks = places.with(|it| it.as_ref().map(|it| it.ranked(measure.get()))).unwrap_or_default();
        marks.into_iter().map(row).collect_view()
    };
    let largest = move || {
        let locale = state.locale.get();
        places
            .with(|it| it.as_ref().map(|it| MapWords { places: it, measure: PlaceMeasure::Largest, locale }.measured()))
    };
    view! {
        <div class="table-box" role="region" tabindex="0" aria-labelledby="map-title">
            <table class="chart-table">
                <thead>
                    <tr>
                        <th scope="col">{tr("facet.place")}</th>
                        <th scope="col" class="chart-table__number">{tr("view.articles")}</th>
                        <th scope="col" class="chart-table__number">{tr("places.mentions")}</th>
                        <th scope="col" class="chart-table__number">{live(largest)}</th>
                    </tr>
                </thead>
                <tbody>{live_view(rows)}</tbody>
            </table>
        </div>
    }
}

fn row(mark: PlaceMark) -> AnyView {
    let state = AppState::of_app();
    let opens = Opens::Place(mark.path);
    let figure = mark.largest.map(|it| {
        let opens = it.opens();
        view! { <a href=live(move || state.href(|it| opening::open(it, &opens)))>{printed(&it.printed, it.approx)}</a> }
    });
    view! {
        <tr>
            <th scope="row"><a href=live(move || state.href(|it| opening::open(it, &opens)))>{mark.name}</a></th>
            <td class="chart-table__number">{count(mark.n_articles)}</td>
            <td class="chart-table__number">{count(mark.n_mentions)}</td>
            <td class="chart-table__number">{figure}</td>
        </tr>
    }
    .into_any()
}
