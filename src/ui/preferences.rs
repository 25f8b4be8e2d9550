//! Language and theme: the browser's until the person chooses, then kept in this browser.

use crate::ui::prelude::*;

use super::browser;
use super::storage::{read, write};
use crate::view_model::Locale;

const LOCALE_KEY: &str = "banmian.locale";
const THEME_KEY: &str = "banmian.theme";

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The name that is kept; the words stand in the translations under `theme.<name>`.
    pub fn as_str(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The key of its name on the screen.
    pub fn label_key(self) -> &'static str {
        match self {
            Theme::System => "theme.system",
            Theme::Light => "theme.light",
            Theme::Dark => "theme.dark",
        }
    }

    /// The theme of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Theme::ALL.into_iter().find(|it| it.as_str() == name)
    }
}

/// The language that was chosen here before, else the browser's.
pub fn stored_locale() -> Locale {
    let browser = || window().navigator().language().unwrap_or_default();
    read(LOCALE_KEY).and_then(|it| Locale::parse(&it)).unwrap_or_else(|| Locale::for_browser(&browser()))
}

/// The theme that was chosen here before, else the system's.
pub fn stored_theme() -> Theme {
    read(THEME_KEY).and_then(|it| Theme::parse(&it)).unwrap_or_default()
}

/// Keeps both choices and shows them on the root element, as long as the application runs.
pub fn apply(locale: RwSignal<Locale>, theme: RwSignal<Theme>) {
    Effect::new(move |before: Option<()>| {
        set_root_attribute("lang", locale.get().html_lang());
        if before.is_some() {
            // A preference that cannot be kept is only lost.
            let _ = write(LOCALE_KEY, locale.get().as_str());
        }
    });
    let system_is_dark = browser::media("(prefers-color-scheme: dark)");
    Effect::new(move |before: Option<()>| {
        let is_dark = match theme.get() {
            Theme::System => system_is_dark.get(),
            theme => theme == Theme::Dark,
        };
        set_root_attribute("data-theme", if is_dark { "dark" } else { "light" });
        if before.is_some() {
            let _ = write(THEME_KEY, theme.get().as_str());
        }
    });
}

fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // Refused only for a name that is none.
        let _ = root.set_attribute(name, value);
    }
}
