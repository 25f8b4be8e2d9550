//! An owner's own map: which there is, and how it is drawn once somebody wants to see it.

use std::sync::Arc;

use crate::ui::prelude::*;
use leptos::task::spawn_local;

use super::side_module;
use crate::codec;
use crate::protocol::{DrawnMap, MapJob, MapProblem};

/// The list of maps, which is there even without one.
const LIST: &str = "maps/index.json";
/// The program that draws them.
const PROGRAM: &str = "map";
/// Pixels that a map is drawn for; the screen scales it.
const WIDTH: f64 = 1200.0;

/// A drawn map, or why there is none.
pub type Drawn = Result<Arc<DrawnMap>, MapProblem>;

/// The first map of the list.
#[derive(Clone, Copy)]
pub struct OwnerMap {
    /// Its file.
    pub name: RwSignal<Option<String>>,
    /// What became of it.
    pub drawn: RwSignal<Option<Drawn>>,
}

impl OwnerMap {
    /// Looks which map there is; draws it once, when `is_wanted`.
    pub fn new(is_wanted: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        let map = OwnerMap { name: RwSignal::new(None), drawn: RwSignal::new(None) };
        spawn_local(async move {
            let list = side_module::file(LIST).await.and_then(|it| String::from_utf8(it).ok());
            let list = list.and_then(|it| js_sys::JSON::parse(&it).ok()).unwrap_or_default();
            let first = js_sys::Array::from(&list).get(0).as_string();
            map.name.try_set(first);
        });
        let is_wanted = Memo::new(move |_| is_wanted());
        Effect::new(move || {
            if let (Some(name), true, None) = (map.name.get(), is_wanted.get(), map.drawn.get_untracked()) {
                spawn_local(async move { drop(map.drawn.try_set(Some(draw(&name).await))) });
            }
        });
        map
    }

    /// The map, where it can be shown.
    pub fn shown(self) -> Option<Arc<DrawnMap>> {
        self.drawn.with(|it| it.clone()?.ok())
    }

    /// Why it cannot.
    pub fn problem(self) -> Option<MapProblem> {
        self.drawn.with(|it| it.as_ref()?.as_ref().err().copied())
    }
}

async fn draw(name: &str) -> Drawn {
    let path = format!("maps/{}", String::from(js_sys::encode_uri_component(name)));
    let bytes = side_module::file(&path).await.ok_or(MapProblem::NotFetched)?;
    let job = codec::encode(&MapJob { width: WIDTH, bytes }).map_err(|_| MapProblem::NotFetched)?;
    let answer = side_module::run(PROGRAM, job).await.map_err(|_| MapProblem::NotFetched)?;
    codec::decode::<Result<DrawnMap, MapProblem>>(&answer).map_err(|_| MapProblem::NotFetched)?.map(Arc::new)
}
