//! The data of a chart as a table; each name leads where its bar leads.

use std::sync::Arc;

use crate::ui::prelude::*;

use crate::engine::chart::{ChartLabels, ChartSpec, Datum};
use crate::ui::live::live;
use crate::ui::state::{AppState, tr};
use crate::view_model::chart_words::ChartWords;
use crate::view_model::opening;

/// In the order of the bars.
#[component]
pub fn ChartTable(
    /// What the chart shows.
    spec: Arc<ChartSpec>,
) -> impl IntoView {
    let rows = (0..spec.data.len()).map(|idx| view! { <Row spec=spec.clone() idx /> }).collect_view();
    let has_unit = spec.kind.needs_quantity();
    view! {
        <div class="table-box" role="region" tabindex="0" aria-labelledby="chart-title">
            <table class="chart-table">
                <thead>
                    <tr>
                        <th scope="col">{tr("chart.column.name")}</th>
                        <th scope="col" class="chart-table__number">{tr("chart.column.value")}</th>
                        {has_unit.then(|| view! { <th scope="col" class="chart-table__number">{tr("chart.column.converted")}</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(spec: Arc<ChartSpec>, idx: usize) -> impl IntoView {
    let state = AppState::of_app();
    let datum = spec.data.get(idx).cloned()?;
    let opens = datum.opens.clone();
    let has_unit = spec.kind.needs_quantity();
    let word = move |of: fn(&ChartWords, &Datum) -> String| {
        let (spec, datum) = (spec.clone(), datum.clone());
        move || of(&ChartWords::new(&spec, state.locale.get()), &datum)
    };
    let converted = has_unit.then(|| {
        let words = word(|words, it| words.normalised(it));
        view! { <td class="chart-table__number">{words}</td> }
    });
    let row = view! {
        <tr>
            <th scope="row">
                <a href=live(move || state.href(|it| opening::open(it, &opens)))>{word(|words, it| words.name(it))}</a>
            </th>
            <td class="chart-table__number">{word(|words, it| words.value(it))}</td>
            {converted}
        </tr>
    };
    Some(row)
}
