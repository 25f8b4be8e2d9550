//! The tiles of Inner Mongolia: every league and every county of the gazetteer has one, no two share a place, and neighbours on
//! the picture lie near each other.

use std::collections::{BTreeMap, BTreeSet};

use banmian::engine::chart::tile_map::{REGION, has_parts, picture, tiles};
use banmian::engine::extract::Level;
use banmian::engine::extract::gazetteer::Gazetteer;

/// The most columns that a phone can show.
const MAX_COLUMNS: u32 = 6;

#[test]
fn every_league_and_every_county_has_one_tile() {
    let gazetteer = Gazetteer::native();
    let region = gazetteer.find(REGION)[0].place;
    let wanted: BTreeSet<String> = gazetteer
        .inside(region)
        .filter(|it| gazetteer.level(*it) <= Level::County)
        .map(|it| gazetteer.path(it))
        .collect();
    let found: Vec<String> = tiles().map(|it| it.path).collect();
    assert_eq!(found.len(), found.iter().collect::<BTreeSet<_>>().len(), "a place has two tiles");
    assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), wanted);
    let leagues = tiles().filter(|it| has_parts(&it.path)).count();
    assert_eq!((leagues, tiles().count() - leagues), (12, 104));
}

#[test]
fn the_counties_are_the_103_and_the_one_that_is_none() {
    let codes: Vec<&str> = tiles().filter(|it| !has_parts(&it.path)).map(|it| it.code).collect();
    // Codes that end in 71 and above belong to areas that statistics list and the law does not.
    assert_eq!(codes.iter().filter(|it| !("71".."81").contains(&&it[4..])).count(), 103);
}

#[test]
fn no_two_tiles_of_a_picture_share_a_place() {
    for tiles in pictures() {
        let places: BTreeSet<(u32, u32)> = tiles.iter().map(|it| it.at).collect();
        assert_eq!(places.len(), tiles.len(), "{}", tiles[0].path);
        assert!(tiles.iter().all(|it| it.at.0 < MAX_COLUMNS), "{}: too wide", tiles[0].path);
        for (axis, least) in
            [("column", tiles.iter().map(|it| it.at.0).min()), ("row", tiles.iter().map(|it| it.at.1).min())]
        {
            assert_eq!(least, Some(0), "{}: an empty first {axis}", tiles[0].path);
        }
    }
}

#[test]
fn every_tile_touches_another() {
    for tiles in pictures() {
        for tile in &tiles {
            let touches =
                |it: &(u32, u32)| *it != tile.at && it.0.abs_diff(tile.at.0) <= 1 && it.1.abs_diff(tile.at.1) <= 1;
            assert!(tiles.iter().any(|it| touches(&it.at)), "{} stands alone", tile.path);
        }
    }
}

#[test]
fn leagues_lie_as_they_lie() {
    let at: BTreeMap<&str, (u32, u32)> = picture("").iter().map(|it| (it.short, it.at)).collect();
    for (west, east) in [
        ("阿拉善", "乌海"),
        ("乌海", "鄂尔多斯"),
        ("巴彦淖尔", "包头"),
        ("包头", "呼和浩特"),
        ("包头", "乌兰察布"),
        ("乌兰察布", "锡林郭勒"),
        ("锡林郭勒", "通辽"),
        ("赤峰", "通辽"),
    ] {
        assert!(at[west].0 < at[east].0, "{west} lies west of {east}");
    }
    for (north, south) in [
        ("呼伦贝尔", "兴安"),
        ("兴安", "通辽"),
        ("锡林郭勒", "赤峰"),
        ("锡林郭勒", "乌兰察布"),
        ("巴彦淖尔", "乌海"),
        ("包头", "鄂尔多斯"),
        ("通辽", "赤峰"),
    ] {
        assert!(at[north].1 < at[south].1, "{north} lies north of {south}");
    }
}

#[test]
fn codes_and_short_names_are_in_order() {
    let mut codes = BTreeSet::new();
    for tile in tiles() {
        assert!(tile.code.len() == 6 && tile.code.bytes().all(|it| it.is_ascii_digit()), "{}", tile.path);
        assert!(codes.insert(tile.code), "{} is the code of two", tile.code);
        assert!(tile.short.chars().count() <= 4, "{} is not short", tile.short);
        let league = tiles().find(|it| tile.path.starts_with(&format!("{}/", it.path)));
        if let Some(league) = league {
            let is_inside = tile.code[..4] == league.code[..4] && tile.code[4..] != *"00";
            assert!(is_inside, "{} lies in {}", tile.code, league.code);
        } else {
            assert!(tile.code.ends_with("00"), "{}", tile.path);
        }
    }
    let mut in_picture = pictures().into_iter().map(|it| it.iter().map(|it| it.short).collect::<Vec<_>>());
    assert!(in_picture.all(|it| it.len() == it.iter().collect::<BTreeSet<_>>().len()), "short names tell apart");
}

/// The picture of the leagues, and that of each league.
fn pictures() -> Vec<Vec<banmian::engine::chart::tile_map::Tile>> {
    let leagues = picture("");
    let inner = leagues.iter().map(|it| picture(&it.path)).collect::<Vec<_>>();
    [leagues].into_iter().chain(inner).collect()
}
