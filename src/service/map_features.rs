//! Which place a feature of an owner's map is.
//!
//! Its name decides where it is a whole path; else its code, where the table of tiles has it; else its name, where one place
//! bears it. Of several that bear it, the one that lies where the features lie whose place is certain; where they lie in
//! none of them, or in several, nobody knows.

use super::Service;
use crate::engine::chart::tile_map;
use crate::engine::extract::gazetteer::{FormKind, Gazetteer, PlaceId};
use crate::engine::small_map::SmallMap;
use crate::protocol::FeatureName;

impl Service {
    /// The path of each feature's place; "" where nobody knows it.
    pub(super) fn places_of_features(&self, features: &[FeatureName]) -> Vec<String> {
        let Some(gazetteer) = &self.lexicon.gazetteer else { return vec![String::new(); features.len()] };
        let candidates: Vec<Vec<PlaceId>> = features.iter().map(|it| candidates(gazetteer, it)).collect();
        let mut certain: SmallMap<PlaceId, usize> = SmallMap::new();
        for places in candidates.iter().filter(|it| it.len() == 1) {
            places.iter().flat_map(|it| gazetteer.lineage(*it).skip(1)).for_each(|it| *certain.value(it) += 1);
        }
        let n_beside =
            |place: PlaceId| -> usize { gazetteer.lineage(place).skip(1).filter_map(|it| certain.get(&it)).sum() };
        let path = |places: &Vec<PlaceId>| {
            let most = places.iter().map(|it| n_beside(*it)).max().unwrap_or(0);
            let mut best = places.iter().filter(|it| places.len() == 1 || (most > 0 && n_beside(**it) == most));
            match (best.next(), best.next()) {
                (Some(place), None) => gazetteer.path(*place),
                _ => String::new(),
            }
        };
        candidates.iter().map(path).collect()
    }
}

/// The places that a feature may be; those that bear its name officially before all others.
fn candidates(gazetteer: &Gazetteer, feature: &FeatureName) -> Vec<PlaceId> {
    let name = feature.name.trim();
    let by_code = tile_map::tiles().find(|it| !feature.code.is_empty() && it.code == feature.code.trim());
    let path = if name.contains('/') { name.to_owned() } else { by_code.map(|it| it.path).unwrap_or_default() };
    let forms = gazetteer.find(path.rsplit('/').next().unwrap_or_default());
    if let Some(form) = forms.iter().find(|it| gazetteer.path(it.place) == path) {
        return vec![form.place];
    }
    let of_kind = |kind: FormKind| -> Vec<PlaceId> {
        gazetteer.find(name).iter().filter(|it| it.kind == kind).map(|it| it.place).collect()
    };
    let kinds = [FormKind::Official, FormKind::Short, FormKind::Customary];
    kinds.map(of_kind).into_iter().find(|it| !it.is_empty()).unwrap_or_default()
}
