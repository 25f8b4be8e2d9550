//! A saved view: a link that opens it, its day, and what can be done with it.

use crate::ui::prelude::*;
use leptos::html::Input;

use super::saved_views::BUTTON_ID;
use crate::ui::focus::{focus, focus_id};
use crate::ui::live::{live, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::saved_views::{self, SavedView};

/// Opening a view closes the panel. A new name is typed in place of the old one.
#[component]
pub fn SavedViewRow(
    /// The view.
    view: SavedView,
    /// Whether the panel is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = AppState::of_app();
    let SavedView { name, link, saved } = view;
    let name = StoredValue::new(name);
    let renaming = RwSignal::new(false);
    let named = move |key: &'static str| live(move || state.text_with(key, &[("name", &name.get_value())]));
    let delete = move |_| {
        state.kept.change_views(|views| {
            saved_views::delete(views, &name.get_value());
            None
        });
        focus_id(BUTTON_ID);
    };
    view! {
        <li class="kept__view">
            <a class="kept__link" href=link lang="zh-Hans" on:click=move |_| open.set(false)>{name.get_value()}</a>
            <span class="kept__day">{saved}</span>
            <button class="button button--quiet" type="button" aria-label=named("kept.rename")
                aria-expanded=live(move || renaming.get().to_string()) on:click=move |_| renaming.update(|it| *it = !*it)>
                {tr("kept.rename.short")}
            </button>
            <button class="button button--quiet" type="button" aria-label=named("kept.delete") on:click=delete>
                {tr("kept.delete.short")}
            </button>
            {when(move || renaming.get(), move || view! { <NewName name renaming /> })}
        </li>
    }
}

#[component]
fn NewName(name: StoredValue<String>, renaming: RwSignal<bool>) -> impl IntoView {
    let state = AppState::of_app();
    let input = NodeRef::<Input>::new();
    Effect::new(move || input.get().iter().for_each(|it| focus(it)));
    let done = move || {
        let new_name = input.get_untracked().map(|it| it.value()).unwrap_or_default();
        renaming.set(false);
        state.kept.change_views(|views| {
            saved_views::rename(views, &name.get_value(), &new_name);
            None
        });
        focus_id(BUTTON_ID);
    };
    view! {
        <div class="kept__save">
            <input class="field" type="text" autocomplete="off" node_ref=input value=name.get_value()
                aria-label=live(move || state.text_with("kept.rename.field", &[("name", &name.get_value())]))
                // The panel stands in the search form, which Enter must not submit.
                on:keydown=move |event| if event.key() == "Enter" && !event.is_composing() {
                    event.prevent_default();
                    done();
                } />
            <button class="button button--quiet" type="button" on:click=move |_| done()>{tr("kept.rename.done")}</button>
        </div>
    }
}
