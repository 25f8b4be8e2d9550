//! The search box. Whoever types Chinese confirms pinyin with Enter: that Enter never searches, and nothing is searched
//! while a word is being composed.

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;

use crate::ui::browser::after_rest;
use crate::ui::live::when;
use crate::ui::state::{AppState, tr};
use crate::view_model::url::AppLocation;

/// Milliseconds of rest after which a typed query is searched.
const REST: u32 = 250;

/// The key code that browsers give while an input method is at work, also where `isComposing` is already false.
const COMPOSING_KEY: u32 = 229;

/// Searches after a short rest and on Enter. The first letters make one step in the history, the following ones none.
#[component]
pub fn SearchBox() -> impl IntoView {
    let state = AppState::of_app();
    let input = NodeRef::<Input>::new();
    let typed = RwSignal::new(String::new());
    let composing = RwSignal::new(false);
    let in_step = RwSignal::new(false);
    Effect::new(move || {
        let query = state.location.with(|it| it.selection.query.clone());
        if !composing.get_untracked() && typed.get_untracked().trim() != query {
            typed.set(query);
        }
    });
    let search = move || {
        if !composing.get_untracked() {
            search_for(state, in_step, typed.get_untracked().trim().to_owned());
        }
    };
    let search_soon = after_rest(REST, search);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        search();
        in_step.set(false);
    };
    let clear = move |_| {
        typed.set(String::new());
        search();
        in_step.set(false);
        focus(input);
    };
    focus_on_slash(input);
    view! {
        <form class="search-box" role="search" on:submit=submit>
            <input
                class="search-box__input"
                type="text"
                enterkeyhint="search"
                autocomplete="off"
                spellcheck="false"
                node_ref=input
                aria-label=tr("search.label")
                placeholder=tr("search.placeholder")
                aria-keyshortcuts="/"
                prop:value=typed
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    search_soon();
                }
                on:compositionstart=move |_| composing.set(true)
                on:compositionend=move |event| {
                    composing.set(false);
                    typed.set(event_target_value(&event));
                    search_soon();
                }
                on:keydown=move |event| {
                    if event.key() == "Enter" && (event.is_composing() || event.key_code() == COMPOSING_KEY) {
                        event.prevent_default();
                    }
                }
                on:blur=move |_| in_step.set(false)
            />
            {when(move || !typed.with(String::is_empty), move || view! {
                <button class="search-box__clear" type="button" aria-label=tr("search.clear") on:click=clear>
                    <span aria-hidden="true">"×"</span>
                </button>
            })}
            <button class="search-box__submit" type="submit">{tr("search.submit")}</button>
        </form>
    }
}

fn search_for(state: AppState, in_step: RwSignal<bool>, query: String) {
    if state.location.with_untracked(|it| it.selection.query == query) {
        return;
    }
    let is_narrow = state.is_narrow.get_untracked();
    let change = move |location: &mut AppLocation| {
        location.selection.query = query;
        if is_narrow {
            location.close_article();
        }
    };
    if in_step.get_untracked() {
        state.amend(change)
    } else {
        state.navigate(change)
    }
    in_step.set(true);
}

/// `/` goes to the search box from anywhere where no text is typed.
fn focus_on_slash(input: NodeRef<Input>) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let is_plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if event.key() == "/" && is_plain && !is_typing() {
            event.prevent_default();
            focus(input);
        }
    });
    on_cleanup(move || listener.remove());
}

fn is_typing() -> bool {
    let focused = document().active_element().map(|it| it.tag_name()).unwrap_or_default();
    matches!(focused.as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}

fn focus(input: NodeRef<Input>) {
    if let Some(input) = input.get_untracked() {
        crate::ui::focus::focus(&input);
        input.select();
    }
}
