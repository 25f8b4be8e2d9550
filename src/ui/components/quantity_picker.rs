//! Which quantity the figures view and the charts show: a chip each, with how many figures it has.

use crate::ui::prelude::*;

use crate::engine::extract::unit::Quantity;
use crate::ui::live::{self, live};
use crate::ui::state::{AppState, tr};
use crate::view_model::format;
use crate::view_model::labels::Label;

/// Quantities without a figure are left out; `all` is the count of a chip for all of them, where there is one.
#[component]
pub fn QuantityPicker(
    /// Quantities and how many figures each has.
    quantities: Memo<Vec<(Quantity, usize)>>,
    /// The one that is shown.
    #[prop(into)]
    chosen: Memo<Option<Quantity>>,
    /// How many figures there are of all quantities.
    #[prop(optional)]
    all: Option<Memo<usize>>,
) -> impl IntoView {
    let state = AppState::of_app();
    let chip_of_all = all.map(|n| view! { <Chip quantity=None n chosen name=move || state.text("figures.all") /> });
    let chip = move |(quantity, n): (Quantity, usize)| {
        let n = Memo::new(move |_| n);
        view! { <Chip quantity=Some(quantity) n chosen name=move || quantity.label(state.locale.get()) /> }
    };
    view! {
        <div class="quantity-picker" role="group" aria-label=tr("figures.quantities")>
            {chip_of_all}
            {live::rows(move || quantities.get(), |it| *it, chip)}
        </div>
    }
}

#[component]
fn Chip(
    quantity: Option<Quantity>,
    n: Memo<usize>,
    chosen: Memo<Option<Quantity>>,
    name: impl Fn() -> String + Send + Sync + 'static,
) -> impl IntoView {
    let state = AppState::of_app();
    let choose = move |_| state.navigate(|it| it.quantity = quantity);
    view! {
        <button class="choice" type="button" aria-pressed=live(move || (chosen.get() == quantity).to_string()) on:click=choose>
            {name}
            <span class="choice__count">{live(move || format::count(n.get()))}</span>
        </button>
    }
}
