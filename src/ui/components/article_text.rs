//! The text of an article with its mentions marked. The marks share one tab stop: arrow keys go from one to the next,
//! and whichever has focus or the pointer shows its note.

use crate::ui::prelude::*;
use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::html;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::gloss::glosses;
use super::hit_walk::HitWalk;
use super::mention_note::{MentionNote, NoteAt};
use super::mention_walk::{MentionWalk, MentionWalkBar};
use crate::protocol::ArticleDetail;
use crate::ui::focus::focus;
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::view_model::article_words::is_subheading;
use crate::view_model::highlight::{self, MentionKind, Paragraph, Run};
use crate::view_model::mention_note::confidence_name;

/// The class of what the address points at.
const POINTED: &str = "mention--pointed";

/// Marks that Tab and the arrow keys reach.
const STOPS: &str = "mark[tabindex]";

/// The healed paragraphs, and where the walks through them are.
#[component]
pub fn ArticleText(
    /// The open article.
    article: StoredValue<ArticleDetail>,
    /// At which hit the reader is.
    hit: RwSignal<Option<usize>>,
    /// The walk from mention to mention.
    walk: MentionWalk,
) -> impl IntoView {
    let state = AppState::of_app();
    let text = NodeRef::<html::Div>::new();
    let note = RwSignal::new(None::<NoteAt>);
    let paragraphs = Memo::new(move |_| {
        // Until another article that the address names has come, this one has nothing to point at.
        let at = state
            .location
            .with(|it| it.at.filter(|_| article.with_value(|article| it.article.as_ref() == Some(&article.id))));
        article.with_value(|it| highlight::paragraphs(&it.text, &it.mentions, &it.hits, &state.marks.read(), at))
    });
    let is_glossed = Memo::new(move |_| state.location.with(|it| it.reading));
    let content = move || {
        note.set(None);
        let mut stops = 0;
        let is_glossed = is_glossed.get();
        let paragraphs = paragraphs.get().into_iter().filter(|it| !it.is_empty());
        let view = |runs: Paragraph| {
            let glosses = is_glossed.then(|| glosses(article, note, &runs));
            (paragraph_view(state, article, runs, &mut stops), glosses)
        };
        paragraphs.map(view).collect_view()
    };
    let show = move |event: &Event| {
        if !is_on_note(event) {
            note.set(run_of(event).and_then(|it| NoteAt::of(&it)));
        }
    };
    keep_pointed_in_view(state);
    let n_hits = article.with_value(|it| it.hits.len());
    view! {
        <div>
        <div class="walks">
            {(n_hits > 0).then(|| view! { <HitWalk n_hits at=hit /> })}
            <MentionWalkBar article walk />
        </div>
        <p class="visually-hidden" id="marks-hint">{tr("reader.marks.hint")}</p>
        <div class="article-text" class:article-text--glossed=live(move || is_glossed.get()) lang="zh-Hans" role="group" aria-label=tr("reader.text") aria-describedby="marks-hint"
            node_ref=text
            on:mouseover=move |event: MouseEvent| show(&event)
            on:focusin=move |event: FocusEvent| {
                take_stop(text, &event);
                show(&event);
            }
            on:focusout=move |_| note.set(None)
            on:mouseleave=move |_| note.set(None)
            on:click=move |event: MouseEvent| if run_of(&event).is_some() {
                show(&event);
                point_at(state, &event);
            }
            on:keydown=move |event: KeyboardEvent| match event.key().as_str() {
                _ if run_of(&event).is_none() => {}
                "Escape" => note.set(None),
                "Enter" | " " => {
                    event.prevent_default();
                    point_at(state, &event);
                }
                "m" | "M" if !(event.ctrl_key() || event.meta_key() || event.alt_key()) => {
                    if let Some((kind, idx)) = walked(walk, &event) {
                        walk.step(article, kind, idx, event.key() == "m");
                    }
                }
                key => if let (Some(text), Some(step)) = (text.get_untracked(), step_of(key)) {
                    event.prevent_default();
                    go(&text, step);
                },
            }>
            {live_view(content)}
            <MentionNote article note walk />
        </div>
        </div>
    }
}

/// Which of the mentions of a mark a walk goes on from: one of the kind that is walked, else the first.
fn walked(walk: MentionWalk, event: &Event) -> Option<(MentionKind, usize)> {
    let covers = run_of(event).and_then(|it| NoteAt::of(&it))?.covers;
    covers.iter().find(|it| Some(it.0) == walk.kind()).or(covers.first()).copied()
}

/// Brings a mention into view and gives its mark the focus.
pub fn show_mark(kind: MentionKind, idx: usize) {
    show_found(&format!("{STOPS}[data-covers~=\"{}-{idx}\"]", kind.as_str()), true);
}

fn paragraph_view(
    state: AppState,
    article: StoredValue<ArticleDetail>,
    runs: Paragraph,
    stops: &mut usize,
) -> impl IntoView + use<> {
    let is_heading = article.with_value(|it| {
        let (first, last) = (runs.first().map_or(0, |it| it.span.start), runs.last().map_or(0, |it| it.span.end));
        is_subheading(it.text.get(first..last).unwrap_or(""))
    });
    let runs: Vec<AnyView> = runs.into_iter().map(|it| run_view(state, article, it, stops)).collect();
    match is_heading {
        true => view! { <p class="article-text__subheading">{runs}</p> }.into_any(),
        false => view! { <p class="article-text__paragraph">{runs}</p> }.into_any(),
    }
}

/// Plain text, or a mark with everything that covers it.
fn run_view(state: AppState, article: StoredValue<ArticleDetail>, run: Run, stops: &mut usize) -> AnyView {
    let words = article.with_value(|it| run.span.slice(&it.text).to_owned());
    if run.covers.is_empty() {
        let class = match (run.hit, run.is_pointed) {
            (None, false) => return words.into_any(),
            (Some(_), false) => "hit",
            (_, true) => POINTED,
        };
        return view! { <mark class=class data-hit=run.hit.map(|it| it.to_string())>{words}</mark> }.into_any();
    }
    let figure = run.covers.iter().find(|it| it.kind == MentionKind::Figure).map(|it| it.idx);
    let is_passage = run.is_pointed;
    let is_pointed = move || is_passage || figure.is_some() && state.location.with(|it| it.figure == figure);
    let is_stop = run.covers.iter().any(|it| it.is_first);
    let tabindex = is_stop.then_some(if *stops == 0 { "0" } else { "-1" });
    *stops += usize::from(is_stop);
    let covers: Vec<String> = run.covers.iter().map(|it| format!("{}-{}", it.kind.as_str(), it.idx)).collect();
    view! {
        <mark class=run_class(article, &run) class:mention--pointed=live(is_pointed) tabindex=tabindex data-covers=covers.join(" ")
            data-hit=run.hit.map(|it| it.to_string())
            aria-describedby=is_stop.then_some("mention-note")>{words}</mark>
    }
    .into_any()
}

fn run_class(article: StoredValue<ArticleDetail>, run: &Run) -> String {
    let mut res = "mention".to_owned();
    for cover in &run.covers {
        let confidence = article.with_value(|it| confidence_name(&it.mentions, cover.kind, cover.idx));
        res.push_str(&format!(" mention--{} mention--{confidence}", cover.kind.as_str()));
    }
    if run.covers.iter().any(|it| it.is_first) {
        res.push_str(" mention--first");
    }
    if run.covers.iter().any(|it| it.is_last) {
        res.push_str(" mention--last");
    }
    if run.hit.is_some() {
        res.push_str(" hit");
    }
    res
}

/// The mark that an event happened on.
fn run_of(event: &Event) -> Option<HtmlElement> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    target.closest("mark[data-covers]").ok()??.dyn_into().ok()
}

/// The pointer may go onto the note, which stays then.
fn is_on_note(event: &Event) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|it| matches!(it.closest("#mention-note"), Ok(Some(_))))
}

/// Makes the figure that was clicked the one that the address points at.
fn point_at(state: AppState, event: &Event) {
    let figure = run_of(event).and_then(|it| NoteAt::of(&it)).and_then(|it| it.idx_of(MentionKind::Figure));
    if figure.is_some() {
        state.amend(|it| it.figure = figure);
    }
}

/// Where a key leads among the marks.
#[derive(Clone, Copy)]
enum Step {
    First,
    Last,
    Next,
    Previous,
}

fn step_of(key: &str) -> Option<Step> {
    match key {
        "ArrowRight" => Some(Step::Next),
        "ArrowLeft" => Some(Step::Previous),
        "Home" => Some(Step::First),
        "End" => Some(Step::Last),
        _ => None,
    }
}

/// The one tab stop goes with the focus.
fn take_stop(text: NodeRef<html::Div>, event: &Event) {
    let Some(mark) = run_of(event).filter(|it| it.has_attribute("tabindex")) else { return };
    let old = text.get_untracked().and_then(|it| it.query_selector("mark[tabindex=\"0\"]").ok().flatten());
    old.and_then(|it| it.dyn_into::<HtmlElement>().ok()).iter().for_each(|it| it.set_tab_index(-1));
    mark.set_tab_index(0);
}

/// Moves the focus.
fn go(text: &HtmlElement, step: Step) {
    let Ok(list) = text.query_selector_all(STOPS) else { return };
    let stops: Vec<HtmlElement> =
        (0..list.length()).filter_map(|idx| list.item(idx)).filter_map(|it| it.dyn_into().ok()).collect();
    let at = stops.iter().position(|it| it.tab_index() == 0).unwrap_or(0);
    let target = match step {
        Step::First => 0,
        Step::Last => stops.len().saturating_sub(1),
        Step::Next => at + 1,
        Step::Previous => at.saturating_sub(1),
    };
    stops.get(target).iter().for_each(|it| focus(it));
}

/// What the address points at is brought into view, unless it is there already. A passage gets the focus as well, as
/// where a link within a document leads does.
fn keep_pointed_in_view(state: AppState) {
    let anchor = Memo::new(move |_| state.location.with(|it| it.anchor()));
    Effect::new(move || {
        if anchor.get().is_some() {
            let takes_focus = state.location.with_untracked(|it| it.at.is_some());
            request_animation_frame(move || show_found(".article-text .mention--pointed", takes_focus));
        }
    });
}

fn show_found(selector: &str, takes_focus: bool) {
    let found = document().query_selector(selector).ok().flatten();
    let Some(mark) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else { return };
    let (top, bottom) = (mark.get_bounding_client_rect().top(), mark.get_bounding_client_rect().bottom());
    let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(0.0);
    if top < 0.0 || bottom > height {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        mark.scroll_into_view_with_scroll_into_view_options(&options);
    }
    if takes_focus {
        if !mark.has_attribute("tabindex") {
            mark.set_tab_index(-1);
        }
        focus(&mark);
    }
}
