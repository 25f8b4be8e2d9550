//! One shape of a scene as SVG. A shape has no colour of its own: its class says what it is.

use std::sync::Arc;

use crate::ui::prelude::*;

use super::chart_picture::open;
use crate::engine::chart::scene::{Anchor, TextRole};
use crate::engine::chart::{ChartSpec, Shape};
use crate::ui::live::live;
use crate::ui::state::AppState;
use crate::view_model::chart_words::ChartWords;

/// What the bars of a picture share.
#[derive(Clone, Copy)]
pub struct Walk {
    /// What the chart shows.
    pub spec: StoredValue<Arc<ChartSpec>>,
    /// The bar that has the pointer or the focus.
    pub active: RwSignal<Option<usize>>,
    /// The bar that Tab reaches.
    pub stop: RwSignal<usize>,
}

/// A shape. Only targets answer; everything else is for the eye.
#[component]
pub fn ShapeView(
    /// The shape.
    shape: Shape,
    /// What the bars share.
    walk: Walk,
) -> impl IntoView {
    let is_active = move |datum: usize| walk.active.get() == Some(datum);
    match shape {
        Shape::Bar { x, y, width, height, datum, approximate } => view! {
            <rect class="chart__bar" class:chart__bar--approximate=approximate
                class:chart__bar--active=live(move || is_active(datum)) x=x y=y width=width height=height />
        }
        .into_any(),
        Shape::Range { x, y, width, height, datum } => view! {
            <rect class="chart__range" class:chart__range--active=live(move || is_active(datum))
                x=x y=y width=width height=height />
        }
        .into_any(),
        Shape::Line { x1, y1, x2, y2 } => view! { <line class="chart__line" x1=x1 y1=y1 x2=x2 y2=y2 /> }.into_any(),
        Shape::Text { x, y, text, anchor, role } => view! {
            <text class=text_class(role) x=x y=y text-anchor=anchor_name(anchor) aria-hidden="true">{text}</text>
        }
        .into_any(),
        Shape::Target { x, y, width, height, datum } => view! { <Target x y width height datum walk /> }.into_any(),
    }
}

#[component]
fn Target(x: f64, y: f64, width: f64, height: f64, datum: usize, walk: Walk) -> impl IntoView {
    let state = AppState::of_app();
    let label = move || {
        let spec = walk.spec.get_value();
        spec.data.get(datum).map(|it| ChartWords::new(&spec, state.locale.get()).mark(it)).unwrap_or_default()
    };
    let focus = move |_| {
        walk.stop.set(datum);
        walk.active.set(Some(datum));
    };
    view! {
        <rect class="chart__target" role="button" data-datum=datum aria-label=live(label) x=x y=y width=width height=height
            tabindex=live(move || if walk.stop.get() == datum { "0" } else { "-1" })
            on:focus=focus
            on:blur=move |_| walk.active.set(None)
            on:mouseenter=move |_| walk.active.set(Some(datum))
            on:click=move |_| open(state, walk, datum) />
    }
}

fn text_class(role: TextRole) -> &'static str {
    match role {
        TextRole::Label => "chart__text chart__text--label",
        TextRole::Value => "chart__text chart__text--value",
        TextRole::Tick => "chart__text chart__text--tick",
    }
}

fn anchor_name(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}
