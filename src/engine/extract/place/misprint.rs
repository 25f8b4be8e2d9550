//! Names that the print spoiled: under a parent that has none of that name but one like it (巴彦淖尔市杭锦旗 for 杭锦后旗),
//! or with a character dropped or doubled (力格图村 for 尔力格图村).

use super::coined::{Coined, SIDES};
use super::ground::{Ground, is_han};
use super::scene::{Node, Scene};
use crate::engine::extract::Level;
use crate::engine::extract::gazetteer::PlaceId;
use crate::engine::text::Span;

/// Name of the rule.
pub(super) const RULE: &str = "misprint";

/// The only place of `level` in `parent` that is called like `printed`, which no place is called.
fn large(scene: &Scene, parent: Node, printed: &str, level: Level) -> Option<PlaceId> {
    let wanted: Vec<char> = printed.chars().collect();
    only(scene, parent, level, printed, |name| wanted.len() > 2 && name.len() > 2 && is_spoiled(&wanted, name))
}

/// The same for a name that some place elsewhere has. With another character it is that place: counties were moved from
/// one prefecture to the next (柳州地区忻城县), and 柳城县 stayed.
pub(super) fn elsewhere(scene: &Scene, parent: Node, printed: &str, level: Level) -> Option<PlaceId> {
    let wanted: Vec<char> = printed.chars().collect();
    let is_like = |name: &[char]| dropped(&wanted, name).is_some() || is_doubled(&wanted, name);
    only(scene, parent, level, printed, |name| wanted.len() > 2 && name.len() > 2 && is_like(name))
}

/// A county's name right behind its prefecture or province that is spelt like no county but almost like one of them.
pub(super) fn county_behind(ground: &Ground, scene: &Scene, at: usize) -> Option<(Span, PlaceId)> {
    let parent = scene.chain(at).filter(|&it| scene.level(it) <= Level::Prefecture)?;
    let rest = ground.rest(at);
    let (offset, ending) = rest
        .char_indices()
        .take(12)
        .take_while(|it| is_han(it.1))
        .find(|it| matches!(it.1, '旗' | '县' | '区' | '市'))
        .filter(|it| it.0 >= 6)?;
    let span = Span::new(at, at + offset + ending.len_utf8());
    Some((span, large(scene, parent, span.slice(ground.text), Level::County)?))
}

/// The only township or village in or around `parent` whose name is `coined` with a character dropped or doubled.
pub(super) fn small(scene: &Scene, parent: Node, printed: &str, coined: Coined) -> Option<PlaceId> {
    let wanted: Vec<char> = printed.chars().collect();
    let is_long = |name: &[char]| name.len() > 1 && wanted.len() > 1;
    let n_stem = super::name::stem(printed).map_or(1, |it| it.chars().count());
    let fits = |name: &[char]| match dropped(&wanted, name) {
        Some(character) => is_long(name) && (n_stem == 1 || !SIDES.contains(character)),
        None => is_long(name) && is_doubled(&wanted, name),
    };
    let near = only(scene, parent, coined.level, printed, fits);
    if near.is_some() || n_stem < 3 {
        return near;
    }
    only(scene, scene.county(parent)?, coined.level, printed, fits)
}

/// The only listed place of `level` in `parent` whose name fits and ends with the character that `printed` ends with.
fn only(scene: &Scene, parent: Node, level: Level, printed: &str, fits: impl Fn(&[char]) -> bool) -> Option<PlaceId> {
    let last = printed.chars().next_back()?;
    // A character more or less: a quick look at the bytes saves taking most names apart.
    let is_like = |name: &str| name.len().abs_diff(printed.len()) <= char::MAX.len_utf8() && name.ends_with(last);
    let inside = scene.gazetteer.inside(parent);
    let (mut place, mut name, mut res) = (inside.start, vec![], None);
    while place < inside.end {
        let place_level = scene.gazetteer.level(place);
        let listed = scene.gazetteer.name(place);
        if place_level == level && is_like(listed) {
            name.clear();
            name.extend(listed.chars());
            if fits(&name) && res.replace(place).is_some() {
                return None;
            }
        }
        // Nothing of the level lies in a place of the level or below it.
        place = if place_level < level { place + 1 } else { scene.gazetteer.inside(place).end };
    }
    res
}

/// The character of `name` that `printed` lacks, where that is all that differs.
fn dropped(printed: &[char], name: &[char]) -> Option<char> {
    if name.len() != printed.len() + 1 {
        return None;
    }
    let same = printed.iter().zip(name).take_while(|(a, b)| a == b).count();
    (printed.get(same..) == name.get(same + 1..)).then(|| name[same])
}

/// True when `printed` is `name` with one character twice.
fn is_doubled(printed: &[char], name: &[char]) -> bool {
    let same = name.iter().zip(printed).take_while(|(a, b)| a == b).count();
    dropped(name, printed).is_some_and(|it| same > 0 && name.get(same - 1) == Some(&it))
}

/// One character dropped, doubled or replaced. In names of three characters a replaced one is too much, but for 旗 and 县:
/// cities have districts that no list has (高新区).
fn is_spoiled(printed: &[char], name: &[char]) -> bool {
    let n_other = printed.iter().zip(name).filter(|(a, b)| a != b).count();
    let is_long = printed.len() > 3 || printed.last().is_some_and(|it| matches!(it, '旗' | '县'));
    let replaced = printed.len() == name.len() && n_other == 1 && is_long;
    replaced || dropped(printed, name).is_some() || is_doubled(printed, name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_character_is_seen() {
        let chars = |it: &str| it.chars().collect::<Vec<_>>();
        assert_eq!(dropped(&chars("杭锦旗"), &chars("杭锦后旗")), Some('后'));
        assert_eq!(dropped(&chars("杭锦旗"), &chars("乌拉特旗")), None);
        assert!(is_doubled(&chars("敖汉汉旗"), &chars("敖汉旗")));
        assert!(!is_doubled(&chars("后善岱村"), &chars("善岱村")));
        assert!(is_spoiled(&chars("敖汗旗"), &chars("敖汉旗")));
        assert!(!is_spoiled(&chars("敖汉旗"), &chars("敖汉旗")));
        assert!(!is_spoiled(&chars("高新区"), &chars("高明区")));
        assert!(!is_spoiled(&chars("西湖景区"), &chars("西湖区")));
    }
}
