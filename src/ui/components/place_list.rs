//! The places of the selection as a tree, with articles and figures each. Keys are those of a tree.

use leptos::attr::custom::custom_attribute;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html::Ul;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::engine::query::Facet;
use crate::ui::live::{self, live};
use crate::ui::state::{AppState, tr};
use crate::view_model::labels::Label;
use crate::view_model::place_tree::{self, TreeRow, TreeStep, Wanted};
use crate::view_model::words;

/// The rows that are open.
#[component]
pub fn PlaceList(
    /// Rows from above.
    rows: Memo<Vec<TreeRow>>,
    /// The rows that the person has opened or closed.
    wanted: RwSignal<Wanted>,
) -> impl IntoView {
    let state = AppState::of_app();
    let list = NodeRef::<Ul>::new();
    let stop = RwSignal::new(String::new());
    let most = Memo::new(move |_| rows.with(|it| it.iter().map(|row| row.count).max().unwrap_or(1)));
    let first = Memo::new(move |_| {
        let stop = stop.get();
        rows.with(|it| it.iter().find(|row| row.path == stop).or(it.first()).map(|row| row.path.clone()))
    });
    let tree = Tree { state, wanted, stop };
    let key = move |event: KeyboardEvent| {
        let rows = rows.get_untracked();
        let at = rows.iter().position(|it| Some(&it.path) == first.get_untracked().as_ref()).unwrap_or(0);
        let Some(step) = place_tree::step(&rows, at, &event.key()) else { return };
        event.prevent_default();
        let idx = tree.take(&rows, step);
        focus_soon(list, idx);
    };
    view! {
        <p class="place-list__head" aria-hidden="true">
            <span>{tr("facet.place")}</span>
            <span>{tr("view.articles")}</span>
            <span>{tr("view.figures")}</span>
        </p>
        <ul class="place-list" role="tree" aria-multiselectable="true" aria-labelledby="places-title" node_ref=list
            on:keydown=key>
            {live::rows(move || rows.get(), TreeRow::clone, move |row| view! { <Row row tree first most /> })}
        </ul>
    }
}

#[component]
fn Row(row: TreeRow, tree: Tree, first: Memo<Option<String>>, most: Memo<usize>) -> impl IntoView {
    let state = tree.state;
    let (stop, turned, chosen) = (row.path.clone(), row.path.clone(), row.path.clone());
    let (level, n_articles, n_figures) = (row.level, row.count, row.n_figures);
    let is_stop = Memo::new(move |_| first.with(|it| it.as_ref() == Some(&stop)));
    let mark = row.open.map(|open| {
        let class = if open { "place-list__mark place-list__mark--open" } else { "place-list__mark" };
        let turn = move |event: MouseEvent| {
            event.stop_propagation();
            tree.set_open(&turned, !open);
        };
        view! { <span class=class aria-hidden="true" on:click=turn></span> }
    });
    let part = move || format!("{:.3}", n_articles as f64 / most.get().max(1) as f64);
    view! {
        <li class="place-list__item" class:place-list__item--chosen=row.chosen role="treeitem"
            style:--depth=row.depth.to_string()
            aria-posinset=row.position.to_string()
            aria-setsize=row.n_siblings.to_string()
            aria-expanded=row.open.map(|it| it.to_string())
            aria-selected=row.chosen.to_string()
            tabindex=live(move || if is_stop.get() { "0" } else { "-1" })
            {..custom_attribute("aria-level", row.depth.to_string())}
            on:click=move |_| tree.choose(&chosen)>
            <span class="place-list__name">{mark}{row.name}
                <span class="place-list__level">{live(move || level.label(state.locale.get()))}</span>
            </span>
            <span class="place-list__articles">
                <span class="place-list__bar" style:--part=live(part) aria-hidden="true"></span>
                {live(move || words::counted(state.locale.get(), "chart.n-articles", n_articles))}
            </span>
            <span class="place-list__figures">{live(move || words::counted(state.locale.get(), "places.n-figures", n_figures))}</span>
        </li>
    }
}

/// What the rows share.
#[derive(Clone, Copy)]
struct Tree {
    state: AppState,
    wanted: RwSignal<Wanted>,
    /// The path that Tab reaches.
    stop: RwSignal<String>,
}

impl Tree {
    /// Does what a key asked; gives the row that has the focus afterwards.
    fn take(self, rows: &[TreeRow], step: TreeStep) -> usize {
        let (TreeStep::Focus(idx) | TreeStep::Toggle(idx) | TreeStep::Choose(idx)) = step;
        if let Some(row) = rows.get(idx) {
            self.stop.set(row.path.clone());
            match step {
                TreeStep::Focus(_) => {}
                TreeStep::Toggle(_) => self.set_open(&row.path, row.open != Some(true)),
                TreeStep::Choose(_) => self.choose(&row.path),
            }
        }
        idx
    }

    fn choose(self, path: &str) {
        self.stop.set(path.to_owned());
        self.state.navigate(|it| it.selection.toggle(Facet::Place, path));
    }

    fn set_open(self, path: &str, open: bool) {
        self.wanted.update(|it| {
            it.insert(path.to_owned(), open);
        });
    }
}

/// Focuses a row once the tree has been drawn anew.
fn focus_soon(list: NodeRef<Ul>, idx: usize) {
    request_animation_frame(move || {
        let item = u32::try_from(idx).ok().and_then(|idx| list.get_untracked()?.children().item(idx));
        if let Some(item) = item.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Fails only for an element that has gone meanwhile.
            let _ = item.focus();
        }
    });
}
