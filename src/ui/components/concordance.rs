//! Lines in context: every hit of the query in the middle, with what stands before and after it.

use crate::ui::prelude::*;

use crate::protocol::ConcordanceLine;
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::view_model::opening;

/// The hits stand below each other; each is a link to its article.
#[component]
pub fn Concordance(
    /// The lines.
    lines: Memo<Vec<ConcordanceLine>>,
) -> impl IntoView {
    let rows = move || lines.get().into_iter().map(|line| view! { <Line line /> }).collect_view();
    view! {
        <table class="concordance" role="table" aria-label=tr("words.lines")>
            <thead class="visually-hidden" role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{tr("words.before")}</th>
                    <th scope="col" role="columnheader">{tr("words.hit")}</th>
                    <th scope="col" role="columnheader">{tr("words.after")}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{live_view(rows)}</tbody>
        </table>
    }
}

#[component]
fn Line(line: ConcordanceLine) -> impl IntoView {
    let state = AppState::of_app();
    let ConcordanceLine { article, left, keyword, right, .. } = line;
    let href = move || state.href(|it| opening::open_article(it, &article));
    view! {
        <tr class="concordance__line" role="row">
            <td class="concordance__left" role="cell"><span>{left}</span></td>
            <td class="concordance__hit" role="cell"><a href=live(href)>{keyword}</a></td>
            <td class="concordance__right" role="cell"><span>{right}</span></td>
        </tr>
    }
}
