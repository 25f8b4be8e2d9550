//! Tables of words: which columns they have, how they are sorted, and what stands in their cells.

use std::cmp::Ordering;

use super::Service;
use crate::engine::arrange::Arrange;
use crate::engine::query::collocates::{self, Collocate, Sides};
use crate::engine::query::keyness::{self, Typical};
use crate::engine::query::measures::{p_value, per_ten_thousand};
use crate::engine::query::word_counts::Wanted;
use crate::engine::query::{Selection, compose, eval};
use crate::engine::text::decimal;
use crate::protocol::{Cell, Column, Direction, Leads, Table, TableOptions, TableSort, WordTable, WordsOf};
use crate::view_model::format;

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Digits {
    /// For reading: two digits after the point.
    Few,
    /// For computing on: all of them.
    All,
}

/// Columns of keyness; all but the first sort from the largest.
const KEYNESS: [Column; 9] = [
    Column::Word,
    Column::LogLikelihood,
    Column::PValue,
    Column::LogRatio,
    Column::Count,
    Column::Rate,
    Column::CountElsewhere,
    Column::RateElsewhere,
    Column::Deviation,
];

/// Columns of keywords where there are no other articles to compare with.
const KEYWORDS: [Column; 5] = [Column::Word, Column::Weight, Column::Count, Column::Rate, Column::Deviation];

const COLLOCATES: [Column; 7] = [
    Column::Word,
    Column::LogLikelihood,
    Column::PValue,
    Column::MutualInformation,
    Column::LogDice,
    Column::Count,
    Column::CountElsewhere,
];

/// A word with its measures, in the order of the columns after the first.
pub(super) struct Row {
    word: String,
    count: f64,
    values: Vec<f64>,
    /// The query whose lines show the word.
    lines: String,
}

impl Service {
    /// A table of words; `None` until the dictionary is there.
    pub(super) fn word_table(&self, wanted: &WordTable, digits: Digits) -> Option<Table> {
        self.lexicon.tokenizer.as_ref()?;
        let WordTable { selection, of, options } = wanted;
        Some(match of {
            WordsOf::Keyness => {
                let (articles, _) = eval::select(&self.index, selection);
                let rest = keyness::rest(&self.index, &articles);
                self.keyness(&articles, &rest, options, digits)
            }
            WordsOf::Collocates { node, left, right } => {
                let sides = Sides { left: *left, right: *right };
                self.collocates(selection, node, sides, options, digits)
            }
        })
    }

    /// The words of `articles` against those of `others`.
    pub(super) fn keyness(&self, articles: &[u32], others: &[u32], options: &TableOptions, digits: Digits) -> Table {
        let typical = keyness::typical(&self.index, articles, others, wanted_words(options), options.least);
        let columns: &[Column] = if others.is_empty() { &KEYWORDS } else { &KEYNESS };
        table(columns, typical.iter().map(|it| typical_row(it, columns)).collect(), options, digits)
    }

    /// Collocates are counted under the clauses alone: with the query, every article would hold it.
    fn collocates(
        &self,
        selection: &Selection,
        node: &str,
        sides: Sides,
        options: &TableOptions,
        digits: Digits,
    ) -> Table {
        let around = if node.trim().is_empty() { &selection.query } else { node };
        let nodes = self.nodes(selection, node);
        let (articles, _) = eval::select(&self.index, &Selection { query: String::new(), ..selection.clone() });
        let wanted = wanted_words(options);
        let found = collocates::collocates(&self.index, &nodes, &articles, sides, wanted, options.least);
        let rows = found.iter().map(|it| collocate_row(it, around)).collect();
        table(&COLLOCATES, rows, options, digits)
    }
}

fn wanted_words(options: &TableOptions) -> Wanted {
    if options.every_word { Wanted::EveryWord } else { Wanted::ContentWords }
}

fn typical_row(it: &Typical, columns: &[Column]) -> Row {
    let frequencies = it.frequencies;
    let value = |column: &Column| match column {
        Column::LogLikelihood => frequencies.log_likelihood(),
        Column::PValue => p_value(frequencies.log_likelihood()),
        Column::LogRatio => frequencies.log_ratio(),
        Column::Rate => per_ten_thousand(frequencies.a, frequencies.n_a),
        Column::RateElsewhere => per_ten_thousand(frequencies.b, frequencies.n_b),
        Column::CountElsewhere => frequencies.b,
        Column::Deviation => it.deviation,
        Column::Weight => it.weight,
        _ => frequencies.a,
    };
    let values = columns.iter().skip(1).map(value).collect();
    Row { word: it.word.to_owned(), count: frequencies.a, values, lines: compose::as_written(it.word) }
}

fn collocate_row(it: &Collocate, around: &str) -> Row {
    let frequencies = it.frequencies;
    let g2 = frequencies.log_likelihood();
    let values = vec![g2, p_value(g2), frequencies.mutual_information(), it.log_dice(), frequencies.a, frequencies.b];
    Row { word: it.word.to_owned(), count: frequencies.a, values, lines: compose::near(around, it.word, it.distance) }
}

/// The rows in the order asked, by the first measure where none is; ties by count, then by the word.
fn table(columns: &[Column], mut rows: Vec<Row>, options: &TableOptions, digits: Digits) -> Table {
    let first = columns.get(1).copied().unwrap_or(Column::Word);
    let given = options.sort.filter(|it| columns.contains(&it.column));
    let sort = given.unwrap_or(TableSort { column: first, direction: Direction::Descending });
    let column = columns.iter().position(|it| *it == sort.column).and_then(|it| it.checked_sub(1));
    let compare = |a: &Row, b: &Row| match column {
        None => a.word.cmp(&b.word),
        Some(idx) => a.values[idx].total_cmp(&b.values[idx]),
    };
    let turned = |order: Ordering| if sort.direction == Direction::Ascending { order } else { order.reverse() };
    rows.arrange_by(|a, b| turned(compare(a, b)).then(b.count.total_cmp(&a.count)).then_with(|| a.word.cmp(&b.word)));
    let n_total = rows.len();
    let window = rows.into_iter().skip(options.window.offset).take(options.window.limit);
    let rows = window.map(|row| cells(columns, row, digits)).collect();
    Table { columns: columns.to_vec(), sort: Some(sort), n_total, rows }
}

fn cells(columns: &[Column], row: Row, digits: Digits) -> Vec<Cell> {
    let mut res = vec![Cell { text: row.word, leads: Leads::Lines(row.lines) }];
    let numbers = columns.iter().skip(1).zip(&row.values);
    res.extend(numbers.map(|(column, value)| Cell { text: number(*column, *value, digits), leads: Leads::Nowhere }));
    res
}

fn number(column: Column, value: f64, digits: Digits) -> String {
    match (column, digits) {
        (Column::Count | Column::CountElsewhere, Digits::Few) => format::count(value as usize),
        (_, Digits::All) => decimal::full(value),
        (Column::PValue, Digits::Few) if value < SMALLEST_P => "<".to_owned() + &decimal::full(SMALLEST_P),
        (Column::PValue, Digits::Few) => decimal::fixed(value, 4),
        (_, Digits::Few) => decimal::fixed(value, 2),
    }
}

/// Smaller probabilities are all as good as impossible.
const SMALLEST_P: f64 = 0.0001;
