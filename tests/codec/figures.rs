//! Messages of the table of figures and of the start screen.

use banmian::engine::extract::Approx;
use banmian::engine::extract::unit::Quantity;
use banmian::protocol::{
    Bins, Cell, Column, FigureColumn, FigureLine, FigureRow, FigureTable, FigureView, Leads, Overview, OverviewEntry,
    OverviewList, Refusal, Summary,
};

pub fn figure_view() -> FigureView {
    FigureView {
        unit: "元".into(),
        approx: Some(Some(Approx::About)),
        low: "1亿".into(),
        high: "<5亿".into(),
        group: Some(FigureColumn::Year),
        folded: true,
        turned: vec!["2022".into(), String::new()],
    }
}

pub fn figure_table() -> FigureTable {
    let summary = Summary {
        n: 2,
        unit: "元".into(),
        spread: Some([0.1, f64::MAX, -0.0]),
        sum: None,
        is_approximate: true,
        refusal: Some(Refusal::Parts),
        n_subjects: 3,
        n_refused: 1,
    };
    FigureTable {
        n_total: 2,
        offset: 7,
        quantities: vec![(Quantity::Money, 1)],
        units: vec![("元".into(), 1)],
        bins: Bins { borders: vec![0.0, 1.0], counts: vec![1], is_logarithmic: true },
        summary: summary.clone(),
        range: [None, Some(5e8)],
        is_wrong: [false, true],
        rows: vec![FigureLine::Group("2022".into(), summary), FigureLine::Figure(figure_row())],
    }
}

pub fn overview() -> Overview {
    let name = Cell { text: "广角".into(), leads: Leads::Nowhere };
    let figure = Cell { text: "5.72亿元".into(), leads: Leads::Quantity(Quantity::Money) };
    let entries = vec![OverviewEntry { name, count: 3, share: 100, figure }];
    Overview {
        n_pages: 1,
        n_articles: 3,
        n_figures: 9,
        dates: ["2022-06".into(), String::new()],
        lists: vec![OverviewList { of: Some(Column::Figure(FigureColumn::Section)), entries, n_more: 2 }],
    }
}

fn figure_row() -> FigureRow {
    FigureRow {
        article: "000-01".into(),
        figure: 0,
        value: 572_000_000.0,
        high: Some(6e8),
        unit: "元".into(),
        approx: None,
        cells: vec!["5.72亿元".into(), String::new()],
    }
}
