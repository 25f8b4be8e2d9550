//! The view of articles: the result list, and the reader beside it; on a narrow screen one of the two.

use crate::ui::prelude::*;

use crate::ui::components::reader::Reader;
use crate::ui::components::result_list::ResultList;
use crate::ui::state::{AppState, tr};

/// List and reader.
#[component]
pub fn ArticlesView() -> impl IntoView {
    let state = AppState::of_app();
    let is_reading = Memo::new(move |_| state.location.with(|it| it.article.is_some()));
    view! {
        <h1 class="visually-hidden">{tr("view.articles")}</h1>
        <div class="articles" class:articles--reading=is_reading>
            <ResultList />
            <Reader />
        </div>
    }
}
