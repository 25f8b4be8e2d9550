//! Buttons that copy a list or table, or save it as a file.

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use crate::protocol::{Request, Response};
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::ui::{clipboard, download};
use crate::view_model::Locale;
use crate::view_model::export::{self, TextForm};

/// Copies with tabs between the cells, or saves one of the forms.
#[component]
pub fn TakeAway(
    /// What is taken away, whole; `None` for nothing.
    request: fn(AppState) -> Option<Request>,
    /// The file's name, without its ending.
    name: &'static str,
) -> impl IntoView {
    let state = AppState::of_app();
    let said = RwSignal::new("");
    let take = move |form: Option<TextForm>| {
        spawn_local(async move {
            let Some(rows) = rows(state, request).await else { return said.set("take.failed") };
            let done = match form {
                None => clipboard::copy(&TextForm::Tsv.write(&rows)),
                Some(form) => download::save(&format!("{name}.{}", form.as_str()), &form.write(&rows)).is_ok(),
            };
            said.set(match (done, form) {
                (false, _) => "take.failed",
                (true, None) => "take.copied",
                (true, Some(_)) => "take.saved",
            });
        });
    };
    let saves = TextForm::ALL.map(|form| {
        let label = move || state.text_with("take.save", &[("form", &form.as_str().to_uppercase())]);
        view! { <button class="choice" type="button" on:click=move |_| take(Some(form))>{live(label)}</button> }
    });
    view! {
        <div class="take-away" role="group" aria-label=tr("take.label")>
            <button class="choice" type="button" on:click=move |_| take(None)>{tr("take.copy")}</button>
            {saves.into_iter().collect_view()}
            <span role="status">{live_view(move || Some(said.get()).filter(|it| !it.is_empty()).map(|it| state.text(it)))}</span>
        </div>
    }
}

/// What is taken away, a row a line.
async fn rows(state: AppState, request: fn(AppState) -> Option<Request>) -> Option<Vec<Vec<String>>> {
    let client = state.client().get_value()?;
    let answer = client.ask(Request::Whole(Box::new(request(state)?))).await.ok()?;
    written(state.locale.get_untracked(), &answer)
}

fn written(locale: Locale, response: &Response) -> Option<Vec<Vec<String>>> {
    match response {
        Response::Lines(lines) => Some(export::lines(locale, lines)),
        Response::WordTable(Some(table)) => Some(export::table(locale, table)),
        Response::Comparison(it) => {
            let keywords = it.keywords.iter().flatten();
            let tables = [&it.counts, &it.places, &it.dates, &it.figures].into_iter().chain(keywords);
            // An empty row between two tables.
            Some(tables.flat_map(|it| [export::table(locale, it), vec![vec![]]].concat()).collect())
        }
        _ => None,
    }
}
