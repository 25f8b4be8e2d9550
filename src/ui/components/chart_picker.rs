//! Which chart is shown, and whether as a picture or as a table.

use crate::ui::prelude::*;

use crate::engine::chart::ChartKind;
use crate::ui::live::live;
use crate::ui::state::{AppState, tr};
use crate::view_model::labels::Label;
use crate::view_model::url::ChartForm;

/// The charts that are offered.
#[component]
pub fn ChartPicker(
    /// The one that is shown.
    chosen: Memo<ChartKind>,
) -> impl IntoView {
    let state = AppState::of_app();
    let choices = ChartKind::ALL.map(|kind| {
        let choose = move |_| state.navigate(|it| it.chart = Some(kind));
        view! {
            <button class="choice" type="button" aria-pressed=live(move || (chosen.get() == kind).to_string()) on:click=choose>
                {live(move || kind.label(state.locale.get()))}
            </button>
        }
    });
    view! {
        <div class="chart-picker" role="group" aria-label=tr("chart.kinds")>{choices.into_iter().collect_view()}</div>
    }
}

/// Picture or table.
#[component]
pub fn ChartFormSwitch() -> impl IntoView {
    let state = AppState::of_app();
    let choices = ChartForm::ALL.map(|form| {
        let is_chosen = move || state.location.with(|it| it.form == form).to_string();
        let choose = move |_| state.navigate(|it| it.form = form);
        view! {
            <button class="choice choice--small" type="button" aria-pressed=live(is_chosen) on:click=choose>
                {live(move || form.label(state.locale.get()))}
            </button>
        }
    });
    view! {
        <div class="chart-form" role="group" aria-label=tr("chart.forms")>{choices.into_iter().collect_view()}</div>
    }
}
