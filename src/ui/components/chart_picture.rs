//! The picture of a chart: prints the shapes of a scene as SVG.
//!
//! The bars are one Tab stop; arrow keys, Home and End walk them, Enter and Space open what is behind one. Whatever has
//! the pointer or the focus says below the chart what it is, in full.

use std::sync::Arc;

use crate::ui::prelude::*;
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use wasm_bindgen::JsCast;

use super::chart_detail::ChartDetail;
use super::chart_shape::{ShapeView, Walk};
use crate::engine::chart::{ChartSpec, Scene, scene};
use crate::ui::browser;
use crate::ui::live::live_view;
use crate::ui::measure::CanvasMeasure;
use crate::ui::state::{AppState, tr};
use crate::view_model::chart_words::ChartWords;
use crate::view_model::opening;

/// As wide as its place on the screen.
#[component]
pub fn ChartPicture(
    /// What the chart shows.
    spec: Arc<ChartSpec>,
) -> impl IntoView {
    let state = AppState::of_app();
    let place = NodeRef::<Div>::new();
    let width = browser::width(place);
    let walk = Walk { spec: StoredValue::new(spec.clone()), active: RwSignal::new(None), stop: RwSignal::new(0) };
    let drawn = spec.clone();
    let scene = move || match place.get() {
        Some(place) if width.get() > 0.0 => {
            let words = ChartWords::new(&drawn, state.locale.get());
            scene::layout(&drawn, width.get().floor(), &words, &CanvasMeasure::of(&place))
        }
        _ => Scene::default(),
    };
    let n_data = spec.data.len();
    let key = move |event: KeyboardEvent| {
        let Some(target) = walk.after_key(&event.key(), n_data) else { return };
        event.prevent_default();
        match target {
            Step::To(idx) => focus(place, idx),
            Step::Open(idx) => open(state, walk, idx),
            Step::Forget => walk.active.set(None),
        }
    };
    let svg = move || {
        let Scene { width, height, shapes } = scene();
        view! {
            <svg class="chart__picture" role="group" aria-labelledby="chart-title" aria-describedby="chart-help"
                width=width height=height viewBox=format!("0 0 {width} {height}")>
                {shapes.into_iter().map(|shape| view! { <ShapeView shape walk /> }).collect_view()}
            </svg>
        }
    };
    view! {
        <p class="visually-hidden" id="chart-help">{tr("chart.help")}</p>
        <div class="chart__place" node_ref=place on:keydown=key on:mouseleave=move |_| walk.active.set(None)>{live_view(svg)}</div>
        <ChartDetail spec active=walk.active />
    }
}

/// What a key asks.
pub enum Step {
    /// Focus this bar.
    To(usize),
    /// Open what is behind this bar.
    Open(usize),
    /// Put the detail away.
    Forget,
}

impl Walk {
    fn after_key(self, key: &str, n_data: usize) -> Option<Step> {
        let at = self.stop.get_untracked();
        let last = n_data.checked_sub(1)?;
        Some(match key {
            "ArrowDown" | "ArrowRight" => Step::To((at + 1).min(last)),
            "ArrowUp" | "ArrowLeft" => Step::To(at.saturating_sub(1)),
            "Home" => Step::To(0),
            "End" => Step::To(last),
            "Enter" | " " => Step::Open(at),
            "Escape" => Step::Forget,
            _ => return None,
        })
    }
}

/// Opens what is behind a bar.
pub fn open(state: AppState, walk: Walk, idx: usize) {
    if let Some(opens) = walk.spec.with_value(|it| it.data.get(idx).map(|it| it.opens.clone())) {
        state.navigate(|it| opening::open(it, &opens));
    }
}

fn focus(place: NodeRef<Div>, idx: usize) {
    let target =
        place.get_untracked().and_then(|it| it.query_selector(&format!("[data-datum='{idx}']")).ok().flatten());
    if let Some(target) = target.and_then(|it| it.dyn_into::<web_sys::SvgElement>().ok()) {
        // Fails only for an element that has gone meanwhile.
        let _ = target.focus();
    }
}
