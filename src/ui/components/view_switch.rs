//! The switch between the five views: plain links, so that a view can be opened in a tab of its own.

use crate::ui::prelude::*;

use crate::ui::live::live;
use crate::ui::state::{AppState, tr};
use crate::view_model::labels::Label;
use crate::view_model::url::View;

/// Query and clauses go along to the next view.
#[component]
pub fn ViewSwitch() -> impl IntoView {
    let state = AppState::of_app();
    let links = View::ALL.map(|view| {
        let is_current = move || state.location.with(|it| it.view == view).then_some("page");
        view! {
            <li>
                <a class="view-switch__link" href=live(move || state.href(|it| it.view = view)) aria-current=live(is_current)>
                    {live(move || view.label(state.locale.get()))}
                </a>
            </li>
        }
    });
    view! {
        <nav class="view-switch" aria-label=tr("view.switch")>
            <ul class="view-switch__list">{links.into_iter().collect_view()}</ul>
        </nav>
    }
}
