//! Which chart is shown, and how: its kind, its scale, its facet, as a picture or as a table.

use crate::ui::prelude::*;

use crate::engine::chart::ChartKind;
use crate::engine::query::Facet;
use crate::ui::live::{live, live_view, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::labels::Label;
use crate::view_model::url::{ChartForm, MULTIPLE_FACETS};

/// Every kind of chart. One that the selection cannot show is there, too, and says why.
#[component]
pub fn ChartPicker(
    /// The one that is shown.
    chosen: Memo<ChartKind>,
    /// Those that cannot be shown, with the key of the reason.
    refused: Memo<Vec<(ChartKind, String)>>,
) -> impl IntoView {
    let state = AppState::of_app();
    let choices = ChartKind::ALL.map(|kind| {
        let reason = Memo::new(move |_| {
            let key = refused.with(|it| it.iter().find(|it| it.0 == kind).map(|it| it.1.clone()));
            key.map(|key| state.text(&key))
        });
        let choose = move |_| {
            if reason.with_untracked(Option::is_none) {
                state.navigate(|it| it.show_chart(kind));
            }
        };
        view! {
            <button class="choice" type="button" aria-pressed=live(move || (chosen.get() == kind).to_string())
                aria-disabled=live(move || reason.with(Option::is_some).then_some("true"))
                aria-description=reason title=reason on:click=choose>
                {live(move || kind.label(state.locale.get()))}
            </button>
        }
    });
    let reasons = move || {
        let reason = |(kind, key): &(ChartKind, String)| {
            let (name, reason) = (kind.label(state.locale.get()), state.text(key));
            view! { <li>{state.text_with("chart.mark", &[("label", &name), ("value", &reason)])}</li> }
        };
        refused.with(|it| it.iter().map(reason).collect_view())
    };
    view! {
        <div class="chart-picker" role="group" aria-label=tr("chart.kinds")>{choices.into_iter().collect_view()}</div>
        {when(move || !refused.with(Vec::is_empty), move || view! {
            <details class="chart-reasons">
                <summary>{tr("chart.refused")}</summary>
                <ul>{live_view(reasons)}</ul>
            </details>
        })}
    }
}

/// Picture or table.
#[component]
pub fn ChartFormSwitch() -> impl IntoView {
    let state = AppState::of_app();
    let choices = ChartForm::ALL.map(|form| {
        let is_chosen = move || state.location.with(|it| it.form == form);
        choice(move || form.label(state.locale.get()), is_chosen, move || state.navigate(|it| it.form = form))
    });
    view! {
        <div class="chart-form" role="group" aria-label=tr("chart.forms")>{choices.into_iter().collect_view()}</div>
    }
}

/// Linear or logarithmic.
#[component]
pub fn ScaleSwitch(
    /// Which it is; `None` where values can only stand on a linear one.
    is_log: Memo<Option<bool>>,
) -> impl IntoView {
    let state = AppState::of_app();
    let scale = move |log: bool| {
        let key = if log { "chart.scale.log" } else { "chart.scale.linear" };
        choice(tr(key), move || is_log.get() == Some(log), move || state.navigate(|it| it.log = Some(log)))
    };
    let may_be_log = Memo::new(move |_| is_log.with(Option::is_some));
    let content = move || match may_be_log.get() {
        true => [scale(false), scale(true)].into_iter().collect_view().into_any(),
        false => view! { <span class="chart__hint">{tr("chart.scale.none")}</span> }.into_any(),
    };
    view! { <div class="chart-form" role="group" aria-label=tr("chart.scale")>{live_view(content)}</div> }
}

/// The facet whose values have a small chart each.
#[component]
pub fn FacetPick() -> impl IntoView {
    let state = AppState::of_app();
    let chosen = Memo::new(move |_| state.location.with(|it| it.by.unwrap_or(Facet::Section)));
    let choose = move |event: leptos::ev::Event| {
        let value = event_target_value(&event);
        let facet = MULTIPLE_FACETS.into_iter().find(|it| it.as_str() == value);
        state.navigate(|it| (it.by, it.behind) = (facet, None));
    };
    let options = MULTIPLE_FACETS.map(|facet| {
        let is_chosen = Memo::new(move |_| chosen.get() == facet);
        view! { <option value=facet.as_str() prop:selected=is_chosen>{live(move || facet.label(state.locale.get()))}</option> }
    });
    view! {
        <label class="option-pick">
            <span class="option-pick__name">{tr("chart.by")}</span>
            <select class="field" on:change=choose>{options.into_iter().collect_view()}</select>
        </label>
    }
}

fn choice(
    name: impl Fn() -> String + Send + 'static,
    is_chosen: impl Fn() -> bool + Send + 'static,
    choose: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button class="choice choice--small" type="button" aria-pressed=live(move || is_chosen().to_string())
            on:click=move |_| choose()>{live(name)}</button>
    }
    .into_any()
}
