//! The view of places: what the selection mentions, from the provinces down to the villages.

use crate::ui::prelude::*;

use crate::engine::query::Facet;
use crate::ui::components::empty_notice::EmptyNotice;
use crate::ui::components::load_notice::LoadingNotice;
use crate::ui::components::place_list::PlaceList;
use crate::ui::live::{live, live_view, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::Load;
use crate::view_model::labels::Label;
use crate::view_model::place_tree::{self, Wanted};
use crate::view_model::url::View;

/// The tree, a filter for its names, and what can be seen of the chosen places.
#[component]
pub fn PlacesView() -> impl IntoView {
    let state = AppState::of_app();
    let wanted = RwSignal::new(Wanted::new());
    let filter = RwSignal::new(String::new());
    let roots = Memo::new(move |_| state.facets.with(|it| it.value().and_then(|it| it.places.clone())));
    let rows = Memo::new(move |_| {
        roots.with(|it| place_tree::rows(it.as_deref().unwrap_or_default(), &wanted.read(), &filter.read()))
    });
    let n_roots = Memo::new(move |_| roots.with(|it| it.as_ref().map(Vec::len)));
    let has_failed = move || state.lexicon.with(|it| matches!(it, Load::Failed(_)));
    let content = move || match n_roots.get() {
        None if has_failed() => view! { <p class="notice">{tr("places.missing")}</p> }.into_any(),
        None => view! { <LoadingNotice key="load.lexicon" /> }.into_any(),
        Some(0) => view! { <EmptyNotice title="places.none" hint="places.none.hint" /> }.into_any(),
        Some(_) => view! {
            <input class="field places__filter" type="text" autocomplete="off" aria-label=tr("places.filter")
                placeholder=tr("places.filter") prop:value=filter
                on:input=move |event| filter.set(event_target_value(&event)) />
            <ChosenPlaces />
            <PlaceList rows wanted />
            {when(move || rows.with(Vec::is_empty), move || view! {<p class="notice">{tr("places.no-name")}</p>})}
        }
        .into_any(),
    };
    view! {
        <div class="view places">
            <h1 class="view__title" id="places-title">{tr("view.places")}</h1>
            <p class="view__lead">{tr("places.lead")}</p>
            {live_view(content)}
        </div>
    }
}

/// The ways on from the chosen places; keeps its line while none is chosen, so that the tree does not jump.
#[component]
fn ChosenPlaces() -> impl IntoView {
    let state = AppState::of_app();
    let names = Memo::new(move |_| {
        let last = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
        state.location.with(|it| it.selection.values(Facet::Place).into_iter().map(last).collect::<Vec<_>>())
    });
    let content = move || match names.with(Vec::is_empty) {
        true => view! { <p class="places__hint">{tr("places.hint")}</p> }.into_any(),
        false => view! {
            <p>{live(move || state.text_with("places.chosen", &[("names", &names.get().join("、"))]))}</p>
            <ul class="places__links">
                <Way view=View::Articles />
                <Way view=View::Figures />
                <Way view=View::Charts />
            </ul>
        }
        .into_any(),
    };
    view! { <div class="places__chosen">{live_view(content)}</div> }
}

#[component]
fn Way(view: View) -> impl IntoView {
    let state = AppState::of_app();
    let href = move || {
        state.href(|it| {
            it.view = view;
            it.close_article();
        })
    };
    view! { <li><a href=live(href)>{live(move || view.label(state.locale.get()))}</a></li> }
}
