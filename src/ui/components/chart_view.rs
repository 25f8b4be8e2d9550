//! A chart: title, what stands behind it and what it leaves out, and the picture or the same data as a table.

use std::sync::Arc;

use crate::ui::prelude::*;

use super::chart_picker::ChartFormSwitch;
use super::chart_picture::ChartPicture;
use super::chart_table::ChartTable;
use crate::engine::chart::ChartSpec;
use crate::ui::live::{live, live_view};
use crate::ui::state::AppState;
use crate::view_model::chart_words::ChartWords;
use crate::view_model::url::ChartForm;

/// A chart with data.
#[component]
pub fn ChartView(
    /// What it shows.
    spec: Arc<ChartSpec>,
) -> impl IntoView {
    let state = AppState::of_app();
    let (titled, noted, shown) = (spec.clone(), spec.clone(), spec);
    let form = Memo::new(move |_| state.location.with(|it| it.form));
    let title = move || ChartWords::new(&titled, state.locale.get()).title();
    let notes = move || {
        let notes = ChartWords::new(&noted, state.locale.get()).notes();
        notes.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()
    };
    view! {
        <figure class="chart" aria-labelledby="chart-title">
            <figcaption class="chart__caption">
                <h2 class="chart__title" id="chart-title">{live(title)}</h2>
                <ul class="chart__notes">{live_view(notes)}</ul>
                <ChartFormSwitch />
            </figcaption>
            {live_view(move || match form.get() {
                ChartForm::Picture => view! { <ChartPicture spec=shown.clone() /> }.into_any(),
                ChartForm::Table => view! { <ChartTable spec=shown.clone() /> }.into_any(),
            })}
        </figure>
    }
}
