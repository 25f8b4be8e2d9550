//! Bars to brush with the pointer, press, or walk and stretch with the keyboard; one Tab stop. What is picked is the
//! caller's business.

use crate::ui::prelude::*;
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Ul;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::ui::focus::focus;
use crate::ui::live::{self, live};
use crate::ui::state::tr;
use crate::view_model::date_facet::{self, BarStep};

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrushBar {
    /// What it stands for, and how much.
    pub name: String,
    /// Whether it is part of what is chosen.
    pub chosen: bool,
    /// Its height in hundredths, and that of its full part.
    pub heights: [usize; 2],
}

/// What was picked, by the numbers of bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// From one bar to another, whichever comes first.
    Range(usize, usize),
    /// A bar was pressed.
    Press(usize),
    /// Nothing.
    Clear,
}

/// The bars as a list of options.
#[component]
pub fn BrushBars(
    /// From the left.
    bars: Memo<Vec<BrushBar>>,
    /// Id of what names the list.
    labelled_by: String,
    /// The key of what its keys do.
    keys: &'static str,
    /// Takes what is picked.
    pick: Callback<Pick>,
) -> impl IntoView {
    let chart = Chart { bars, pick, at: RwSignal::new(0), brush: RwSignal::new(None), list: NodeRef::new() };
    view! {
        <ul class="histogram" role="listbox" aria-multiselectable="true" aria-orientation="horizontal"
            aria-labelledby=labelled_by aria-description=tr(keys) node_ref=chart.list
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
    }
}

#[component]
fn Bar(idx: usize, chart: Chart) -> impl IntoView {
    let bar = Memo::new(move |_| chart.bars.with(|it| it.get(idx).cloned()));
    let height =
        move |part: usize| live(move || bar.with(|it| it.as_ref().map_or(0, |it| it.heights[part])).to_string());
    let is_chosen = move || match chart.brush.get() {
        Some((one, other)) => (one.min(other)..=one.max(other)).contains(&idx),
        None => bar.with(|it| it.as_ref().is_some_and(|it| it.chosen)),
    };
    let name = move || bar.with(|it| it.as_ref().map(|it| it.name.clone()));
    view! {
        <li class="histogram__item" role="option" aria-selected=live(move || is_chosen().to_string())
            aria-label=live(name) title=live(name)
            on:click=move |event| if event.detail() == 0 { chart.pick.run(Pick::Press(idx)) }
            tabindex=live(move || if chart.stop() == idx { "0" } else { "-1" })
            style:--height=height(0) style:--within=height(1)>
        </li>
    }
}

/// What the bars share.
#[derive(Clone, Copy)]
struct Chart {
    bars: Memo<Vec<BrushBar>>,
    pick: Callback<Pick>,
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
            BarStep::Press => self.pick.run(Pick::Press(at)),
            BarStep::Clear if self.brush.with_untracked(Option::is_some) => self.brush.set(None),
            BarStep::Clear => self.pick.run(Pick::Clear),
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
                self.pick.run(Pick::Press(one));
            }
            _ => self.commit(),
        }
    }

    /// Gives what is brushed: one step of the history, however far it was stretched.
    fn commit(self) {
        if let Some((one, other)) = self.brush.get_untracked() {
            self.brush.set(None);
            self.pick.run(Pick::Range(one, other));
        }
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
