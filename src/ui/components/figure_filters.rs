//! How the table of figures is narrowed and grouped: unit, exactness, a range of values typed or brushed, groups.

use crate::ui::prelude::*;

use super::brush_bars::{BrushBar, BrushBars, Pick};
use super::pick_list::{Choice, PickList};
use crate::engine::extract::Approx;
use crate::protocol::{Bins, FigureColumn, FigureTable, FigureView};
use crate::ui::live::{live, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::figure_view::{self, EXACT, approx_name, group_by};
use crate::view_model::labels::{Label, unit_text};
use crate::view_model::{Locale, format};

/// The filters; each goes to the location.
#[component]
pub fn FigureFilters(
    /// The table as it stands.
    table: Memo<FigureTable>,
) -> impl IntoView {
    let state = AppState::of_app();
    let of_view = move |of: fn(&FigureView) -> String| Memo::new(move |_| state.location.with(|it| of(&it.figures)));
    let change = move |change: fn(&mut FigureView, String)| {
        Callback::new(move |value: String| state.navigate(|it| change(&mut it.figures, value)))
    };
    let units = Memo::new(move |_| {
        let name =
            |(unit, n): &(String, usize)| format!("{} ({})", unit_text(state.locale.get(), unit), format::count(*n));
        let units = table.with(|it| it.units.iter().map(|it| (it.0.clone(), name(it))).collect::<Vec<Choice>>());
        with_all(state, "figures.any", units)
    });
    let approxes = Memo::new(move |_| {
        let exact = (EXACT.to_owned(), state.text("figures.exact"));
        let named = Approx::ALL.into_iter().map(|it| (it.as_str().to_owned(), it.label(state.locale.get())));
        with_all(state, "figures.any", [exact].into_iter().chain(named).collect())
    });
    let groups = Memo::new(move |_| {
        let named = FigureColumn::GROUPS.into_iter().map(|it| (it.as_str().to_owned(), it.label(state.locale.get())));
        with_all(state, "figures.group.off", named.collect())
    });
    let bins = Memo::new(move |_| table.with(|it| it.bins.clone()));
    let is_folded = move || state.location.with(|it| it.figures.folded).to_string();
    let fold = move |_| {
        state.navigate(|it| {
            it.figures.folded = !it.figures.folded;
            it.figures.turned.clear();
        });
    };
    view! {
        <div class="word-options">
            <PickList label="column.unit" choices=units chosen=of_view(|it| it.unit.clone()) choose=change(|it, value| it.unit = value) />
            <PickList label="column.approx" choices=approxes chosen=of_view(|it| approx_name(it.approx).to_owned())
                choose=change(|it, value| it.approx = figure_view::approx(&value)) />
            <div class="value-range" role="group" aria-labelledby="value-range">
                <span class="option-pick__name" id="value-range">{tr("figures.range")}</span>
                <ValueField table is_low=true />
                <span aria-hidden="true">"–"</span>
                <ValueField table is_low=false />
            </div>
            <PickList label="figures.group" choices=groups chosen=of_view(|it| it.group.map_or("", FigureColumn::as_str).to_owned())
                choose=change(|it, value| group_by(it, FigureColumn::parse(&value))) />
            {when(move || state.location.with(|it| it.figures.group.is_some()), move || view! {
                <button class="choice" type="button" aria-pressed=live(is_folded) on:click=fold>{tr("figures.fold")}</button>
            })}
        </div>
        {when(move || bins.with(|it| !it.counts.is_empty()), move || view! { <ValueBars table bins /> })}
    }
}

fn with_all(state: AppState, key: &str, choices: Vec<Choice>) -> Vec<Choice> {
    [(String::new(), state.text(key))].into_iter().chain(choices).collect()
}

/// The values as bars.
#[component]
fn ValueBars(table: Memo<FigureTable>, bins: Memo<Bins>) -> impl IntoView {
    let state = AppState::of_app();
    let unit = Memo::new(move |_| table.with(|it| it.units.first().map(|it| it.0.clone()).unwrap_or_default()));
    let unit = move || {
        let chosen = state.location.with(|it| it.figures.unit.clone());
        if chosen.is_empty() { unit.get() } else { chosen }
    };
    let value = move |locale: Locale, value: f64| format::measure(locale, value, None, &unit(), None);
    let bars = Memo::new(move |_| {
        let (locale, range) = (state.locale.get(), table.with(|it| it.range));
        bins.with(|it| {
            let most = it.counts.iter().copied().max().unwrap_or(0).max(1);
            let bar = |(idx, (count, ends)): (usize, (&usize, &[f64]))| {
                let [from, to] = [0, 1].map(|it| value(locale, ends.get(it).copied().unwrap_or(0.0)));
                let words = [("from", from.as_str()), ("to", to.as_str()), ("n", &format::count(*count))];
                BrushBar {
                    name: state.text_with("figures.bar", &words),
                    chosen: figure_view::is_chosen(it, idx, range),
                    heights: [(count * 100).div_ceil(most); 2],
                }
            };
            it.counts.iter().zip(it.borders.windows(2)).enumerate().map(bar).collect()
        })
    });
    let pick = Callback::new(move |pick: Pick| {
        let bins = bins.get_untracked();
        state.navigate(|it| match pick {
            Pick::Range(one, other) => figure_view::brush(&mut it.figures, &bins, one, other),
            Pick::Press(idx) => figure_view::brush(&mut it.figures, &bins, idx, idx),
            Pick::Clear => {
                it.figures.low.clear();
                it.figures.high.clear();
            }
        });
    });
    let end = move |is_last: bool| {
        bins.with(|it| {
            if is_last { it.borders.last() } else { it.borders.first() }.map(|it| value(state.locale.get(), *it))
        })
    };
    let scale =
        move || state.text(if bins.with(|it| it.is_logarithmic) { "figures.bars.log" } else { "figures.bars.even" });
    view! {
        <div class="value-bars">
            <BrushBars bars labelled_by="value-range".to_owned() keys="figures.bars.keys" pick />
            <p class="histogram__ends" aria-hidden="true">
                <span>{live(move || end(false))}</span>
                <span>{live(scale)}</span>
                <span>{live(move || end(true))}</span>
            </p>
        </div>
    }
}

#[component]
fn ValueField(table: Memo<FigureTable>, is_low: bool) -> impl IntoView {
    let state = AppState::of_app();
    let label = if is_low { "figures.low" } else { "figures.high" };
    let name = move || format!("{} {}", state.text("figures.range"), state.text(label));
    let is_wrong = Memo::new(move |_| table.with(|it| it.is_wrong[usize::from(!is_low)]));
    let value = move || state.location.with(|it| if is_low { it.figures.low.clone() } else { it.figures.high.clone() });
    let change = move |event| {
        let text = event_target_value(&event).trim().to_owned();
        state.navigate(|it| *(if is_low { &mut it.figures.low } else { &mut it.figures.high }) = text);
    };
    view! {
        <span class="value-range__part">
            <input class="field" type="text" autocomplete="off" placeholder=tr(label) aria-label=live(name)
                aria-invalid=live(move || is_wrong.get().then_some("true")) prop:value=live(value) on:change=change />
            {when(move || is_wrong.get(), move || view! {
                <span class="date-range__wrong" role="alert">{tr("figures.range.wrong")}</span>
            })}
        </span>
    }
}
