//! The glosses of a paragraph: below it a line for each of its mentions, that says how it was read. The mark and its
//! gloss lead to each other: a click on the gloss goes to the mark, and the gloss of the mark at hand stands out.

use crate::ui::prelude::*;

use super::article_text::show_mark;
use super::mention_note::{NoteAt, NoteBody, told};
use crate::protocol::ArticleDetail;
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::view_model::highlight::{Cover, Run};
use crate::view_model::mention_note::confidence_name;

/// The glosses of the mentions that begin in `runs`; nothing where none does. `note` is about the mark at hand.
pub fn glosses(
    article: StoredValue<ArticleDetail>,
    note: RwSignal<Option<NoteAt>>,
    runs: &[Run],
) -> impl IntoView + use<> {
    let state = AppState::of_app();
    let begun = runs.iter().flat_map(|run| run.covers.iter().filter(|it| it.is_first));
    let glosses: Vec<AnyView> = begun.map(|cover| view! { <Gloss article note cover=*cover /> }.into_any()).collect();
    (!glosses.is_empty()).then(|| {
        view! {
            <ul class="glosses" aria-label=tr("reader.reading") lang=live(move || state.locale.get().html_lang())>
                {glosses}
            </ul>
        }
    })
}

#[component]
fn Gloss(article: StoredValue<ArticleDetail>, note: RwSignal<Option<NoteAt>>, cover: Cover) -> impl IntoView {
    let state = AppState::of_app();
    let Cover { kind, idx, .. } = cover;
    let words = article.with_value(|it| kind.span(&it.mentions, idx).slice(&it.text).to_owned());
    let confidence = article.with_value(|it| confidence_name(&it.mentions, kind, idx));
    let is_current = move || note.with(|it| it.as_ref().is_some_and(|it| it.covers.contains(&(kind, idx))));
    let body = move || article.with_value(|it| told(state, it, kind, idx).map(|note| view! { <NoteBody note /> }));
    view! {
        <li class=format!("gloss gloss--{confidence}") class:gloss--current=live(is_current)>
            // The mark itself is reached with the keyboard; its gloss needs no second stop.
            <button class="gloss__words" type="button" tabindex="-1" lang="zh-Hans" on:click=move |_| show_mark(kind, idx)>{words}</button>
            {live_view(body)}
        </li>
    }
}
