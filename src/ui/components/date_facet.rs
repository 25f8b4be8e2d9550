//! A facet of time: a histogram to brush, press or walk with the keyboard, and two fields for a range; all give the same
//! filter.

use crate::ui::prelude::*;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Ul;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::facet_panel::title_id;
use crate::engine::query::date_step::DateStep;
use crate::engine::query::{Clause, DateRange, Facet};
use crate::protocol::Histogram;
use crate::ui::focus::focus;
use crate::ui::live::{self, live, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::clauses::set_range;
use crate::view_model::date_facet::{self, BarStep, DateBar};
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

/// The bars as a list of options with one Tab stop.
#[component]
fn Bars(facet: Facet, bars: Memo<Vec<DateBar>>) -> impl IntoView {
    let chart = Chart {
        state: AppState::of_app(),
        facet,
        bars,
        at: RwSignal::new(0),
        brush: RwSignal::new(None),
        list: NodeRef::new(),
    };
    let ends = move |idx: usize| {
        bars.with(|it| it.get(idx).map(|it| it.date.as_str().split('/').next().unwrap_or("").to_owned()))
    };
    view! {
        <ul class="histogram" role="listbox" aria-multiselectable="true" aria-orientation="horizontal"
            aria-labelledby=title_id(facet) aria-description=tr("facet.date.keys") node_ref=chart.list
            on:keydown=move |event| chart.key(&event)
            on:keyup=move |event| if event.key() == "Shift" { chart.commit() }
            on:pointerdown=move |event| chart.begin(&event)
            on:pointermove=move |event| chart.drag(&event)
            on:pointerup=move |_| chart.end()
            on:pointercancel=move |_| chart.brush.set(None)>
            {live::rows(
                move || (0..bars.with(Vec::len)).collect(),
                |it| *it,
                move |idx| view! { <Bar idx chart /> },
            )}
        </ul>
        <p class="histogram__ends" aria-hidden="true">
            <span>{live(move || ends(0))}</span>
            <span>{live(move || ends(bars.with(Vec::len).saturating_sub(1)))}</span>
        </p>
    }
}

#[component]
fn Bar(idx: usize, chart: Chart) -> impl IntoView {
    let bar = Memo::new(move |_| chart.bars.with(|it| it.get(idx).cloned()));
    let part = move |of: fn(&DateBar) -> usize| live(move || bar.with(|it| it.as_ref().map_or(0, of)).to_string());
    let is_chosen = move || match chart.brush.get() {
        Some((one, other)) => (one.min(other)..=one.max(other)).contains(&idx),
        None => bar.with(|it| it.as_ref().is_some_and(|it| it.chosen)),
    };
    let name = move || {
        bar.with(|it| {
            let it = it.as_ref()?;
            let date = edtf_text(chart.state.locale.get(), &it.date);
            Some(chart.state.text_with("facet.date.bar", &[("date", &date), ("n", &count(it.count))]))
        })
    };
    view! {
        <li class="histogram__item" role="option" aria-selected=live(move || is_chosen().to_string())
            aria-label=live(name) title=live(name)
            on:click=move |event| if event.detail() == 0 { chart.press(idx) }
            tabindex=live(move || if chart.stop() == idx { "0" } else { "-1" })
            style:--height=part(|it| it.height) style:--within=part(|it| it.height_within)>
        </li>
    }
}

/// What the bars share.
#[derive(Clone, Copy)]
struct Chart {
    state: AppState,
    facet: Facet,
    bars: Memo<Vec<DateBar>>,
    /// The bar that has, or had, the focus.
    at: RwSignal<usize>,
    /// The bars that are being brushed, from where it began.
    brush: RwSignal<Option<(usize, usize)>>,
    list: NodeRef<Ul>,
}

// A real press is told by its pointer; what has none (a screen reader's click) comes as a click without a count.
impl Chart {
    /// The bar that Tab reaches.
    fn stop(self) -> usize {
        self.at.get().min(self.bars.with(Vec::len).saturating_sub(1))
    }

    fn key(self, event: &KeyboardEvent) {
        let (n_bars, at) = (self.bars.with_untracked(Vec::len), self.stop());
        let Some(step) = date_facet::step(n_bars, at, &event.key(), event.shift_key()) else { return };
        event.prevent_default();
        match step {
            BarStep::Focus(to) => self.focus(to),
            BarStep::Stretch(to) => {
                let anchor = self.brush.get_untracked().map_or(at, |it| it.0);
                self.brush.set(Some((anchor, to)));
                self.focus(to);
            }
            BarStep::Press if self.brush.with_untracked(Option::is_some) => self.commit(),
            BarStep::Press => self.press(at),
            BarStep::Clear if self.brush.with_untracked(Option::is_some) => self.brush.set(None),
            BarStep::Clear => self.narrow(None),
        }
    }

    fn begin(self, event: &PointerEvent) {
        if let Some(idx) = self.under(event).filter(|_| event.button() == 0) {
            self.focus(idx);
            self.brush.set(Some((idx, idx)));
            if let Some(list) = self.list.get_untracked() {
                // Refused only for a pointer that has gone; then the range ends where it left the bars.
                let _ = list.set_pointer_capture(event.pointer_id());
            }
        }
    }

    fn drag(self, event: &PointerEvent) {
        if let (Some((anchor, last)), Some(idx)) = (self.brush.get_untracked(), self.under(event))
            && last != idx
        {
            self.brush.set(Some((anchor, idx)));
        }
    }

    /// A press where nothing was dragged.
    fn end(self) {
        match self.brush.get_untracked() {
            Some((one, other)) if one == other => {
                self.brush.set(None);
                self.press(one);
            }
            _ => self.commit(),
        }
    }

    /// Narrows to what is brushed: one step of the history, however far it was stretched.
    fn commit(self) {
        if let Some((one, other)) = self.brush.get_untracked() {
            self.brush.set(None);
            self.narrow(self.bars.with_untracked(|it| date_facet::range_of(it, one, other)));
        }
    }

    fn press(self, idx: usize) {
        let chosen = range_of(self.state, self.facet);
        self.narrow(self.bars.with_untracked(|it| date_facet::pressed(it, idx, chosen.as_ref())));
    }

    fn narrow(self, range: Option<DateRange>) {
        self.state.narrow(|it| set_range(&mut it.selection, self.facet, range));
    }

    fn focus(self, idx: usize) {
        self.at.set(idx);
        let item = self.list.get_untracked().and_then(|it| it.children().item(idx as u32));
        item.and_then(|it| it.dyn_into::<HtmlElement>().ok()).iter().for_each(focus);
    }

    /// The bar under a pointer; one that is held down keeps the events, so its place is looked up.
    fn under(self, event: &PointerEvent) -> Option<usize> {
        let list = self.list.get_untracked()?;
        let bounds = list.get_bounding_client_rect();
        let n_bars = self.bars.with_untracked(Vec::len);
        let part = (f64::from(event.client_x()) - bounds.left()) / bounds.width().max(1.0);
        Some(((part * n_bars as f64).max(0.0) as usize).min(n_bars.checked_sub(1)?))
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
