//! Saved views and past queries: a panel where views are saved, opened, renamed, deleted, and taken in and out as a file.

use crate::ui::prelude::*;
use leptos::ev;
use leptos::html::Input;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use super::popover::Popover;
use super::saved_view_row::SavedViewRow;
use crate::ui::browser;
use crate::ui::focus::focus_id;
use crate::ui::live::{self, live, live_view, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::clauses::chips;
use crate::view_model::kept_notice::{KeptNotice, notice_text};
use crate::view_model::saved_views;

/// The name of the file that is exported.
const FILE_NAME: &str = "banmian-views.txt";
const PANEL_ID: &str = "kept";
/// The id of the panel's button, where the focus goes when what had it is gone.
pub const BUTTON_ID: &str = "kept-button";

/// A button with its panel.
#[component]
pub fn SavedViews() -> impl IntoView {
    let open = RwSignal::new(false);
    let content = move || {
        view! {
            <div class="kept">
                <h2 class="kept__title">{tr("kept.views")}</h2>
                <SaveForm />
                <ViewList open />
                <Files />
                <Notice />
                <h2 class="kept__title">{tr("kept.past")}</h2>
                <PastQueries open />
            </div>
        }
    };
    view! { <Popover id=PANEL_ID sign="☆" label="kept.title" open children=content.into() /> }
}

/// A name, proposed from what is chosen, and a button.
#[component]
fn SaveForm() -> impl IntoView {
    let state = AppState::of_app();
    let name = NodeRef::<Input>::new();
    let proposal = move || {
        let locale = state.locale.get();
        let labels: Vec<String> =
            state.location.with(|it| chips(&it.selection, locale)).into_iter().map(|it| it.label).collect();
        if labels.is_empty() { state.text("kept.everything") } else { labels.join(" · ") }
    };
    let save = move |event: ev::MouseEvent| {
        event.prevent_default();
        let Some(name) = name.get_untracked().map(|it| it.value()) else { return };
        let today = browser::today();
        let location = state.location.get_untracked();
        state.kept.change_views(|views| saved_views::save(views, &name, &location, &today).map(KeptNotice::Saved));
    };
    view! {
        <div class="kept__save">
            <input class="field" type="text" autocomplete="off" node_ref=name aria-label=tr("kept.name") prop:value=live(proposal) />
            <button class="button" type="button" on:click=save>{tr("kept.save")}</button>
        </div>
    }
}

#[component]
fn ViewList(open: RwSignal<bool>) -> impl IntoView {
    let views = AppState::of_app().kept.views;
    view! {
        <ul class="kept__list">
            {live::rows(move || views.get(), Clone::clone, move |view| view! { <SavedViewRow view open /> })}
        </ul>
        {when(move || views.with(Vec::is_empty), move || view! { <p class="kept__none">{tr("kept.none")}</p> })}
    }
}

/// Export is a link to the file itself, so that it needs no right to write anywhere.
#[component]
fn Files() -> impl IntoView {
    let kept = AppState::of_app().kept;
    let file = move || {
        let text = kept.views.with(|it| saved_views::print(it));
        format!("data:text/plain;charset=utf-8,{}", String::from(js_sys::encode_uri_component(&text)))
    };
    let import = move |event: ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|it| it.get(0)) else { return };
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.ok().and_then(|it| it.as_string());
            kept.import(text);
            // The same file can be chosen again.
            input.set_value("");
        });
    };
    view! {
        <div class="kept__files">
            {when(move || kept.views.with(|it| !it.is_empty()), move || view! {
                <a class="button button--quiet" href=live(file) download=FILE_NAME>{tr("kept.export")}</a>
            })}
            <label class="kept__import">
                <span>{tr("kept.import")}</span>
                <input type="file" accept=".txt,text/plain" on:change=import />
            </label>
        </div>
    }
}

#[component]
fn Notice() -> impl IntoView {
    let state = AppState::of_app();
    let words = move || state.kept.notice.with(|it| it.as_ref().map(|it| notice_text(state.locale.get(), it)));
    view! { <p class="kept__notice" role="status">{live(words)}</p> }
}

/// The last queries; a click asks one again.
#[component]
fn PastQueries(open: RwSignal<bool>) -> impl IntoView {
    let state = AppState::of_app();
    let past = state.kept.past;
    let row = move |query: String| {
        let asked = query.clone();
        let ask = move |_| {
            open.set(false);
            state.narrow(|it| it.selection.query = asked.clone());
        };
        view! { <li><button class="kept__query" type="button" lang="zh-Hans" on:click=ask>{query}</button></li> }
    };
    let clear = move |_| {
        state.kept.forget_queries();
        focus_id(BUTTON_ID);
    };
    let list = move || match past.with(Vec::is_empty) {
        true => view! { <p class="kept__none">{tr("kept.past.none")}</p> }.into_any(),
        false => view! {
            <ul class="kept__list">{past.get().into_iter().map(row).collect_view()}</ul>
            <button class="button button--quiet" type="button" on:click=clear>{tr("kept.past.clear")}</button>
        }
        .into_any(),
    };
    live_view(list)
}
