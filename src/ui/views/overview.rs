//! The start screen: what is loaded, beside the articles.

use crate::ui::prelude::*;

use crate::ui::components::overview_panel::OverviewPanel;
use crate::ui::components::result_list::ResultList;

/// The overview, then the list.
#[component]
pub fn OverviewView() -> impl IntoView {
    view! {
        <div class="articles articles--overview">
            <OverviewPanel />
            <ResultList />
        </div>
    }
}
