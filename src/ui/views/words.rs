//! The view of words: a query's lines in context, the words typical of the selection, and those around the query's hits.

use std::sync::Arc;

use crate::ui::prelude::*;

use crate::protocol::{Form, Request, Response, Table, Window, WordTable as WordTableWanted, WordsOf};
use crate::ui::asked::Asked;
use crate::ui::components::concordance::{self, Concordance};
use crate::ui::components::empty_notice::EmptyNotice;
use crate::ui::components::load_notice::LoadingNotice;
use crate::ui::components::load_status::LoadStatus;
use crate::ui::components::measure_notes::MeasureNotes;
use crate::ui::components::option_pick::OptionPick;
use crate::ui::components::take_away::TakeAway;
use crate::ui::components::word_table::WordTable;
use crate::ui::live::{live, live_view, when};
use crate::ui::state::{AppState, ROWS_PER_STEP, tr};
use crate::view_model::word_options::{WordOption, value_text};
use crate::view_model::{Load, format, words};

/// The panels, one of which is shown.
const PANELS: [&str; 3] = ["lines", "keywords", "collocates"];

/// The switch between the panels, what is looked for, and the panel.
#[component]
pub fn WordsView() -> impl IntoView {
    let state = AppState::of_app();
    let panel = Memo::new(move |_| state.location.with(|it| it.words.panel(&it.selection.query)));
    let node = Memo::new(move |_| {
        state
            .location
            .with(|it| if it.words.node.is_empty() { it.selection.query.trim() } else { &it.words.node }.to_owned())
    });
    let has_own_node = move || state.location.with(|it| !it.words.node.is_empty());
    let content = move || match panel.get() {
        "keywords" => view! { <Words /> }.into_any(),
        _ if node.with(String::is_empty) => {
            view! { <EmptyNotice title="words.no-query" hint="words.no-query.hint" /> }.into_any()
        }
        "collocates" => view! { <Words /> }.into_any(),
        _ => view! { <Lines node /> }.into_any(),
    };
    let switches = PANELS.map(|name| {
        let is_shown = move || (panel.get() == name).to_string();
        let show = move |_| state.navigate(|it| it.words.options.set(WordOption::Panel, name));
        view! {
            <button class="choice" type="button" aria-pressed=live(is_shown) on:click=show>
                {live(move || value_text(state.locale.get(), name))}
            </button>
        }
    });
    view! {
        <section class="view words" aria-labelledby="words-title">
            <h1 class="view__title" id="words-title">{tr("view.words")}</h1>
            <div class="quantity-picker" role="group" aria-label=tr("word-option.panel")>
                {switches.into_iter().collect_view()}
                {when(has_own_node, move || view! {
                    <button class="chip chip--clause" type="button" on:click=move |_| state.navigate(|it| it.words.node.clear())>
                        <span class="visually-hidden">{tr("clause.remove")}</span>
                        {live(move || node.get())}
                        <span class="chip__cross" aria-hidden="true">"×"</span>
                    </button>
                })}
            </div>
            {live_view(content)}
        </section>
    }
}

#[component]
fn Lines(node: Memo<String>) -> impl IntoView {
    let state = AppState::of_app();
    let n_lines = RwSignal::new(None);
    let count = move || {
        let count = words::counted(state.locale.get(), "words.n-lines", n_lines.get()?);
        Some(state.text_with("words.lines.of", &[("query", &node.get()), ("count", &count)]))
    };
    let whole = Arc::new(move || Some(Request::Lines(concordance::wanted(state, Window { offset: 0, limit: 0 }))));
    view! {
        <div class="word-options">
            <OptionPick option=WordOption::Unit />
            <OptionPick option=WordOption::Order />
            <OptionPick option=WordOption::Hits />
            <TakeAway id="take-concordance" title="words.lines" forms=Form::OF_TABLES request=whole />
        </div>
        <p class="view__count" role="status">{live_view(count)}</p>
        <Concordance n_lines />
    }
}

/// The table that the location asks for.
fn wanted(state: AppState, limit: usize) -> Request {
    state.location.with(|it| {
        let (words, options) = (&it.words, &it.words.options);
        let of = match words.panel(&it.selection.query) {
            "collocates" => WordsOf::Collocates {
                node: words.node.clone(),
                left: options.number(WordOption::Left),
                right: options.number(WordOption::Right),
            },
            _ => WordsOf::Keyness,
        };
        Request::WordTable(WordTableWanted {
            selection: it.selection.clone(),
            of,
            options: options.table(words.sort, limit),
        })
    })
}

/// Keywords or collocates.
#[component]
fn Words() -> impl IntoView {
    let state = AppState::of_app();
    let n_rows = RwSignal::new(ROWS_PER_STEP);
    let asked = Asked::new(
        state,
        move || Some(wanted(state, n_rows.get())),
        |response| match response {
            Response::WordTable(table) => Some(table),
            _ => None,
        },
    );
    let is_known = asked.part(|it: &Option<Table>| it.is_some());
    let table = asked.part(|it: &Option<Table>| it.clone().unwrap_or_default());
    let has_failed = move || state.lexicon.with(|it| matches!(it, Load::Failed(_)));
    let are_collocates = state.location.with_untracked(|it| it.words.panel(&it.selection.query) == "collocates");
    let [lead, title, id] = match are_collocates {
        true => ["words.collocates.lead", "word-value.collocates", "take-collocates"],
        false => ["words.keywords.lead", "word-value.keywords", "take-keywords"],
    };
    let n_total = Memo::new(move |_| table.with(|it| it.n_total));
    let shown = move || {
        let n = format::count(n_rows.get().min(n_total.get()));
        state.text_with("figures.shown", &[("n", &n), ("all", &format::count(n_total.get()))])
    };
    let content = move || match (is_known.get(), n_total.get()) {
        (false, _) if has_failed() => view! { <p class="notice">{tr("words.missing")}</p> }.into_any(),
        (false, _) => view! { <LoadingNotice key="load.lexicon" /> }.into_any(),
        (true, 0) => view! { <EmptyNotice title="words.none" hint="words.none.hint" /> }.into_any(),
        (true, _) => view! { <MeasureNotes table /><WordTable table label=lead /> }.into_any(),
    };
    view! {
        <p class="view__lead">{tr(lead)}</p>
        <div class="word-options">
            {are_collocates.then(|| view! { <OptionPick option=WordOption::Left /><OptionPick option=WordOption::Right /> })}
            <OptionPick option=WordOption::Least />
            <OptionPick option=WordOption::Words />
            <TakeAway id title forms=Form::OF_TABLES request=Arc::new(move || Some(wanted(state, 0))) />
        </div>
        <LoadStatus status=asked.status() waiting="words.wait" again=move || asked.again() />
        {when(move || asked.is_there(), move || live_view(content))}
        {when(move || n_rows.get() < n_total.get(), move || view! {
            <p class="view__more">
                <button class="button" type="button" on:click=move |_| n_rows.update(|it| *it += ROWS_PER_STEP)>
                    {tr("words.more")}
                </button>
                {live_view(shown)}
            </p>
        })}
    }
}
