//! The paragraph of the line at hand: more context than the list has room for.

use crate::ui::prelude::*;

use super::marked_text::MarkedText;
use crate::protocol::{ConcordanceLine, Request, Response, Snippet, WideLine};
use crate::ui::asked::Asked;
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::view_model::article_words::stand_in;
use crate::view_model::dates::published_text;
use crate::view_model::word_links::open_line;

/// Follows the line that the keyboard or a click is on.
#[component]
pub fn WideLineBox(
    /// The line at hand.
    line: Memo<Option<ConcordanceLine>>,
) -> impl IntoView {
    let state = AppState::of_app();
    let asked = Asked::new(
        state,
        move || line.with(|it| it.as_ref().map(|it| Request::WideLine(it.passage.clone()))),
        |response| match response {
            Response::WideLine(line) => Some(*line),
            _ => None,
        },
    );
    let value = asked.value();
    let content = move || value.get().map(|line| view! { <Content line /> });
    view! { <div class="wide-line" role="region" aria-live="polite" aria-label=tr("words.wide")>{live_view(content)}</div> }
}

#[component]
fn Content(line: WideLine) -> impl IntoView {
    let state = AppState::of_app();
    let WideLine { passage, headline, section, published, text: Snippet { text, hits, .. } } = line;
    let name = if headline.is_empty() { stand_in(&text) } else { headline };
    let href = move || state.href(|it| open_line(it, &passage));
    view! {
        <p class="wide-line__head">
            <a href=live(href)>{name}</a>
            <span>{section}</span>
            <span>{live(move || published_text(state.locale.get(), &published))}</span>
        </p>
        <p lang="zh-Hans"><MarkedText text hits /></p>
    }
}
