//! What crosses to the module that draws an owner's own map, and back. It runs apart, so that nobody fetches it without a map.

use serde::{Deserialize, Serialize};

use super::FeatureName;

/// A map to be drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapJob {
    /// How wide it becomes.
    pub width: f64,
    /// The file: GeoJSON (RFC 7946), longitudes and latitudes in degrees.
    pub bytes: Vec<u8>,
}

/// A drawn map, inside `width` × `height`; y grows downwards.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct DrawnMap {
    /// As wanted.
    pub width: f64,
    /// Follows from the width.
    pub height: f64,
    /// In the order of the file. Everything that it draws, places or not: an approved map is shown whole.
    pub features: Vec<DrawnFeature>,
}

/// One feature of a map.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct DrawnFeature {
    /// What it says of itself.
    pub name: FeatureName,
    /// Its areas: rings, those inside of others are holes.
    pub rings: Vec<Vec<(f64, f64)>>,
    /// Its lines.
    pub lines: Vec<Vec<(f64, f64)>>,
}

/// Why a map cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum MapProblem {
    /// The file cannot be fetched, or the module cannot.
    NotFetched,
    /// The file is no GeoJSON.
    NotGeoJson,
    /// It has no area.
    NoArea,
    /// Its numbers are no longitudes and latitudes.
    NotDegrees,
    /// None of its features is a place that anybody knows.
    NoPlace,
}

impl MapProblem {
    /// Every problem.
    pub const ALL: [MapProblem; 5] = [
        MapProblem::NotFetched,
        MapProblem::NotGeoJson,
        MapProblem::NoArea,
        MapProblem::NotDegrees,
        MapProblem::NoPlace,
    ];

    /// The stable name.
    pub fn as_str(self) -> &'static str {
        match self {
            MapProblem::NotFetched => "not-fetched",
            MapProblem::NotGeoJson => "not-geojson",
            MapProblem::NoArea => "no-area",
            MapProblem::NotDegrees => "not-degrees",
            MapProblem::NoPlace => "no-place",
        }
    }
}
