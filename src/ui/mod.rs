//! The screen: components read the state, call the worker, and print what it answers.
//!
//! Nothing here reads text or computes: that is `view_model`'s and the engine's business. Nothing but `engine` knows
//! where the engine runs, nothing but `client` knows that there are bytes, and nothing but `history` knows the URL.

mod asked;
mod browser;
mod client;
mod clipboard;
mod completing;
pub mod components;
mod download;
pub mod element;
mod engine;
mod focus;
mod history;
mod kept;
mod live;
mod loading;
mod measure;
pub mod owner_map;
mod picture;
pub mod preferences;
pub mod prelude;
pub mod reactive;
pub mod side_module;
pub mod state;
mod storage;
mod taking;
pub mod views;
mod wording;

use crate::ui::prelude::*;

use components::announcer::Announcer;
use components::masthead::Masthead;
use state::{AppState, tr};
use views::CurrentView;

/// Mounts the application, once its words are there.
pub fn start() {
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(async {
        wording::load_first().await;
        leptos::mount::mount_to_body(App);
        wording::load_rest().await;
    });
}

/// The whole screen: masthead, facets, the view that the location names.
#[component]
fn App() -> impl IntoView {
    let state = AppState::of_new_page();
    provide_context(state);
    Effect::new(move || document().set_title(&state.text("app.title")));
    view! {
        <a class="skip-link" href="#main" on:click=skip_to_main>{tr("skip.main")}</a>
        <Masthead />
        <CurrentView />
        <Announcer />
    }
}

/// The hash is the screen's state, so the skip link moves the focus itself.
fn skip_to_main(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    focus::focus_main();
}
