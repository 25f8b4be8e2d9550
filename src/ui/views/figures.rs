//! The view of figures: every number of the selection as a table, sorted, narrowed and grouped, with its sentence beside it.

use std::sync::Arc;

use crate::ui::prelude::*;

use crate::protocol::{FigureTable as Table, FigureView, Form, Request, Response, Window};
use crate::ui::asked::Asked;
use crate::ui::components::empty_notice::EmptyNotice;
use crate::ui::components::figure_filters::FigureFilters;
use crate::ui::components::figure_table::FigureTable;
use crate::ui::components::load_status::LoadStatus;
use crate::ui::components::quantity_picker::QuantityPicker;
use crate::ui::components::reader::Reader;
use crate::ui::components::row_scroll::{RowScroll, WINDOW};
use crate::ui::components::take_away::TakeAway;
use crate::ui::focus::focus;
use crate::ui::live::{live, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::figure_row::{DEFAULT_SORT, summary_text};

/// What the location asks for.
fn wanted(state: AppState, window: Window) -> Request {
    state.location.with(|it| Request::Figures {
        selection: it.selection.clone(),
        quantity: it.quantity,
        sort: it.sort.unwrap_or(DEFAULT_SORT),
        view: it.figures.clone(),
        window,
    })
}

/// Quantities, filters and table; the reader beside them once a figure is open.
#[component]
pub fn FiguresView() -> impl IntoView {
    let state = AppState::of_app();
    let is_reading = Memo::new(move |_| state.location.with(|it| it.article.is_some() && it.figure.is_some()));
    let scroll = RowScroll::new();
    Effect::new(move |before: Option<bool>| {
        let now = is_reading.get();
        if before == Some(true) && !now {
            request_animation_frame(move || scroll.list.try_get_untracked().flatten().iter().for_each(|it| focus(it)));
        }
        now
    });
    view! {
        <div class="figures" class:figures--reading=is_reading>
            <Figures scroll />
            {when(move || is_reading.get(), move || view! { <Reader /> })}
        </div>
    }
}

#[component]
fn Figures(scroll: RowScroll) -> impl IntoView {
    let state = AppState::of_app();
    let asked = Asked::new(
        state,
        move || Some(wanted(state, Window { offset: scroll.offset(), limit: WINDOW })),
        |response| match response {
            Response::Figures(table) => Some(*table),
            _ => None,
        },
    );
    let table = asked.part(Table::clone);
    let quantities = Memo::new(move |_| table.with(|it| it.quantities.clone()));
    let all = Memo::new(move |_| quantities.with(|it| it.iter().map(|(_, n)| n).sum()));
    let chosen = Memo::new(move |_| state.location.with(|it| it.quantity));
    let which = Memo::new(move |_| wanted(state, Window { offset: 0, limit: 0 }));
    Effect::new(move |before: Option<()>| {
        which.track();
        if before.is_some() {
            scroll.reset();
        }
    });
    let widen = move |_| state.navigate(|it| (it.quantity, it.figures) = (None, FigureView::default()));
    view! {
        <section class="view figures__main" aria-labelledby="figures-title" aria-busy=live(move || asked.is_busy())>
            <h1 class="view__title" id="figures-title">{tr("view.figures")}</h1>
            <p class="view__lead">{tr("figures.lead")}</p>
            <LoadStatus status=asked.status() waiting="figures.wait" again=move || asked.again() />
            {when(move || asked.is_there() && all.get() == 0, move || view! {
                <EmptyNotice title="figures.none" hint="figures.none.hint" />
            })}
            {when(move || asked.is_there() && all.get() != 0, move || view! {
                <QuantityPicker quantities chosen all />
                <FigureFilters table />
                <div class="figures__bar">
                    <p class="view__count" role="status">
                        {live(move || table.with(|it| summary_text(state.locale.get(), &it.summary)))}
                    </p>
                    <TakeAway id="take-figures" title="view.figures" forms=Form::OF_TABLES
                        request=Arc::new(move || Some(wanted(state, Window { offset: 0, limit: 0 }))) />
                </div>
                {when(move || table.with(|it| it.n_total > 0), move || view! { <FigureTable table scroll /> })}
                {when(move || table.with(|it| it.n_total == 0), move || view! {
                    <div class="notice notice--empty">
                        <p class="notice__title">{tr("figures.narrowed")}</p>
                        <button class="button" type="button" on:click=widen>{tr("figures.widen")}</button>
                    </div>
                })}
            })}
        </section>
    }
}
