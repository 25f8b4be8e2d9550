//! The state of the search box's list of completions: what is offered, which offer is at hand, and when it is asked for.

use crate::ui::prelude::*;
use leptos::html::Input;

use super::state::AppState;
use crate::engine::query::completion::{Completion, CompletionKind, CompletionList};
use crate::engine::text::position::{byte_of_utf16, utf16_at};
use crate::protocol::{Request, Response};
use crate::view_model::{Load, Locale};

/// The list and the box it belongs to.
#[derive(Clone, Copy)]
pub struct Completing {
    state: AppState,
    input: NodeRef<Input>,
    typed: RwSignal<String>,
    list: RwSignal<Load<CompletionList>>,
    /// Whether the person wants to see offers.
    wanted: RwSignal<bool>,
    /// The offer at hand.
    pub active: RwSignal<Option<usize>>,
}

impl Completing {
    /// Nothing is offered yet. `typed` is the text of the box.
    pub fn new(state: AppState, input: NodeRef<Input>, typed: RwSignal<String>) -> Self {
        let (list, wanted) = (RwSignal::new(Load::Idle), RwSignal::new(false));
        Completing { state, input, typed, list, wanted, active: RwSignal::new(None) }
    }

    /// Asks for what the text can go on with at the caret.
    pub fn ask(self) {
        let Some(input) = self.input.get_untracked().filter(|_| self.wanted.get_untracked()) else { return };
        let query = self.typed.get_untracked();
        let caret = input.selection_end().ok().flatten().map_or(query.len(), |it| byte_of_utf16(&query, it as usize));
        let past = self.state.kept.past.get_untracked();
        self.active.set(None);
        self.state.request(self.list, Request::Complete { query, caret, past }, |response| match response {
            Response::Completion(list) => Some(list),
            _ => None,
        });
    }

    /// From now on offers are shown as they come.
    pub fn want(self) {
        self.active.set(None);
        self.wanted.set(true);
    }

    /// Shows no more offers.
    pub fn close(self) {
        self.wanted.set(false);
        self.active.set(None);
        self.list.set(Load::Idle);
    }

    /// What is offered now.
    pub fn offers(self) -> Vec<Completion> {
        if !self.wanted.get() {
            return vec![];
        }
        self.list.with(|it| it.value().map(|it| it.offers.clone()).unwrap_or_default())
    }

    /// True where something is offered.
    pub fn is_open(self) -> bool {
        self.wanted.get() && self.list.with(|it| it.value().is_some_and(|it| !it.offers.is_empty()))
    }

    /// Goes to the next offer, or the one before; past the ends back to the box.
    pub fn step(self, forward: bool) {
        let n_offers = untrack(|| self.offers().len());
        let last = n_offers.checked_sub(1);
        self.active.update(|it| {
            *it = match (*it, forward) {
                (None, true) => last.map(|_| 0),
                (None, false) => last,
                (Some(idx), true) => Some(idx + 1).filter(|it| *it < n_offers),
                (Some(idx), false) => idx.checked_sub(1),
            }
        });
    }

    /// Writes the offer `idx` into the box, with the caret behind it. Gives what kind of thing it was; `None` where the
    /// offers are those of an earlier text.
    pub fn take(self, idx: usize) -> Option<CompletionKind> {
        let (span, offer) = self.list.with_untracked(|it| match it {
            Load::Ready(list) => Some((list.span, list.offers.get(idx)?.clone())),
            _ => None,
        })?;
        let language = usize::from(self.state.locale.get_untracked() == Locale::English);
        let text = self.typed.get_untracked();
        let written = format!("{}{}", text.get(..span.start)?, offer.writing.get(language)?);
        let caret = u32::try_from(utf16_at(&written, written.len())).unwrap_or_default();
        let text = format!("{written}{}", text.get(span.end..)?.trim_start());
        if let Some(input) = self.input.get_untracked() {
            input.set_value(&text);
            // Refused only by inputs that have no caret.
            let _ = input.set_selection_range(caret, caret);
        }
        self.typed.set(text);
        self.active.set(None);
        Some(offer.kind)
    }
}
