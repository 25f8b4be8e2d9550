//! What the measures of a table say, and where they come from: a disclosure beside the table.

use crate::ui::prelude::*;

use crate::protocol::{Column, Table};
use crate::ui::live::{live, live_view, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::export::column_text;
use crate::view_model::labels::measure_key;

/// One entry a measure of the table; nothing where it has none.
#[component]
pub fn MeasureNotes(
    /// The table.
    table: Memo<Table>,
) -> impl IntoView {
    let state = AppState::of_app();
    let columns = Memo::new(move |_| {
        table.with(|it| it.columns.iter().copied().filter(|it| measure_key(*it).is_some()).collect::<Vec<_>>())
    });
    let entry = move |column: Column| {
        let words = move || measure_key(column).map(|key| state.text(&key));
        view! { <div><dt>{live(move || column_text(state.locale.get(), column))}</dt><dd>{live(words)}</dd></div> }
    };
    when(
        move || !columns.with(Vec::is_empty),
        move || {
            view! {
                <details class="measures">
                    <summary>{tr("measure.title")}</summary>
                    <dl>{live_view(move || columns.get().into_iter().map(entry).collect_view())}</dl>
                </details>
            }
        },
    )
}
