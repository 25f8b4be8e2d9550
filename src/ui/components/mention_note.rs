//! The note of the mark that has focus or the pointer: its normalised values.

use crate::ui::prelude::*;
use leptos::ev::MouseEvent;
use web_sys::HtmlElement;

use super::mention_walk::{MentionWalk, note_steps};
use crate::protocol::ArticleDetail;
use crate::ui::live::{live, live_view};
use crate::ui::state::AppState;
use crate::view_model::highlight::MentionKind;
use crate::view_model::mention_note::{Note, kind_text, note as note_of};

/// Which mentions the note is about, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteAt {
    /// The mentions, by kind and number.
    pub covers: Vec<(MentionKind, usize)>,
    left: i32,
    top: i32,
    is_above: bool,
}

/// Pixels that a note may need; where the screen has less below a mark, and more above it, the note stands above.
const ROOM: f64 = 180.0;

impl NoteAt {
    /// The note of a mark, below it or above it; `None` for an element that is none.
    pub fn of(mark: &HtmlElement) -> Option<Self> {
        let covers = mark.get_attribute("data-covers")?;
        let covers = covers.split(' ').filter_map(cover).collect();
        let place = mark.get_bounding_client_rect();
        let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(f64::INFINITY);
        let is_above = place.bottom() + ROOM > height && place.top() > ROOM;
        let top = mark.offset_top() + if is_above { 0 } else { mark.offset_height() };
        Some(NoteAt { covers, left: mark.offset_left(), top, is_above })
    }

    /// The number of the mention of `kind` that it is about.
    pub fn idx_of(&self, kind: MentionKind) -> Option<usize> {
        self.covers.iter().find(|(it, _)| *it == kind).map(|(_, idx)| *idx)
    }
}

fn cover(text: &str) -> Option<(MentionKind, usize)> {
    let (name, idx) = text.rsplit_once('-')?;
    let kind = MentionKind::ALL.into_iter().find(|it| it.as_str() == name)?;
    Some((kind, idx.parse().ok()?))
}

/// A tooltip; empty and hidden where no mark has focus or the pointer.
#[component]
pub fn MentionNote(
    /// The open article.
    article: StoredValue<ArticleDetail>,
    /// The mark.
    note: RwSignal<Option<NoteAt>>,
    /// The walk from mention to mention.
    walk: MentionWalk,
) -> impl IntoView {
    let state = AppState::of_app();
    let notes = move || {
        let covers = note.with(|it| it.as_ref().map(|it| it.covers.clone()).unwrap_or_default());
        let found = covers.into_iter().filter_map(move |(kind, idx)| {
            let note = article.with_value(|it| told(state, it, kind, idx))?;
            Some(view! { <NoteBody note />{note_steps(walk, article, kind, idx)} })
        });
        found.collect_view()
    };
    let pixels = move |of: fn(&NoteAt) -> i32| note.with(|it| it.as_ref().map(|it| format!("{}px", of(it))));
    view! {
        <div class="mention-note" class:mention-note--shown=live(move || note.with(Option::is_some))
            class:mention-note--above=live(move || note.with(|it| it.as_ref().is_some_and(|it| it.is_above))) id="mention-note" role="tooltip"
            // A press would take the focus, and the note with it, off the mark.
            on:mousedown=move |event: MouseEvent| event.prevent_default()
            lang=live(move || state.locale.get().html_lang())
            style:--note-x=live(move || pixels(|it| it.left))
            style:--note-y=live(move || pixels(|it| it.top))>{live_view(notes)}</div>
    }
}

/// What is told of a mention: with how it was read, where the switch for that is on.
pub fn told(state: AppState, article: &ArticleDetail, kind: MentionKind, idx: usize) -> Option<Note> {
    let locale = state.locale.get();
    let note = note_of(locale, &article.text, &article.mentions, kind, idx)?;
    let is_on = state.location.with(|it| it.reading);
    Some(if is_on { note.with_reading(locale, &article.mentions, &article.rules, idx) } else { note })
}

/// Kind, value and facts of a mention.
#[component]
pub fn NoteBody(
    /// What to say.
    note: Note,
) -> impl IntoView {
    let state = AppState::of_app();
    let Note { kind, value, facts } = note;
    let fact = |(name, value): (String, String)| {
        view! { <span class="mention-note__fact"><span class="mention-note__name">{name}</span>{value}</span> }
    };
    view! {
        <span class=format!("mention-note__part mention-note__part--{}", kind.as_str())>
            <span class="mention-note__kind">{live(move || kind_text(state.locale.get(), kind))}</span>
            <span class="mention-note__value">{value}</span>
            {facts.into_iter().map(fact).collect_view()}
        </span>
    }
}
