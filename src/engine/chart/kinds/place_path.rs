//! Paths of places: 内蒙古自治区/赤峰市/翁牛特旗 and the levels of what stands above a mention.

use crate::engine::extract::Level;
use crate::engine::small_map::SmallMap;

/// The last name of a path.
pub fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// True for `place` itself and for whatever lies in it.
pub fn is_within(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|it| it.is_empty() || it.starts_with('/'))
}

/// The part of `path` one step below `place`; `None` outside of it and for `place` itself.
pub fn part_of<'a>(path: &'a str, place: &str) -> Option<&'a str> {
    let rest = path.strip_prefix(place)?.strip_prefix('/')?;
    path.get(..path.len() - rest.len() + rest.find('/').unwrap_or(rest.len()))
}

/// The part of `path` that names a place of `wanted`, where `path` itself is of `level`; `None` where it has none.
/// A path may skip levels: municipalities have no prefecture, and a village's township may be unknown.
pub fn ancestor_at(path: &str, level: Level, wanted: Level) -> Option<&str> {
    let (mut path, mut level) = (path, level);
    loop {
        if level == wanted {
            return Some(path);
        }
        let parent = path.rsplit_once('/')?.0;
        level = parent_level(parent, level)?;
        path = parent;
    }
}

/// The last names of `paths`, each with as many names before it as it takes to tell it from the others (翁牛特旗团结村).
pub fn distinct_names(paths: &[&str]) -> Vec<String> {
    let mut depths = vec![1; paths.len()];
    loop {
        let names: Vec<String> = paths.iter().zip(&depths).map(|(path, depth)| tail(path, *depth)).collect();
        let mut counts: SmallMap<&str, usize> = SmallMap::new();
        for name in &names {
            *counts.value(name.as_str()) += 1;
        }
        let mut has_grown = false;
        for ((name, path), depth) in names.iter().zip(paths).zip(&mut depths) {
            if counts.get(&name.as_str()).is_some_and(|it| *it > 1) && *depth < path.split('/').count() {
                *depth += 1;
                has_grown = true;
            }
        }
        if !has_grown {
            return names;
        }
    }
}

/// The level of `parent`, a path, above a place of `child` level.
fn parent_level(parent: &str, child: Level) -> Option<Level> {
    if !parent.contains('/') {
        return (child != Level::Province).then_some(Level::Province);
    }
    let is_township = ["苏木", "乡", "镇", "街道"].iter().any(|it| parent.ends_with(it));
    match child {
        Level::Village if is_township => Some(Level::Township),
        Level::Village | Level::Township if is_prefecture(parent) => Some(Level::Prefecture),
        Level::Village | Level::Township => Some(Level::County),
        Level::County => Some(Level::Prefecture),
        Level::Prefecture | Level::Province => None,
    }
}

/// True for a prefecture's path: the second name, unless the first is a municipality (北京市/海淀区).
fn is_prefecture(path: &str) -> bool {
    match path.split_once('/') {
        Some((root, name)) => {
            !name.contains('/')
                && !root.ends_with('市')
                && ["市", "盟", "州", "地区"].iter().any(|it| name.ends_with(it))
        }
        None => false,
    }
}

fn tail(path: &str, depth: usize) -> String {
    let names: Vec<&str> = path.split('/').collect();
    names.get(names.len().saturating_sub(depth)..).unwrap_or_default().concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_may_be_skipped() {
        let township = "内蒙古自治区/赤峰市/翁牛特旗/乌丹镇";
        assert_eq!(ancestor_at(township, Level::Township, Level::County), Some("内蒙古自治区/赤峰市/翁牛特旗"));
        assert_eq!(ancestor_at(township, Level::Township, Level::Village), None);
        let village = "内蒙古自治区/赤峰市/翁牛特旗/某村";
        assert_eq!(ancestor_at(village, Level::Village, Level::County), Some("内蒙古自治区/赤峰市/翁牛特旗"));
        assert_eq!(ancestor_at(village, Level::Village, Level::Township), None);
        assert_eq!(ancestor_at("北京市/海淀区/学院路街道", Level::Township, Level::County), Some("北京市/海淀区"));
        assert_eq!(ancestor_at("北京市/海淀区", Level::County, Level::Prefecture), None);
        assert_eq!(ancestor_at("内蒙古自治区/赤峰市/某村", Level::Village, Level::County), None);
    }

    #[test]
    fn a_place_has_parts() {
        assert_eq!(part_of("甲省/乙市/丁旗/某村", "甲省/乙市"), Some("甲省/乙市/丁旗"));
        assert_eq!(part_of("甲省/乙市", "甲省/乙市"), None);
        assert_eq!(part_of("甲省/乙市东/丁旗", "甲省/乙市"), None);
        assert!(is_within("甲省/乙市", "甲省/乙市") && is_within("甲省/乙市/丁旗", "甲省"));
        assert!(!is_within("甲省东/乙市", "甲省"));
    }

    #[test]
    fn equal_names_take_the_names_above_them() {
        let names = distinct_names(&["甲省/乙市/丁旗/团结村", "甲省/丙市/丁旗/团结村", "甲省/丙市/和平村"]);
        assert_eq!(names, ["乙市丁旗团结村", "丙市丁旗团结村", "和平村"]);
        assert_eq!(distinct_names(&["甲省/乙市/团结村", "甲省/丙市/团结村"]), ["乙市团结村", "丙市团结村"]);
    }
}
