//! Reads GeoJSON (RFC 7946): the features, what each says of itself, and its areas and lines in degrees.

use std::str;

use banmian::protocol::{FeatureName, MapProblem};
use geojson::{Feature, GeoJson, GeometryValue, JsonObject, JsonValue, Position};

/// Properties that may hold a place's name or path, the first that is there counts.
const NAMES: [&str; 7] = ["path", "name", "NAME", "Name", "name:zh", "名称", "地名"];

/// Properties that may hold a place's code.
const CODES: [&str; 6] = ["adcode", "code", "ADCODE", "CODE", "gb", "代码"];

/// A feature in degrees: longitude, then latitude.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReadFeature {
    /// What it says of itself.
    pub name: FeatureName,
    /// Rings of its areas.
    pub rings: Vec<Vec<(f64, f64)>>,
    /// Its lines; a point is a line of one point.
    pub lines: Vec<Vec<(f64, f64)>>,
}

/// The features of a file, in its order.
pub fn read(bytes: &[u8]) -> Result<Vec<ReadFeature>, MapProblem> {
    let text = str::from_utf8(bytes).map_err(|_| MapProblem::NotGeoJson)?;
    let features = match text.trim_start_matches('\u{feff}').parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(it)) => it.features,
        Ok(GeoJson::Feature(it)) => vec![it],
        Ok(GeoJson::Geometry(it)) => vec![Feature::from(it)],
        Err(_) => return Err(MapProblem::NotGeoJson),
    };
    let features: Vec<ReadFeature> = features.into_iter().map(feature).collect();
    let mut points = features.iter().flat_map(|it| it.rings.iter().chain(&it.lines).flatten());
    if points.any(|(longitude, latitude)| !(longitude.abs() <= 180.0 && latitude.abs() <= 90.0)) {
        return Err(MapProblem::NotDegrees);
    }
    let has_area = features.iter().any(|it| !it.rings.is_empty());
    if has_area { Ok(features) } else { Err(MapProblem::NoArea) }
}

fn feature(feature: Feature) -> ReadFeature {
    let properties = feature.properties.unwrap_or_default();
    let name = FeatureName { name: first(&properties, &NAMES), code: code(&first(&properties, &CODES)) };
    let mut res = ReadFeature { name, ..ReadFeature::default() };
    if let Some(geometry) = feature.geometry {
        add(geometry.value, &mut res);
    }
    res
}

fn add(geometry: GeometryValue, res: &mut ReadFeature) {
    match geometry {
        GeometryValue::Polygon { coordinates } => res.rings.extend(coordinates.iter().filter_map(|it| line(it))),
        GeometryValue::MultiPolygon { coordinates } => {
            res.rings.extend(coordinates.iter().flatten().filter_map(|it| line(it)));
        }
        GeometryValue::LineString { coordinates } => res.lines.extend(line(&coordinates)),
        GeometryValue::MultiLineString { coordinates } => {
            res.lines.extend(coordinates.iter().filter_map(|it| line(it)))
        }
        GeometryValue::Point { coordinates } => res.lines.extend(line(&[coordinates])),
        GeometryValue::MultiPoint { coordinates } => {
            res.lines.extend(coordinates.into_iter().filter_map(|it| line(&[it])));
        }
        GeometryValue::GeometryCollection { geometries } => geometries.into_iter().for_each(|it| add(it.value, res)),
    }
}

/// The points of a line; `None` where there is none.
fn line(positions: &[Position]) -> Option<Vec<(f64, f64)>> {
    let point = |it: &Position| Some((*it.as_slice().first()?, *it.as_slice().get(1)?));
    let points: Vec<(f64, f64)> = positions.iter().filter_map(point).collect();
    (!points.is_empty()).then_some(points)
}

/// The first property that is there, as text.
fn first(properties: &JsonObject, names: &[&str]) -> String {
    let text = |it: &JsonValue| match it {
        JsonValue::String(it) => Some(it.trim().to_owned()),
        JsonValue::Number(it) => Some(it.to_string()),
        _ => None,
    };
    let mut found = names.iter().filter_map(|it| properties.get(*it)).filter_map(text);
    found.find(|it| !it.is_empty()).unwrap_or_default()
}

/// A code in six digits: without the 156 of China in front and the zeros of lower levels behind.
fn code(text: &str) -> String {
    let code = if text.len() == 9 { text.strip_prefix("156").unwrap_or(text) } else { text };
    let is_long = code.len() == 12 && code.ends_with("000000");
    if is_long { code.chars().take(6).collect() } else { code.to_owned() }
}
