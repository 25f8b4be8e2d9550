//! The view of charts: one chart of the selection, and what else can be drawn.

use std::sync::Arc;

use crate::ui::prelude::*;

use crate::engine::chart::ChartKind;
use crate::protocol::{FigureTable, FigureView, Request, Response, Window};
use crate::ui::asked::Asked;
use crate::ui::components::chart_picker::ChartPicker;
use crate::ui::components::chart_view::ChartView;
use crate::ui::components::empty_notice::EmptyNotice;
use crate::ui::components::load_status::LoadStatus;
use crate::ui::components::quantity_picker::QuantityPicker;
use crate::ui::live::{live, live_view, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::figure_row::DEFAULT_SORT;

/// Picker, quantities where the chart is of figures, and the chart.
#[component]
pub fn ChartsView() -> impl IntoView {
    let state = AppState::of_app();
    let kind = Memo::new(move |_| state.location.with(|it| it.chart.unwrap_or(ChartKind::ALL[0])));
    let chart = Asked::new(
        state,
        move || {
            let selection = state.location.with(|it| it.selection.clone());
            let quantity = state.location.with(|it| it.quantity).filter(|_| kind.get().needs_quantity());
            Some(Request::Chart { selection, kind: kind.get(), quantity })
        },
        |response| match response {
            Response::Chart(spec) => Some(Arc::new(spec)),
            _ => None,
        },
    );
    let quantities = ask_quantities(state).part(|it: &FigureTable| it.quantities.clone());
    let spec = chart.value();
    let shown_quantity = Memo::new(move |_| spec.with(|it| it.as_ref().and_then(|it| it.quantity)));
    let has_quantities = move || kind.get().needs_quantity() && !quantities.with(Vec::is_empty);
    let content = move || match spec.get() {
        Some(spec) if chart.is_there() && spec.data.is_empty() => {
            view! { <EmptyNotice title="chart.none" hint=reason(spec.kind) /> }.into_any()
        }
        Some(spec) if chart.is_there() => view! { <ChartView spec /> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <section class="view charts" aria-labelledby="charts-title" aria-busy=live(move || chart.is_busy())>
            <h1 class="view__title" id="charts-title">{tr("view.charts")}</h1>
            <ChartPicker chosen=kind />
            {when(has_quantities, move || view! {
                <QuantityPicker quantities chosen=shown_quantity />
            })}
            <LoadStatus status=chart.status() waiting="chart.wait" again=move || chart.again() />
            {live_view(content)}
        </section>
    }
}

/// Which quantities the selection has; no row of the table is needed.
fn ask_quantities(state: AppState) -> Asked<FigureTable> {
    Asked::new(
        state,
        move || {
            let selection = state.location.with(|it| it.selection.clone());
            let window = Window { offset: 0, limit: 0 };
            Some(Request::Figures {
                selection,
                quantity: None,
                sort: DEFAULT_SORT,
                view: FigureView::default(),
                window,
            })
        },
        |response| match response {
            Response::Figures(table) => Some(*table),
            _ => None,
        },
    )
}

/// Why a chart has nothing to show.
fn reason(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::FiguresByPlace => "chart.none.figures-by-place",
        ChartKind::FiguresRanked => "chart.none.figures",
        ChartKind::ArticlesOverTime => "chart.none.dates",
        ChartKind::ArticlesByPlace => "chart.none.places",
    }
}
