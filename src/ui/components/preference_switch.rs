//! Language and theme.

use crate::ui::prelude::*;

use crate::ui::live::live;
use crate::ui::preferences::Theme;
use crate::ui::state::{AppState, tr};
use crate::view_model::Locale;

/// Two plain lists to choose from.
#[component]
pub fn PreferenceSwitch() -> impl IntoView {
    let state = AppState::of_app();
    let locales = Locale::ALL.map(|locale| {
        view! {
            <option value=locale.as_str() lang=locale.html_lang() selected=live(move || state.locale.get() == locale)>
                {locale.own_name()}
            </option>
        }
    });
    let themes = Theme::ALL.map(|theme| {
        view! {
            <option value=theme.as_str() selected=live(move || state.theme.get() == theme)>{tr(theme.label_key())}</option>
        }
    });
    let choose_locale = move |event| {
        Locale::parse(&event_target_value(&event)).into_iter().for_each(|it| state.locale.set(it));
    };
    let choose_theme = move |event| {
        Theme::parse(&event_target_value(&event)).into_iter().for_each(|it| state.theme.set(it));
    };
    view! {
        <div class="preference-switch">
            <select class="select" aria-label=tr("preference.language") on:change=choose_locale>
                {locales.into_iter().collect_view()}
            </select>
            <select class="select" aria-label=tr("preference.theme") on:change=choose_theme>
                {themes.into_iter().collect_view()}
            </select>
        </div>
    }
}
