//! What the mark under the pointer or the focus is, in full: below the picture, so that it covers nothing.

use crate::ui::prelude::*;

use crate::engine::chart::Mark;
use crate::ui::live::live_view;
use crate::ui::state::tr;

/// Keeps its height while nothing is pointed at, and says how to point. A screen reader says a mark's name and value
/// by itself; what else is known of it is spoken from here.
#[component]
pub fn SceneDetail(
    /// The mark that has the pointer or the focus.
    mark: Memo<Option<Mark>>,
    /// Whether marks stand for times, which can be brushed.
    is_timed: Memo<bool>,
) -> impl IntoView {
    let content = move || match mark.get() {
        None => view! {
            <p class="chart__hint" aria-hidden="true">
                {tr("chart.hint")}" "{is_timed.get().then(|| view! { {tr("chart.hint.time")} })}
            </p>
        }
        .into_any(),
        Some(Mark { label, value, details, sentence, .. }) => view! {
            <p class="chart__detail-head">
                <b aria-hidden="true">{label}</b>
                <span class="chart__detail-value" aria-hidden="true">{value}</span>
                {details.into_iter().map(|it| view! { <span>{it}</span> }).collect_view()}
            </p>
            {(!sentence.is_empty()).then(|| view! { <p class="chart__detail-sentence">{sentence}</p> })}
        }
        .into_any(),
    };
    view! { <div class="chart__detail" role="status">{live_view(content)}</div> }
}
