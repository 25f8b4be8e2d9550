//! Lines in context: every hit in the middle, with what stands before and after it. Only the lines in sight are asked for
//! and drawn, so that a list of any length scrolls at once.
//!
//! The list is one Tab stop: arrows, Page Up and Down, Home and End walk the lines, Enter opens the sentence, and the
//! space bar shows the line's whole paragraph.

use crate::ui::prelude::*;
use leptos::ev::KeyboardEvent;
use leptos::html::Div;

use super::wide_line::WideLineBox;
use crate::protocol::{ConcordanceLine, Lines, LinesWanted, Request, Response, Window};
use crate::ui::asked::Asked;
use crate::ui::live::{self, live, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::labels::Label;
use crate::view_model::word_links::open_line;

/// Lines that are asked for at once, and how far a window lies from the next.
const WINDOW: usize = 240;
const STEP: usize = 80;
/// Lines that are drawn above and below those in sight.
const SPARE: usize = 12;
/// Lines that are taken to be in sight until the list is looked at.
const MOST_IN_SIGHT: usize = 40;

/// What the list stands on.
#[derive(Clone, Copy)]
struct Scroll {
    list: NodeRef<Div>,
    /// The first line in sight.
    first: RwSignal<usize>,
    /// How many lines are in sight.
    n_visible: RwSignal<usize>,
    /// The line that the keyboard is on.
    current: RwSignal<usize>,
    n_total: Memo<usize>,
}

/// Which lines the location asks for.
pub fn wanted(state: AppState, window: Window) -> LinesWanted {
    state.location.with(|it| LinesWanted {
        selection: it.selection.clone(),
        node: it.words.node.clone(),
        unit: it.words.options.unit(),
        order: it.words.options.order(),
        hits: it.words.options.hits(),
        window,
    })
}

/// The lines that the location asks for.
#[component]
pub fn Concordance(
    /// Set to how many lines there are, as soon as that is known.
    n_lines: RwSignal<Option<usize>>,
) -> impl IntoView {
    let state = AppState::of_app();
    let (first, n_visible, current) = (RwSignal::new(0_usize), RwSignal::new(MOST_IN_SIGHT), RwSignal::new(0_usize));
    let offset = RwSignal::new(0_usize);
    let asked = Asked::new(
        state,
        move || Some(Request::Lines(wanted(state, Window { offset: offset.get(), limit: WINDOW }))),
        |response| match response {
            Response::Lines(lines) => Some(lines),
            _ => None,
        },
    );
    // One window is asked for at a time: whoever scrolls fast waits for where the list is, not for all that it passed.
    Effect::new(move || {
        let wanted = first.get().saturating_sub(STEP) / STEP * STEP;
        if !asked.is_pending() && offset.get_untracked() != wanted {
            offset.set(wanted);
        }
    });
    let lines = asked.part(Lines::clone);
    let n_total = Memo::new(move |_| lines.with(|it| it.n_total));
    Effect::new(move || n_lines.set(asked.is_there().then(|| n_total.get())));
    let scroll = Scroll { list: NodeRef::new(), first, n_visible, current, n_total };
    let which = Memo::new(move |_| wanted(state, Window { offset: 0, limit: 0 }));
    Effect::new(move |before: Option<()>| {
        which.track();
        if before.is_some() {
            scroll.go(0);
        }
    });
    let shown = Memo::new(move |_| lines.with(|it| in_sight(it, first.get(), n_visible.get())));
    let at_hand = Memo::new(move |_| lines.with(|it| nth(it, current.get()).cloned()));
    let is_wide = RwSignal::new(false);
    let key = move |event: KeyboardEvent| {
        scroll.look();
        let step = n_visible.get_untracked().saturating_sub(2).max(1);
        let now = current.get_untracked();
        let target = match event.key().as_str() {
            "ArrowDown" => now + 1,
            "ArrowUp" => now.saturating_sub(1),
            "PageDown" => now + step,
            "PageUp" => now.saturating_sub(step),
            "Home" => 0,
            "End" => usize::MAX,
            " " => {
                event.prevent_default();
                return is_wide.update(|it| *it = !*it);
            }
            "Enter" => {
                let line = at_hand.get_untracked();
                return line.iter().for_each(|line| state.navigate(|it| open_line(it, &line.passage)));
            }
            _ => return,
        };
        event.prevent_default();
        scroll.go(target);
    };
    let id_at_hand = move || {
        let current = current.get();
        shown.with(|it| it.iter().any(|it| it.0 == current)).then(|| line_id(current))
    };
    view! {
        {when(move || n_total.get() != 0, move || view! {
            <div class="concordance" role="grid" tabindex="0" aria-label=tr("words.lines") node_ref=scroll.list
                aria-rowcount=live(move || n_total.get().to_string()) aria-activedescendant=live(id_at_hand)
                aria-describedby="concordance-keys" on:keydown=key on:scroll=move |_| scroll.look()>
                <div class="concordance__lines" role="rowgroup" style:--n=live(move || n_total.get().to_string())>
                    {live::rows(move || shown.get(), |it| it.clone(), move |(idx, line)| view! { <Line idx line current /> })}
                </div>
            </div>
            <p class="concordance__keys" id="concordance-keys">{tr("words.keys")}</p>
            <button class="choice" type="button" aria-pressed=live(move || is_wide.get().to_string())
                on:click=move |_| is_wide.update(|it| *it = !*it)>{tr("words.wide")}</button>
            {when(move || is_wide.get(), move || view! { <WideLineBox line=at_hand /> })}
        })}
    }
}

#[component]
fn Line(idx: usize, line: ConcordanceLine, current: RwSignal<usize>) -> impl IntoView {
    let state = AppState::of_app();
    let ConcordanceLine { passage, left, keyword, right, kind, date, place, section } = line;
    let is_current = move || current.get() == idx;
    let href = move || state.href(|it| open_line(it, &passage));
    let parts = [date, place, section].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>();
    view! {
        <div class="concordance__line" class:concordance__line--current=live(is_current) role="row" id=line_id(idx)
            style:--row=idx.to_string() aria-rowindex=(idx + 1).to_string()
            on:click=move |_| current.set(idx)>
            <span class="concordance__left" role="gridcell" lang="zh-Hans"><bdi>{left}</bdi></span>
            <span class="concordance__hit" role="gridcell" lang="zh-Hans">
                <a href=live(href) tabindex="-1">{keyword}</a>
            </span>
            <span class="concordance__right" role="gridcell" lang="zh-Hans">{right}</span>
            <span class="concordance__kind" role="gridcell">{live(move || kind.map(|it| it.label(state.locale.get())))}</span>
            <span class="concordance__source" role="gridcell" lang="zh-Hans">{parts.join(" · ")}</span>
        </div>
    }
}

impl Scroll {
    /// Notes which lines are in sight.
    fn look(self) {
        let (Some(list), n_total) = (self.list.get_untracked(), self.n_total.get_untracked()) else { return };
        let height = (list.scroll_height() as usize).max(1);
        let lines = |pixels: i32| pixels.max(0) as usize * n_total / height;
        self.first.set(lines(list.scroll_top()));
        self.n_visible.set(lines(list.client_height()) + 1);
    }

    /// Makes a line the current one and scrolls as little as needed to show it.
    fn go(self, line: usize) {
        let n_total = self.n_total.get_untracked();
        let line = line.min(n_total.saturating_sub(1));
        self.current.set(line);
        let Some(list) = self.list.get_untracked() else { return };
        let top = |line: usize| (line * list.scroll_height() as usize / n_total.max(1)) as i32;
        let (from, to) = (top(line), top(line + 1) - list.client_height());
        if list.scroll_top() > from {
            list.set_scroll_top(from);
        } else if list.scroll_top() < to {
            list.set_scroll_top(to);
        }
        self.look();
    }
}

fn line_id(idx: usize) -> String {
    format!("line-{idx}")
}

fn nth(lines: &Lines, idx: usize) -> Option<&ConcordanceLine> {
    lines.rows.get(idx.checked_sub(lines.offset)?)
}

/// The lines that are there and in sight, with their numbers.
fn in_sight(lines: &Lines, first: usize, n_visible: usize) -> Vec<(usize, ConcordanceLine)> {
    let numbers = first.saturating_sub(SPARE)..first + n_visible + SPARE;
    numbers.filter_map(|idx| Some((idx, nth(lines, idx)?.clone()))).collect()
}
