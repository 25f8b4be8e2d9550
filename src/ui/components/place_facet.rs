//! The facet of places: a tree with counts. Keys are those of a tree: arrows, Home, End, Enter or Space to choose.

use leptos::attr::custom::custom_attribute;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::load_notice::LoadingNotice;
use crate::engine::query::Facet;
use crate::ui::focus::focus;
use crate::ui::live::{self, live, live_view, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::Load;
use crate::view_model::format::count;
use crate::view_model::labels::Label;
use crate::view_model::place_tree::{self, TreeRow, TreeStep, Wanted};

/// More rows than this are left to the filter.
const MAX_ROWS: usize = 400;

/// The tree, or why there is none yet.
#[component]
pub fn PlaceFacet() -> impl IntoView {
    let state = AppState::of_app();
    let wanted = RwSignal::new(Wanted::new());
    let filter = RwSignal::new(String::new());
    let rows = Memo::new(move |_| {
        let roots = state.facets.with(|it| it.value().and_then(|it| it.places.clone()))?;
        Some(place_tree::rows(&roots, &wanted.read(), &filter.read()))
    });
    let is_there = Memo::new(move |_| rows.with(Option::is_some));
    let content = move || match is_there.get() {
        true => view! { <PlaceTree rows wanted filter /> }.into_any(),
        false if state.lexicon.with(|it| matches!(it, Load::Failed(_))) => {
            view! { <p class="facet__wait">{tr("facet.place.missing")}</p> }.into_any()
        }
        false => view! { <LoadingNotice key="facet.place.wait" /> }.into_any(),
    };
    view! {
        <div class="facet" role="group" aria-labelledby="facet-place">
            <h2 class="facet__title" id="facet-place">{live(move || Facet::Place.label(state.locale.get()))}</h2>
            {live_view(content)}
        </div>
    }
}

#[component]
fn PlaceTree(rows: Memo<Option<Vec<TreeRow>>>, wanted: RwSignal<Wanted>, filter: RwSignal<String>) -> impl IntoView {
    let tree = Tree { state: AppState::of_app(), rows, wanted, current: RwSignal::new(String::new()) };
    let stop = Memo::new(move |_| tree.stop());
    let items = move || tree.shown().into_iter().take(MAX_ROWS).map(|it| it.path).collect::<Vec<_>>();
    view! {
        <input class="field" type="text" autocomplete="off" aria-label=tr("facet.place.filter")
            placeholder=tr("facet.place.filter") prop:value=filter
            on:input=move |event| filter.set(event_target_value(&event)) />
        {when(move || !tree.is_empty(), move || view! {
            <ul class="place-tree" role="tree" aria-multiselectable="true" aria-labelledby="facet-place"
                on:keydown=move |event| tree.key(event)>
                {live::rows(items, String::clone, move |path| view! { <TreeItem path tree stop /> })}
            </ul>
        })}
        {when(move || tree.is_empty(), move || view! { <p class="facet__wait">{tr("facet.none")}</p> })}
    }
}

/// Looks itself up in the tree, so that it, and the focus on it, stays while counts change.
#[component]
fn TreeItem(path: String, tree: Tree, stop: Memo<String>) -> impl IntoView {
    let path = StoredValue::new(path);
    let found = Memo::new(move |_| tree.rows.with(|it| find(it.as_ref()?, &path.get_value())));
    let part = move |of: fn(&TreeRow) -> String| move || found.with(|it| it.as_ref().map(of).unwrap_or_default());
    let is_chosen = move || found.with(|it| it.as_ref().is_some_and(|it| it.chosen));
    let open = Memo::new(move |_| found.with(|it| it.as_ref().and_then(|it| it.open)));
    let tabindex = move || if stop.with(|it| *it == path.get_value()) { "0" } else { "-1" };
    let toggle = move |event: leptos::ev::MouseEvent| {
        event.stop_propagation();
        tree.set_open(&path.get_value(), open.get_untracked() != Some(true));
    };
    view! {
        <li class="place-tree__item" class:place-tree__item--chosen=live(is_chosen) role="treeitem"
            style:--depth=part(|it| it.depth.to_string())
            {..custom_attribute("aria-level", part(|it| it.depth.to_string()))}
            data-path=path.get_value()
            aria-posinset=part(|it| it.position.to_string())
            aria-setsize=part(|it| it.n_siblings.to_string())
            aria-expanded=live(move || open.get().map(|it| it.to_string()))
            aria-selected=live(move || is_chosen().to_string())
            tabindex=live(tabindex)
            on:click=move |_| tree.choose(&path.get_value())>
            {when(move || open.get().is_some(), move || view! {
                <span class="place-tree__mark" class:place-tree__mark--open=live(move || open.get() == Some(true))
                    aria-hidden="true" on:click=toggle></span>
            })}
            <span class="place-tree__name">{part(|it| it.name.clone())}</span>
            <span class="facet__count">{part(|it| count(it.count))}</span>
        </li>
    }
}

fn find(rows: &[TreeRow], path: &str) -> Option<TreeRow> {
    rows.iter().find(|it| it.path == path).cloned()
}

/// What a tree's rows share.
#[derive(Clone, Copy)]
struct Tree {
    state: AppState,
    rows: Memo<Option<Vec<TreeRow>>>,
    wanted: RwSignal<Wanted>,
    /// The path of the row that has, or had, the focus.
    current: RwSignal<String>,
}

impl Tree {
    fn shown(self) -> Vec<TreeRow> {
        self.rows.get().unwrap_or_default()
    }

    /// True where no row is shown.
    fn is_empty(self) -> bool {
        self.rows.with(|it| it.as_ref().is_none_or(Vec::is_empty))
    }

    /// The one row that Tab reaches: the last focused one, else the first.
    fn stop(self) -> String {
        let rows = self.shown();
        let current = self.current.get();
        let stop = rows.iter().find(|it| it.path == current).or(rows.first());
        stop.map(|it| it.path.clone()).unwrap_or_default()
    }

    fn choose(self, path: &str) {
        self.current.set(path.to_owned());
        self.state.narrow(|it| it.selection.toggle(Facet::Place, path));
    }

    fn set_open(self, path: &str, open: bool) {
        self.wanted.update(|it| {
            it.insert(path.to_owned(), open);
        });
    }

    fn key(self, event: KeyboardEvent) {
        let rows = self.shown();
        let current = self.stop();
        let at = rows.iter().position(|it| it.path == current).unwrap_or(0);
        let Some(step) = place_tree::step(&rows, at, &event.key()) else { return };
        event.prevent_default();
        let (TreeStep::Focus(idx) | TreeStep::Toggle(idx) | TreeStep::Choose(idx)) = step;
        let Some(row) = rows.get(idx) else { return };
        self.current.set(row.path.clone());
        match step {
            TreeStep::Focus(_) => focus_soon(row.path.clone()),
            TreeStep::Toggle(_) => self.set_open(&row.path, row.open != Some(true)),
            TreeStep::Choose(_) => self.choose(&row.path),
        }
    }
}

/// Focuses a row once the tree has been drawn anew.
fn focus_soon(path: String) {
    request_animation_frame(move || {
        let items = document().query_selector_all(".place-tree__item").ok();
        let found = items.into_iter().flat_map(|it| (0..it.length()).filter_map(move |idx| it.item(idx)));
        let item = found
            .filter_map(|it| it.dyn_into::<web_sys::HtmlElement>().ok())
            .find(|it| it.get_attribute("data-path").as_ref() == Some(&path));
        item.iter().for_each(focus);
    });
}
