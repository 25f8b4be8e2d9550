//! A chart: title, what stands behind it and what it leaves out, and the picture or the same data as a table.

use std::sync::Arc;

use crate::ui::prelude::*;

use super::chart_picker::ChartFormSwitch;
use super::chart_table::ChartTable;
use super::scene_picture::ScenePicture;
use crate::engine::chart::layout::layout;
use crate::engine::chart::{ChartSpec, Scene};
use crate::ui::browser;
use crate::ui::live::{live, live_view};
use crate::ui::measure::CanvasMeasure;
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
                ChartForm::Picture => view! { <Picture spec=shown.clone() /> }.into_any(),
                ChartForm::Table => view! { <ChartTable spec=shown.clone() /> }.into_any(),
            })}
        </figure>
    }
}

#[component]
fn Picture(spec: Arc<ChartSpec>) -> impl IntoView {
    let state = AppState::of_app();
    let place = NodeRef::<leptos::html::Div>::new();
    let width = browser::width(place);
    let scene = Memo::new(move |_| {
        Arc::new(match place.get() {
            Some(place) if width.get() > 0.0 => {
                let words = ChartWords::new(&spec, state.locale.get());
                layout(&spec, width.get().floor(), &words, &CanvasMeasure::of(&place))
            }
            _ => Scene::default(),
        })
    });
    view! { <ScenePicture scene title_id="chart-title" place /> }
}
