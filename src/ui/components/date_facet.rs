//! The facet of dates: a histogram whose bars can be clicked, and two fields for a range.

use leptos::prelude::*;

use crate::engine::extract::edtf::Edtf;
use crate::engine::query::{Clause, DateRange, Facet};
use crate::ui::live::{self, live, live_view, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::date_facet::{DateBar, bars, typed};
use crate::view_model::dates::edtf_text;
use crate::view_model::format::count;
use crate::view_model::labels::Label;

/// Bars by month, or by year where the archive is long; below them the range as it can be typed.
#[component]
pub fn DateFacet() -> impl IntoView {
    let state = AppState::of_app();
    let histogram =
        Memo::new(move |_| state.facets.with(|it| it.value().map(|it| it.dates.clone()).unwrap_or_default()));
    let shown = Memo::new(move |_| histogram.with(bars));
    let years = move || {
        let years = histogram.with(|it| it.years.iter().filter(|it| it.count > 0).cloned().collect::<Vec<_>>());
        years
            .into_iter()
            .map(|it| {
                let edtf = it.value.clone();
                let words = move || state.text_with("facet.date.year", &[("year", &edtf), ("n", &count(it.count))]);
                view! { <li class="facet__wait">{live(words)}</li> }
            })
            .collect_view()
    };
    let undated = move || match histogram.with(|it| it.n_undated) {
        0 => None,
        n => Some(view! { <li class="facet__wait">{state.text_with("facet.date.undated", &[("n", &count(n))])}</li> }),
    };
    view! {
        <fieldset class="facet">
            <legend class="facet__title">{live(move || Facet::Date.label(state.locale.get()))}</legend>
            {when(move || !shown.with(Vec::is_empty), move || view! {
                <ul class="histogram">
                    {live::rows(
                        move || shown.get(),
                        |it| it.edtf.clone(),
                        move |it| view! { <Bar date=it.edtf bars=shown /> },
                    )}
                </ul>
                <Ends bars=shown />
            })}
            <ul class="facet__notes">{live_view(years)}{live_view(undated)}</ul>
            <div class="date-range">
                <DateField end=End::From />
                <span class="date-range__dash" aria-hidden="true">"–"</span>
                <DateField end=End::To />
            </div>
        </fieldset>
    }
}

/// Looks itself up among the bars, so that it, and the focus on it, stays while counts change.
#[component]
fn Bar(date: String, bars: Memo<Vec<DateBar>>) -> impl IntoView {
    let state = AppState::of_app();
    let edtf = Edtf::parse(&date);
    let named = edtf.clone();
    let found = Memo::new(move |_| bars.with(|it| it.iter().find(|it| it.edtf == date).cloned()));
    let n_articles = move || found.with(|it| it.as_ref().map_or(0, |it| it.count));
    let share = move || found.with(|it| it.as_ref().map_or(0.0, |it| it.share).to_string());
    let name = move || {
        let date = named.as_ref().map(|it| edtf_text(state.locale.get(), it)).unwrap_or_default();
        state.text_with("facet.date.bar", &[("date", &date), ("n", &count(n_articles()))])
    };
    let is_alone = {
        let edtf = edtf.clone();
        move || range_of(state).is_some_and(|it| it.from == edtf && it.to == edtf)
    };
    let was_alone = is_alone.clone();
    let choose = move |_| {
        let range = match was_alone() {
            true => DateRange::default(),
            false => DateRange { from: edtf.clone(), to: edtf.clone() },
        };
        set_range(state, range);
    };
    view! {
        <li class="histogram__item">
            <button class="histogram__button" type="button"
                aria-pressed=live(move || is_alone().to_string()) aria-label=name.clone() title=live(name) on:click=choose>
                <span class="histogram__bar" style:--share=live(share)></span>
            </button>
        </li>
    }
}

/// The first and the last date under the bars.
#[component]
fn Ends(bars: Memo<Vec<DateBar>>) -> impl IntoView {
    let ends = move || {
        let bars = bars.get();
        let end = |it: Option<&DateBar>| it.map(|it| it.edtf.clone()).unwrap_or_default();
        (end(bars.first()), end(bars.last().filter(|_| bars.len() > 1)))
    };
    view! {
        <p class="histogram__ends" aria-hidden="true">
            <span>{live(move || ends().0)}</span>
            <span>{live(move || ends().1)}</span>
        </p>
    }
}

/// An end of the range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

#[component]
fn DateField(end: End) -> impl IntoView {
    let state = AppState::of_app();
    let is_wrong = RwSignal::new(false);
    let label = match end {
        End::From => "facet.date.from",
        End::To => "facet.date.to",
    };
    let value = move || {
        let range = range_of(state).unwrap_or_default();
        let edtf = if end == End::From { range.from } else { range.to };
        edtf.map(|it| it.as_str().to_owned()).unwrap_or_default()
    };
    let change = move |event| {
        let text = event_target_value(&event);
        let edtf = typed(&text);
        is_wrong.set(edtf.is_none() && !text.trim().is_empty());
        if !is_wrong.get_untracked() {
            let mut range = range_of(state).unwrap_or_default();
            match end {
                End::From => range.from = edtf,
                End::To => range.to = edtf,
            }
            set_range(state, range);
        }
    };
    view! {
        <span class="date-range__part">
            <input class="field" type="text" inputmode="numeric" autocomplete="off" placeholder="2022-06"
                aria-label=tr(label) aria-invalid=live(move || is_wrong.get().then_some("true"))
                prop:value=live(value) on:change=change />
            {when(move || is_wrong.get(), move || view! {
                <span class="date-range__wrong" role="alert">{tr("facet.date.wrong")}</span>
            })}
        </span>
    }
}

fn range_of(state: AppState) -> Option<DateRange> {
    state.location.with(|it| it.selection.range(Facet::Date).cloned())
}

fn set_range(state: AppState, range: DateRange) {
    state.narrow(|it| {
        if range == DateRange::default() {
            it.selection.clauses.remove(&Facet::Date);
        } else {
            it.selection.clauses.insert(Facet::Date, Clause::Between(range));
        }
    });
}
