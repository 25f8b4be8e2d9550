//! Text with the hits of the query marked.

use crate::ui::prelude::*;

use crate::engine::extract::Mentions;
use crate::engine::text::Span;
use crate::view_model::highlight;

/// Text of one line; hits are bytes of it.
#[component]
pub fn MarkedText(
    /// The text.
    text: String,
    /// What to mark, in order and without overlap.
    hits: Vec<Span>,
) -> impl IntoView {
    let runs = highlight::paragraphs(&text, &Mentions::default(), &hits, &[], None).into_iter().flatten();
    runs.map(|run| {
        let words = run.span.slice(&text).to_owned();
        match run.hit {
            Some(_) => view! { <mark class="hit">{words}</mark> }.into_any(),
            None => words.into_any(),
        }
    })
    .collect_view()
}
