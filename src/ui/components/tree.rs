//! What the two trees of places share: one Tab stop, and the keys of a tree as the ARIA practices give them.

use crate::ui::prelude::*;
use leptos::ev::KeyboardEvent;
use leptos::html::Ul;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::engine::query::{Choice, Facet};
use crate::ui::focus::focus;
use crate::ui::state::AppState;
use crate::view_model::place_tree::{self, TreeRow, TreeStep, Wanted};

/// Letters typed within this time, in milliseconds, are one beginning of a name.
const TYPING: f64 = 700.0;

/// What a tree's rows share.
#[derive(Clone, Copy)]
pub struct Tree {
    state: AppState,
    /// The rows that are on screen.
    pub rows: Memo<Vec<TreeRow>>,
    wanted: RwSignal<Wanted>,
    /// The path of the row that has, or had, the focus.
    current: RwSignal<String>,
    /// The one row that Tab reaches: the last focused one, else the first.
    pub stop: Memo<String>,
    /// The element whose children are the rows.
    pub list: NodeRef<Ul>,
    /// When a letter was typed last, and what was typed until then.
    typed: StoredValue<(f64, String)>,
}

impl Tree {
    /// A tree of `rows`; `wanted` are those that the person has opened or closed.
    pub fn new(rows: Memo<Vec<TreeRow>>, wanted: RwSignal<Wanted>) -> Self {
        let current = RwSignal::new(String::new());
        let stop = Memo::new(move |_| {
            let current = current.get();
            rows.with(|it| it.iter().find(|row| row.path == current).or(it.first()).map(|row| row.path.clone()))
                .unwrap_or_default()
        });
        let typed = StoredValue::new((0.0, String::new()));
        Tree { state: AppState::of_app(), rows, wanted, current, stop, list: NodeRef::new(), typed }
    }

    /// Gives a place this choice, or takes it away where the place has it.
    pub fn turn(self, path: &str, choice: Choice) {
        self.current.set(path.to_owned());
        self.state.narrow(|it| it.selection.turn(Facet::Place, path, choice));
    }

    /// Opens or closes a row.
    pub fn set_open(self, path: &str, open: bool) {
        self.wanted.update(|it| {
            it.insert(path.to_owned(), open);
        });
    }

    /// `0` for the row that Tab reaches.
    pub fn tabindex(self, path: &str) -> &'static str {
        if self.stop.with(|it| it == path) { "0" } else { "-1" }
    }

    /// Does what a key asks.
    pub fn key(self, event: &KeyboardEvent) {
        let rows = self.rows.get_untracked();
        let stop = self.stop.get_untracked();
        let at = rows.iter().position(|it| it.path == stop).unwrap_or(0);
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let letter = key.chars().nth(1).is_none().then_some(key.as_str());
        let typed = || place_tree::typed_ahead(&rows, at, &self.typed_with(letter?)).map(TreeStep::Focus);
        let Some(step) = place_tree::step(&rows, at, &key).or_else(typed) else { return };
        event.prevent_default();
        self.take(&rows, step);
    }

    fn take(self, rows: &[TreeRow], step: TreeStep) {
        use TreeStep::{Choose, Exclude, Focus, OpenAll, Toggle};
        let (Focus(idx) | Toggle(idx) | Choose(idx) | Exclude(idx) | OpenAll(idx)) = step;
        let Some(row) = rows.get(idx) else { return };
        self.current.set(row.path.clone());
        match step {
            Focus(_) => {}
            Toggle(_) => self.set_open(&row.path, row.open != Some(true)),
            Choose(_) => self.turn(&row.path, Choice::Included),
            Exclude(_) => self.turn(&row.path, Choice::Excluded),
            OpenAll(_) => place_tree::siblings(rows, idx).into_iter().for_each(|it| self.set_open(&it.path, true)),
        }
        self.focus_soon(row.path.clone());
    }

    /// What was typed of a name, with one more letter.
    fn typed_with(self, letter: &str) -> String {
        let now = js_sys::Date::now();
        self.typed.update_value(|(last, typed)| {
            if now - *last > TYPING {
                typed.clear();
            }
            typed.push_str(letter);
            *last = now;
        });
        self.typed.with_value(|it| it.1.clone())
    }

    /// Focuses a row once the tree has been drawn anew.
    fn focus_soon(self, path: String) {
        request_animation_frame(move || {
            // Once the list is there, its rows are.
            let list = self.list.try_get_untracked().flatten();
            let item = list.and_then(|list| {
                let idx = self.rows.with_untracked(|it| it.iter().position(|row| row.path == path))?;
                list.children().item(idx as u32)
            });
            item.and_then(|it| it.dyn_into::<HtmlElement>().ok()).iter().for_each(focus);
        });
    }
}
