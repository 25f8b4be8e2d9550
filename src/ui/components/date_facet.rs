//! A facet of time: a histogram to brush, press or walk with the keyboard, and two fields for a range; all give the same
//! filter.

use crate::ui::prelude::*;

use super::brush_bars::{BrushBar, BrushBars, Pick};
use super::facet_panel::title_id;
use crate::engine::query::date_step::DateStep;
use crate::engine::query::{Clause, DateRange, Facet};
use crate::protocol::Histogram;
use crate::ui::live::{live, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::clauses::set_range;
use crate::view_model::date_facet::{self, DateBar};
use crate::view_model::dates::edtf_text;
use crate::view_model::format::count;
use crate::view_model::labels::Label;

/// Steps, bars, what stands beside them, and the range as it can be typed.
#[component]
pub fn DateFacet(
    /// Which.
    facet: Facet,
) -> impl IntoView {
    let state = AppState::of_app();
    let histogram = Memo::new(move |_| {
        state.facets.with(|it| it.value().and_then(|it| it.histograms.iter().find(|it| it.facet == facet).cloned()))
    });
    let bars = Memo::new(move |_| histogram.with(|it| it.as_ref().map(date_facet::bars).unwrap_or_default()));
    let number = move |of: fn(&Histogram) -> usize| histogram.with(|it| it.as_ref().map_or(0, of));
    let step = move || histogram.with(|it| it.as_ref().map(|it| it.step));
    let aside = move |key: &'static str, of: fn(&Histogram) -> usize, act: fn(AppState, Facet)| {
        let words = move || state.text_with(key, &[("n", &count(number(of)))]);
        when(
            move || number(of) > 0,
            move || {
                view! {
                    <button class="link-button" type="button" on:click=move |_| act(state, facet)>{live(words)}</button>
                }
            },
        )
    };
    view! {
        <div class="histogram__steps" role="group" aria-label=tr("facet.date.steps")>
            {DateStep::ALL.map(|it| view! {
                <button class="choice" type="button" aria-pressed=live(move || (step() == Some(it)).to_string())
                    on:click=move |_| state.show_of(facet, |view| {
                        view.histogram.step = Some(it);
                        view.histogram.shift = 0;
                    })>{live(move || it.label(state.locale.get()))}</button>
            }).collect_view()}
        </div>
        {when(move || !bars.with(Vec::is_empty), move || view! { <Bars facet bars /> })}
        <p class="histogram__ends">
            {aside("facet.date.before", |it| if it.goes_on.0 { it.n_before } else { 0 }, |state, facet| shift(state, facet, -1))}
            {aside("facet.date.after", |it| if it.goes_on.1 { it.n_after } else { 0 }, |state, facet| shift(state, facet, 1))}
        </p>
        {aside("facet.date.undated", |it| it.n_undated, only_undated)}
        <DateRangeFields facet />
    }
}

/// The range as it can be typed.
#[component]
pub fn DateRangeFields(
    /// Which.
    facet: Facet,
) -> impl IntoView {
    view! {
        <div class="date-range">
            <DateField facet is_from=true />
            <span class="date-range__dash" aria-hidden="true">"–"</span>
            <DateField facet is_from=false />
        </div>
    }
}

fn shift(state: AppState, facet: Facet, by: i32) {
    state.show_of(facet, |it| it.histogram.shift += by);
}

/// All time, negated.
fn only_undated(state: AppState, facet: Facet) {
    let clause = Clause::Dates { range: DateRange::default(), negated: true };
    state.narrow(|it| drop(it.selection.clauses.insert(facet, clause)));
}

/// The bars, and the dates at their ends.
#[component]
fn Bars(facet: Facet, bars: Memo<Vec<DateBar>>) -> impl IntoView {
    let state = AppState::of_app();
    let shown = Memo::new(move |_| {
        let bar = |it: &DateBar| {
            let date = edtf_text(state.locale.get(), &it.date);
            BrushBar {
                name: state.text_with("facet.date.bar", &[("date", &date), ("n", &count(it.count))]),
                chosen: it.chosen,
                heights: [it.height, it.height_within],
            }
        };
        bars.with(|it| it.iter().map(bar).collect())
    });
    let pick = Callback::new(move |pick: Pick| {
        let chosen = range_of(state, facet);
        let range = bars.with_untracked(|it| match pick {
            Pick::Range(one, other) => date_facet::range_of(it, one, other),
            Pick::Press(idx) => date_facet::pressed(it, idx, chosen.as_ref()),
            Pick::Clear => None,
        });
        state.narrow(|it| set_range(&mut it.selection, facet, range));
    });
    let ends = move |idx: usize| {
        bars.with(|it| it.get(idx).map(|it| it.date.as_str().split('/').next().unwrap_or("").to_owned()))
    };
    view! {
        <BrushBars bars=shown labelled_by=title_id(facet) keys="facet.date.keys" pick />
        <p class="histogram__ends" aria-hidden="true">
            <span>{live(move || ends(0))}</span>
            <span>{live(move || ends(bars.with(Vec::len).saturating_sub(1)))}</span>
        </p>
    }
}

#[component]
fn DateField(facet: Facet, is_from: bool) -> impl IntoView {
    let state = AppState::of_app();
    let is_wrong = RwSignal::new(false);
    let label = if is_from { "facet.date.from" } else { "facet.date.to" };
    let name = move || format!("{} {}", facet.label(state.locale.get()), state.text(label));
    let value = move || {
        let range = state.location.with(|it| it.selection.range(facet).cloned()).unwrap_or_default();
        let end = if is_from { range.from } else { range.to };
        end.map(|it| it.as_str().to_owned()).unwrap_or_default()
    };
    let change = move |event| {
        let text = event_target_value(&event);
        let edtf = date_facet::typed(&text);
        is_wrong.set(edtf.is_none() && !text.trim().is_empty());
        if !is_wrong.get_untracked() {
            let range = date_facet::with_end(range_of(state, facet).as_ref(), is_from, edtf);
            state.narrow(|it| set_range(&mut it.selection, facet, range));
        }
    };
    view! {
        <span class="date-range__part">
            <input class="field" type="text" inputmode="numeric" autocomplete="off" placeholder="2022-06"
                aria-label=live(name) aria-invalid=live(move || is_wrong.get().then_some("true"))
                prop:value=live(value) on:change=change />
            {when(move || is_wrong.get(), move || view! {
                <span class="date-range__wrong" role="alert">{tr("facet.date.wrong")}</span>
            })}
        </span>
    }
}

fn range_of(state: AppState, facet: Facet) -> Option<DateRange> {
    state.location.with_untracked(|it| it.selection.range(facet).cloned())
}
