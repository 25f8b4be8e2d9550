//! What the query can go on with: the list below the search box. The focus stays in the box.

use crate::ui::prelude::*;
use leptos::ev;

use crate::engine::query::completion::Completion;
use crate::ui::completing::Completing;
use crate::ui::focus::show_id;
use crate::ui::live::{self, live};
use crate::ui::state::{AppState, tr};
use crate::view_model::labels::Label;
use crate::view_model::{Locale, words};

/// The id of the list.
pub const LIST_ID: &str = "completion";

/// The id of an offer.
pub fn offer_id(idx: usize) -> String {
    format!("{LIST_ID}-{idx}")
}

/// Each offer with its kind and number of articles; how many there are is said.
#[component]
pub fn Completions(
    /// The state of the list.
    completing: Completing,
    /// Gets the number of the offer that was clicked.
    take: Callback<usize>,
) -> impl IntoView {
    let state = AppState::of_app();
    let offers = Memo::new(move |_| completing.offers());
    let n_offers = move || match offers.with(Vec::len) {
        0 => String::new(),
        n => words::counted(state.locale.get(), "completion.open", n),
    };
    Effect::new(move || completing.active.get().into_iter().for_each(|it| show_id(&offer_id(it))));
    view! {
        <ul class="completion" id=LIST_ID role="listbox" aria-label=tr("completion.label")
            hidden=live(move || offers.with(Vec::is_empty))
            // A press would take the focus out of the box.
            on:mousedown=move |event: ev::MouseEvent| event.prevent_default()>
            {live::rows(
                move || offers.get().into_iter().enumerate().collect(),
                Clone::clone,
                move |(idx, offer)| view! { <Offer completing idx offer take /> },
            )}
        </ul>
        <p class="visually-hidden" role="status">{live(n_offers)}</p>
    }
}

#[component]
fn Offer(completing: Completing, idx: usize, offer: Completion, take: Callback<usize>) -> impl IntoView {
    let state = AppState::of_app();
    let Completion { kind, name: [chinese, english], detail, n_articles, .. } = offer;
    let name = move || if state.locale.get() == Locale::English { english.clone() } else { chinese.clone() };
    let count = move || n_articles.map(|it| words::counted(state.locale.get(), "completion.articles", it as usize));
    view! {
        <li class="completion__offer" role="option" id=offer_id(idx)
            aria-selected=live(move || (completing.active.get() == Some(idx)).to_string()) on:click=move |_| take.run(idx)>
            <span class="completion__name">{live(name)}</span>
            " "<span class="completion__kind">{live(move || kind.label(state.locale.get()))}</span>
            " "<span class="completion__detail">{detail.replace('/', " · ")}</span>
            " "<span class="completion__count">{live(count)}</span>
        </li>
    }
}
