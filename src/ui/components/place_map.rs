//! The places on tiles, or on a map of the owner's own: shaded by what is chosen, with the same data as a table.

use std::sync::Arc;

use crate::ui::prelude::*;
use leptos::ev::{Event, KeyboardEvent};
use leptos::html::Div;
use wasm_bindgen::JsCast;

use super::chart_picker::ChartFormSwitch;
use super::place_switch::switch;
use super::place_table::PlaceTable;
use super::quantity_picker::QuantityPicker;
use super::scene_picture::ScenePicture;
use super::take_away::TakeAway;
use crate::engine::chart::Scene;
use crate::engine::query::{Clause, Facet};
use crate::protocol::{Form, MapProblem, PlaceMeasure, Places, Request};
use crate::ui::browser;
use crate::ui::focus::focus_id;
use crate::ui::live::{live, live_view, when};
use crate::ui::measure;
use crate::ui::owner_map::OwnerMap;
use crate::ui::state::{AppState, tr};
use crate::ui::views::places::wanted;
use crate::view_model::labels::Label;
use crate::view_model::place_location::PlaceForm;
use crate::view_model::place_map::{self, MapWords};
use crate::view_model::url::ChartForm;
use crate::view_model::words;

/// Id of the list of leagues, which has the focus after the keyboard has zoomed.
const ZOOM: &str = "places-zoom";

/// Measures, the way in and out, picture or table.
#[component]
pub fn PlaceMap(
    /// What is shown.
    places: Memo<Option<Arc<Places>>>,
    /// The owner's map.
    owner: OwnerMap,
) -> impl IntoView {
    let state = AppState::of_app();
    let measure = Memo::new(move |_| state.location.with(|it| it.places.measure));
    let form = Memo::new(move |_| state.location.with(|it| it.form));
    let is_map = Memo::new(move |_| places.with(|it| it.as_ref().is_some_and(|it| it.ground.path.is_empty())));
    let quantities =
        Memo::new(move |_| places.with(|it| it.as_ref().map(|it| it.quantities.clone())).unwrap_or_default());
    let quantity = Memo::new(move |_| places.with(|it| it.as_ref().and_then(|it| it.quantity)));
    let title = move || {
        let locale = state.locale.get();
        places.with(|it| it.as_ref().map(|places| MapWords { places, measure: measure.get(), locale }.title()))
    };
    Effect::new(move || {
        // A map without a place that anybody knows is as good as none: the tiles stay.
        let knows_none = places.with(|it| it.as_ref().is_some_and(|it| it.knows_no_feature()));
        if knows_none && owner.problem().is_none() {
            owner.drawn.set(Some(Err(MapProblem::NoPlace)));
        }
    });
    let measures = PlaceMeasure::ALL.map(|it| it.key()).to_vec();
    let measures = switch(
        "places.measures",
        measures,
        |it| it.places.measure as usize,
        |it, to| it.places.measure = PlaceMeasure::ALL[to],
    );
    let problem = move || {
        let problem = owner.problem().filter(|_| state.location.with(|it| it.places.form == PlaceForm::Map))?;
        let reason = problem.label(state.locale.get());
        Some(
            view! { <p class="notice" role="status">{state.text_with("places.map.problem", &[("reason", &reason)])}</p> },
        )
    };
    view! {
        <div class="places__tools">{measures}{when(move || !is_map.get(), move || view! { <Zoom places /> })}</div>
        {when(move || measure.get() == PlaceMeasure::Largest, move || view! { <QuantityPicker quantities chosen=quantity /> })}
        {live_view(problem)}
        <figure class="chart" aria-labelledby="map-title">
            <figcaption class="chart__caption">
                <h2 class="chart__title" id="map-title">{live(title)}</h2>
                <Notes places measure />
                <ChartFormSwitch />
            </figcaption>
            {live_view(move || match form.get() {
                ChartForm::Picture => view! { <Picture places measure owner /> }.into_any(),
                ChartForm::Table => view! { <PlaceTable places measure /> }.into_any(),
            })}
        </figure>
    }
}

/// What stands behind the map; articles about places outside of it lead on to them.
#[component]
fn Notes(places: Memo<Option<Arc<Places>>>, measure: Memo<PlaceMeasure>) -> impl IntoView {
    let state = AppState::of_app();
    let notes = move || {
        let locale = state.locale.get();
        let Some(places) = places.get() else { return ().into_any() };
        let notes = MapWords { places: &places, measure: measure.get(), locale }.notes();
        let outside = (places.n_outside > 0).then(|| {
            let text = words::counted(locale, "places.map.outside", places.n_outside);
            let paths = places.outside.clone();
            let href = state.href(|it| drop(it.selection.clauses.insert(Facet::Place, Clause::any_of(paths))));
            view! { <li><a href=href>{text}</a></li> }
        });
        view! { {notes.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}{outside} }.into_any()
    };
    view! { <ul class="chart__notes">{live_view(notes)}</ul> }
}

/// The list of leagues to zoom into.
#[component]
fn Zoom(places: Memo<Option<Arc<Places>>>) -> impl IntoView {
    let state = AppState::of_app();
    let leagues = Memo::new(move |_| places.with(|it| it.as_ref().map(|it| it.leagues.clone())).unwrap_or_default());
    let within = Memo::new(move |_| state.location.with(|it| it.within.clone()).unwrap_or_default());
    let choose = move |event: Event| {
        let path = event_target_value(&event);
        state.navigate(|it| it.within = Some(path).filter(|it| !it.is_empty()));
    };
    let options = move || {
        let of = |path: String, name: String| {
            let is_chosen = path == within.get();
            view! { <option value=path prop:selected=is_chosen>{name}</option> }
        };
        let whole = of(String::new(), state.text("places.zoom.whole"));
        let leagues = leagues.get().into_iter().map(|it| of(it.path, it.name));
        std::iter::once(whole).chain(leagues).collect_view()
    };
    view! {
        <label class="option-pick">
            <span class="option-pick__name">{tr("places.zoom")}</span>
            <select class="field" id=ZOOM on:change=choose>{live_view(options)}</select>
        </label>
    }
}

#[component]
fn Picture(places: Memo<Option<Arc<Places>>>, measure: Memo<PlaceMeasure>, owner: OwnerMap) -> impl IntoView {
    let state = AppState::of_app();
    let place = NodeRef::<Div>::new();
    let width = browser::width(place);
    let scene = Memo::new(move |_| {
        let (Some(element), Some(places)) = (place.get(), places.get()) else { return Arc::default() };
        let (words, letters) = (
            MapWords { places: &places, measure: measure.get(), locale: state.locale.get() },
            measure::paper(&element, width.get()),
        );
        let width = width.get().floor();
        Arc::new(match owner.shown().filter(|_| places.ground.path.is_empty()) {
            _ if width <= 0.0 => Scene::default(),
            Some(drawn) => place_map::map(words, &drawn, width, &letters),
            None => place_map::tiles(words, width, &letters),
        })
    });
    let caption = Memo::new(move |_| {
        let words = |places: &Arc<Places>| {
            let words = MapWords { places, measure: measure.get(), locale: state.locale.get() };
            [vec![words.title()], words.notes()].concat()
        };
        places.with(|it| it.as_ref().map(words).unwrap_or_default())
    });
    let whole = Arc::new(move || Some(Request::Places(wanted(state, owner))));
    view! {
        <TakeAway id="take-map" title="view.places" forms=Form::OF_CHARTS request=whole scene caption />
        <div class="place-map" node_ref=place on:keydown=move |event| zoom(state, places, &event)><ScenePicture scene title_id="map-title" /></div>
    }
}

/// `+` goes into the league that has the focus, `-` comes out.
fn zoom(state: AppState, places: Memo<Option<Arc<Places>>>, event: &KeyboardEvent) {
    let within = match event.key().as_str() {
        "+" | "=" => {
            let element = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
            let number = element.and_then(|it| it.get_attribute("data-datum")?.parse::<usize>().ok());
            let Some(path) = number.and_then(|it| places.with_untracked(|all| all.as_ref()?.league(it))) else {
                return;
            };
            Some(path)
        }
        "-" if state.location.with_untracked(|it| it.within.is_some()) => None,
        _ => return,
    };
    event.prevent_default();
    state.navigate(|it| it.within = within);
    focus_id(ZOOM);
}
