//! The view of figures: every number of the selection as a table, sorted and narrowed by quantity.

use crate::ui::prelude::*;

use crate::protocol::{FigureTable as Table, Request, Response, Window};
use crate::ui::asked::Asked;
use crate::ui::components::empty_notice::EmptyNotice;
use crate::ui::components::figure_table::FigureTable;
use crate::ui::components::load_status::LoadStatus;
use crate::ui::components::quantity_picker::QuantityPicker;
use crate::ui::live::{live, when};
use crate::ui::state::{AppState, ROWS_PER_STEP, tr};
use crate::view_model::figure_row::DEFAULT_SORT;
use crate::view_model::{format, words};

/// Quantities, table, and more rows of it.
#[component]
pub fn FiguresView() -> impl IntoView {
    let state = AppState::of_app();
    let n_rows = RwSignal::new(ROWS_PER_STEP);
    let asked = Asked::new(
        state,
        move || {
            let window = Window { offset: 0, limit: n_rows.get() };
            state.location.with(|it| {
                let (selection, quantity) = (it.selection.clone(), it.quantity);
                Some(Request::Figures { selection, quantity, sort: it.sort.unwrap_or(DEFAULT_SORT), window })
            })
        },
        |response| match response {
            Response::Figures(table) => Some(table),
            _ => None,
        },
    );
    let rows = asked.part(|it: &Table| it.rows.clone());
    let n_total = asked.part(|it: &Table| it.n_total);
    let quantities = asked.part(|it: &Table| it.quantities.clone());
    let all = Memo::new(move |_| quantities.with(|it| it.iter().map(|(_, n)| n).sum()));
    let chosen = Memo::new(move |_| state.location.with(|it| it.quantity));
    let more = move |_| n_rows.update(|it| *it += ROWS_PER_STEP);
    view! {
        <section class="view figures" aria-labelledby="figures-title" aria-busy=live(move || asked.is_busy())>
            <h1 class="view__title" id="figures-title">{tr("view.figures")}</h1>
            <p class="view__lead">{tr("figures.lead")}</p>
            <LoadStatus status=asked.status() waiting="figures.wait" again=move || asked.again() />
            {when(move || asked.is_there() && all.get() == 0, move || view! {
                <EmptyNotice title="figures.none" hint="figures.none.hint" />
            })}
            {when(move || asked.is_there() && all.get() != 0, move || view! {
                <QuantityPicker quantities chosen all />
                <p class="view__count" role="status">
                    {live(move || words::counted(state.locale.get(), "figures.count", n_total.get()))}
                </p>
                <FigureTable rows />
                {when(move || rows.with(Vec::len) < n_total.get(), move || view! {
                    <p class="view__more">
                        <button class="button" type="button" on:click=more>{tr("figures.more")}</button>
                        {live(move || {
                            let n = format::count(rows.with(Vec::len));
                            state.text_with("figures.shown", &[("n", &n), ("all", &format::count(n_total.get()))])
                        })}
                    </p>
                })}
            })}
        </section>
    }
}
