//! A chart: the picture with all that stands in it, or the same data as a table, and what stands behind a mark.

use std::sync::Arc;

use crate::ui::prelude::*;

use super::chart_picker::ChartFormSwitch;
use super::scene_picture::ScenePicture;
use super::take_away::TakeAway;
use super::word_table::WordTable;
use crate::engine::chart::{Paper, Scene};
use crate::protocol::{Chart, Form, Request, Table};
use crate::ui::live::{live, live_view, when};
use crate::ui::state::{AppState, ROWS_PER_STEP, tr};
use crate::ui::views::charts::wanted;
use crate::view_model::format;
use crate::view_model::url::ChartForm;

/// A chart with data. Title and notes are drawn; where they are not, or for who cannot see them, they stand in the
/// caption.
#[component]
pub fn ChartView(
    /// What it shows.
    chart: Memo<Option<Chart>>,
    /// Rows that are listed behind a mark.
    n_rows: RwSignal<usize>,
) -> impl IntoView {
    let state = AppState::of_app();
    fn part<T: PartialEq + Default + Send + Sync + 'static>(
        chart: Memo<Option<Chart>>,
        of: fn(&Chart) -> T,
    ) -> Memo<T> {
        Memo::new(move |_| chart.with(|it| it.as_ref().map(of).unwrap_or_default()))
    }
    let scene = part(chart, |it| Arc::new(Scene::clone(&it.scene)));
    let table = part(chart, |it| it.table.clone());
    let behind = part(chart, |it| it.behind.clone());
    let is_picture = Memo::new(move |_| state.location.with(|it| it.form == ChartForm::Picture));
    let caption = move || {
        let notes = chart.with(|it| it.as_ref().map(|it| it.notes.clone()).unwrap_or_default());
        notes.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()
    };
    view! {
        <figure class="chart" aria-labelledby="chart-title">
            <div class="chart__tools">
                <ChartFormSwitch />
                <TakeAway id="take-chart" title="view.charts" forms=Form::OF_CHARTS request=Arc::new(move || whole(state)) scene />
            </div>
            <figcaption class="chart__caption" class:visually-hidden=is_picture>
                <h2 class="chart__title" id="chart-title">
                    {live(move || chart.with(|it| it.as_ref().map(|it| it.title.clone()).unwrap_or_default()))}
                </h2>
                <ul class="chart__notes">{live_view(caption)}</ul>
            </figcaption>
            {live_view(move || match is_picture.get() {
                true => view! { <ScenePicture scene title_id="chart-title" /> }.into_any(),
                false => view! { <WordTable table label="chart.table" /> }.into_any(),
            })}
        </figure>
        {when(move || behind.with(Option::is_some), move || view! { <Behind behind n_rows /> })}
    }
}

/// The chart's data, whatever the paper.
fn whole(state: AppState) -> Option<Request> {
    Some(Request::Chart(Box::new(wanted(state, Paper::unmeasured(960.0), 0))))
}

/// Exactly what a mark counts, each with its sentence.
#[component]
fn Behind(behind: Memo<Option<(String, Table)>>, n_rows: RwSignal<usize>) -> impl IntoView {
    let state = AppState::of_app();
    let table = Memo::new(move |_| behind.with(|it| it.as_ref().map(|it| it.1.clone()).unwrap_or_default()));
    let n_total = Memo::new(move |_| table.with(|it| it.n_total));
    let title = move || {
        let name = behind.with(|it| it.as_ref().map(|it| it.0.clone()).unwrap_or_default());
        state.text_with("chart.behind", &[("name", &name), ("n", &format::count(n_total.get()))])
    };
    let close = move |_| state.navigate(|it| it.behind = None);
    view! {
        <section class="chart-behind" aria-labelledby="chart-behind-title">
            <div role="status"><h2 class="chart__title" id="chart-behind-title">{live(title)}</h2></div>
            <button class="link-button" type="button" on:click=close>{tr("chart.behind.close")}</button>
            <WordTable table label="chart.behind.rows" />
            {when(move || n_rows.get() < n_total.get(), move || view! {
                <button class="button" type="button" on:click=move |_| n_rows.update(|it| *it += ROWS_PER_STEP)>
                    {tr("words.more")}
                </button>
            })}
        </section>
    }
}
