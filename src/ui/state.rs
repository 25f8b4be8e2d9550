//! Everything the screen knows: one struct of `Copy` signals, made once.

use std::collections::BTreeMap;
use std::ops::Deref;

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::client::Client;
use super::kept::Kept;
use super::preferences::{self, Theme};
use super::{browser, history, loading};
use crate::engine::query::Facet;
use crate::error::Error;
use crate::protocol::{ArticleDetail, ArticleList, FacetView, Facets, Library, Request, Response};
use crate::view_model::highlight::MentionKind;
use crate::view_model::url::AppLocation;
use crate::view_model::{Load, Locale, words};

/// Rows that the result list shows at first, and more each time that more are asked for.
pub const ROWS_PER_STEP: usize = 50;

/// Where list and reader no longer fit side by side; the same width stands in `style/layout.css`.
const NARROW: &str = "(max-width: 50rem)";

/// The screen's state, held by every part of the screen: a reference, so that closures carry a word and not a struct.
#[derive(Clone, Copy)]
pub struct AppState(&'static Signals);

impl Deref for AppState {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// What the state is made of. Values are plain; signals stand only here.
pub struct Signals {
    /// What a link carries; the same as the URL's hash.
    pub location: RwSignal<AppLocation>,
    /// The pages that are loaded.
    pub library: RwSignal<Load<Library>>,
    /// How loading dictionary and gazetteer goes.
    pub lexicon: RwSignal<Load<()>>,
    /// The result list.
    pub articles: RwSignal<Load<ArticleList>>,
    /// How many rows of it are asked for.
    pub n_rows: RwSignal<usize>,
    /// The facets' counts.
    pub facets: RwSignal<Load<Facets>>,
    /// What of each facet is shown.
    pub facet_views: RwSignal<BTreeMap<Facet, FacetView>>,
    /// The open article.
    pub article: RwSignal<Load<ArticleDetail>>,
    /// The kinds of mention that the reader marks, in the order of `MentionKind::ALL`.
    pub marks: RwSignal<Vec<MentionKind>>,
    /// The language of the screen.
    pub locale: RwSignal<Locale>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// True where list and reader do not fit side by side.
    pub is_narrow: Memo<bool>,
    /// Saved views and past queries.
    pub kept: Kept,
    /// On a narrow screen: whether the facets are shown.
    pub facets_open: RwSignal<bool>,
    /// Asks the engine; `None` until it runs.
    client: StoredValue<Option<Client>, LocalStorage>,
}

impl AppState {
    /// The state of a page that was just opened, and everything that keeps it true.
    pub fn of_new_page() -> Self {
        // The page has one state, as long as it is there.
        let state = AppState(Box::leak(Box::new(Signals {
            location: RwSignal::new(history::current()),
            library: RwSignal::new(Load::Pending(None)),
            lexicon: RwSignal::new(Load::Idle),
            articles: RwSignal::new(Load::Pending(None)),
            n_rows: RwSignal::new(ROWS_PER_STEP),
            facets: RwSignal::new(Load::Pending(None)),
            facet_views: RwSignal::default(),
            article: RwSignal::new(Load::Idle),
            marks: RwSignal::new(MentionKind::ALL.to_vec()),
            locale: RwSignal::new(preferences::stored_locale()),
            theme: RwSignal::new(preferences::stored_theme()),
            is_narrow: browser::media(NARROW),
            kept: Kept::of_browser(),
            facets_open: RwSignal::new(false),
            client: StoredValue::new_local(None),
        })));
        preferences::apply(state.locale, state.theme);
        history::follow(state.location);
        loading::keep_loaded(state);
        state
    }

    /// The state of the application that the caller is a part of.
    pub fn of_app() -> Self {
        expect_context()
    }

    /// Goes to another location; Back returns.
    pub fn navigate(self, change: impl FnOnce(&mut AppLocation)) {
        let location = self.changed(change);
        if location != self.location.get_untracked() {
            history::push(&location);
            self.location.set(location);
        }
    }

    /// Changes what is asked. Where list and reader do not fit side by side, the list comes to the front.
    pub fn narrow(self, change: impl FnOnce(&mut AppLocation)) {
        let is_narrow = self.is_narrow.get_untracked();
        self.navigate(|location| {
            change(location);
            if is_narrow {
                location.close_article();
            }
        });
    }

    /// Corrects the location without a step of its own in the history, for what changes with every letter typed.
    pub fn amend(self, change: impl FnOnce(&mut AppLocation)) {
        let location = self.changed(change);
        if location != self.location.get_untracked() {
            history::replace(&location);
            self.location.set(location);
        }
    }

    /// The address of another location, for a link. Follows the state where it is called in a reactive place.
    pub fn href(self, change: impl FnOnce(&mut AppLocation)) -> String {
        let mut location = self.location.get();
        change(&mut location);
        history::href(&location)
    }

    /// Changes what of a facet is shown.
    pub fn show_of(self, facet: Facet, change: impl FnOnce(&mut FacetView)) {
        self.facet_views.update(|it| change(it.entry(facet).or_default()));
    }

    /// Asks the engine for `target`. What `target` has stays there until the answer comes; a stale answer is dropped.
    pub fn request<T>(self, target: RwSignal<Load<T>>, request: Request, take: fn(Response) -> Option<T>)
    where
        T: Send + Sync + 'static,
    {
        let Some(client) = self.client.get_value() else { return };
        target.update(|it| *it = std::mem::take(it).reloading());
        spawn_local(async move {
            let Some(answer) = client.ask_latest(request).await else { return };
            target.set(match answer.map(take) {
                Ok(Some(value)) => Load::Ready(value),
                Ok(None) => Load::Failed(Error::Codec),
                Err(error) => Load::Failed(error),
            });
        });
    }

    /// True once the engine has read the pages, for effects that ask it something: they run again when it has, and
    /// again when words and places have come.
    pub fn is_loaded(self) -> bool {
        self.library.with(|it| it.value().is_some())
    }

    /// True while pages are read; those that have come may be on the screen.
    pub fn is_importing(self) -> bool {
        self.library.with(|it| matches!(it, Load::Pending(_)))
    }

    /// True once places and words are known.
    pub fn lexicon_ready(self) -> bool {
        self.library.with(|it| it.value().is_some_and(|it| it.lexicon_ready))
    }

    /// The words of `key` in the language of the screen.
    pub fn text(self, key: &str) -> String {
        words::text(self.locale.get(), key)
    }

    /// The words of `key` with every `%{name}` replaced.
    pub fn text_with(self, key: &str, values: &[(&str, &str)]) -> String {
        words::text_with(self.locale.get(), key, values)
    }

    /// Lends the engine's client to `loading`.
    pub(super) fn client(self) -> StoredValue<Option<Client>, LocalStorage> {
        self.client
    }

    fn changed(self, change: impl FnOnce(&mut AppLocation)) -> AppLocation {
        let mut location = self.location.get_untracked();
        change(&mut location);
        location
    }
}

/// The words of `key`, followed by the screen when the language changes.
pub fn tr(key: &'static str) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    let state = AppState::of_app();
    move || state.text(key)
}
