//! The messages of the views of words and of comparison.

use banmian::engine::chart::Opens;
use banmian::engine::extract::unit::Quantity;
use banmian::engine::query::highlight::HitKind;
use banmian::engine::query::line_order::LineOrder;
use banmian::engine::query::units::Unit;
use banmian::engine::query::{Facet, Selection};
use banmian::engine::text::Span;
use banmian::protocol::*;

use super::{published, snippet};

/// One of each.
pub fn requests(selection: &Selection, window: Window) -> Vec<Request> {
    vec![
        Request::Lines(LinesWanted {
            selection: selection.clone(),
            node: "党员#5示范".into(),
            unit: Unit::Character,
            order: LineOrder::Left(3),
            hits: Some(HitKind::Run),
            window,
        }),
        Request::WideLine(passage()),
        Request::NextMention(MentionWanted {
            selection: selection.clone(),
            article: "000-01".into(),
            facet: Facet::Mentioned,
            value: "2023-04".into(),
            is_forward: true,
        }),
        Request::WordTable(WordTable {
            selection: selection.clone(),
            of: WordsOf::Collocates { node: String::new(), left: 5, right: 0 },
            options: table_options(window),
        }),
        Request::Compare(Compared {
            a: selection.clone(),
            b: Selection::default(),
            quantity: None,
            options: table_options(window),
        }),
        Request::Whole(Box::new(Request::WordTable(WordTable {
            selection: selection.clone(),
            of: WordsOf::Keyness,
            options: TableOptions { sort: None, ..table_options(window) },
        }))),
    ]
}

/// A place in an article.
pub fn passage() -> Passage {
    Passage { article: "000-01".into(), span: Span::new(9, 18) }
}

pub fn lines() -> Lines {
    let line = ConcordanceLine {
        passage: passage(),
        left: "前".into(),
        keyword: "中".into(),
        right: "后".into(),
        kind: Some(HitKind::Word),
        date: "2022-06".into(),
        place: "乙".into(),
        section: "广角".into(),
    };
    Lines { n_total: 40, offset: 20, rows: vec![line] }
}

pub fn wide_line() -> WideLine {
    WideLine {
        passage: passage(),
        headline: "结对子".into(),
        section: String::new(),
        published: published(),
        text: snippet(),
    }
}

fn table_options(window: Window) -> TableOptions {
    let sort = Some(TableSort { column: Column::LogDice, direction: Direction::Ascending });
    TableOptions { sort, least: 2, every_word: true, window }
}

pub fn table() -> Table {
    let cell = |leads| Cell { text: "党员".into(), leads };
    let selection = || Box::new(Selection { query: "修路".into(), ..Selection::default() });
    let leads = [
        Leads::Nowhere,
        Leads::Lines("党员".into()),
        Leads::LinesOf("党员".into(), selection()),
        Leads::Select(selection()),
        Leads::Opens(Opens::Place("甲/乙".into())),
    ];
    Table { columns: Column::ALL.to_vec(), sort: None, n_total: 3, rows: vec![leads.map(cell).to_vec()] }
}

pub fn comparison() -> Comparison {
    Comparison {
        counts: table(),
        quantity: Some(Quantity::Money),
        quantities: vec![(Quantity::Money, 3)],
        keywords: Some([table(), Table::default()]),
        ..Comparison::default()
    }
}
