//! Where each place of Inner Mongolia has its tile: the table `data/tile_map.tsv`, a picture of the leagues and one of the
//! counties of each.

use crate::engine::text::table;

/// The region that the tiles show.
pub const REGION: &str = "内蒙古自治区";

/// A place with its tile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Path.
    pub path: String,
    /// Official name.
    pub name: &'static str,
    /// A name for where the official one is too long.
    pub short: &'static str,
    /// Code of six digits (GB/T 2260).
    pub code: &'static str,
    /// Column and row, from 0 at the north-west.
    pub at: (u32, u32),
}

/// Every tile: each league before its counties.
pub fn tiles() -> impl Iterator<Item = Tile> {
    let mut league = "";
    lines(data_table!(tile_map)).filter_map(move |(is_county, row)| {
        let [name, short, code, column, line] = row.try_into().ok()?;
        let path = if is_county { format!("{REGION}/{league}/{name}") } else { format!("{REGION}/{name}") };
        if !is_county {
            league = name;
        }
        let short = if short.is_empty() { name } else { short };
        Some(Tile { path, name, short, code, at: (column.parse().ok()?, line.parse().ok()?) })
    })
}

/// The tiles of one picture: of the counties of the league with the path `within`, or of all leagues where it is none.
pub fn picture(within: &str) -> Vec<Tile> {
    let of = |above: &str| tiles().filter(|it| it.path.rsplit_once('/').is_some_and(|it| it.0 == above)).collect();
    let found: Vec<Tile> = of(within);
    if found.is_empty() { of(REGION) } else { found }
}

/// True of a league, whose tile has tiles of its own.
pub fn has_parts(path: &str) -> bool {
    path.strip_prefix(REGION).is_some_and(|it| it.starts_with('/')) && path.matches('/').count() == 1
}

/// Rows, each with whether a tab stands in front.
fn lines(table: &'static str) -> impl Iterator<Item = (bool, Vec<&'static str>)> {
    table::rows(table).map(|mut row| {
        let is_inner = row.first().is_some_and(|it| it.is_empty());
        if is_inner {
            row.remove(0);
        }
        (is_inner, row)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_league_has_its_counties() {
        let names = |within: &str| picture(within).iter().map(|it| it.name).collect::<Vec<_>>();
        assert_eq!(names("内蒙古自治区/乌海市"), ["海勃湾区", "海南区", "乌达区"]);
        for nowhere in ["", "内蒙古自治区", "内蒙古自治区/某市", "乌海市", "河北省/张家口市"] {
            assert_eq!(names(nowhere).len(), 12, "{nowhere}");
        }
    }

    #[test]
    fn only_leagues_have_parts() {
        assert!(has_parts("内蒙古自治区/赤峰市"));
        for path in ["内蒙古自治区", "内蒙古自治区/赤峰市/翁牛特旗", "河北省/张家口市", ""] {
            assert!(!has_parts(path), "{path}");
        }
    }
}
