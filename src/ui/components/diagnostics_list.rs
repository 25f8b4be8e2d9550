//! What reading the pages noticed, each remark with the way to its place, and the files that could not be read: a quiet
//! disclosure, and the list of one page.

use crate::ui::prelude::*;

use crate::engine::diagnostic::Diagnostic;
use crate::protocol::{Library, PageDiagnostic, PageSummary, Passage};
use crate::ui::live::{live, live_view, when};
use crate::ui::state::{AppState, tr};
use crate::view_model::labels::{Label, diagnostic_hint, diagnostic_text, error_text};
use crate::view_model::opening::open_passage;
use crate::view_model::remarks::{Remark, remarks};

/// Nothing where nothing was noticed.
#[component]
pub fn DiagnosticsList() -> impl IntoView {
    let state = AppState::of_app();
    let library = Memo::new(move |_| state.library.with(|it| it.value().cloned().unwrap_or_default()));
    let n_remarks = Memo::new(move |_| library.with(count));
    let summary = move || state.text_with("diagnostic.summary", &[("n", &n_remarks.get().to_string())]);
    let failed = move || {
        let locale = state.locale.get();
        let words = library.with(|it| it.failed.iter().map(|error| error_text(locale, error)).collect::<Vec<_>>());
        words.into_iter().map(|it| view! { <li class="diagnostic diagnostic--error">{it}</li> }).collect_view()
    };
    let pages = move || {
        let pages =
            library.with(|it| it.pages.iter().filter(|page| !page.diagnostics.is_empty()).cloned().collect::<Vec<_>>());
        pages.into_iter().map(|page| view! { <PageRemarks page /> }).collect_view()
    };
    view! {
        {when(move || { n_remarks.get() > 0 }, move || view! {
            <details class="diagnostics" class:diagnostics--failed=live(move || library.with(|it| !it.failed.is_empty()))>
                <summary class="diagnostics__summary">{live(summary)}</summary>
                <div class="diagnostics__body" role="region" tabindex="0" aria-label=live(summary)>
                    <p class="diagnostics__lead">{tr("diagnostic.lead")}</p>
                    <ul class="diagnostics__list">{live_view(failed)}</ul>
                    {live_view(pages)}
                </div>
            </details>
        })}
    }
}

#[component]
fn PageRemarks(page: PageSummary) -> impl IntoView {
    let title = page.id.clone();
    view! {
        <section class="diagnostics__page">
            <h3 class="diagnostics__title">{title}</h3>
            <RemarkList diagnostics=page.diagnostics />
        </section>
    }
}

/// Each remark with its places.
#[component]
pub fn RemarkList(
    /// What was noticed about one page.
    diagnostics: Vec<PageDiagnostic>,
) -> impl IntoView {
    let items = remarks(&diagnostics).into_iter().map(|remark| view! { <Item remark /> });
    view! { <ul class="diagnostics__list">{items.collect_view()}</ul> }
}

#[component]
fn Item(remark: Remark) -> impl IntoView {
    let state = AppState::of_app();
    let Remark { diagnostic, places } = remark;
    let Diagnostic { severity, code, .. } = diagnostic;
    let words = move || diagnostic_text(state.locale.get(), &diagnostic);
    view! {
        <li class=format!("diagnostic diagnostic--{}", severity.as_str())>
            <span class="diagnostic__severity">{live(move || severity.label(state.locale.get()))}</span>
            <span>{live(words)}</span>
            {places.into_iter().map(|(words, passage)| view! { <Place words passage /> }).collect_view()}
            <span class="diagnostic__hint">{live(move || diagnostic_hint(state.locale.get(), code))}</span>
        </li>
    }
}

/// The words that a remark is about; they lead to their place where they are read in an article.
#[component]
fn Place(words: String, passage: Option<Passage>) -> impl IntoView {
    let state = AppState::of_app();
    let words = view! { <q class="diagnostic__excerpt" lang="zh-Hans">{words}</q> };
    match passage {
        None => words.into_any(),
        Some(passage) => {
            let href = move || state.href(|it| open_passage(it, &passage));
            view! { <a class="diagnostic__place" href=live(href)>{words}</a> }.into_any()
        }
    }
}

fn count(library: &Library) -> usize {
    library.failed.len() + library.pages.iter().map(|it| it.diagnostics.len()).sum::<usize>()
}
