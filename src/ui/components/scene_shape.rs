//! The shapes of a scene as SVG. A shape has no colour of its own: its class says what it is.
//!
//! The shapes of a mark stand in one group, which is what answers to pointer, focus and screen reader; what they do is
//! heard by the picture around them, so that a mark costs its elements and nothing more.

use crate::engine::text::decimal;
use crate::ui::prelude::*;

use crate::engine::chart::{Fill, Mark, Scene, Shape};
use crate::ui::state::AppState;

/// All shapes: lines and frames first, then a group a mark, then the texts, which let the pointer through.
pub fn shapes(scene: &Scene) -> AnyView {
    let mut ground = vec![];
    let mut marks: Vec<Vec<AnyView>> = scene.marks.iter().map(|_| vec![]).collect();
    let mut texts = vec![];
    for it in &scene.shapes {
        let group = match (it.datum().and_then(|it| marks.get_mut(it as usize)), it) {
            (Some(group), _) => group,
            (None, Shape::Text { .. }) => &mut texts,
            (None, _) => &mut ground,
        };
        group.push(shape(it));
    }
    let marks = marks.into_iter().zip(&scene.marks).enumerate().filter(|(_, (shapes, _))| !shapes.is_empty());
    let marks = marks.map(|(idx, (shapes, it))| mark(idx, shapes, it)).collect::<Vec<_>>();
    [ground, marks, texts].into_iter().flatten().collect_view().into_any()
}

fn mark(idx: usize, shapes: Vec<AnyView>, mark: &Mark) -> AnyView {
    let role = if mark.opens.is_some() { "button" } else { "img" };
    let label = AppState::of_app().text_with("chart.mark", &[("label", &mark.label), ("value", &mark.value)]);
    view! {
        <g class="chart__mark" role=role tabindex="-1" data-datum=idx aria-label=label>
            {shapes.into_iter().collect_view()}
        </g>
    }
    .into_any()
}

fn shape(shape: &Shape) -> AnyView {
    match shape {
        Shape::Rect { x, y, width, height, fill, .. } => {
            view! { <rect class=filled(fill.as_str()) fill=pattern(*fill) x=*x y=*y width=*width height=*height /> }
                .into_any()
        }
        Shape::Dot { x, y, radius, fill, .. } => {
            view! { <circle class=filled(fill.as_str()) cx=*x cy=*y r=*radius /> }.into_any()
        }
        Shape::Path { rings, closed, fill, .. } => {
            let kind = if *closed { filled(fill.as_str()) } else { format!("chart__stroke {}", filled(fill.as_str())) };
            view! { <path class=kind fill=pattern(*fill) fill-rule="evenodd" d=outline(rings, *closed) /> }.into_any()
        }
        Shape::Line { x1, y1, x2, y2 } => view! { <line class="chart__line" x1=*x1 y1=*y1 x2=*x2 y2=*y2 /> }.into_any(),
        Shape::Text { x, y, text, anchor, role } => {
            let kind = format!("chart__text chart__text--{}", role.as_str());
            view! {
                <text class=kind x=*x y=*y text-anchor=anchor.as_str() aria-hidden="true">{text.clone()}</text>
            }
            .into_any()
        }
        Shape::Target { x, y, width, height, .. } => {
            view! { <rect class="chart__target" x=*x y=*y width=*width height=*height /> }.into_any()
        }
    }
}

/// A pattern is named by the element: stylesheets would look for it in themselves.
fn pattern(fill: Fill) -> Option<&'static str> {
    matches!(fill, Fill::Range | Fill::Missing).then_some("url(#chart-hatch)")
}

fn filled(fill: &str) -> String {
    format!("chart__fill chart__fill--{fill}")
}

/// The rings as a path of SVG.
fn outline(rings: &[Vec<(f64, f64)>], closed: bool) -> String {
    let mut res = String::new();
    for ring in rings {
        for (idx, (x, y)) in ring.iter().enumerate() {
            res.push_str(if idx == 0 { "M" } else { "L" });
            res = res + &decimal::short(*x) + " " + &decimal::short(*y);
        }
        if closed {
            res.push('Z');
        }
    }
    res
}
