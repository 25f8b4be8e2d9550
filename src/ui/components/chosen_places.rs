//! The ways on from the chosen places: their articles, figures and charts, and into the tiles of a league.

use std::sync::Arc;

use crate::ui::prelude::*;

use crate::engine::query::Facet;
use crate::protocol::{PlaceChip, Places};
use crate::ui::live::{live, live_view};
use crate::ui::state::{AppState, tr};
use crate::view_model::labels::Label;
use crate::view_model::place_location::PlaceForm;
use crate::view_model::url::{AppLocation, View};

/// Keeps its line while none is chosen, so that what stands below does not jump.
#[component]
pub fn ChosenPlaces(
    /// What is shown.
    places: Memo<Option<Arc<Places>>>,
) -> impl IntoView {
    let state = AppState::of_app();
    let chosen = Memo::new(move |_| {
        let paths =
            state.location.with(|it| it.selection.values(Facet::Place).into_iter().map(str::to_owned).collect());
        let paths: Vec<String> = paths;
        paths
    });
    let form = Memo::new(move |_| state.location.with(|it| it.places.form));
    let content = move || {
        let paths = chosen.get();
        if paths.is_empty() {
            let key = if form.get() == PlaceForm::List { "places.hint" } else { "places.map.hint" };
            return view! { <p class="places__hint">{tr(key)}</p> }.into_any();
        }
        let names = paths.iter().map(|it| it.rsplit('/').next().unwrap_or(it)).collect::<Vec<_>>().join("、");
        let leagues = places.with(|it| it.as_ref().map(|it| it.leagues.clone())).unwrap_or_default();
        let leagues = leagues.into_iter().filter(|it| form.get() == PlaceForm::Tiles && paths.contains(&it.path));
        let zooms = leagues.map(|PlaceChip { path, name }| {
            let text = state.text_with("places.zoom.to", &[("place", &name)]);
            way(move |it| it.within = Some(path.clone()), move || text.clone())
        });
        let views = [View::Articles, View::Figures, View::Charts];
        let ways = views.map(|view| {
            let go = move |it: &mut AppLocation| {
                it.view = view;
                it.close_article();
            };
            way(go, move || view.label(state.locale.get()))
        });
        view! {
            <p>{live(move || state.text_with("places.chosen", &[("names", &names)]))}</p>
            <ul class="places__links">{ways.into_iter().chain(zooms).collect_view()}</ul>
        }
        .into_any()
    };
    view! { <div class="places__chosen">{live_view(content)}</div> }
}

fn way(go: impl Fn(&mut AppLocation) + Send + 'static, text: impl Fn() -> String + Send + 'static) -> AnyView {
    let state = AppState::of_app();
    view! { <li><a href=live(move || state.href(|it| go(it)))>{live(text)}</a></li> }.into_any()
}
