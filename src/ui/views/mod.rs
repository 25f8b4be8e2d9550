//! The views, one file each, and the frame around them.

pub mod articles;
pub mod charts;
pub mod compare;
pub mod figures;
pub mod overview;
pub mod places;
pub mod words;

use crate::ui::prelude::*;

use super::components::clause_chips::ClauseChips;
use super::components::facet_panel::FacetPanel;
use super::components::library_status::LibraryStatus;
use super::components::load_notice::{FailedNotice, LoadingNotice};
use super::loading;
use super::state::AppState;
use crate::ui::live::live_view;
use crate::view_model::Load;
use crate::view_model::url::View;

/// Facets beside the view that the location names; before the pages are read, how reading goes.
#[component]
pub fn CurrentView() -> impl IntoView {
    let state = AppState::of_app();
    let status = Memo::new(move |_| {
        state.library.with(|it| match it {
            Load::Failed(error) => Some(Err(error.clone())),
            it => it.value().is_some().then_some(Ok(())),
        })
    });
    let again = move || leptos::task::spawn_local(loading::start(state));
    move || match status.get() {
        None => view! { <main class="frame__alone" id="main" tabindex="-1"><LoadingNotice key="load.pages" /></main> }
            .into_any(),
        Some(Err(error)) => {
            view! { <main class="frame__alone" id="main" tabindex="-1"><FailedNotice error again /></main> }.into_any()
        }
        Some(Ok(())) => view! { <Frame /> }.into_any(),
    }
}

#[component]
fn Frame() -> impl IntoView {
    let state = AppState::of_app();
    let view = Memo::new(move |_| state.location.with(|it| it.view));
    view! {
        <div class="frame">
            <FacetPanel />
            <main class="frame__main" id="main" tabindex="-1">
                <div class="frame__bar">
                    <ClauseChips />
                    <LibraryStatus />
                </div>
                {live_view(move || match view.get() {
                    View::Overview => view! { <overview::OverviewView /> }.into_any(),
                    View::Articles => view! { <articles::ArticlesView /> }.into_any(),
                    View::Figures => view! { <figures::FiguresView /> }.into_any(),
                    View::Charts => view! { <charts::ChartsView /> }.into_any(),
                    View::Places => view! { <places::PlacesView /> }.into_any(),
                    View::Words => view! { <words::WordsView /> }.into_any(),
                    View::Compare => view! { <compare::CompareView /> }.into_any(),
                })}
            </main>
        </div>
    }
}
