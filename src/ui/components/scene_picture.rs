//! A scene on the screen: prints its shapes as SVG and lets every mark answer.
//!
//! All marks are one Tab stop; arrow keys, Home and End walk them, Enter and Space open what is behind one. Over time a
//! brush narrows the dates: dragged with the pointer, or stretched with Shift and the arrow keys and taken with Enter.
//! Whatever has the pointer or the focus says below the picture what it is, in full.

use std::sync::Arc;

use crate::engine::text::decimal;
use crate::ui::prelude::*;
use leptos::ev::{Event, KeyboardEvent, PointerEvent};
use leptos::html::Div;
use wasm_bindgen::JsCast;
use web_sys::{Element, SvgElement};

use super::scene_detail::SceneDetail;
use super::scene_shape::shapes;
use crate::engine::chart::{Mark, Scene, Shape};
use crate::engine::extract::edtf::Edtf;
use crate::engine::query::{Clause, DateRange, Facet};
use crate::ui::live::live_view;
use crate::ui::state::{AppState, tr};
use crate::view_model::mark_walk::{self, MarkStep};
use crate::view_model::opening;

/// As wide as the scene was laid out for.
#[component]
pub fn ScenePicture(
    /// What is drawn.
    scene: Memo<Arc<Scene>>,
    /// Id of the heading that names it.
    title_id: &'static str,
) -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let walk = Walk {
        state: AppState::of_app(),
        scene,
        active: RwSignal::new(None),
        stop: RwSignal::new(0),
        brush: RwSignal::new(None),
        place,
    };
    Effect::new(move |_| {
        let last = scene.with(|it| it.marks.len()).saturating_sub(1);
        // The new marks are on the page by then.
        request_animation_frame(move || {
            walk.stop.try_get_untracked().into_iter().for_each(|it| walk.go(it.min(last), false))
        });
    });
    Effect::new(move |_| walk.show_brush());
    let mark = Memo::new(move |_| scene.with(|it| it.marks.get(walk.active.get()?).cloned()));
    let is_timed = Memo::new(move |_| scene.with(|it| it.marks.iter().any(|it| !it.period.is_empty())));
    let svg = move || {
        let scene = scene.get();
        let (width, height) = (scene.width, scene.height);
        view! {
            <svg class="chart__picture" role="group" aria-labelledby=title_id aria-describedby="chart-help"
                width=width height=height viewBox="0 0 ".to_owned() + &decimal::short(width) + " " + &decimal::short(height)>
                <defs>
                    <pattern id="chart-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <rect class="chart__hatch" width="2" height="5" />
                    </pattern>
                </defs>
                {shapes(&scene)}
            </svg>
        }
    };
    view! {
        <p class="visually-hidden" id="chart-help">{tr("chart.help")}</p>
        <div class="chart__place" node_ref=place
            on:keydown=move |event| walk.key(&event)
            on:focusin=move |event| walk.point(&event, true)
            on:focusout=move |_| walk.active.set(None)
            on:mouseover=move |event| walk.point(&event, false)
            on:mouseleave=move |_| walk.active.set(None)
            on:click=move |event| walk.click(&event)
            on:pointerdown=move |event| walk.begin(&event)
            on:pointermove=move |event| walk.drag(&event)
            on:pointerup=move |_| walk.commit()
            on:pointercancel=move |_| walk.brush.set(None)>{live_view(svg)}</div>
        <SceneDetail mark is_timed />
    }
}

/// What the marks of a picture share.
#[derive(Clone, Copy)]
struct Walk {
    state: AppState,
    scene: Memo<Arc<Scene>>,
    /// The mark that has the pointer or the focus.
    active: RwSignal<Option<usize>>,
    /// The mark that Tab reaches.
    stop: RwSignal<usize>,
    /// The marks that are being brushed, from where it began.
    brush: RwSignal<Option<(usize, usize)>>,
    place: NodeRef<Div>,
}

impl Walk {
    fn key(self, event: &KeyboardEvent) {
        let at = self.stop.get_untracked();
        let step = self.scene.with_untracked(|it| mark_walk::step(&it.marks, at, &event.key(), event.shift_key()));
        let Some(step) = step else { return };
        event.prevent_default();
        match step {
            MarkStep::To(to) => self.go(to, true),
            MarkStep::Stretch(to) => {
                let anchor = self.brush.get_untracked().map_or(at, |it| it.0);
                self.go(to, true);
                self.brush.set(Some((anchor, to)));
            }
            MarkStep::Press if self.brush.with_untracked(Option::is_some) => self.commit(),
            MarkStep::Press => self.open(at),
            MarkStep::Forget if self.brush.with_untracked(Option::is_some) => self.brush.set(None),
            MarkStep::Forget => self.active.set(None),
        }
    }

    fn point(self, event: &Event, has_focus: bool) {
        let at = number(event.target());
        if let (Some(at), true) = (at, has_focus) {
            self.go(at, false);
        }
        self.active.set(at);
    }

    fn click(self, event: &Event) {
        number(event.target()).into_iter().for_each(|it| self.open(it));
    }

    /// Tab reaches `to` from now on; it gets the focus too, where it is asked for.
    fn go(self, to: usize, focus: bool) {
        let Some(place) = self.place.get_untracked() else { return };
        let mark = |idx: usize| place.query_selector(&format!("[data-datum='{idx}']")).ok().flatten();
        let tab = |it: &Element, index: &str| drop(it.set_attribute("tabindex", index));
        // Not the one of that number: a mark that was drawn anew may have taken another's element.
        place.query_selector("[tabindex='0']").ok().flatten().iter().for_each(|it| tab(it, "-1"));
        self.stop.set(to);
        let Some(target) = mark(to) else { return };
        tab(&target, "0");
        if let (true, Ok(target)) = (focus, target.dyn_into::<SvgElement>()) {
            // Fails only for an element that has gone meanwhile.
            let _ = target.focus();
        }
    }

    fn open(self, idx: usize) {
        let opens = self.scene.with_untracked(|it| it.marks.get(idx).and_then(|it| it.opens.clone()));
        opens.iter().for_each(|opens| self.state.navigate(|it| opening::open(it, opens)));
    }

    /// A press begins a brush where marks stand for times; it is one only once it reaches another mark.
    fn begin(self, event: &PointerEvent) {
        if event.button() == 0 {
            self.brush.set(self.under(event).map(|it| (it, it)));
        }
    }

    fn drag(self, event: &PointerEvent) {
        if let (Some((anchor, last)), Some(idx)) = (self.brush.get_untracked(), self.under(event))
            && event.buttons() == 1
            && last != idx
        {
            self.brush.set(Some((anchor, idx)));
        }
    }

    /// Narrows the dates to what is brushed.
    fn commit(self) {
        let brush = self.brush.get_untracked();
        self.brush.set(None);
        let Some((one, other)) = brush.filter(|(one, other)| one != other) else { return };
        self.scene.with_untracked(|it| {
            let Some((from, to)) = mark_walk::brushed(&it.marks, one, other) else { return };
            let range = DateRange { from: Edtf::parse(from), to: Edtf::parse(to) };
            self.state.navigate(|it| drop(it.selection.clauses.insert(Facet::Date, Clause::between(range))));
        });
    }

    /// The mark of a time that is nearest to a pointer.
    fn under(self, event: &PointerEvent) -> Option<usize> {
        let bounds = self.place.get_untracked()?.get_bounding_client_rect();
        let x = f64::from(event.client_x()) - bounds.left();
        self.scene.with_untracked(|scene| {
            let is_timed = |datum: u32| scene.marks.get(datum as usize).is_some_and(|it: &Mark| !it.period.is_empty());
            let away = |it: &Shape| match it {
                Shape::Target { x: left, width, datum, .. } if is_timed(*datum) => {
                    Some(((left + width / 2.0 - x).abs(), *datum as usize))
                }
                _ => None,
            };
            scene.shapes.iter().filter_map(away).min_by(|a, b| a.0.total_cmp(&b.0)).map(|it| it.1)
        })
    }

    /// Marks what is brushed.
    fn show_brush(self) {
        let brush = self.brush.get().filter(|(one, other)| one != other);
        let Some(place) = self.place.get_untracked() else { return };
        self.scene.with_untracked(|scene| {
            let range = brush.and_then(|(one, other)| mark_walk::brushed(&scene.marks, one, other));
            for (idx, mark) in scene.marks.iter().enumerate().filter(|(_, it)| !it.period.is_empty()) {
                let is_brushed = range.is_some_and(|(from, to)| (from..=to).contains(&mark.period.as_str()));
                let element = place.query_selector(&format!("[data-datum='{idx}']")).ok().flatten();
                let class = if is_brushed { "chart__mark chart__mark--brushed" } else { "chart__mark" };
                element.iter().for_each(|it| drop(it.set_attribute("class", class)));
            }
        });
    }
}

/// The number of the mark that an event happened in.
fn number(target: Option<web_sys::EventTarget>) -> Option<usize> {
    let mark = target?.dyn_into::<Element>().ok()?.closest("[data-datum]").ok()??;
    mark.get_attribute("data-datum")?.parse().ok()
}
