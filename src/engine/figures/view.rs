//! The rows of a table of figures: which of a selection's figures pass the filters, in which order and in which groups.

use super::bins::Bins;
use super::columns::{FigureColumns, NONE};
use super::{FigureColumn, FigureSort, FigureView, unit_of, value_of};
use crate::engine::arrange::Arrange;
use crate::engine::extract::FigureMention;
use crate::engine::extract::unit::Quantity;
use crate::engine::index::Index;
use crate::engine::query::amount::{self, AmountTest, Limit, Scale};

/// A row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The head of a group, by its number.
    Group(usize),
    /// A figure, by its number.
    Figure(u32),
}

/// Figures that share what they are grouped by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they share; "" for what is not known.
    pub key: String,
    /// The figures, in the order of the table.
    pub figures: Vec<u32>,
    /// How many rows stand before its head.
    pub first_row: usize,
    /// True where its figures are rows.
    pub is_open: bool,
}

/// The rows of a table.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// How many figures of each quantity the selection has.
    pub quantities: Vec<(Quantity, usize)>,
    /// How many figures each unit has, of the quantity that is asked for, most first.
    pub units: Vec<(String, usize)>,
    /// The values under every filter but that of values; no bars where they do not compare.
    pub bins: Bins,
    /// The figures that pass, in their order; by groups where there are some.
    pub figures: Vec<u32>,
    /// The groups, most figures first, years and quantities in their own order; what is not known last.
    pub groups: Vec<Group>,
    /// How many rows there are.
    pub n_rows: usize,
    /// The lower and the upper value that are asked for.
    pub range: [Option<f64>; 2],
    /// Whether they make no sense as typed.
    pub is_wrong: [bool; 2],
}

/// The rows of `articles`, given in their order.
pub fn rows(
    index: &Index,
    columns: &FigureColumns,
    articles: &[u32],
    quantity: Option<Quantity>,
    sort: FigureSort,
    view: &FigureView,
) -> Rows {
    let mention = |figure: u32| {
        let (article, figure_idx) = columns.place(figure);
        index.article(article).document.mentions.figures.get(figure_idx)
    };
    let all: Vec<u32> = articles.iter().flat_map(|it| columns.of_article(*it)).collect();
    let mut res = Rows { quantities: quantities(columns, &all), ..Rows::default() };
    let mut kept: Vec<u32> =
        all.into_iter().filter(|it| quantity.is_none_or(|wanted| columns.quantity(*it) == wanted)).collect();
    let units = columns.codes(index, FigureColumn::Unit);
    res.units = count_units(&units.of, &units.names, &kept);
    kept.retain(|it| {
        let passes = |figure: &FigureMention| {
            (view.unit.is_empty() || unit_of(figure) == view.unit)
                && view.approx.is_none_or(|wanted| figure.approx == wanted)
        };
        mention(*it).is_some_and(passes)
    });
    res.bins = bins(columns, &units.of, &kept);
    let (range, is_wrong) = Range::of(view);
    res.is_wrong = is_wrong;
    res.range = range.values();
    kept.retain(|it| mention(*it).is_some_and(|figure| range.holds(figure)));
    let mut is_kept = vec![false; columns.len()];
    kept.iter().for_each(|it| is_kept[*it as usize] = true);
    let order = columns.order(index, sort).iter().copied();
    res.figures = order.filter(|it| is_kept[*it as usize]).collect();
    match view.group.filter(|it| FigureColumn::GROUPS.contains(it)) {
        None => res.n_rows = res.figures.len(),
        Some(column) => res.group(index, columns, column, view),
    }
    res
}

impl Rows {
    /// The rows `offset..offset + limit`.
    pub fn window(&self, offset: usize, limit: usize) -> Vec<Row> {
        (offset..self.n_rows.min(offset.saturating_add(limit))).filter_map(|it| self.row(it)).collect()
    }

    fn row(&self, at: usize) -> Option<Row> {
        let Some(number) = self.groups.partition_point(|it| it.first_row <= at).checked_sub(1) else {
            return self.figures.get(at).map(|it| Row::Figure(*it));
        };
        let group = self.groups.get(number)?;
        match at - group.first_row {
            0 => Some(Row::Group(number)),
            below => group.figures.get(below - 1).map(|it| Row::Figure(*it)),
        }
    }

    fn group(&mut self, index: &Index, columns: &FigureColumns, column: FigureColumn, view: &FigureView) {
        let codes = columns.codes(index, column);
        let mut members: Vec<(u32, Vec<u32>)> =
            (0..codes.names.len() as u32).chain([NONE]).map(|it| (it, vec![])).collect();
        for figure in &self.figures {
            let code = codes.of.get(*figure as usize).copied().unwrap_or(NONE);
            let at = if code == NONE { codes.names.len() } else { code as usize };
            if let Some(group) = members.get_mut(at) {
                group.1.push(*figure);
            }
        }
        members.retain(|it| !it.1.is_empty());
        let has_own_order = matches!(column, FigureColumn::Quantity | FigureColumn::Year);
        let size = |it: &(u32, Vec<u32>)| if has_own_order { 0 } else { it.1.len() };
        members.arrange_by(|a, b| (a.0 == NONE).cmp(&(b.0 == NONE)).then(size(b).cmp(&size(a))));
        for (code, figures) in members {
            let key = codes.names.get(code as usize).cloned().unwrap_or_default();
            let is_open = view.is_open(&key);
            let first_row = self.n_rows;
            self.n_rows += 1 + if is_open { figures.len() } else { 0 };
            self.groups.push(Group { key, figures, first_row, is_open });
        }
    }
}

fn quantities(columns: &FigureColumns, figures: &[u32]) -> Vec<(Quantity, usize)> {
    let mut counts = [0; Quantity::ALL.len()];
    figures.iter().for_each(|it| counts[columns.quantity(*it) as usize] += 1);
    Quantity::ALL.into_iter().zip(counts).filter(|it| it.1 > 0).collect()
}

fn count_units(codes: &[u32], names: &[String], figures: &[u32]) -> Vec<(String, usize)> {
    let mut counts = vec![0; names.len()];
    for figure in figures {
        if let Some(count) = codes.get(*figure as usize).and_then(|it| counts.get_mut(*it as usize)) {
            *count += 1;
        }
    }
    let mut res: Vec<(String, usize)> = names.iter().cloned().zip(counts).filter(|it| it.1 > 0).collect();
    res.arrange_by(|a, b| b.1.cmp(&a.1));
    res
}

/// The bars of figures of one quantity and unit.
fn bins(columns: &FigureColumns, units: &[u32], figures: &[u32]) -> Bins {
    let scale = |it: &u32| (columns.quantity(*it), units.get(*it as usize).copied());
    let first = figures.first().map(scale);
    if figures.iter().any(|it| Some(scale(it)) != first) {
        return Bins::default();
    }
    Bins::of(&figures.iter().map(|it| columns.value(*it)).collect::<Vec<_>>())
}

/// From which value to which; a range stands at its lower end.
struct Range([Option<AmountTest>; 2]);

impl Range {
    /// The range that a view asks for, and which of its ends make no sense.
    fn of(view: &FigureView) -> (Self, [bool; 2]) {
        let ends =
            [(&view.low, ">="), (&view.high, "<=")].map(|(text, sign)| (end(text, sign), text.trim().is_empty()));
        let is_wrong = ends.each_ref().map(|(end, is_empty)| end.is_none() && !is_empty);
        (Range(ends.map(|it| it.0)), is_wrong)
    }

    /// The ends as numbers.
    fn values(&self) -> [Option<f64>; 2] {
        self.0.each_ref().map(|it| {
            let limits = it.iter().flat_map(|it| [it.from, it.to]);
            limits.into_iter().find_map(|it| match it {
                Limit::Open => None,
                Limit::Including(value) | Limit::Excluding(value) => Some(value),
            })
        })
    }

    fn holds(&self, figure: &FigureMention) -> bool {
        self.0.iter().flatten().all(|test| {
            let value = match &test.scale {
                Scale::Any => Some(value_of(figure)),
                Scale::Base(unit) => figure.base_value.filter(|_| figure.base_unit == *unit),
                Scale::Unit(unit) => (figure.unit == *unit).then_some(figure.value),
            };
            let is_inside =
                |it| test.from.allows(it, |it, limit| it > limit) && test.to.allows(it, |it, limit| it < limit);
            value.is_some_and(is_inside)
        })
    }
}

/// An end as typed: an amount, perhaps with a sign of its own.
fn end(text: &str, sign: &str) -> Option<AmountTest> {
    let text = text.trim();
    let has_sign = text.starts_with(['<', '>', '≤', '≥', '＜', '＞']);
    let text = if has_sign { text.to_owned() } else { sign.to_owned() + text };
    amount::parse(&text).filter(|it| it.subject.is_empty())
}
