//! The search box, a combobox. Whoever types Chinese confirms pinyin with Enter: that Enter never searches, and nothing
//! is searched or offered while a word is being composed.

use crate::ui::prelude::*;
use leptos::ev;
use leptos::html::Input;

use super::completion_list::{Completions, LIST_ID, offer_id};
use super::query_problems::{PROBLEMS_ID, QueryProblems, follow_problems};
use super::saved_views::SavedViews;
use super::syntax_help::SyntaxHelp;
use crate::engine::query::completion::CompletionKind;
use crate::ui::browser::after_rest;
use crate::ui::completing::Completing;
use crate::ui::live::{live, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::url::AppLocation;

/// Milliseconds of rest after which a typed query is searched.
const REST: u32 = 250;

/// Milliseconds of rest after which the query's ways to go on are asked for.
const COMPLETION_REST: u32 = 90;

/// The key code that browsers give while an input method is at work, also where `isComposing` is already false.
const COMPOSING_KEY: u32 = 229;

const BOX_ID: &str = "search";

/// Searches after a short rest and on Enter. The first letters make one step in the history, the following ones none.
#[component]
pub fn SearchBox() -> impl IntoView {
    let typing = Typing::new();
    let Typing { state, input, typed, composing, completing, .. } = typing;
    let problems = follow_problems(state);
    let search_soon = after_rest(REST, move || typing.search());
    let complete_soon = after_rest(COMPLETION_REST, move || completing.ask());
    let changed = move |text: String| {
        typed.set(text);
        if !composing.get_untracked() {
            completing.want();
            complete_soon();
            search_soon();
        }
    };
    let take = Callback::new(move |idx| {
        if typing.take(idx) {
            complete_soon();
        }
        search_soon();
    });
    let try_example = Callback::new(move |example: String| {
        typed.set(example);
        typing.finish();
        focus(input);
    });
    focus_on_slash(input);
    view! {
        <form class="search" role="search" on:submit=move |event: ev::SubmitEvent| {
            event.prevent_default();
            typing.finish();
        }>
            <div class="search-box">
                <input
                    class="search-box__input"
                    id=BOX_ID
                    type="text"
                    role="combobox"
                    enterkeyhint="search"
                    autocomplete="off"
                    spellcheck="false"
                    node_ref=input
                    aria-label=tr("search.label")
                    placeholder=tr("search.placeholder")
                    aria-keyshortcuts="/"
                    aria-autocomplete="list"
                    aria-controls=LIST_ID
                    aria-expanded=live(move || completing.is_open().to_string())
                    aria-activedescendant=live(move || completing.active.get().map(offer_id))
                    aria-invalid=live(move || problems.with(Option::is_some).then_some("true"))
                    aria-describedby=live(move || problems.with(Option::is_some).then_some(PROBLEMS_ID))
                    prop:value=typed
                    on:input=move |event| changed(event_target_value(&event))
                    on:compositionstart=move |_| composing.set(true)
                    on:compositionend=move |event| {
                        composing.set(false);
                        changed(event_target_value(&event));
                    }
                    on:keydown=move |event| typing.key(&event, take)
                    on:blur=move |_| typing.leave()
                />
                {when(move || !typed.with(String::is_empty), move || view! {
                    <button class="search-box__clear" type="button" aria-label=tr("search.clear") on:click=move |_| {
                        typed.set(String::new());
                        typing.finish();
                        focus(input);
                    }>
                        <span aria-hidden="true">"×"</span>
                    </button>
                })}
                <button class="search-box__submit" type="submit">{tr("search.submit")}</button>
                <SyntaxHelp take=try_example />
                <SavedViews />
                <Completions completing take />
            </div>
            <QueryProblems found=problems box_id=BOX_ID />
        </form>
    }
}

/// What is typed into the box.
#[derive(Clone, Copy)]
struct Typing {
    state: AppState,
    input: NodeRef<Input>,
    typed: RwSignal<String>,
    /// True while an input method composes a word.
    composing: RwSignal<bool>,
    /// True once the letters being typed have made their step in the history.
    in_step: RwSignal<bool>,
    completing: Completing,
}

impl Typing {
    /// Follows the query of the screen. One that comes from elsewhere (a link, a word that was clicked) is remembered, and
    /// one whose articles are opened: of what is only being typed, every beginning was searched too.
    fn new() -> Self {
        let state = AppState::of_app();
        let (input, typed) = (NodeRef::new(), RwSignal::new(String::new()));
        let (composing, in_step) = (RwSignal::new(false), RwSignal::new(false));
        Effect::new(move || {
            let (query, is_reading) = state.location.with(|it| (it.selection.query.clone(), it.article.is_some()));
            let is_other = !composing.get_untracked() && typed.get_untracked().trim() != query;
            if is_other || is_reading {
                state.kept.remember(&query);
            }
            if is_other {
                typed.set(query);
            }
        });
        Typing { state, input, typed, composing, in_step, completing: Completing::new(state, input, typed) }
    }

    fn search(self) {
        if !self.composing.get_untracked() {
            search_for(self.state, self.in_step, self.typed.get_untracked().trim().to_owned());
        }
    }

    /// Searches at once; what comes next is another query.
    fn finish(self) {
        if !self.composing.get_untracked() {
            self.completing.close();
            self.search();
            self.state.kept.remember(&self.typed.get_untracked());
            self.leave();
        }
    }

    fn leave(self) {
        self.completing.close();
        self.in_step.set(false);
    }

    /// Takes an offer; true where the query goes on with a value of the field that was taken.
    fn take(self, idx: usize) -> bool {
        match self.completing.take(idx) {
            Some(CompletionKind::Field) => {
                self.completing.want();
                true
            }
            Some(_) => {
                self.completing.close();
                false
            }
            None => false,
        }
    }

    fn key(self, event: &ev::KeyboardEvent, take: Callback<usize>) {
        let is_composing = event.is_composing() || event.key_code() == COMPOSING_KEY;
        let key = event.key();
        let completing = self.completing;
        if is_composing {
            if key == "Enter" {
                event.prevent_default();
            }
            return;
        }
        match (key.as_str(), completing.active.get_untracked()) {
            ("ArrowDown" | "ArrowUp", _) => {
                event.prevent_default();
                if untrack(|| completing.is_open()) {
                    completing.step(key == "ArrowDown");
                } else {
                    completing.want();
                    completing.ask();
                }
            }
            ("Enter", Some(idx)) => {
                event.prevent_default();
                take.run(idx);
            }
            ("Escape", _) if untrack(|| completing.is_open()) => {
                event.prevent_default();
                event.stop_propagation();
                completing.close();
            }
            _ => {}
        }
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
