//! What is wrong with the query: the query once more with its wrong parts underlined, and below it each part with what
//! is wrong and a repair to click.

use crate::ui::prelude::*;

use crate::engine::query::ast::Problem;
use crate::protocol::{QueryCheck, Request, Response};
use crate::ui::browser::after_rest;
use crate::ui::focus::focus_id;
use crate::ui::live::live_view;
use crate::ui::state::{AppState, tr};
use crate::view_model::Load;
use crate::view_model::labels::Label;
use crate::view_model::query_marks::{pieces, repaired};

/// The id by which the search box is described.
pub const PROBLEMS_ID: &str = "query-problems";

/// Milliseconds of rest after which a query is judged: who is still typing has not finished.
const REST: u32 = 700;

/// What is wrong with the query of the screen; `None` while nothing is known to be.
pub fn follow_problems(state: AppState) -> Memo<Option<QueryCheck>> {
    let check = RwSignal::new(Load::Idle);
    let ask = after_rest(REST, move || {
        let query = state.location.with_untracked(|it| it.selection.query.clone());
        state.request(check, Request::CheckQuery { query }, |response| match response {
            Response::QueryCheck(check) => Some(check),
            _ => None,
        });
    });
    let query = Memo::new(move |_| state.location.with(|it| it.selection.query.clone()));
    Effect::new(move || {
        if !query.with(String::is_empty) && state.is_loaded() {
            ask();
        }
    });
    Memo::new(move |_| {
        let found = check.with(|it| it.value().cloned());
        found.filter(|it: &QueryCheck| !it.problems.is_empty() && query.with(|query| *query == it.query))
    })
}

/// A live region; empty while nothing is wrong.
#[component]
pub fn QueryProblems(
    /// What [`follow_problems`] gives.
    found: Memo<Option<QueryCheck>>,
    /// The element that gets the focus after a repair.
    box_id: &'static str,
) -> impl IntoView {
    let state = AppState::of_app();
    let content = move || {
        let QueryCheck { query, problems } = found.get()?;
        let marked = pieces(&query, &problems).into_iter().map(|(text, is_wrong)| match is_wrong {
            true => view! { <mark class="query-problems__part">{text}</mark> }.into_any(),
            false => text.into_any(),
        });
        let marked = marked.collect_view();
        let items = problems.iter().map(|it| item(state, &query, it, box_id)).collect_view();
        Some(view! {
            <p class="visually-hidden">{tr("query-problem.title")}</p>
            <p class="query-problems__query" lang="zh-Hans">{marked}</p>
            <ul class="query-problems__list">{items}</ul>
        })
    };
    view! { <div class="query-problems" id=PROBLEMS_ID role="status">{live_view(content)}</div> }
}

fn item(state: AppState, query: &str, problem: &Problem, box_id: &'static str) -> AnyView {
    let part = problem.span.slice(query).trim().to_owned();
    let said = problem.code.label(state.locale.get());
    let (key, text) = match problem.repair.as_str() {
        "" => ("query-problem.remove", part.clone()),
        repair => ("query-problem.replace", repair.trim().to_owned()),
    };
    let words = state.text_with(key, &[("text", &text)]);
    let better = repaired(query, problem);
    let repair = move |_| {
        let better = better.clone();
        state.narrow(|it| it.selection.query = better);
        focus_id(box_id);
    };
    view! {
        <li class="query-problems__item">
            <span class="query-problems__words" lang="zh-Hans">{part}</span>
            <span>{said}</span>
            <button class="button button--quiet" type="button" on:click=repair>{words}</button>
        </li>
    }
    .into_any()
}
