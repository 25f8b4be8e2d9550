//! The facet of places: a tree with counts. Several places can be included or excluded at once.

use crate::ui::prelude::*;
use leptos::ev::MouseEvent;

use super::facet_panel::title_id;
use super::load_notice::LoadingNotice;
use super::tree::Tree;
use crate::engine::query::{Choice, Facet};
use crate::ui::live::{self, live, live_view, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::Load;
use crate::view_model::format::count;
use crate::view_model::place_tree::{self, TreeRow, Wanted};

/// More rows than this are left to the filter.
const MAX_ROWS: usize = 400;

/// The tree, or why there is none yet.
#[component]
pub fn PlaceFacet() -> impl IntoView {
    let state = AppState::of_app();
    let wanted = RwSignal::new(Wanted::new());
    let filter = RwSignal::new(String::new());
    let roots = Memo::new(move |_| state.facets.with(|it| it.value().and_then(|it| it.places.clone())));
    let rows = Memo::new(move |_| {
        let mut rows =
            roots.with(|it| place_tree::rows(it.as_deref().unwrap_or_default(), &wanted.read(), &filter.read()));
        rows.truncate(MAX_ROWS);
        rows
    });
    let is_there = Memo::new(move |_| roots.with(Option::is_some));
    let content = move || match is_there.get() {
        true => view! { <PlaceTree rows wanted filter /> }.into_any(),
        false if state.lexicon.with(|it| matches!(it, Load::Failed(_))) => {
            view! { <p class="facet__wait">{tr("facet.place.missing")}</p> }.into_any()
        }
        false => view! { <LoadingNotice key="facet.place.wait" /> }.into_any(),
    };
    live_view(content)
}

#[component]
fn PlaceTree(rows: Memo<Vec<TreeRow>>, wanted: RwSignal<Wanted>, filter: RwSignal<String>) -> impl IntoView {
    let tree = Tree::new(rows, wanted);
    let is_empty = move || rows.with(Vec::is_empty);
    let paths = move || rows.with(|it| it.iter().map(|row| row.path.clone()).collect::<Vec<_>>());
    view! {
        <input class="field" type="text" autocomplete="off" aria-label=tr("facet.place.filter")
            placeholder=tr("facet.place.filter") prop:value=filter
            on:input=move |event| filter.set(event_target_value(&event)) />
        {when(move || !is_empty(), move || view! {
            <ul class="place-tree" role="tree" aria-multiselectable="true" aria-labelledby=title_id(Facet::Place)
                aria-description=tr("facet.place.keys") node_ref=tree.list on:keydown=move |event| tree.key(&event)>
                {live::rows(paths, String::clone, move |path| view! { <TreeItem path tree /> })}
            </ul>
        })}
        {when(is_empty, move || view! { <p class="facet__wait">{tr("facet.none")}</p> })}
    }
}

/// Looks itself up in the tree, so that it, and the focus on it, stays while counts change.
#[component]
fn TreeItem(path: String, tree: Tree) -> impl IntoView {
    let path = StoredValue::new(path);
    let found =
        Memo::new(move |_| tree.rows.with(|it| it.iter().find(|row| path.with_value(|it| row.path == *it)).cloned()));
    let part = move |of: fn(&TreeRow) -> String| live(move || found.with(|it| it.as_ref().map(of).unwrap_or_default()));
    let choice = Memo::new(move |_| found.with(|it| it.as_ref().map(|it| it.choice).unwrap_or_default()));
    let open = Memo::new(move |_| found.with(|it| it.as_ref().and_then(|it| it.open)));
    let turn = move |choice| path.with_value(|it| tree.turn(it, choice));
    let fold = move |event: MouseEvent| {
        event.stop_propagation();
        path.with_value(|it| tree.set_open(it, open.get_untracked() != Some(true)));
    };
    let exclude = move |event: MouseEvent| {
        event.stop_propagation();
        turn(Choice::Excluded);
    };
    view! {
        <li class="place-tree__item" class:place-tree__item--chosen=live(move || choice.get() == Choice::Included)
            class:place-tree__item--excluded=live(move || choice.get() == Choice::Excluded) role="treeitem"
            style:--depth=part(|it| it.depth.to_string())
            aria-level=part(|it| it.depth.to_string())
            aria-posinset=part(|it| it.position.to_string())
            aria-setsize=part(|it| it.n_siblings.to_string())
            aria-expanded=live(move || open.get().map(|it| it.to_string()))
            aria-selected=live(move || (choice.get() == Choice::Included).to_string())
            tabindex=live(move || path.with_value(|it| tree.tabindex(it)))
            on:click=move |_| turn(Choice::Included)>
            {when(move || open.get().is_some(), move || view! {
                <span class="place-tree__mark" class:place-tree__mark--open=live(move || open.get() == Some(true))
                    aria-hidden="true" on:click=fold></span>
            })}
            <span class="place-tree__name">{part(|it| it.name.clone())}</span>
            {when(move || choice.get() == Choice::Excluded, || view! {
                <span class="visually-hidden">{tr("facet.excluded")}</span>
            })}
            <span class="visually-hidden">", "</span>
            <span class="facet__count">{part(|it| count(it.count))}</span>
            <span class="visually-hidden">{tr("facet.unit")}</span>
            <span class="facet__not" aria-hidden="true" title=tr("facet.exclude.place") on:click=exclude>"−"</span>
        </li>
    }
}
