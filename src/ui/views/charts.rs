//! The view of charts: one chart of the selection, and what else can be drawn.

use crate::ui::prelude::*;
use leptos::html::Div;

use crate::engine::chart::{ChartKind, ChartOptions, Paper, words as chart_words};
use crate::engine::query::Facet;
use crate::protocol::{Chart, ChartWanted, Request, Response};
use crate::ui::asked::Asked;
use crate::ui::browser;
use crate::ui::components::chart_picker::{ChartPicker, FacetPick, ScaleSwitch};
use crate::ui::components::chart_view::ChartView;
use crate::ui::components::date_facet::DateRangeFields;
use crate::ui::components::empty_notice::EmptyNotice;
use crate::ui::components::load_status::LoadStatus;
use crate::ui::components::place_crumbs::PlaceCrumbs;
use crate::ui::components::quantity_picker::QuantityPicker;
use crate::ui::live::{live, live_view, when};
use crate::ui::measure;
use crate::ui::state::{AppState, ROWS_PER_STEP, tr};
use crate::view_model::{clauses, words};

/// Why a selection has no such chart; the first one where no other is known.
const REASONS: [&str; 8] = [
    "chart.none.hint",
    "chart.none.figures",
    "chart.none.figures-by-place",
    "chart.none.one-value",
    "chart.none.dates",
    "chart.none.places",
    "chart.none.sections",
    "chart.none.programmes",
];

/// Picker, what belongs to the kind of chart, and the chart.
#[component]
pub fn ChartsView() -> impl IntoView {
    let state = AppState::of_app();
    let ruler = NodeRef::<Div>::new();
    let width = browser::width(ruler);
    let n_rows = RwSignal::new(ROWS_PER_STEP);
    let kind = Memo::new(move |_| state.location.with(|it| it.chart.unwrap_or(ChartKind::ALL[0])));
    let paper = Memo::new(move |_| {
        let width = width.get().floor();
        ruler.get().filter(|_| width > 0.0).map(|it| measure::paper(&it, width))
    });
    let asked = Asked::new(
        state,
        move || Some(Request::Chart(Box::new(wanted(state, paper.get()?, n_rows.get())))),
        |response| match response {
            Response::Chart(chart) => Some(*chart),
            _ => None,
        },
    );
    let chart = asked.value();
    let refused = asked.part(|it: &Chart| it.refused.clone());
    let quantities = asked.part(|it: &Chart| it.quantities.clone());
    let quantity = asked.part(|it: &Chart| it.quantity);
    let is_log = asked.part(|it: &Chart| it.is_log);
    let is_empty = asked.part(|it: &Chart| it.scene.marks.is_empty());
    let reason = move || {
        let key = refused.with(|it| it.iter().find(|it| it.0 == kind.get()).map(|it| it.1.clone()));
        REASONS.into_iter().find(|it| key.as_deref() == Some(*it)).unwrap_or(REASONS[0])
    };
    let content = move || match (asked.is_there(), is_empty.get()) {
        (false, _) => ().into_any(),
        (true, true) => view! { <EmptyNotice title="chart.none" hint=reason() /> }.into_any(),
        (true, false) => view! { <ChartView chart n_rows /> }.into_any(),
    };
    let is = move |of: fn(ChartKind) -> bool| move || of(kind.get());
    view! {
        <section class="view charts" aria-labelledby="charts-title" aria-busy=live(move || asked.is_busy())>
            <h1 class="view__title" id="charts-title">{tr("view.charts")}</h1>
            <ChartPicker chosen=kind refused />
            {when(move || kind.get().needs_quantity() && !quantities.with(Vec::is_empty), move || view! {
                <QuantityPicker quantities chosen=quantity />
            })}
            {when(is(|it| it.is_over_time()), || view! { <DateRangeFields facet=Facet::Date /> })}
            {when(is(|it| it.may_be_log()), move || view! { <ScaleSwitch is_log /> })}
            {when(is(|it| it == ChartKind::Multiples), || view! { <FacetPick /> })}
            {when(is(|it| it.is_by_place()), || view! { <PlaceCrumbs /> })}
            <div class="chart__ruler" node_ref=ruler></div>
            <LoadStatus status=asked.status() waiting="chart.wait" again=move || asked.again() />
            {live_view(content)}
        </section>
    }
}

/// The chart that the location asks for, on this paper.
pub fn wanted(state: AppState, paper: Paper, n_rows: usize) -> ChartWanted {
    let locale = state.locale.get();
    state.location.with(|it| {
        let kind = it.chart.unwrap_or(ChartKind::ALL[0]);
        let chips = clauses::chips(&it.selection, locale);
        let query: Vec<String> = chips.into_iter().map(|it| [it.name, it.label].join(" ")).collect();
        ChartWanted {
            selection: it.selection.clone(),
            options: ChartOptions {
                kind,
                quantity: it.quantity.filter(|_| kind.needs_quantity()),
                within: it.within.clone(),
                log: it.log,
                by: it.by.unwrap_or(Facet::Section),
            },
            behind: it.behind.clone(),
            n_rows,
            paper,
            words: chart_words::keys().iter().map(|key| words::text(locale, key)).collect(),
            query: query.join(" · "),
        }
    })
}
