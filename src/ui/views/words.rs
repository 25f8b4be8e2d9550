//! The view of words: what is typical of the selection, and the query's lines in context.

use crate::ui::prelude::*;

use crate::protocol::{Request, Response, Window, Words};
use crate::ui::asked::Asked;
use crate::ui::components::concordance::Concordance;
use crate::ui::components::empty_notice::EmptyNotice;
use crate::ui::components::keyword_list::KeywordList;
use crate::ui::components::load_notice::LoadingNotice;
use crate::ui::components::load_status::LoadStatus;
use crate::ui::live::{live, live_view, when};
use crate::ui::state::{AppState, ROWS_PER_STEP, tr};
use crate::view_model::{Load, format, words};

/// Keywords, and lines in context where there is a query.
#[component]
pub fn WordsView() -> impl IntoView {
    let state = AppState::of_app();
    let n_rows = RwSignal::new(ROWS_PER_STEP);
    let asked = Asked::new(
        state,
        move || {
            let window = Window { offset: 0, limit: n_rows.get() };
            Some(Request::Words { selection: state.location.with(|it| it.selection.clone()), window })
        },
        |response| match response {
            Response::Words(words) => Some(words),
            _ => None,
        },
    );
    let has_query = move || state.location.with(|it| !it.selection.query.trim().is_empty());
    view! {
        <section class="view words" aria-labelledby="words-title" aria-busy=live(move || asked.is_busy())>
            <h1 class="view__title" id="words-title">{tr("view.words")}</h1>
            <LoadStatus status=asked.status() waiting="words.wait" again=move || asked.again() />
            {when(move || asked.is_there(), move || view! {
                <div class="words__columns">
                    {when(has_query, move || view! {<Lines asked n_rows />})}
                    <Keywords asked />
                </div>
            })}
        </section>
    }
}

#[component]
fn Keywords(asked: Asked<Words>) -> impl IntoView {
    let state = AppState::of_app();
    let keywords = asked.part(|it: &Words| it.keywords.clone().unwrap_or_default());
    let are_known = asked.part(|it: &Words| it.keywords.is_some());
    let has_failed = move || state.lexicon.with(|it| matches!(it, Load::Failed(_)));
    let content = move || match (are_known.get(), keywords.with(Vec::is_empty)) {
        (false, _) if has_failed() => view! { <p class="notice">{tr("words.missing")}</p> }.into_any(),
        (false, _) => view! { <LoadingNotice key="load.lexicon" /> }.into_any(),
        (true, true) => view! { <EmptyNotice title="words.none" hint="words.none.hint" /> }.into_any(),
        (true, false) => view! { <KeywordList keywords /> }.into_any(),
    };
    view! {
        <div class="words__keywords">
            <h2 class="words__title">{tr("words.keywords")}</h2>
            <p class="view__lead">{tr("words.keywords.lead")}</p>
            {live_view(content)}
        </div>
    }
}

#[component]
fn Lines(asked: Asked<Words>, n_rows: RwSignal<usize>) -> impl IntoView {
    let state = AppState::of_app();
    let query = Memo::new(move |_| state.location.with(|it| it.selection.query.trim().to_owned()));
    let lines = asked.part(|it: &Words| it.lines.clone());
    let n_lines = asked.part(|it: &Words| it.n_lines);
    let more = move |_| n_rows.update(|it| *it += ROWS_PER_STEP);
    let count = move || words::counted(state.locale.get(), "words.n-lines", n_lines.get());
    let shown = move || {
        let n = format::count(lines.with(Vec::len));
        state.text_with("figures.shown", &[("n", &n), ("all", &format::count(n_lines.get()))])
    };
    view! {
        <div class="words__lines">
            <h2 class="words__title">{tr("words.lines")}</h2>
                <p class="view__count" role="status">
                    {live(move || state.text_with("words.lines.of", &[("query", &query.get()), ("count", &count())]))}
                </p>
                {when(move || n_lines.get() != 0, move || view! {<Concordance lines />})}
                {when(move || lines.with(Vec::len) < n_lines.get(), move || view! {
                    <p class="view__more">
                        <button class="button" type="button" on:click=more>{tr("words.more")}</button>
                        {live_view(shown)}
                    </p>
                })}
        </div>
    }
}
