//! The top of the screen: the paper's name, the search box, the views, language and theme.

use crate::ui::prelude::*;

use super::preference_switch::PreferenceSwitch;
use super::search_box::SearchBox;
use super::view_switch::ViewSwitch;
use crate::ui::live::live;
use crate::ui::state::{AppState, tr};
use crate::view_model::url::AppLocation;

/// The banner. The name leads back to everything.
#[component]
pub fn Masthead() -> impl IntoView {
    let state = AppState::of_app();
    view! {
        <header class="masthead">
            <a class="masthead__name" href=live(move || state.href(|it| *it = AppLocation::default()))>
                <span class="masthead__hanzi" lang="zh-Hans">{tr("app.hanzi")}</span>
                <span class="masthead__latin" lang="en">{tr("app.latin")}</span>
            </a>
            <SearchBox />
            <ViewSwitch />
            <PreferenceSwitch />
        </header>
    }
}
