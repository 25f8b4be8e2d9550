//! The way up from the place whose parts are shown: every place above it, and all places.

use crate::ui::prelude::*;

use crate::ui::live::live_view;
use crate::ui::state::{AppState, tr};
use crate::view_model::url::AppLocation;

/// A line of links; nothing where no place is taken apart.
#[component]
pub fn PlaceCrumbs() -> impl IntoView {
    let state = AppState::of_app();
    let within = Memo::new(move |_| state.location.with(|it| it.within.clone()));
    let content = move || {
        let path = within.get()?;
        let crumb = |name: String, to: Option<String>, is_here: bool| {
            let go = move |it: &mut AppLocation| (it.within, it.behind) = (to, None);
            let current = is_here.then_some("true");
            view! { <li><a href=state.href(go) aria-current=current>{name}</a></li> }
        };
        let ends = path.match_indices('/').map(|it| it.0).chain([path.len()]);
        let above = ends.filter_map(|end| path.get(..end)).map(|it| {
            let name = it.rsplit('/').next().unwrap_or(it).to_owned();
            crumb(name, Some(it.to_owned()), it == path)
        });
        let crumbs: Vec<_> = [crumb(state.text("chart.within.all"), None, false)].into_iter().chain(above).collect();
        Some(
            view! { <nav class="crumbs" aria-label=tr("chart.within")><ol>{crumbs.into_iter().collect_view()}</ol></nav> },
        )
    };
    live_view(content)
}
