//! What the bar under the pointer or the focus is, in full: below the chart, so that it covers nothing.

use std::sync::Arc;

use crate::ui::prelude::*;

use crate::engine::chart::{ChartLabels, ChartSpec, Datum, Opens};
use crate::ui::live::live_view;
use crate::ui::state::{AppState, tr};
use crate::view_model::chart_words::ChartWords;
use crate::view_model::words;

/// Keeps its height while nothing is pointed at, and says how to point.
#[component]
pub fn ChartDetail(
    /// What the chart shows.
    spec: Arc<ChartSpec>,
    /// The bar that has the pointer or the focus.
    active: RwSignal<Option<usize>>,
) -> impl IntoView {
    let content = move || match active.get().and_then(|it| spec.data.get(it)) {
        None => view! { <p class="chart__hint">{tr("chart.hint")}</p> }.into_any(),
        Some(datum) => view! { <Detail spec=spec.clone() datum=datum.clone() /> }.into_any(),
    };
    view! { <div class="chart__detail" aria-hidden="true">{live_view(content)}</div> }
}

#[component]
fn Detail(spec: Arc<ChartSpec>, datum: Datum) -> impl IntoView {
    let state = AppState::of_app();
    let words = ChartWords::new(&spec, state.locale.get_untracked());
    let value = match datum.opens {
        Opens::Figure { .. } => words.value(&datum),
        Opens::Place(_) | Opens::Date(_) => {
            words::counted(state.locale.get_untracked(), "chart.n-articles", datum.value as usize)
        }
    };
    let converted = Some(words.normalised(&datum)).filter(|it| spec.kind.needs_quantity() && *it != value);
    view! {
        <p class="chart__detail-head">
            <b>{words.name(&datum)}</b>
            <span class="chart__detail-value">{value}</span>
            {converted.map(|it| view! { <span>{it}</span> })}
            {(!datum.place.is_empty() && datum.place != datum.label).then(|| view! { <span>{datum.place.clone()}</span> })}
        </p>
        {(!datum.sentence.is_empty()).then(|| view! { <p class="chart__detail-sentence">{datum.sentence.clone()}</p> })}
    }
}
