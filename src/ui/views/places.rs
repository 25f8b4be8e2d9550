//! The view of places: what the selection mentions, as a tree from the provinces down to the villages, as tiles, and on a
//! map of the owner's own.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::ui::prelude::*;
use js_sys::{Array, JsString, Object};

use crate::protocol::{Form, Ground, Places, PlacesWanted, Request, Response};
use crate::ui::asked::Asked;
use crate::ui::components::chosen_places::ChosenPlaces;
use crate::ui::components::empty_notice::EmptyNotice;
use crate::ui::components::load_status::LoadStatus;
use crate::ui::components::place_list::PlaceList;
use crate::ui::components::place_map::PlaceMap;
use crate::ui::components::place_switch::switch;
use crate::ui::components::quantity_picker::QuantityPicker;
use crate::ui::components::take_away::TakeAway;
use crate::ui::live::{live, live_view, when};
use crate::ui::owner_map::OwnerMap;
use crate::ui::state::{AppState, tr};
use crate::view_model::Load;
use crate::view_model::labels::Label;
use crate::view_model::place_location::{PlaceForm, PlaceOrder};
use crate::view_model::place_tree::{self, Wanted};

/// The switch between tree, tiles and map, what is shown, and what can be seen of the chosen places.
#[component]
pub fn PlacesView() -> impl IntoView {
    let state = AppState::of_app();
    let form = Memo::new(move |_| state.location.with(|it| it.places.form));
    let owner = OwnerMap::new(move || form.get() == PlaceForm::Map);
    let asked = Asked::new(
        state,
        move || Some(Request::Places(wanted(state, owner))),
        |response| match response {
            Response::Places(places) => Some(Arc::new(*places)),
            _ => None,
        },
    );
    let places = asked.value();
    let has_failed = move || state.lexicon.with(|it| matches!(it, Load::Failed(_)));
    let is_empty = Memo::new(move |_| places.with(|it| it.as_ref().map(|it| it.roots.is_empty())));
    let is_list = Memo::new(move |_| form.get() == PlaceForm::List);
    let content = move || match (is_empty.get(), is_list.get()) {
        (None, _) => ().into_any(),
        (Some(true), _) => view! { <EmptyNotice title="places.none" hint="places.none.hint" /> }.into_any(),
        (_, true) => view! {
            <ChosenPlaces places />
            <TakeAway id="take-places" title="view.places" forms=Form::OF_TABLES
                request=Arc::new(move || Some(Request::Places(wanted(state, owner)))) />
            <Tree places />
        }
        .into_any(),
        _ => view! { <ChosenPlaces places /><PlaceMap places owner /> }.into_any(),
    };
    let forms = move || {
        let n_forms = PlaceForm::ALL.len() - usize::from(owner.name.with(Option::is_none));
        let keys = PlaceForm::ALL.into_iter().take(n_forms).map(|it| it.key()).collect();
        switch("places.forms", keys, |it| it.places.form as usize, |it, form| it.places.form = PlaceForm::ALL[form])
    };
    view! {
        <div class="view places" aria-busy=live(move || asked.is_busy())>
            <h1 class="view__title" id="places-title">{tr("view.places")}</h1>
            <p class="view__lead">{tr("places.lead")}</p>
            {live_view(forms)}
            {live_view(move || match has_failed() {
                true => view! { <p class="notice">{tr("places.missing")}</p> }.into_any(),
                false => view! { <LoadStatus status=asked.status() waiting="load.lexicon" again=move || asked.again() /> }.into_any(),
            })}
            {live_view(content)}
        </div>
    }
}

/// What is asked of the worker. Tiles are shown in the place of a map as long as there is none.
pub fn wanted(state: AppState, owner: OwnerMap) -> PlacesWanted {
    let drawn = owner.shown();
    state.location.with(|it| {
        let tiles = Ground::Tiles(it.within.clone().filter(|_| it.places.form != PlaceForm::List).unwrap_or_default());
        let ground = match drawn.filter(|_| it.places.form == PlaceForm::Map) {
            Some(map) => Ground::Features(map.features.iter().map(|it| it.name.clone()).collect()),
            None => tiles,
        };
        let selection = it.selection.clone();
        PlacesWanted { selection, quantity: it.quantity, measure: it.places.measure, ground }
    })
}

/// The tree, with a filter for its names and the figures of a quantity.
#[component]
fn Tree(places: Memo<Option<Arc<Places>>>) -> impl IntoView {
    let state = AppState::of_app();
    let (opened, filter) = (RwSignal::new(Wanted::new()), RwSignal::new(String::new()));
    let quantity = Memo::new(move |_| state.location.with(|it| it.quantity));
    let order = Memo::new(move |_| state.location.with(|it| it.places.order));
    let roots = Memo::new(move |_| {
        let mut roots = places.with(|it| it.as_ref().map(|it| it.roots.clone())).unwrap_or_default();
        if order.get() == PlaceOrder::Name {
            place_tree::by_name(&mut roots, &compare);
        }
        roots
    });
    let rows = Memo::new(move |_| {
        let mut rows = roots.with(|it| place_tree::rows(it, &opened.read(), &filter.read()));
        if quantity.get().is_none() {
            rows.iter_mut().for_each(|it| it.largest = None);
        }
        rows
    });
    let quantities =
        Memo::new(move |_| places.with(|it| it.as_ref().map(|it| it.quantities.clone())).unwrap_or_default());
    let n_figures = Memo::new(move |_| quantities.with(|it| it.iter().map(|it| it.1).sum()));
    let orders = PlaceOrder::ALL.map(|it| it.key()).to_vec();
    let sort = switch(
        "places.orders",
        orders,
        |it| it.places.order as usize,
        |it, order| it.places.order = PlaceOrder::ALL[order],
    );
    view! {
        <QuantityPicker quantities chosen=quantity all=n_figures />
        <div class="places__tools">
            <input class="field places__filter" type="text" autocomplete="off" aria-label=tr("places.filter")
                placeholder=tr("places.filter") prop:value=filter
                on:input=move |event| filter.set(event_target_value(&event)) />
            {sort}
        </div>
        <PlaceList rows wanted=opened />
        {when(move || rows.with(Vec::is_empty), move || view! {<p class="notice">{tr("places.no-name")}</p>})}
    }
}

/// Chinese names as a Chinese reader looks them up.
fn compare(one: &str, other: &str) -> Ordering {
    JsString::from(one).locale_compare(other, &Array::of1(&"zh-CN".into()), &Object::new()).cmp(&0)
}
