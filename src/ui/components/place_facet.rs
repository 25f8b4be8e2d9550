//! The facet of places: a tree with counts. Keys are those of a tree: arrows, Home, End, Enter or Space to choose.

use std::collections::BTreeSet;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::load_notice::LoadingNotice;
use crate::engine::query::Facet;
use crate::ui::state::{AppState, tr};
use crate::view_model::Load;
use crate::view_model::format::count;
use crate::view_model::labels::Label;
use crate::view_model::place_tree::{self, TreeRow};

/// More rows than this are left to the filter.
const MAX_ROWS: usize = 400;

/// The tree, or why there is none yet.
#[component]
pub fn PlaceFacet() -> impl IntoView {
    let state = AppState::of_app();
    let toggled = RwSignal::new(BTreeSet::<String>::new());
    let filter = RwSignal::new(String::new());
    let rows = Memo::new(move |_| {
        let roots = state.facets.with(|it| it.value().and_then(|it| it.places.clone()))?;
        Some(place_tree::rows(&roots, &toggled.read(), &filter.read()))
    });
    let is_there = Memo::new(move |_| rows.with(Option::is_some));
    let content = move || match is_there.get() {
        true => view! { <PlaceTree rows toggled filter /> }.into_any(),
        false if state.lexicon.with(|it| matches!(it, Load::Failed(_))) => {
            view! { <p class="facet__wait">{tr("facet.place.missing")}</p> }.into_any()
        }
        false => view! { <LoadingNotice key="facet.place.wait" /> }.into_any(),
    };
    view! {
        <section class="facet" aria-labelledby="facet-place">
            <h2 class="facet__title" id="facet-place">{move || Facet::Place.label(state.locale.get())}</h2>
            {content}
        </section>
    }
}

#[component]
fn PlaceTree(
    rows: Memo<Option<Vec<TreeRow>>>,
    toggled: RwSignal<BTreeSet<String>>,
    filter: RwSignal<String>,
) -> impl IntoView {
    let tree = Tree { state: AppState::of_app(), rows, toggled, current: RwSignal::new(String::new()) };
    let stop = Memo::new(move |_| tree.stop());
    let items = move || {
        let rows = tree.shown().into_iter().take(MAX_ROWS);
        rows.map(|row| view! { <TreeItem row tree stop /> }).collect_view()
    };
    view! {
        <input class="field" type="text" autocomplete="off" aria-label=tr("facet.place.filter")
            placeholder=tr("facet.place.filter") prop:value=filter
            on:input=move |event| filter.set(event_target_value(&event)) />
        <Show when=move || !tree.shown().is_empty() fallback=move || view! { <p class="facet__wait">{tr("facet.none")}</p> }>
            <ul class="place-tree" role="tree" aria-multiselectable="true" aria-labelledby="facet-place"
                on:keydown=move |event| tree.key(event)>{items}</ul>
        </Show>
    }
}

#[component]
fn TreeItem(row: TreeRow, tree: Tree, stop: Memo<String>) -> impl IntoView {
    let (path, opened, chosen) = (row.path.clone(), row.path.clone(), row.path.clone());
    let is_stop = Memo::new(move |_| stop.with(|it| *it == path));
    let toggle = move |event: leptos::ev::MouseEvent| {
        event.stop_propagation();
        tree.toggle(&opened);
    };
    let mark = row.open.map(|open| {
        let class = if open { "place-tree__mark place-tree__mark--open" } else { "place-tree__mark" };
        view! { <span class=class aria-hidden="true" on:click=toggle></span> }
    });
    view! {
        <li class="place-tree__item" class:place-tree__item--chosen=row.chosen role="treeitem"
            style:--depth=row.depth.to_string()
            data-path=row.path
            attr:aria-level=row.depth.to_string()
            aria-posinset=row.position.to_string()
            aria-setsize=row.n_siblings.to_string()
            aria-expanded=row.open.map(|it| it.to_string())
            aria-selected=row.chosen.to_string()
            tabindex=move || if is_stop.get() { "0" } else { "-1" }
            on:click=move |_| tree.choose(&chosen)>
            {mark}
            <span class="place-tree__name">{row.name}</span>
            <span class="facet__count">{count(row.count)}</span>
        </li>
    }
}

/// What a tree's rows share.
#[derive(Clone, Copy)]
struct Tree {
    state: AppState,
    rows: Memo<Option<Vec<TreeRow>>>,
    toggled: RwSignal<BTreeSet<String>>,
    /// The path of the row that has, or had, the focus.
    current: RwSignal<String>,
}

impl Tree {
    fn shown(self) -> Vec<TreeRow> {
        self.rows.get().unwrap_or_default()
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

    fn toggle(self, path: &str) {
        self.toggled.update(|it| {
            if !it.remove(path) {
                it.insert(path.to_owned());
            }
        });
    }

    fn key(self, event: KeyboardEvent) {
        let rows = self.shown();
        let current = self.stop();
        let Some(at) = rows.iter().position(|it| it.path == current) else { return };
        let row = &rows[at];
        let target = match event.key().as_str() {
            "ArrowDown" => Some(at + 1),
            "ArrowUp" => at.checked_sub(1),
            "Home" => Some(0),
            "End" => rows.len().checked_sub(1),
            "ArrowRight" if row.open == Some(true) => Some(at + 1),
            "ArrowLeft" if row.open != Some(true) => place_tree::parent_of(&rows, at),
            "ArrowRight" | "ArrowLeft" => {
                if row.open.is_some() {
                    self.toggle(&row.path);
                }
                Some(at)
            }
            "Enter" | " " => {
                self.choose(&row.path);
                Some(at)
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(row) = target.and_then(|it| rows.get(it)) {
            self.current.set(row.path.clone());
            focus_soon(row.path.clone());
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
        if let Some(item) = item {
            // Fails only for an element that has gone meanwhile.
            let _ = item.focus();
        }
    });
}
