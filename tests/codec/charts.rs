//! A request for a chart and its answer, with every field filled.

use banmian::engine::chart::scene::{Anchor, TextRole};
use banmian::engine::chart::{ChartKind, ChartOptions, Fill, Mark, Opens, Paper, Scene, Shape};
use banmian::engine::extract::unit::Quantity;
use banmian::engine::query::{Facet, Selection};
use banmian::engine::text::Span;
use banmian::protocol::{Cell, Chart, ChartWanted, Column, Leads, Request, Response, Table};

pub fn request(selection: &Selection) -> Request {
    Request::Chart(Box::new(ChartWanted {
        selection: selection.clone(),
        options: ChartOptions {
            kind: ChartKind::FiguresByPlace,
            quantity: Some(Quantity::Money),
            within: Some("甲/乙".into()),
            log: Some(true),
            by: Facet::Programme,
        },
        behind: Some("甲/乙\t广角".into()),
        n_rows: 50,
        paper: Paper { width: 640.0, size: 13.0, ascii: vec![3.5, 7.25], wide: 13.0 },
        words: vec!["%{n} 篇".into(), String::new()],
        query: "检索 党员".into(),
    }))
}

pub fn response() -> Response {
    let table = Table {
        columns: vec![Column::Item, Column::Count, Column::PValue],
        sort: None,
        n_total: 9,
        rows: vec![vec![Cell { text: "乙".into(), leads: Leads::Opens(Opens::Within("甲/乙".into())) }]],
    };
    Response::Chart(Box::new(Chart {
        quantity: Some(Quantity::Money),
        quantities: vec![(Quantity::Money, 3), (Quantity::Area, 1)],
        is_log: Some(false),
        refused: vec![(ChartKind::PlacesByTime, "chart.none.dates".into())],
        title: "各地的金额".into(),
        notes: vec!["单位：元".into()],
        scene: scene(),
        table: table.clone(),
        behind: Some(("乙".into(), table)),
    }))
}

/// One of each shape; the match makes a new one fail to compile here.
fn scene() -> Scene {
    let shapes = vec![
        Shape::Rect { x: 0.5, y: 1.0, width: 2.0, height: 3.0, datum: Some(0), fill: Fill::Approximate },
        Shape::Dot { x: 0.5, y: 1.0, radius: 2.0, datum: None, fill: Fill::Shade(3) },
        Shape::Path { rings: vec![vec![(0.0, 1.0), (2.5, 3.0)]], closed: true, datum: Some(1), fill: Fill::Faint },
        Shape::Line { x1: 0.0, y1: 0.0, x2: 1.0, y2: 1.0 },
        Shape::Text { x: 0.0, y: 0.0, text: "甲".into(), anchor: Anchor::Middle, role: TextRole::OnShade },
        Shape::Target { x: 0.0, y: 0.0, width: 1.0, height: 1.0, datum: 1 },
    ];
    for it in &shapes {
        match it {
            Shape::Rect { .. } | Shape::Dot { .. } | Shape::Path { .. } => {}
            Shape::Line { .. } | Shape::Text { .. } | Shape::Target { .. } => {}
        }
    }
    let mark = |opens| Mark {
        label: "乙".into(),
        value: "5000万元".into(),
        details: vec!["甲旗增收".into()],
        sentence: "收入5000万元。".into(),
        period: "2022-06".into(),
        at: (1, 2),
        opens,
    };
    let text = Opens::Text { article: "000-01".into(), span: Span::new(3, 6) };
    let figure = Opens::Figure { article: "000-01".into(), figure: 3 };
    let opens = [figure, text, Opens::Behind("3".into()), Opens::Date("2022-06".into())];
    let marks = opens.into_iter().map(Some).chain([None]).map(mark).collect();
    Scene { width: 320.0, height: 200.5, shapes, marks }
}
