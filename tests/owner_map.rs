//! An owner's own map: GeoJSON is read, projected so that areas compare, and drawn whole; what is no map is refused with a reason.
//!
//! All maps here are invented: squares on no border.

#[path = "../src/bin/map/draw.rs"]
mod draw;
#[path = "../src/bin/map/projection.rs"]
mod projection;
#[path = "../src/bin/map/read.rs"]
mod read;

use banmian::protocol::{DrawnMap, MapJob, MapProblem};
use serde_json::{Value, json};

fn drawn(map: &Value) -> Result<DrawnMap, MapProblem> {
    drawn_bytes(map.to_string().into_bytes())
}

fn drawn_bytes(bytes: Vec<u8>) -> Result<DrawnMap, MapProblem> {
    draw::draw(&MapJob { width: 1000.0, bytes })
}

fn feature(properties: Value, geometry: Value) -> Value {
    json!({ "type": "Feature", "properties": properties, "geometry": geometry })
}

fn collection(features: &[Value]) -> Value {
    json!({ "type": "FeatureCollection", "features": features })
}

/// The corners of a box, with points along its sides so that they bend as they should.
fn ring(west: f64, south: f64, degrees: f64) -> Value {
    let side = |it: u32| f64::from(it) * degrees / 10.0;
    let south_side = (0..10).map(|it| [west + side(it), south]);
    let east_side = (0..10).map(|it| [west + degrees, south + side(it)]);
    let north_side = (0..10).map(|it| [west + degrees - side(it), south + degrees]);
    let west_side = (0..=10).map(|it| [west, south + degrees - side(it)]);
    json!(south_side.chain(east_side).chain(north_side).chain(west_side).collect::<Vec<_>>())
}

fn square(west: f64, south: f64, degrees: f64) -> Value {
    json!({ "type": "Polygon", "coordinates": [ring(west, south, degrees)] })
}

fn area(ring: &[(f64, f64)]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|((x1, y1), (x2, y2))| x1 * y2 - x2 * y1).sum::<f64>().abs() / 2.0
}

#[test]
fn areas_compare_as_on_the_globe() {
    let map = collection(&[
        feature(json!({ "name": "甲" }), square(98.0, 38.0, 4.0)),
        feature(json!({ "name": "乙" }), square(120.0, 48.0, 4.0)),
    ]);
    let found = drawn(&map).unwrap();
    let areas: Vec<f64> = found.features.iter().map(|it| area(&it.rings[0])).collect();
    // Of a sphere's zone, the area goes with the difference of the sines; the ellipsoid differs by less than 1 %.
    let zone = |south: f64| (south + 4.0).to_radians().sin() - south.to_radians().sin();
    let (found, wanted) = (areas[0] / areas[1], zone(38.0) / zone(48.0));
    assert!((found / wanted - 1.0).abs() < 0.01, "{found} and not {wanted}");
}

#[test]
fn north_is_up_and_everything_lies_inside() {
    let map = collection(&[
        feature(json!({}), square(110.0, 40.0, 1.0)),
        feature(json!({}), square(110.0, 44.0, 1.0)),
        feature(json!({}), square(116.0, 40.0, 1.0)),
    ]);
    let found = drawn(&map).unwrap();
    let middle = |idx: usize| {
        let ring = &found.features[idx].rings[0];
        let n = ring.len() as f64;
        (ring.iter().map(|it| it.0).sum::<f64>() / n, ring.iter().map(|it| it.1).sum::<f64>() / n)
    };
    assert!(middle(1).1 < middle(0).1 && middle(2).0 > middle(0).0);
    for (x, y) in found.features.iter().flat_map(|it| it.rings.iter().flatten()) {
        assert!((0.0..=found.width).contains(x) && (0.0..=found.height).contains(y), "{x} {y}");
    }
    assert!((found.width - 1000.0).abs() < 1e-9 && found.height > 100.0);
}

#[test]
fn a_high_map_does_not_grow_without_end() {
    let map = collection(&[feature(json!({}), square(110.0, 10.0, 1.0)), feature(json!({}), square(110.0, 50.0, 1.0))]);
    let found = drawn(&map).unwrap();
    assert!(found.height <= 1610.0, "{}", found.height);
}

#[test]
fn names_and_codes_are_found_in_their_properties() {
    let cases = [
        (json!({ "name": "赤峰市", "adcode": 150400 }), ("赤峰市", "150400")),
        (json!({ "NAME": " 赤峰市 ", "gb": "156150400" }), ("赤峰市", "150400")),
        (json!({ "名称": "赤峰市", "代码": "150400000000" }), ("赤峰市", "150400")),
        (json!({ "path": "内蒙古自治区/赤峰市", "name": "别名" }), ("内蒙古自治区/赤峰市", "")),
        (json!({ "name": "", "NAME": "赤峰市" }), ("赤峰市", "")),
        (json!({ "name": null, "code": true }), ("", "")),
        (json!({ "title": "赤峰市" }), ("", "")),
        (Value::Null, ("", "")),
    ];
    for (properties, (name, code)) in cases {
        let found = drawn(&collection(&[feature(properties.clone(), square(110.0, 40.0, 1.0))])).unwrap();
        let found = &found.features[0].name;
        assert_eq!((found.name.as_str(), found.code.as_str()), (name, code), "{properties}");
    }
}

#[test]
fn nothing_of_a_map_is_left_out() {
    let holed = json!({ "type": "Polygon", "coordinates": [ring(110.0, 40.0, 3.0), ring(111.0, 41.0, 1.0)] });
    let islands =
        json!({ "type": "MultiPolygon", "coordinates": [[ring(114.0, 40.0, 1.0)], [ring(118.0, 40.0, 0.0001)]] });
    let dashes = json!({ "type": "MultiLineString", "coordinates": [[[110.0, 39.0], [111.0, 39.0]], [[112.0, 39.0], [113.0, 39.0]]] });
    let mixed = json!({ "type": "GeometryCollection", "geometries": [square(115.0, 43.0, 1.0), { "type": "Point", "coordinates": [113.0, 43.0, 900.0] }] });
    let none = feature(json!({ "name": "丙" }), Value::Null);
    let shapes = [holed, islands, dashes, mixed].map(|it| feature(json!({}), it));
    let found = drawn(&collection(&[shapes.as_slice(), &[none]].concat())).unwrap();
    let counts: Vec<(usize, usize)> = found.features.iter().map(|it| (it.rings.len(), it.lines.len())).collect();
    assert_eq!(counts, [(2, 0), (2, 0), (0, 2), (1, 1), (0, 0)]);
    assert!(found.features.iter().flat_map(|it| &it.rings).all(|it| it.len() >= 3 && area(it) > 0.0));
}

#[test]
fn bare_geometries_and_marks_of_the_beginning_are_read() {
    assert_eq!(drawn(&square(110.0, 40.0, 1.0)).unwrap().features.len(), 1);
    let marked = format!("\u{feff}{}", feature(json!({ "name": "甲" }), square(110.0, 40.0, 1.0)));
    assert_eq!(drawn_bytes(marked.into_bytes()).unwrap().features[0].name.name, "甲");
}

#[test]
fn what_is_no_map_is_refused_with_a_reason() {
    let metres = json!({ "type": "Polygon", "coordinates": [[[500000.0, 4400000.0], [500100.0, 4400000.0], [500100.0, 4400100.0], [500000.0, 4400000.0]]] });
    let point = json!({ "type": "Point", "coordinates": [110.0, 40.0] });
    let flat =
        json!({ "type": "Polygon", "coordinates": [[[110.0, 40.0], [110.0, 40.0], [110.0, 40.0], [110.0, 40.0]]] });
    for (map, problem) in [
        (collection(&[feature(json!({}), metres)]), MapProblem::NotDegrees),
        (collection(&[feature(json!({}), point)]), MapProblem::NoArea),
        (collection(&[feature(json!({}), flat)]), MapProblem::NoArea),
        (collection(&[]), MapProblem::NoArea),
        (json!({ "type": "Topology", "objects": {} }), MapProblem::NotGeoJson),
        (json!(["赤峰市"]), MapProblem::NotGeoJson),
        (json!({ "type": "Polygon", "coordinates": [] }), MapProblem::NoArea),
    ] {
        assert_eq!(drawn(&map), Err(problem), "{map}");
    }
    for bytes in [&b""[..], b"<svg></svg>", b"{", &[0xff, 0xfe, 0x00], "赤峰市".as_bytes()] {
        assert_eq!(drawn_bytes(bytes.to_vec()), Err(MapProblem::NotGeoJson));
    }
}

#[test]
fn maps_around_the_equator_and_the_poles_are_drawn() {
    for south in [-90.0, -60.0, -0.5, 0.0, 30.0, 89.0] {
        let found = drawn(&square(20.0, south, 1.0));
        assert!(found.is_ok_and(|it| area(&it.features[0].rings[0]) > 1.0), "{south}");
    }
}

#[test]
fn the_same_map_is_drawn_the_same() {
    let map = collection(&[feature(json!({ "name": "甲" }), square(98.0, 38.0, 4.0))]);
    assert_eq!(drawn(&map), drawn(&map));
}
