//! What reading the page of the open article noticed: a disclosure that says how much of each severity there is.

use crate::ui::prelude::*;
use leptos::ev::MouseEvent;

use super::diagnostics_list::RemarkList;
use crate::protocol::{ArticleDetail, Library};
use crate::ui::live::live;
use crate::ui::state::{AppState, tr};
use crate::view_model::remarks::severity_counts;

/// One line until it is opened; nothing to open where nothing was noticed.
#[component]
pub fn PageRemarks(
    /// The open article.
    article: StoredValue<ArticleDetail>,
    /// Whether it is open; outlives the article, since its links lead to others.
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let state = AppState::of_app();
    let page = article.with_value(|it| it.page.clone());
    let found = |it: &Library| Some(it.pages.iter().find(|it| it.id == page)?.diagnostics.clone());
    // The article is read anew when words and places have come, and what they made known with it.
    let diagnostics = state.library.with_untracked(|it| it.value().and_then(found)).unwrap_or_default();
    if diagnostics.is_empty() {
        return view! { <p class="reader__remarks">{tr("reader.remarks.none")}</p> }.into_any();
    }
    let counted = StoredValue::new(diagnostics.clone());
    let title = move || {
        let counts = counted.with_value(|it| severity_counts(state.locale.get(), it));
        state.text_with("reader.remarks", &[("counts", &counts)])
    };
    let toggle = move |event: MouseEvent| {
        event.prevent_default();
        is_open.update(|it| *it = !*it);
    };
    view! {
        <details class="diagnostics reader__remarks" open=live(move || is_open.get())>
            <summary class="diagnostics__summary" on:click=toggle>{live(title)}</summary>
            <div class="diagnostics__body" role="region" tabindex="0" aria-label=live(title)>
                <RemarkList diagnostics />
            </div>
        </details>
    }
    .into_any()
}
