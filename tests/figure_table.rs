//! Properties of the table of figures over the bundled corpus: its rows are the figures that the articles mention, narrowed,
//! sorted, grouped and added up as a count by hand does it. Drawn by seed, so that a failure can be repeated.

#[path = "support/bundled.rs"]
mod bundled;

use std::collections::BTreeMap;

use banmian::codec;
use banmian::engine::archive::Random;
use banmian::engine::extract::Approx;
use banmian::engine::extract::unit::Quantity;
use banmian::engine::query::{Facet, Selection};
use banmian::protocol::{
    Bytes, Direction, FigureColumn, FigureLine, FigureRow, FigureSort, FigureTable, FigureView, Refusal, Request,
    Response, Table, Whole, Window,
};
use banmian::service::Service;
use bundled::{corpus, details};

const N_VIEWS: usize = 60;
const IN_TEXT: FigureSort = FigureSort { column: FigureColumn::Article, direction: Direction::Ascending };

/// A row of the whole table by the names of its columns.
type Record = BTreeMap<&'static str, String>;

#[test]
fn every_figure_is_a_row() {
    let service = corpus();
    let records = whole(&service, &Selection::default(), None, IN_TEXT, &FigureView::default());
    let mut expected = vec![];
    for article in details(&service, &Selection::default()) {
        for figure in &article.mentions.figures {
            let value = figure.base_value.unwrap_or(figure.value);
            expected.push((article.id.clone(), figure.span.slice(&article.text).to_owned(), value));
        }
    }
    let found: Vec<_> =
        records.iter().map(|it| (it["article"].clone(), it["printed"].clone(), number(it).unwrap())).collect();
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!((&found.0, &found.1), (&expected.0, &expected.1));
        assert!((found.2 - expected.2).abs() <= expected.2.abs() * 1e-12, "{found:?} {expected:?}");
    }
}

#[test]
fn filters_keep_what_a_count_by_hand_keeps() {
    let service = corpus();
    let mut random = Random(3);
    let mut n_narrowed = 0;
    for _ in 0..N_VIEWS {
        let selection = draw_selection(&mut random);
        let all = whole(&service, &selection, None, IN_TEXT, &FigureView::default());
        let (quantity, mut view) = draw_filter(&mut random, &all);
        let bounds = draw_range(&mut random, &all, &mut view);
        let passes = |it: &&Record| {
            let value = number(it).unwrap();
            quantity.is_none_or(|wanted: Quantity| it["quantity"] == wanted.as_str())
                && (view.unit.is_empty() || it["unit"] == view.unit)
                && view.approx.is_none_or(|wanted| it["approx"] == wanted.map_or("", Approx::as_str))
                && bounds[0].is_none_or(|it| value >= it)
                && bounds[1].is_none_or(|it| value < it)
        };
        let expected: Vec<&Record> = all.iter().filter(passes).collect();
        let found = whole(&service, &selection, quantity, IN_TEXT, &view);
        assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{quantity:?} {view:?} {selection:?}");
        n_narrowed += usize::from(!found.is_empty() && found.len() < all.len());
        let table = window(&service, &selection, quantity, IN_TEXT, &view, 0, 5);
        assert_eq!((table.summary.n, table.n_total), (found.len(), found.len()));
        let in_bars: usize = table.bins.counts.iter().sum();
        let without_range = FigureView { low: String::new(), high: String::new(), ..view.clone() };
        let in_all = whole(&service, &selection, quantity, IN_TEXT, &without_range).len();
        assert!(in_bars == 0 || in_bars == in_all, "{in_bars} of {in_all} values have a bar");
    }
    assert!(n_narrowed > N_VIEWS / 3, "the filters narrow: {n_narrowed}");
}

#[test]
fn groups_part_the_rows() {
    let service = corpus();
    let mut random = Random(4);
    for column in FigureColumn::GROUPS {
        for _ in 0..8 {
            let selection = draw_selection(&mut random);
            let plain = whole(&service, &selection, None, IN_TEXT, &FigureView::default());
            let mut view = FigureView { group: Some(column), ..FigureView::default() };
            let open = window(&service, &selection, None, IN_TEXT, &view, 0, usize::MAX);
            let groups = groups(&open);
            assert_eq!(open.n_total, plain.len() + groups.len());
            assert_eq!(
                groups.iter().map(|it| it.1.len()).sum::<usize>(),
                plain.len(),
                "each figure stands in one group"
            );
            let mut keys: Vec<&String> = groups.iter().map(|it| &it.0).collect();
            keys.sort();
            assert!(keys.windows(2).all(|it| it[0] != it[1]), "{column:?}: {keys:?}");
            let of_key = |key: &str| plain.iter().filter(|it| key_of(it, column) == key).count();
            for (key, rows, n) in &groups {
                assert_eq!((rows.len(), *n), (of_key(key), of_key(key)), "{column:?} {key}");
            }
            view.folded = true;
            view.turned = groups.first().map(|it| it.0.clone()).into_iter().collect();
            let folded = window(&service, &selection, None, IN_TEXT, &view, 0, usize::MAX);
            let n_open = groups.first().map_or(0, |it| it.1.len());
            assert_eq!(folded.n_total, groups.len() + n_open);
            assert_eq!(folded.rows.len(), folded.n_total);
        }
    }
}

#[test]
fn sums_are_those_of_the_rows() {
    let service = corpus();
    let mut random = Random(6);
    let (mut n_sums, mut refusals) = (0, vec![]);
    for _ in 0..N_VIEWS {
        let selection = draw_selection(&mut random);
        let all = whole(&service, &selection, None, IN_TEXT, &FigureView::default());
        let (quantity, view) = draw_filter(&mut random, &all);
        let records = whole(&service, &selection, quantity, IN_TEXT, &view);
        let summary = window(&service, &selection, quantity, IN_TEXT, &view, 0, 0).summary;
        let scales: std::collections::BTreeSet<_> =
            records.iter().map(|it| (it["quantity"].clone(), it["unit"].clone())).collect();
        if scales.len() > 1 {
            assert_eq!((summary.sum, summary.spread), (None, None), "different scales are never added up");
            let quantities = scales.iter().any(|it| Some(&it.0) != scales.first().map(|it| &it.0));
            assert_eq!(summary.refusal, Some(if quantities { Refusal::Quantities } else { Refusal::Units }));
        } else if let Some(spread) = summary.spread {
            let mut values: Vec<f64> = records.iter().map(|it| number(it).unwrap()).collect();
            values.sort_by(f64::total_cmp);
            let middle = (values[(values.len() - 1) / 2] + values[values.len() / 2]) / 2.0;
            assert_near(&spread, &[values[0], middle, values[values.len() - 1]]);
            if let Some(sum) = summary.sum {
                let high = |it: &Record| it["high"].parse().unwrap_or_else(|_| number(it).unwrap());
                assert_near(&sum, &[values.iter().sum(), records.iter().map(high).sum()]);
                n_sums += 1;
            }
        }
        assert_eq!(summary.n > 0 && summary.sum.is_none(), summary.refusal.is_some(), "a refused sum says why");
        refusals.extend(summary.refusal);
    }
    assert!(n_sums > 3, "{n_sums} sums");
    for refusal in [Refusal::Quantities, Refusal::Units, Refusal::NotAdditive] {
        assert!(refusals.contains(&refusal), "{refusal:?} was never met");
    }
}

#[test]
fn every_column_sorts_and_loses_nothing() {
    let service = corpus();
    let all = whole(&service, &Selection::default(), None, IN_TEXT, &FigureView::default());
    for column in FigureColumn::SHOWN {
        for direction in [Direction::Ascending, Direction::Descending] {
            let sort = FigureSort { column, direction };
            let found = whole(&service, &Selection::default(), None, sort, &FigureView::default());
            let sorted = |records: &[Record]| {
                let mut res = records.to_vec();
                res.sort();
                res
            };
            assert_eq!(sorted(&found), sorted(&all));
            let keys: Vec<&str> = found.iter().map(|it| it[column.as_str()].as_str()).collect();
            let n_known = keys.iter().position(|it| it.is_empty()).unwrap_or(keys.len());
            assert!(keys[n_known..].iter().all(|it| it.is_empty()), "{column:?}: what is not known stands last");
            let in_order = |a: &Record, b: &Record| match (column, direction) {
                (FigureColumn::Value, _) if (&a["quantity"], &a["unit"]) != (&b["quantity"], &b["unit"]) => true,
                (FigureColumn::Value, Direction::Ascending) => number(a) <= number(b),
                (FigureColumn::Value, Direction::Descending) => number(a) >= number(b),
                (FigureColumn::Quantity, _) => {
                    let place = |it: &Record| Quantity::parse(&it["quantity"]).map(|it| it as usize);
                    if direction == Direction::Ascending { place(a) <= place(b) } else { place(a) >= place(b) }
                }
                (_, Direction::Ascending) => a[column.as_str()] <= b[column.as_str()],
                (_, Direction::Descending) => a[column.as_str()] >= b[column.as_str()],
            };
            assert!(found[..n_known].windows(2).all(|it| in_order(&it[0], &it[1])), "{column:?} {direction:?}");
        }
    }
}

#[test]
fn windows_are_cut_from_the_same_rows() {
    let service = corpus();
    let view = FigureView { group: Some(FigureColumn::Place), ..FigureView::default() };
    let all = window(&service, &Selection::default(), None, IN_TEXT, &view, 0, usize::MAX);
    let mut random = Random(8);
    for _ in 0..50 {
        let (offset, limit) = (random.below(all.n_total + 5), random.below(40));
        let found = window(&service, &Selection::default(), None, IN_TEXT, &view, offset, limit);
        let end = (offset + limit).min(all.n_total);
        assert_eq!(found.rows, all.rows.get(offset.min(end)..end).unwrap_or_default());
    }
}

fn window(
    service: &Service,
    selection: &Selection,
    quantity: Option<Quantity>,
    sort: FigureSort,
    view: &FigureView,
    offset: usize,
    limit: usize,
) -> FigureTable {
    let (selection, view, window) = (selection.clone(), view.clone(), Window { offset, limit });
    match service.handle(&Request::Figures { selection, quantity, sort, view, window }) {
        Response::Figures(table) => *table,
        other => panic!("{other:?}"),
    }
}

fn whole(
    service: &Service,
    selection: &Selection,
    quantity: Option<Quantity>,
    sort: FigureSort,
    view: &FigureView,
) -> Vec<Record> {
    let (selection, view, window) = (selection.clone(), view.clone(), Window { offset: 0, limit: 0 });
    let request = Request::Figures { selection, quantity, sort, view, window };
    let Response::Packed(Bytes(bytes)) = service.handle(&Request::Whole(Box::new(request))) else {
        panic!("nothing packed");
    };
    let Ok(Whole::Answer(answer)) = codec::decode(&bytes) else { panic!("no answer") };
    let Response::WordTable(Some(Table { columns, rows, .. })) = *answer else { panic!("no table") };
    let record = |row: Vec<_>| columns.iter().map(|it| it.as_str()).zip(row).collect::<BTreeMap<_, _>>();
    let texts = |row: Vec<banmian::protocol::Cell>| row.into_iter().map(|it| it.text).collect::<Vec<String>>();
    rows.into_iter().map(|it| record(texts(it))).collect()
}

/// Keys of groups, their rows, and how many figures their heads say they have.
fn groups(table: &FigureTable) -> Vec<(String, Vec<&FigureRow>, usize)> {
    let mut res: Vec<(String, Vec<&FigureRow>, usize)> = vec![];
    for row in &table.rows {
        match row {
            FigureLine::Group(key, summary) => res.push((key.clone(), vec![], summary.n)),
            FigureLine::Figure(row) => res.last_mut().unwrap().1.push(row),
        }
    }
    res
}

fn key_of(record: &Record, column: FigureColumn) -> String {
    match column {
        FigureColumn::Year => record["refers"].split(['-', '/', '?', '~']).next().unwrap_or("").to_owned(),
        _ => record[column.as_str()].clone(),
    }
}

fn number(record: &Record) -> Option<f64> {
    record["value"].parse().ok()
}

fn assert_near(found: &[f64], expected: &[f64]) {
    assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() <= b.abs() * 1e-9 + 1e-9), "{found:?} {expected:?}");
}

fn draw_selection(random: &mut Random) -> Selection {
    let query = ["", "", "党员", "收入", "合作社"][random.below(5)];
    let mut res = Selection { query: query.to_owned(), ..Selection::default() };
    if random.below(4) == 0 {
        res.toggle(Facet::Quantity, Quantity::ALL[random.below(5)].as_str());
    }
    res
}

/// A quantity, unit or approx that some figure has.
fn draw_filter(random: &mut Random, all: &[Record]) -> (Option<Quantity>, FigureView) {
    let mut view = FigureView::default();
    if all.is_empty() {
        return (None, view);
    }
    let like = &all[random.below(all.len())];
    let quantity = (random.below(3) > 0).then(|| Quantity::parse(&like["quantity"]).unwrap());
    if random.below(2) == 0 {
        view.unit.clone_from(&like["unit"]);
    }
    if random.below(4) == 0 {
        view.approx = Some(Approx::ALL.into_iter().find(|it| it.as_str() == like["approx"]));
    }
    (quantity, view)
}

/// A range that begins at some figure's value, or is open there.
fn draw_range(random: &mut Random, all: &[Record], view: &mut FigureView) -> [Option<f64>; 2] {
    let mut draw =
        || (random.below(2) == 0 && !all.is_empty()).then(|| number(&all[random.below(all.len())]).unwrap().round());
    let (low, high) = (draw().map(f64::abs), draw().map(f64::abs));
    view.low = low.map_or(String::new(), |it| format!("{it}"));
    view.high = high.map_or(String::new(), |it| format!("<{it}"));
    [low, high]
}
