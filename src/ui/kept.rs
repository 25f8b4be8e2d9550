//! What a person keeps in this browser: saved views and past queries. Where nothing can be kept they last as long as the
//! page, and that is said.
//!
//! Before each change the storage is read again, since another tab may have changed it.

use crate::ui::prelude::*;

use super::storage;
use crate::view_model::kept_notice::KeptNotice;
use crate::view_model::past_queries;
use crate::view_model::saved_views::{self, SavedView};

const VIEWS_KEY: &str = "banmian.views";
/// Where views that could not be read are put aside.
const DAMAGED_KEY: &str = "banmian.views.damaged";
const PAST_KEY: &str = "banmian.past";

/// Saved views and past queries.
#[derive(Clone, Copy)]
pub struct Kept {
    /// The views, the last saved first.
    pub views: RwSignal<Vec<SavedView>>,
    /// The queries, the last asked first.
    pub past: RwSignal<Vec<String>>,
    /// What the person should know about them.
    pub notice: RwSignal<Option<KeptNotice>>,
}

impl Kept {
    /// What this browser has kept.
    pub fn of_browser() -> Self {
        let past = storage::read(PAST_KEY).map(|it| past_queries::parse(&it)).unwrap_or_default();
        let stored = storage::read(VIEWS_KEY);
        let (views, notice) = match stored.as_deref().map(saved_views::parse) {
            None => (vec![], None),
            Some(Ok(views)) => (views, None),
            Some(Err(bad)) => {
                // What cannot be put aside stays where it is until the first view is saved.
                let _ = storage::write(DAMAGED_KEY, &stored.unwrap_or_default());
                (vec![], Some(KeptNotice::Damaged(bad)))
            }
        };
        Kept { views: RwSignal::new(views), past: RwSignal::new(past), notice: RwSignal::new(notice) }
    }

    /// Changes the views and keeps them; `change` gives what is to be said.
    pub fn change_views(self, change: impl FnOnce(&mut Vec<SavedView>) -> Option<KeptNotice>) {
        let stored = storage::read(VIEWS_KEY).and_then(|it| saved_views::parse(&it).ok());
        let mut views = stored.unwrap_or_else(|| self.views.get_untracked());
        let said = change(&mut views);
        let kept = storage::write(VIEWS_KEY, &saved_views::print(&views));
        self.views.set(views);
        self.notice.set(if kept.is_ok() { said } else { Some(KeptNotice::NotKept) });
    }

    /// Adds the views of a file.
    pub fn import(self, file: Option<String>) {
        match file.as_deref().map(saved_views::parse) {
            None => self.notice.set(Some(KeptNotice::Unread)),
            Some(Err(bad)) => self.notice.set(Some(KeptNotice::BadFile(bad))),
            Some(Ok(imported)) => {
                self.change_views(|views| Some(KeptNotice::Merged(saved_views::merge(views, imported))));
            }
        }
    }

    /// Remembers a query.
    pub fn remember(self, query: &str) {
        if query.trim().is_empty() || self.past.with_untracked(|it| it.first().is_some_and(|it| it == query.trim())) {
            return;
        }
        let mut past = storage::read(PAST_KEY).map_or_else(|| self.past.get_untracked(), |it| past_queries::parse(&it));
        past_queries::remember(&mut past, query);
        self.set_past(past);
    }

    /// Forgets every query.
    pub fn forget_queries(self) {
        self.set_past(vec![]);
    }

    fn set_past(self, past: Vec<String>) {
        if storage::write(PAST_KEY, &past.join("\n")).is_err() {
            self.notice.set(Some(KeptNotice::NotKept));
        }
        self.past.set(past);
    }
}
