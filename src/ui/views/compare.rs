//! The view of comparison: two selections side by side, each made from the current one, a saved one, or a query.

use std::sync::Arc;

use crate::ui::prelude::*;

use crate::engine::query::Selection;
use crate::protocol::{Column, Compared, Comparison, Form, Request, Response, Table};
use crate::ui::asked::Asked;
use crate::ui::components::load_status::LoadStatus;
use crate::ui::components::measure_notes::MeasureNotes;
use crate::ui::components::option_pick::OptionPick;
use crate::ui::components::quantity_picker::QuantityPicker;
use crate::ui::components::take_away::TakeAway;
use crate::ui::components::word_table::WordTable;
use crate::ui::live::{self, live, when};
use crate::ui::state::{AppState, ROWS_PER_STEP, tr};
use crate::view_model::clauses::chips;
use crate::view_model::export::column_text;
use crate::view_model::url::AppLocation;
use crate::view_model::word_location;
use crate::view_model::word_options::WordOption;

/// Both sides, and everything that tells them apart.
#[component]
pub fn CompareView() -> impl IntoView {
    let state = AppState::of_app();
    let asked = Asked::new(
        state,
        move || wanted(state),
        |response| match response {
            Response::Comparison(comparison) => Some(*comparison),
            _ => None,
        },
    );
    let quantities = asked.part(|it: &Comparison| it.quantities.clone());
    let quantity = asked.part(|it: &Comparison| it.quantity);
    let part = move |label: &'static str, of: fn(&Comparison) -> Table| {
        let table = asked.part(of);
        when(
            move || table.with(|it| !it.rows.is_empty()),
            move || {
                view! {
                    <section class="compare__part">
                        <h2 class="words__title">{tr(label)}</h2>
                        <WordTable table label />
                    </section>
                }
            },
        )
    };
    view! {
        <section class="view compare" aria-labelledby="compare-title" aria-busy=live(move || asked.is_busy())>
            <h1 class="view__title" id="compare-title">{tr("view.compare")}</h1>
            <p class="view__lead">{tr("compare.lead")}</p>
            <div class="compare__sides">
                <Side column=Column::InA of=|it| &mut it.words.a />
                <Side column=Column::InB of=|it| &mut it.words.b />
            </div>
            <div class="word-options">
                <OptionPick option=WordOption::Least />
                <OptionPick option=WordOption::Words />
                <TakeAway id="take-comparison" title="view.compare" forms=Form::OF_TABLES request=Arc::new(move || wanted(state)) />
            </div>
            <LoadStatus status=asked.status() waiting="words.wait" again=move || asked.again() />
            {part("compare.counts", |it| it.counts.clone())}
            {part("compare.by-place", |it| it.places.clone())}
            {part("compare.by-date", |it| it.dates.clone())}
            {when(move || !quantities.with(Vec::is_empty), move || view! {
                <QuantityPicker quantities chosen=quantity />
            })}
            {part("compare.by-figure", |it| it.figures.clone())}
            <MeasureNotes table=asked.part(|it| keywords(it, 0)) />
            {part("compare.words-of-a", |it| keywords(it, 0))}
            {part("compare.words-of-b", |it| keywords(it, 1))}
        </section>
    }
}

fn keywords(of: &Comparison, side: usize) -> Table {
    of.keywords.as_ref().and_then(|it| it.get(side)).cloned().unwrap_or_default()
}

fn wanted(state: AppState) -> Option<Request> {
    let compared = state.location.with(|it| Compared {
        a: it.words.a.clone(),
        b: it.words.b.clone(),
        quantity: it.quantity,
        options: it.words.options.table(it.words.sort, ROWS_PER_STEP),
    });
    Some(Request::Compare(compared))
}

/// One side: what it selects, and what else it could.
#[component]
fn Side(column: Column, of: fn(&mut AppLocation) -> &mut Selection) -> impl IntoView {
    let state = AppState::of_app();
    let selection = Memo::new(move |_| of(&mut state.location.get()).clone());
    let told = move || {
        let chips = selection.with(|it| chips(it, state.locale.get()));
        let labels: Vec<String> = chips.into_iter().map(|it| it.label).collect();
        if labels.is_empty() { state.text("compare.all") } else { labels.join(" · ") }
    };
    let name = live(move || column_text(state.locale.get(), column));
    let take = move |_| {
        state.navigate(|it| {
            let current = it.selection.clone();
            *of(it) = current;
        });
    };
    let clear = move |_| state.navigate(|it| *of(it) = Selection::default());
    let has_saved = move || state.kept.views.with(|it| !it.is_empty());
    let choose = move |event| {
        let link = event_target_value(&event);
        if !link.is_empty() {
            state.navigate(|it| *of(it) = word_location::selection(&link));
        }
    };
    let type_in = move |event| {
        let query = event_target_value(&event);
        state.navigate(|it| of(it).query = query.trim().to_owned());
    };
    view! {
        <div class="compare__side" role="group" aria-label=live(move || column_text(state.locale.get(), column))>
            <p><strong>{name}</strong>" "{live(told)}</p>
            <input class="field" type="text" autocomplete="off" aria-label=tr("compare.query") placeholder=tr("compare.query")
                prop:value=live(move || selection.with(|it| it.query.clone())) on:change=type_in />
            {when(has_saved, move || view! {
                <select class="field" aria-label=tr("compare.saved") on:change=choose>
                    <option value="">{tr("compare.saved")}</option>
                    {live::rows(move || state.kept.views.get(), |it| it.clone(), |it| view! {
                        <option value=it.link>{it.name}</option>
                    })}
                </select>
            })}
            <button class="choice" type="button" on:click=take>{tr("compare.take")}</button>
            <button class="choice" type="button" on:click=clear>{tr("compare.clear")}</button>
        </div>
    }
}
