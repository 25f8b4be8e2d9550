//! Items by place: the parts of one place, or all places of one level.

use std::collections::{BTreeMap, BTreeSet};

use super::Channel;
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
pub fn channel(items: &[Item], within: Option<&str>) -> Places {
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let mut paths: Vec<(&str, Level)> = vec![];
    let mut of_items = Channel::default();
    let mut bands = vec![];
    // Figures of one place follow each other: its path is looked up once.
    let mut last: Option<(*const str, u32)> = None;
    for item in items {
        bands.clear();
        for place in item.places() {
            let path = place.canonical.as_str();
            let number = last.filter(|it| std::ptr::eq(it.0, path)).map(|it| it.1).unwrap_or_else(|| {
                *numbers.entry(path).or_insert_with(|| {
                    paths.push((path, place.level));
                    paths.len() as u32 - 1
                })
            });
            last = Some((path, number));
            bands.push(number);
        }
        of_items.push(&mut bands);
    }
    let level = if within.is_some() { None } else { enough(&paths) };
    let shown = |(path, own): &(&str, Level)| match (within, level) {
        (Some(within), _) => place_path::part_of(path, within).map(str::to_owned),
        (None, Some(level)) => place_path::ancestor_at(path, *own, level).map(str::to_owned),
        (None, None) => None,
    };
    let mut res = Places { level, ..Places::default() };
    let mut shown_numbers: BTreeMap<String, u32> = BTreeMap::new();
    let mut bands_of_paths = vec![];
    for path in &paths {
        let Some(name) = shown(path) else {
            bands_of_paths.push(None);
            continue;
        };
        if path.0.len() > name.len() {
            res.parents.insert(name.clone());
        }
        let next = shown_numbers.len() as u32;
        bands_of_paths.push(Some(*shown_numbers.entry(name).or_insert(next)));
    }
    let mut names = vec![String::new(); shown_numbers.len()];
    for (name, number) in shown_numbers {
        names[number as usize] = name;
    }
    res.channel = Channel::new(names);
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
    let counts = Level::ALL.map(n_of);
    let most = counts.iter().copied().max().unwrap_or(0);
    let has_enough = |it: &usize| *it > 0 && *it >= ENOUGH_PLACES.min(most);
    // A single place is best known by its own name.
    let enough = if most == 1 { counts.iter().rposition(has_enough) } else { counts.iter().position(has_enough) }?;
    Level::ALL.get(enough).copied()
}
