//! The legend of the marks: what each looks like, how many there are, and a switch for each; and the switch that shows
//! how each was read.

use crate::ui::prelude::*;

use crate::protocol::ArticleDetail;
use crate::ui::live::live;
use crate::ui::state::{AppState, tr};
use crate::view_model::format::count;
use crate::view_model::highlight::MentionKind;
use crate::view_model::mention_note::kind_text;

/// One switch a kind, and the one for how they were read.
#[component]
pub fn MarkLegend(
    /// The open article.
    article: StoredValue<ArticleDetail>,
) -> impl IntoView {
    let switches =
        MentionKind::ALL.map(|kind| view! { <MarkSwitch kind n=article.with_value(|it| kind.count(&it.mentions)) /> });
    view! {
        <div class="mark-legend" role="group" aria-label=tr("legend.label")>
            {switches.into_iter().collect_view()}
            <ReadingSwitch />
        </div>
    }
}

#[component]
fn ReadingSwitch() -> impl IntoView {
    let state = AppState::of_app();
    let is_on = move || state.location.with(|it| it.reading).to_string();
    let toggle = move |_| state.amend(|it| it.reading = !it.reading);
    view! {
        <button class="mark-legend__switch mark-legend__switch--reading" type="button" aria-pressed=live(is_on)
            on:click=toggle>{tr("reader.reading")}</button>
    }
}

#[component]
fn MarkSwitch(kind: MentionKind, n: usize) -> impl IntoView {
    let state = AppState::of_app();
    let is_on = move || state.marks.with(|it| it.contains(&kind));
    let toggle = move |_| {
        state.marks.update(|marks| {
            let was_on = marks.contains(&kind);
            marks.retain(|it| *it != kind);
            if !was_on {
                marks.push(kind);
            }
        });
    };
    view! {
        <button class="mark-legend__switch" type="button" aria-pressed=live(move || is_on().to_string()) on:click=toggle>
            <span class=format!("mention mention--first mention--last mention--{}", kind.as_str())>
                {live(move || kind_text(state.locale.get(), kind))}
            </span>
            <span class="mark-legend__count">{count(n)}</span>
        </button>
    }
}
