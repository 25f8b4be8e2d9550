//! A button with a menu of the forms in which what stands there can be saved or copied.

use std::sync::Arc;

use crate::ui::prelude::*;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::task::spawn_local;
use web_sys::HtmlTextAreaElement;

use super::popover::Popover;
use crate::engine::chart::Scene;
use crate::protocol::Form;
use crate::ui::focus::focus_id;
use crate::ui::live::live;
use crate::ui::state::{AppState, tr};
use crate::ui::taking::{self, Asking, Taken, Thing};
use crate::view_model::labels::error_text;

/// How a taking went, in words of the key with what it concerns.
type Said = Option<(&'static str, String)>;

/// Says below the button how it goes. Where the browser forbids copying, the text stands there to be copied by hand.
#[component]
pub fn TakeAway(
    /// The button's and the menu's id, `take-` and the name that the file has.
    id: &'static str,
    /// Key of what it is called in the file.
    title: &'static str,
    /// The forms that it has.
    forms: &'static [Form],
    /// What the worker is asked for; `None` for nothing.
    request: Asking,
    /// What is drawn, where something is.
    #[prop(optional)]
    scene: Option<Memo<Arc<Scene>>>,
    /// Title and notes, where they do not stand in what is drawn.
    #[prop(optional)]
    caption: Option<Memo<Vec<String>>>,
) -> impl IntoView {
    let state = AppState::of_app();
    let thing = StoredValue::new(Thing { name: id.trim_start_matches("take-"), title, request, scene, caption });
    let open = RwSignal::new(false);
    let said = RwSignal::new(Said::None);
    let refused = RwSignal::new(String::new());
    let take = move |form: Form| {
        open.set(false);
        focus_id(&format!("{id}-button"));
        said.set(Some(("take.busy", String::new())));
        let thing = thing.get_value();
        spawn_local(async move {
            let taken = taking::take(state, &thing, form).await;
            said.set(match taken {
                Ok(Taken::Saved(file)) => Some(("take.saved", file)),
                Ok(Taken::SavedInstead(file)) => Some(("take.saved-instead", file)),
                Ok(Taken::Copied) => Some(("take.copied", String::new())),
                Ok(Taken::Refused(text)) => {
                    refused.set(text);
                    open.set(true);
                    Some(("take.refused", String::new()))
                }
                Ok(Taken::NoPicture) => Some(("take.no-picture", String::new())),
                Err(error) => Some(("take.failed", error_text(state.locale.get_untracked(), &error))),
            });
        });
    };
    Effect::new(move |_| match open.get() {
        true => request_animation_frame(move || focus_id(&format!("{id}-0"))),
        false => refused.set(String::new()),
    });
    let panel = move || match refused.get() {
        text if text.is_empty() => menu(id, forms, take),
        text => view! {
            <textarea class="field take-away__text" id=format!("{id}-0") readonly="" aria-label=tr("take.refused")
                prop:value=text on:focus=select></textarea>
        }
        .into_any(),
    };
    let words = move || {
        said.get().map(|(key, what)| state.text_with(key, &[("file", &what), ("why", &what)])).unwrap_or_default()
    };
    view! {
        <div class="take-away">
            <Popover id sign="" label="take.label" kind="menu" open children=ViewFn::from(panel) />
            <span role="status">{live(words)}</span>
        </div>
    }
}

/// All of a text that gets the focus, so that it can be copied by hand.
fn select(event: FocusEvent) {
    event_target::<HtmlTextAreaElement>(&event).select();
}

/// The items, walked by arrow keys, Home and End; Popover hears Esc and Tab.
fn menu(id: &'static str, forms: &'static [Form], take: impl Fn(Form) + Copy + Send + Sync + 'static) -> AnyView {
    let item = |(idx, form): (usize, &Form)| {
        let form = *form;
        view! {
            <button class="take-away__item" type="button" role="menuitem" tabindex="-1" id=format!("{id}-{idx}")
                on:click=move |_| take(form) on:keydown=move |event| walk(&event, id, idx, forms.len())>{tr(form.key())}</button>
        }
    };
    let items = forms.iter().enumerate().map(item).collect_view();
    view! { <div class="take-away__menu" role="menu" aria-label=tr("take.label")>{items}</div> }.into_any()
}

fn walk(event: &KeyboardEvent, id: &str, at: usize, n_items: usize) {
    let to = match event.key().as_str() {
        "ArrowDown" => (at + 1) % n_items,
        "ArrowUp" => (at + n_items - 1) % n_items,
        "Home" => 0,
        "End" => n_items - 1,
        _ => return,
    };
    event.prevent_default();
    focus_id(&format!("{id}-{to}"));
}
