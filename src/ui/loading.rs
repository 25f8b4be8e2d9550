//! What is asked of the engine, and when: first the pages, then the list, and only when that is on screen the
//! dictionary; afterwards whatever the location names.

use crate::ui::prelude::*;
use gloo::timers::future::TimeoutFuture;
use leptos::task::spawn_local;

use super::client::Client;
use super::state::{AppState, ROWS_PER_STEP};
use crate::error::Error;
use crate::protocol::{Request, Response, Window};
use crate::view_model::Load;

/// Milliseconds after which what has come of the pages is shown; a small library is read by then.
const FIRST_LOOK: u32 = 500;
/// How often that time doubles: in all more than half an hour.
const MOST_DOUBLINGS: u32 = 11;

/// Starts the engine and keeps list, facets and article what the location says.
pub fn keep_loaded(state: AppState) {
    spawn_local(start(state));
    load_lexicon_after_first_list(state);
    keep_list(state);
    keep_article(state);
}

/// Starts the engine where it does not run, and loads the pages: at the beginning, and when the person tries again.
pub async fn start(state: AppState) {
    state.library.set(Load::Pending(None));
    let client = match state.client().get_value() {
        Some(client) => Ok(client),
        None => Client::start().await,
    };
    match client {
        Ok(client) => {
            state.client().set_value(Some(client.clone()));
            state.request(state.library, Request::LoadCorpus, library);
            show_what_has_come(state, &client).await;
        }
        Err(error) => state.library.set(Load::Failed(error)),
    }
}

/// While many pages are read, shows those that have come, now and then and ever less often: whatever is on the screen is
/// asked anew each time.
async fn show_what_has_come(state: AppState, client: &Client) {
    for doublings in 0..=MOST_DOUBLINGS {
        TimeoutFuture::new(FIRST_LOOK << doublings).await;
        if !state.is_importing() {
            return;
        }
        let Ok(Response::Library(library)) = client.ask(Request::Library).await else { return };
        if state.is_importing() && library.n_articles > 0 {
            state.library.set(Load::Pending(Some(library)));
        }
    }
}

/// Loads dictionary and gazetteer; what the screen shows meanwhile stays.
pub async fn load_lexicon(state: AppState) {
    let Some(client) = state.client().get_value() else { return };
    state.lexicon.set(Load::Pending(None));
    match client.ask(Request::LoadLexicon).await {
        Ok(Response::Library(library)) => {
            state.library.set(Load::Ready(library));
            state.lexicon.set(Load::Ready(()));
        }
        Ok(_) => state.lexicon.set(Load::Failed(Error::Codec)),
        Err(error) => state.lexicon.set(Load::Failed(error)),
    }
}

/// The list must be painted before the dictionary is asked for: a frame is requested to draw, a second one comes after.
fn load_lexicon_after_first_list(state: AppState) {
    Effect::new(move |asked: Option<bool>| {
        let is_listed = !state.is_importing() && state.articles.with(|it| matches!(it, Load::Ready(_)));
        let is_first = !asked.unwrap_or(false) && is_listed;
        if is_first {
            request_animation_frame(move || request_animation_frame(move || spawn_local(load_lexicon(state))));
        }
        asked.unwrap_or(false) || is_first
    });
}

/// List and facets follow the selection, and are asked anew when words and places have come.
fn keep_list(state: AppState) {
    let selection = Memo::new(move |_| state.location.with(|it| it.selection.clone()));
    Effect::new(move |before: Option<_>| {
        let selection = selection.get();
        if before.is_some_and(|it| it != selection) {
            state.n_rows.set(ROWS_PER_STEP);
        }
        selection
    });
    Effect::new(move || {
        let _ = state.lexicon_ready();
        if state.is_loaded() {
            let window = Window { offset: 0, limit: state.n_rows.get() };
            let request = Request::Articles { selection: selection.get(), window };
            state.request(state.articles, request, |response| match response {
                Response::Articles(list) => Some(list),
                _ => None,
            });
        }
    });
    Effect::new(move || {
        let _ = state.lexicon_ready();
        if state.is_loaded() {
            let request = Request::Facets { selection: selection.get(), views: state.facet_views.get() };
            state.request(state.facets, request, |response| match response {
                Response::Facets(facets) => Some(facets),
                _ => None,
            });
        }
    });
}

/// The open article follows the location.
fn keep_article(state: AppState) {
    let opened = Memo::new(move |_| state.location.with(|it| (it.article.clone(), it.selection.clone())));
    Effect::new(move || {
        let _ = state.lexicon_ready();
        let (article, selection) = opened.get();
        match article {
            Some(id) if state.is_loaded() => {
                let request = Request::Article { id, selection };
                state.request(state.article, request, |response| match response {
                    Response::Article(article) => Some(*article),
                    _ => None,
                });
            }
            Some(_) => {}
            None => state.article.set(Load::Idle),
        }
    });
}

fn library(response: Response) -> Option<crate::protocol::Library> {
    match response {
        Response::Library(library) => Some(library),
        _ => None,
    }
}
