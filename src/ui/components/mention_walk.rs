//! The walk from one mention of a place, a date, a programme or a quantity to the next, through the open article and on
//! to the next article of the result list that has one.

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::article_text::show_mark;
use super::hit_walk::steps;
use crate::engine::query::Facet;
use crate::engine::text::Span;
use crate::protocol::{ArticleDetail, MentionWanted, Passage, Request, Response};
use crate::ui::live::{live, when};
use crate::ui::state::AppState;
use crate::view_model::article_words::stand_in;
use crate::view_model::format::count;
use crate::view_model::highlight::MentionKind;
use crate::view_model::mention_note::note;
use crate::view_model::mention_walk::{end_of, kind_of, mentions_of, place_among, thing};
use crate::view_model::word_links::open_line;
use crate::view_model::words::text_with;
use crate::view_model::{Locale, clauses};

/// Where a walk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct At {
    kind: MentionKind,
    span: Span,
    /// True where the walk came from another article.
    is_new: bool,
}

/// The walk of the reader.
#[derive(Clone, Copy)]
pub struct MentionWalk {
    state: AppState,
    at: RwSignal<Option<At>>,
    /// Where it is, in words.
    pub said: RwSignal<String>,
}

impl MentionWalk {
    /// It has not begun.
    pub fn new(state: AppState) -> Self {
        MentionWalk { state, at: RwSignal::new(None), said: RwSignal::new(String::new()) }
    }

    /// To be called for an article that was just opened: the walk goes on only where it led there.
    pub fn arrive(self) {
        let pointed = self.state.location.with_untracked(|it| it.at);
        if self.at.with_untracked(|it| it.is_some_and(|it| Some(it.span) != pointed)) {
            self.at.set(None);
        }
    }

    /// The kind of what is walked.
    pub fn kind(self) -> Option<MentionKind> {
        self.at.with_untracked(|it| it.map(|it| it.kind))
    }

    /// To the next mention of what mention number `idx` of `kind` is about, or to the one before.
    pub fn step(self, article: StoredValue<ArticleDetail>, kind: MentionKind, idx: usize, is_forward: bool) {
        let next = article.with_value(|it| {
            let (facet, value) = thing(&it.mentions, kind, idx)?;
            let same = mentions_of(&it.mentions, facet, value);
            let at = same.iter().position(|it| *it == idx)?;
            let beside = if is_forward { Some(at + 1) } else { at.checked_sub(1) };
            Some((facet, value.to_owned(), beside.and_then(|it| same.get(it).copied())))
        });
        match next {
            Some((_, _, Some(idx))) => self.show(article, kind, idx),
            Some((facet, value, None)) => self.leave(article, facet, value, is_forward),
            None => {}
        }
    }

    /// To the first mention of a place in the article.
    pub fn begin(self, article: StoredValue<ArticleDetail>, path: &str) {
        let first = article.with_value(|it| mentions_of(&it.mentions, Facet::Place, path).first().copied());
        first.into_iter().for_each(|it| self.show(article, MentionKind::Place, it));
    }

    fn show(self, article: StoredValue<ArticleDetail>, kind: MentionKind, idx: usize) {
        let span = article.with_value(|it| kind.span(&it.mentions, idx));
        self.at.set(Some(At { kind, span, is_new: false }));
        // Whoever walks wants to see the marks.
        self.state.marks.update(|it| {
            if !it.contains(&kind) {
                it.push(kind);
            }
        });
        request_animation_frame(move || show_mark(kind, idx));
    }

    /// Goes on in another article; round the end of this one where no other has a mention.
    fn leave(self, article: StoredValue<ArticleDetail>, facet: Facet, value: String, is_forward: bool) {
        let state = self.state;
        let from = article.with_value(|it| it.id.clone());
        let wanted = MentionWanted {
            selection: state.location.with_untracked(|it| it.selection.clone()),
            article: from.clone(),
            facet,
            value: value.clone(),
            is_forward,
        };
        let (Some(client), Some(kind)) = (state.client().get_value(), kind_of(facet)) else { return };
        spawn_local(async move {
            match client.ask(Request::NextMention(wanted)).await {
                Ok(Response::NextMention(Some(passage))) if passage.article != from => self.go(kind, &passage),
                _ => {
                    let idx = article.try_with_value(|it| {
                        let span = end_of(&it.mentions, facet, &value, is_forward)?;
                        (0..kind.count(&it.mentions)).find(|idx| kind.span(&it.mentions, *idx) == span)
                    });
                    idx.flatten().into_iter().for_each(|it| self.show(article, kind, it));
                }
            }
        });
    }

    fn go(self, kind: MentionKind, passage: &Passage) {
        self.at.set(Some(At { kind, span: passage.span, is_new: true }));
        self.state.navigate(|it| open_line(it, passage));
    }
}

/// The keys that go on and back, on a mark.
const KEYS: [&str; 2] = ["M", "Shift+M"];

/// The buttons of a mention's note, with its place among those of the same thing; nothing for what names nothing. Their
/// keys work on the mark itself, which keeps the focus.
pub fn note_steps(
    walk: MentionWalk,
    article: StoredValue<ArticleDetail>,
    kind: MentionKind,
    idx: usize,
) -> Option<AnyView> {
    let (at, n_all) = article.with_value(|it| place_among(&it.mentions, kind, idx))?;
    let step = Callback::new(move |is_forward| walk.step(article, kind, idx, is_forward));
    let place = format!("{} / {}", count(at + 1), count(n_all));
    Some(view! { <span class="mention-note__walk">{place}{steps(KEYS, Some("-1"), step)}</span> }.into_any())
}

/// Where the walk is, and its buttons; they stay in sight while the text is read. A live region that outlasts the
/// article says the same.
#[component]
pub fn MentionWalkBar(
    /// The open article.
    article: StoredValue<ArticleDetail>,
    /// The walk.
    walk: MentionWalk,
) -> impl IntoView {
    let state = walk.state;
    // The mention that the walk is at, if it is in this article.
    let here = Memo::new(move |_| {
        let at = walk.at.get()?;
        article
            .with_value(|it| (0..at.kind.count(&it.mentions)).find(|idx| at.kind.span(&it.mentions, *idx) == at.span))
            .map(|idx| (at.kind, idx, at.is_new))
    });
    Effect::new(move || {
        let locale = state.locale.get();
        let words =
            here.get().and_then(|(kind, idx, is_new)| article.with_value(|it| told(locale, it, kind, idx, is_new)));
        walk.said.set(words.unwrap_or_default());
    });
    let step = Callback::new(move |is_forward| {
        if let Some((kind, idx, _)) = here.get_untracked() {
            walk.step(article, kind, idx, is_forward);
        }
    });
    when(
        move || here.with(Option::is_some),
        move || view! { <p class="walk"><span>{live(move || walk.said.get())}</span>{steps(KEYS, None, step)}</p> },
    )
}

/// The thing, its mention's place among all of the article, and, in an article that the walk came to, its headline.
fn told(locale: Locale, article: &ArticleDetail, kind: MentionKind, idx: usize, is_new: bool) -> Option<String> {
    let mentions = &article.mentions;
    let (at, n_all) = place_among(mentions, kind, idx)?;
    let (facet, value) = thing(mentions, kind, idx)?;
    let name = match kind {
        MentionKind::Date => note(locale, &article.text, mentions, kind, idx)?.value,
        _ => clauses::value_words(facet, value, locale),
    };
    let values = [("what", name.as_str()), ("n", &count(at + 1)), ("all", &count(n_all))];
    let words = text_with(locale, "reader.walk.at", &values);
    let headline = if article.headline.is_empty() { stand_in(&article.text) } else { article.headline.clone() };
    Some(if is_new { text_with(locale, "reader.walk.new", &[("article", &headline), ("at", &words)]) } else { words })
}
