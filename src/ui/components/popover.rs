//! A button that opens a panel below it. Esc, a click elsewhere and leaving it with Tab close the panel.
//!
//! Written by hand since the browsers of old office machines have no `popover` attribute.

use crate::ui::prelude::*;
use leptos::ev;
use leptos::html::Div;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, Node};

use crate::ui::focus::focus_id;
use crate::ui::live::{live, when};
use crate::ui::state::tr;

/// The panel is made anew each time it opens.
#[component]
pub fn Popover(
    /// The panel's id; the button's is that with `-button` behind it.
    id: &'static str,
    /// What stands on the button; "" for its name.
    sign: &'static str,
    /// The key of the name of button and panel.
    label: &'static str,
    /// Whether the panel is open; others may close it.
    open: RwSignal<bool>,
    /// What kind of panel the button announces, where it is no mere group.
    #[prop(optional)]
    kind: Option<&'static str>,
    /// The panel's content.
    children: ViewFn,
) -> impl IntoView {
    let whole = NodeRef::<Div>::new();
    let button_id = format!("{id}-button");
    let back_to = button_id.clone();
    let is_outside = move |target: Option<EventTarget>| {
        let target = target.and_then(|it| it.dyn_into::<Node>().ok());
        whole.get_untracked().is_some_and(|it| !it.contains(target.as_ref()))
    };
    let pressed = window_event_listener(ev::pointerdown, move |event| {
        if open.get_untracked() && is_outside(event.target()) {
            open.set(false);
        }
    });
    on_cleanup(move || pressed.remove());
    let leave = move |event: ev::FocusEvent| {
        let to = event.related_target();
        if to.is_some() && is_outside(to) {
            open.set(false);
        }
    };
    let key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.stop_propagation();
            open.set(false);
            focus_id(&back_to);
        }
    };
    let content = match sign {
        "" => view! { <span>{tr(label)}</span> }.into_any(),
        sign => view! { <span aria-hidden="true">{sign}</span> }.into_any(),
    };
    view! {
        <div class="popover" node_ref=whole on:focusout=leave on:keydown=key>
            <button class="popover__button" type="button" id=button_id aria-label=tr(label) title=tr(label)
                aria-haspopup=kind aria-expanded=live(move || open.get().to_string()) aria-controls=live(move || open.get().then_some(id))
                on:click=move |_| open.update(|it| *it = !*it)>
                {content}
            </button>
            {when(move || open.get(), move || {
                let content = children.run();
                view! { <div class="popover__panel" id=id role="group" aria-label=tr(label)>{content}</div> }
            })}
        </div>
    }
}
