//! Two selections side by side: counts, places, figures of one quantity, typical words, dates.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::Service;
use super::word_tables::Digits;
use crate::engine::arrange::{Arrange, gathered};
use crate::engine::chart::Opens;
use crate::engine::extract::FigureMention;
use crate::engine::extract::edtf::Edtf;
use crate::engine::extract::unit::Quantity;
use crate::engine::index::facet::DayRange;
use crate::engine::query::both::both;
use crate::engine::query::word_counts::n_tokens;
use crate::engine::query::{Clause, DateRange, Facet, Selection, eval};
use crate::engine::small_map::SmallMap;
use crate::protocol::{Cell, Column, Compared, Comparison, Direction, Leads, Table, TableSort};
use crate::view_model::format;

/// Places that are listed.
const MAX_PLACES: usize = 20;
/// More months than this are told by years.
const MAX_MONTHS: usize = 24;

/// The articles of A, of B, and of both.
type Sides = [Vec<u32>; 3];

/// The selections whose articles these are; `None` where none says what both share.
type Selections = [Option<Selection>; 3];

/// What can be counted on each side, and sorted by.
const COUNTS: [Column; 3] = [Column::InA, Column::InB, Column::InBoth];

impl Service {
    /// The comparison of two selections.
    pub(super) fn compare(&self, compared: &Compared, digits: Digits) -> Comparison {
        let [a, b] = [&compared.a, &compared.b].map(|it| eval::select(&self.index, it).0);
        let shared = a.iter().copied().filter(|it| b.binary_search(it).is_ok()).collect();
        let sides = [a, b, shared];
        let (a, b) = (compared.a.clone(), compared.b.clone());
        let shared = both(&a, &b);
        let selections = [Some(a), Some(b), shared];
        let sort = compared.options.sort;
        let either: BTreeSet<u32> = gathered(sides.iter().flatten().copied());
        let quantities = self.quantities(&either);
        let most = quantities.iter().max_by_key(|it| it.1).map(|it| it.0);
        let quantity = compared.quantity.or(most);
        Comparison {
            counts: self.counts(&sides, &selections, digits),
            places: self.places(&sides, &selections, sort, digits),
            quantity,
            quantities,
            figures: quantity.map(|it| self.figures_of(&sides, it, digits)).unwrap_or_default(),
            keywords: self.lexicon.tokenizer.is_some().then(|| self.typical_of_each(&sides, compared, digits)),
            dates: self.dates(&sides, &selections, sort, digits),
        }
    }

    /// What is in both selections counts for neither.
    fn typical_of_each(&self, sides: &Sides, compared: &Compared, digits: Digits) -> [Table; 2] {
        let only = |idx: usize| -> Vec<u32> {
            sides[idx].iter().copied().filter(|it| sides[2].binary_search(it).is_err()).collect()
        };
        let (a, b) = (only(0), only(1));
        [(&a, &b, &compared.a), (&b, &a, &compared.b)].map(|(here, there, selection)| {
            let mut table = self.keyness(here, there, &compared.options, digits);
            for cell in table.rows.iter_mut().flatten() {
                if let Leads::Lines(query) = &mut cell.leads {
                    cell.leads = Leads::LinesOf(std::mem::take(query), Box::new(selection.clone()));
                }
            }
            table
        })
    }

    fn counts(&self, sides: &Sides, selections: &Selections, digits: Digits) -> Table {
        let document = |it: &u32| &self.index.article(*it).document;
        let number = |count: usize| Cell { text: written(count, digits), leads: Leads::Nowhere };
        let articles = cells(sides.each_ref().map(Vec::len), digits, selections, &Selection::default());
        let words = sides.each_ref().map(|it| number(n_tokens(&self.index, it) as usize));
        let places = sides.each_ref().map(|it| {
            let names = it.iter().flat_map(|it| document(it).mentions.places.iter().map(|it| it.canonical.as_str()));
            number(gathered::<BTreeSet<&str>, _>(names).len())
        });
        let figures =
            sides.each_ref().map(|it| number(it.iter().map(|it| document(it).mentions.figures.len()).sum::<usize>()));
        let rows = [
            ("compare.articles", articles),
            ("compare.tokens", words),
            ("compare.places", places),
            ("compare.figures", figures),
        ];
        table(Column::Label, rows.into_iter().map(|(key, cells)| row(key.to_owned(), cells)).collect())
    }

    /// Places and all above them by distinct articles, those that most of either mention first, ties by path.
    fn places(&self, sides: &Sides, selections: &Selections, sort: Option<TableSort>, digits: Digits) -> Table {
        let column = self.index.facets.column(Facet::Place);
        let mut counts = vec![[0; 3]; column.names().len()];
        for (side, articles) in sides.iter().enumerate() {
            for place in articles.iter().flat_map(|it| column.of(*it)) {
                counts[*place as usize][side] += 1;
            }
        }
        let named = counts.into_iter().zip(0..).filter(|(counts, _)| counts[0] + counts[1] > 0);
        let mut ranked: Vec<Counted> = named.map(|(counts, place)| (column.name(place).to_owned(), counts)).collect();
        ranked.arrange_by_key(|(path, counts)| (Reverse(counts[0] + counts[1] - counts[2]), path.clone()));
        // The order at first is that of no column.
        let usual = TableSort { column: Column::Count, direction: Direction::Descending };
        let sort = sorted(&mut ranked, Column::Place, sort).unwrap_or(usual);
        let row_of = |(path, counts): Counted| {
            let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
            let narrow = Selection { clauses: [(Facet::Place, Clause::any_of([path]))].into(), ..Selection::default() };
            row(name, cells(counts, digits, selections, &narrow))
        };
        Table { sort: Some(sort), ..table(Column::Place, ranked.into_iter().take(MAX_PLACES).map(row_of).collect()) }
    }

    /// Months, or years where there are more than [`MAX_MONTHS`]; articles that are dated by year alone stand at the year.
    fn dates(&self, sides: &Sides, selections: &Selections, sort: Option<TableSort>, digits: Digits) -> Table {
        let (mut months, mut years) = (SmallMap::<String, [usize; 3]>::new(), SmallMap::<String, [usize; 3]>::new());
        for (side, articles) in sides.iter().enumerate() {
            for &article in articles {
                let Some((year, month)) = self.index.facets.published(article).and_then(period) else { continue };
                months.value(month.unwrap_or_else(|| year.clone()))[side] += 1;
                years.value(year)[side] += 1;
            }
        }
        let mut periods: Vec<Counted> = if months.len() > MAX_MONTHS { years } else { months }.into_iter().collect();
        let usual = TableSort { column: Column::Period, direction: Direction::Ascending };
        let sort = sorted(&mut periods, Column::Period, sort).unwrap_or(usual);
        let row_of = |(period, counts): Counted| {
            let range = DateRange { from: Edtf::parse(&period), to: Edtf::parse(&period) };
            let narrow = Selection { clauses: [(Facet::Date, Clause::between(range))].into(), ..Selection::default() };
            row(period, cells(counts, digits, selections, &narrow))
        };
        Table { sort: Some(sort), ..table(Column::Period, periods.into_iter().map(row_of).collect()) }
    }

    fn quantities(&self, articles: &BTreeSet<u32>) -> Vec<(Quantity, usize)> {
        let figures = || articles.iter().flat_map(|it| &self.index.article(*it).document.mentions.figures);
        let n_of = |quantity: Quantity| figures().filter(|it| it.quantity == quantity).count();
        Quantity::ALL.into_iter().map(|it| (it, n_of(it))).filter(|it| it.1 > 0).collect()
    }

    /// How many, and the smallest, the middle and the largest, each as printed and leading to its sentence.
    fn figures_of(&self, sides: &Sides, quantity: Quantity, digits: Digits) -> Table {
        let unit = self.commonest_unit(sides, quantity);
        let ranked = sides.each_ref().map(|articles| self.ranked(articles, quantity, &unit));
        let of = |place: fn(usize) -> usize| {
            ranked.each_ref().map(|it| match it.get(place(it.len())) {
                Some(figure) => figure.cell(self),
                None => Cell::default(),
            })
        };
        let count = |it: &Vec<Ranked>| Cell { text: written(it.len(), digits), leads: Leads::Nowhere };
        let rows = [
            ("compare.n-figures", ranked.each_ref().map(count)),
            ("compare.smallest", of(|_| 0)),
            ("compare.middle", of(|n| n.saturating_sub(1) / 2)),
            ("compare.largest", of(|n| n.saturating_sub(1))),
        ];
        table(Column::Label, rows.into_iter().map(|(key, cells)| row(key.to_owned(), cells)).collect())
    }

    /// Figures compare in one unit only: the base unit that most of the quantity have, the first by name among equals.
    fn commonest_unit(&self, sides: &Sides, quantity: Quantity) -> String {
        let mut counts: SmallMap<&str, usize> = SmallMap::new();
        for article in sides[..2].iter().flatten() {
            let figures = &self.index.article(*article).document.mentions.figures;
            figures.iter().filter(|it| it.quantity == quantity).for_each(|it| *counts.value(unit(it)) += 1);
        }
        let most = counts.iter().map(|it| it.1).max().unwrap_or(0);
        counts.into_iter().find(|it| it.1 == most).map_or(String::new(), |it| it.0.to_owned())
    }

    /// The figures of a quantity and unit by value, ties in the order of the text.
    fn ranked(&self, articles: &[u32], quantity: Quantity, wanted: &str) -> Vec<Ranked> {
        let mut res = vec![];
        for &article in articles {
            for (figure_idx, figure) in self.index.article(article).document.mentions.figures.iter().enumerate() {
                if figure.quantity == quantity && unit(figure) == wanted {
                    res.push(Ranked { article, figure_idx, value: figure.base_value.unwrap_or(figure.value) });
                }
            }
        }
        res.arrange_by(|a, b| a.value.total_cmp(&b.value));
        res
    }
}

/// A figure by its value.
struct Ranked {
    article: u32,
    figure_idx: usize,
    value: f64,
}

impl Ranked {
    fn cell(&self, service: &Service) -> Cell {
        let document = &service.index.article(self.article).document;
        let figure = document.mentions.figures.get(self.figure_idx);
        let printed = |it: &FigureMention| format::printed(it.span.slice(&document.reading.text), it.approx);
        let opens = Opens::Figure { article: document.article.id.clone(), figure: self.figure_idx };
        Cell { text: figure.map(printed).unwrap_or_default(), leads: Leads::Opens(opens) }
    }
}

/// The year in which the days begin, and the month where they lie in one; as EDTF.
fn period(days: DayRange) -> Option<(String, Option<String>)> {
    let from = days.from?;
    let month = days.to.filter(|to| (to.year, to.month) == (from.year, from.month));
    Some((format!("{:04}", from.year), month.map(|it| format!("{:04}-{:02}", it.year, it.month))))
}

/// The unit in which a figure compares: its base unit, or its own where that has none.
fn unit(figure: &FigureMention) -> &str {
    if figure.base_value.is_some() { &figure.base_unit } else { &figure.unit }
}

fn table(head: Column, rows: Vec<Vec<Cell>>) -> Table {
    let columns = [head].into_iter().chain(COUNTS).collect();
    Table { columns, sort: None, n_total: rows.len(), rows }
}

fn row(head: String, cells: [Cell; 3]) -> Vec<Cell> {
    [Cell { text: head, leads: Leads::Nowhere }].into_iter().chain(cells).collect()
}

/// A place or a period with how many articles each side has of it.
type Counted = (String, [usize; 3]);

/// Sorts by a column of these rows; those that are equal keep their order. `None` where the sort is another table's.
fn sorted(rows: &mut [Counted], head: Column, sort: Option<TableSort>) -> Option<TableSort> {
    let sort = sort.filter(|it| it.column == head || COUNTS.contains(&it.column))?;
    let side = COUNTS.iter().position(|it| *it == sort.column);
    rows.arrange_by(|a, b| {
        let order = side.map_or_else(|| a.0.cmp(&b.0), |it| a.1[it].cmp(&b.1[it]));
        if sort.direction == Direction::Ascending { order } else { order.reverse() }
    });
    Some(sort)
}

/// Counts, of which all but zeros lead to what they count: the articles of a side that `narrow` has too.
fn cells(counts: [usize; 3], digits: Digits, selections: &Selections, narrow: &Selection) -> [Cell; 3] {
    let mut sides = counts.iter().zip(selections).map(|(count, selection)| {
        let shown = selection.as_ref().filter(|_| *count > 0).and_then(|it| both(it, narrow));
        let leads = shown.map_or(Leads::Nowhere, |it| Leads::Select(Box::new(it)));
        Cell { text: written(*count, digits), leads }
    });
    [(); 3].map(|()| sides.next().unwrap_or_default())
}

fn written(count: usize, digits: Digits) -> String {
    match digits {
        Digits::Few => format::count(count),
        Digits::All => count.to_string(),
    }
}
