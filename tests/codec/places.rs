//! One of each message of the view of places, and of what the program that draws maps is sent and gives.

use banmian::codec;
use banmian::engine::extract::Approx;
use banmian::engine::extract::unit::Quantity;
use banmian::engine::query::{Choice, Selection};
use banmian::protocol::*;

pub fn requests(selection: &Selection) -> Vec<Request> {
    let name = FeatureName { name: "赤峰市".into(), code: "150400".into() };
    [Ground::Tiles("内蒙古自治区/赤峰市".into()), Ground::Features(vec![name, FeatureName::default()])]
        .into_iter()
        .map(|ground| {
            let (selection, measure) = (selection.clone(), PlaceMeasure::Largest);
            Request::Places(PlacesWanted { selection, quantity: Some(Quantity::Money), measure, ground })
        })
        .collect()
}

pub fn more() -> PlaceMore {
    PlaceMore { n_mentions: 3, largest: Some(figure()) }
}

fn figure() -> PlaceFigure {
    PlaceFigure {
        printed: "5.72亿元".into(),
        approx: Some(Approx::About),
        value: 5.72e8,
        article: "000-01".into(),
        figure: 2,
    }
}

pub fn places(node: PlaceNode) -> Places {
    let mark = PlaceMark {
        path: "内蒙古自治区/赤峰市".into(),
        name: "赤峰市".into(),
        short: "赤峰".into(),
        at: (4, 3),
        n_articles: 7,
        n_mentions: 31,
        largest: Some(figure()),
        shade: 5,
        choice: Choice::Excluded,
    };
    Places {
        roots: vec![node],
        quantities: vec![(Quantity::Money, 4)],
        quantity: Some(Quantity::Money),
        unit: "元".into(),
        n_other_figures: 2,
        marks: vec![mark],
        borders: vec![1e4, 5e8],
        leagues: vec![PlaceChip { path: "内蒙古自治区/赤峰市".into(), name: "赤峰市".into() }],
        ground: PlaceChip::default(),
        n_articles: 12,
        n_whole: 1,
        n_outside: 3,
        outside: vec!["北京市".into()],
    }
}

#[test]
fn jobs_and_drawings_of_maps_come_back() {
    let job = MapJob { width: 640.0, bytes: vec![0, 1, 255] };
    assert_eq!(codec::decode(&codec::encode(&job).unwrap()), Ok(job));
    let feature = DrawnFeature {
        name: FeatureName { name: "赤峰市".into(), code: String::new() },
        rings: vec![vec![(0.0, 1.5), (2.0, 1.5), (2.0, 3.0)]],
        lines: vec![vec![(0.0, 0.0), (9.0, 9.0)]],
    };
    let drawn = DrawnMap { width: 640.0, height: 480.5, features: vec![feature] };
    let answers = MapProblem::ALL.map(Err::<DrawnMap, MapProblem>).into_iter().chain([Ok(drawn)]);
    for answer in answers {
        assert_eq!(codec::decode(&codec::encode(&answer).unwrap()), Ok(answer));
    }
}
