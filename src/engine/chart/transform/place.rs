//! Items by place: the parts of one place, or all places of one level.

use std::collections::BTreeSet;

use super::Channel;
use super::numbers::Numbers;
use crate::engine::chart::data::Item;
use crate::engine::chart::kinds::place_path;
use crate::engine::extract::Level;

/// With this many places a level is worth a chart. More of them prefers lower levels, fewer prefers higher ones.
const ENOUGH_PLACES: usize = 6;

/// Items by place.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// Names are paths.
    pub channel: Channel,
    /// The level that all of them have; `None` for the parts of a place, which may be of several.
    pub level: Option<Level>,
    /// The paths that have places below them.
    pub parents: BTreeSet<String>,
}

/// The parts of `within`, one step below it. Without it, the places of one level, so that none contains another: the
/// highest one with enough places to compare.
pub fn channel<'a>(items: &[Item<'a>], within: Option<&str>) -> Places {
    // The place in `paths` of each of the index's numbers, and one; 0 for a path that has not been met.
    let mut met: Vec<u32> = vec![];
    let mut paths: Vec<(&'a str, Level)> = vec![];
    let mut of_items = Channel::default();
    let mut bands = vec![];
    for item in items {
        bands.clear();
        for (idx, number) in item.place_numbers().iter().map(|it| *it as usize).enumerate() {
            met.resize(met.len().max(number + 1), 0);
            if met[number] == 0 {
                paths.extend(item.places().get(idx).map(|it| (it.canonical.as_str(), it.level)));
                met[number] = paths.len() as u32;
            }
            bands.push(met[number] - 1);
        }
        of_items.push(&mut bands);
    }
    let level = if within.is_some() { None } else { enough(&paths) };
    let shown = |it: &(&'a str, Level)| match (within, level) {
        (Some(within), _) => place_path::part_of(it.0, within),
        (None, Some(level)) => place_path::ancestor_at(it.0, it.1, level),
        (None, None) => None,
    };
    let mut res = Places { level, ..Places::default() };
    let mut shown_numbers = Numbers::default();
    let mut bands_of_paths = vec![];
    for path in &paths {
        let name = shown(path);
        if let Some(name) = name.filter(|it| it.len() < path.0.len() && !res.parents.contains(*it)) {
            res.parents.insert(name.to_owned());
        }
        bands_of_paths.push(name.map(|it| shown_numbers.number(it)));
    }
    res.channel = Channel::new(shown_numbers.names.iter().map(|it| (*it).to_owned()).collect());
    for item in 0..items.len() {
        bands.clear();
        bands.extend(of_items.of(item).iter().filter_map(|it| bands_of_paths[*it as usize]));
        res.channel.push(&mut bands);
    }
    res
}

/// The highest level with enough places, or with as many as any has.
fn enough(paths: &[(&str, Level)]) -> Option<Level> {
    let n_of = |level: Level| {
        let mut names = BTreeSet::new();
        names.extend(paths.iter().filter_map(|(path, own)| place_path::ancestor_at(path, *own, level)));
        names.len()
    };
    let mut counts = vec![];
    for level in Level::ALL {
        let n_places = n_of(level);
        if n_places >= ENOUGH_PLACES {
            return Some(level);
        }
        counts.push(n_places);
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    let has_enough = |it: &usize| *it > 0 && *it == most;
    // A single place is best known by its own name.
    let enough = if most == 1 { counts.iter().rposition(has_enough) } else { counts.iter().position(has_enough) }?;
    Level::ALL.get(enough).copied()
}
