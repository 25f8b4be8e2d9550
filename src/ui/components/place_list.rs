//! The places of the selection as a tree, with articles and figures each. Keys are those of a tree.

use crate::ui::prelude::*;
use leptos::ev::{KeyboardEvent, MouseEvent};

use super::tree::Tree;
use crate::engine::query::Choice;
use crate::engine::text::decimal;
use crate::ui::live::{self, live};
use crate::ui::state::{AppState, tr};
use crate::view_model::labels::Label;
use crate::view_model::place_tree::{TreeRow, Wanted};
use crate::view_model::{opening, words};

/// The rows that are open.
#[component]
pub fn PlaceList(
    /// Rows from above.
    rows: Memo<Vec<TreeRow>>,
    /// The rows that the person has opened or closed.
    wanted: RwSignal<Wanted>,
) -> impl IntoView {
    let state = AppState::of_app();
    let tree = Tree::new(rows, wanted);
    let most = Memo::new(move |_| rows.with(|it| it.iter().map(|row| row.count).max().unwrap_or(1)));
    let is_measured = move || state.location.with(|it| it.quantity.is_some());
    let largest = move || {
        let quantity = state.location.with(|it| it.quantity)?;
        Some(words::text_with(
            state.locale.get(),
            "places.measured.largest",
            &[("quantity", &quantity.label(state.locale.get()))],
        ))
    };
    view! {
        <p class="place-list__head" class:place-list--measured=live(is_measured) aria-hidden="true">
            <span>{tr("facet.place")}</span>
            <span>{tr("view.articles")}</span>
            <span>{tr("places.mentions")}</span>
            <span>{tr("view.figures")}</span>
            <span>{live(largest)}</span>
        </p>
        <ul class="place-list" class:place-list--measured=live(is_measured) role="tree" aria-multiselectable="true" aria-labelledby="places-title" aria-description=tr("facet.place.keys")
            node_ref=tree.list on:keydown=move |event| tree.key(&event)>
            {live::rows(move || rows.get(), TreeRow::clone, move |row| view! { <Row row tree most /> })}
        </ul>
    }
}

#[component]
fn Row(row: TreeRow, tree: Tree, most: Memo<usize>) -> impl IntoView {
    let state = AppState::of_app();
    let (stop, turned, chosen) = (row.path.clone(), row.path.clone(), row.path.clone());
    let (level, n_articles, n_figures, n_mentions) = (row.level, row.count, row.n_figures, row.n_mentions);
    let mark = row.open.map(|open| {
        let class = if open { "place-list__mark place-list__mark--open" } else { "place-list__mark" };
        let turn = move |event: MouseEvent| {
            event.stop_propagation();
            tree.set_open(&turned, !open);
        };
        view! { <span class=class aria-hidden="true" on:click=turn></span> }
    });
    let on_row = row.path.clone();
    let figure = row.largest.map(|(printed, article, figure)| {
        let href = move || state.href(|it| opening::open_figure(it, &article, figure));
        view! {
            <a href=live(href) tabindex=live(move || tree.tabindex(&on_row)) on:click=|event| event.stop_propagation()
                on:keydown=keep_enter>{printed}</a>
        }
    });
    let part = move || decimal::fixed(n_articles as f64 / most.get().max(1) as f64, 3);
    view! {
        <li class="place-list__item" class:place-list__item--chosen=row.choice == Choice::Included
            class:place-list__item--excluded=row.choice == Choice::Excluded role="treeitem"
            style:--depth=row.depth.to_string()
            aria-posinset=row.position.to_string()
            aria-setsize=row.n_siblings.to_string()
            aria-expanded=row.open.map(|it| it.to_string())
            aria-selected=(row.choice == Choice::Included).to_string()
            tabindex=live(move || tree.tabindex(&stop))
            aria-level=row.depth.to_string()
            on:click=move |_| tree.turn(&chosen, Choice::Included)>
            <span class="place-list__name">{mark}{row.name}
                {(row.choice == Choice::Excluded).then(|| view! { <span class="visually-hidden">{tr("facet.excluded")}</span> })}
                <span class="place-list__level">{live(move || level.label(state.locale.get()))}</span>
            </span>
            <span class="place-list__articles">
                <span class="place-list__bar" style:--part=live(part) aria-hidden="true"></span>
                {live(move || words::counted(state.locale.get(), "chart.n-articles", n_articles))}
            </span>
            <span class="place-list__figures">{live(move || words::counted(state.locale.get(), "places.n-mentions", n_mentions))}</span>
            <span class="place-list__figures">{live(move || words::counted(state.locale.get(), "places.n-figures", n_figures))}</span>
            <span class="place-list__largest">{figure}</span>
        </li>
    }
}

/// Enter on a link follows it; all other keys are the tree's.
fn keep_enter(event: KeyboardEvent) {
    if event.key() == "Enter" {
        event.stop_propagation();
    }
}
