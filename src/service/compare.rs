//! Two selections side by side: counts, places, figures of one quantity, typical words, dates.

use std::collections::BTreeSet;

use super::Service;
use super::word_tables::Digits;
use crate::engine::arrange::{Arrange, gathered};
use crate::engine::chart::Opens;
use crate::engine::extract::FigureMention;
use crate::engine::extract::unit::Quantity;
use crate::engine::index::facet::DayRange;
use crate::engine::query::word_counts::n_tokens;
use crate::engine::query::{Facet, eval};
use crate::engine::small_map::SmallMap;
use crate::protocol::{Cell, Column, Compared, Comparison, Leads, Table};
use crate::view_model::format;

/// Places that are listed.
const MAX_PLACES: usize = 20;
/// More months than this are told by years.
const MAX_MONTHS: usize = 24;

/// The articles of A, of B, and of both.
type Sides = [Vec<u32>; 3];

impl Service {
    /// The comparison of two selections.
    pub(super) fn compare(&self, compared: &Compared, digits: Digits) -> Comparison {
        let [a, b] = [&compared.a, &compared.b].map(|it| eval::select(&self.index, it).0);
        let both = a.iter().copied().filter(|it| b.binary_search(it).is_ok()).collect();
        let sides = [a, b, both];
        let either: BTreeSet<u32> = gathered(sides.iter().flatten().copied());
        let quantities = self.quantities(&either);
        let most = quantities.iter().max_by_key(|it| it.1).map(|it| it.0);
        let quantity = compared.quantity.or(most);
        Comparison {
            counts: self.counts(&sides, digits),
            places: self.places(&sides, digits),
            quantity,
            quantities,
            figures: quantity.map(|it| self.figures_of(&sides, it, digits)).unwrap_or_default(),
            keywords: self.lexicon.tokenizer.is_some().then(|| self.typical_of_each(&sides, compared, digits)),
            dates: self.dates(&sides, digits),
        }
    }

    /// What is in both selections counts for neither.
    fn typical_of_each(&self, sides: &Sides, compared: &Compared, digits: Digits) -> [Table; 2] {
        let only = |idx: usize| -> Vec<u32> {
            sides[idx].iter().copied().filter(|it| sides[2].binary_search(it).is_err()).collect()
        };
        let (a, b) = (only(0), only(1));
        [(&a, &b), (&b, &a)].map(|(here, there)| self.keyness(here, there, &compared.options, digits))
    }

    fn counts(&self, sides: &Sides, digits: Digits) -> Table {
        let document = |it: &u32| &self.index.article(*it).document;
        let number = |count: usize| Cell { text: written(count, digits), leads: Leads::Nowhere };
        let articles = sides.each_ref().map(|it| Cell { leads: Leads::Articles, ..number(it.len()) });
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

    /// Places and all above them by distinct articles, the most mentioned first, ties by path.
    fn places(&self, sides: &Sides, digits: Digits) -> Table {
        let column = self.index.facets.column(Facet::Place);
        let mut counts = vec![[0; 3]; column.names().len()];
        for (side, articles) in sides.iter().enumerate() {
            for place in articles.iter().flat_map(|it| column.of(*it)) {
                counts[*place as usize][side] += 1;
            }
        }
        let named = counts.into_iter().zip(0..).filter(|(counts, _)| counts[0] + counts[1] > 0);
        let mut ranked: Vec<(&str, [usize; 3])> = named.map(|(counts, place)| (column.name(place), counts)).collect();
        ranked.arrange_by_key(|(path, counts)| (std::cmp::Reverse(counts[0] + counts[1] - counts[2]), *path));
        let row_of = |(path, counts): (&str, [usize; 3])| {
            let name = path.rsplit('/').next().unwrap_or(path).to_owned();
            row(name, cells(counts, digits, Opens::Place(path.to_owned())))
        };
        table(Column::Place, ranked.into_iter().take(MAX_PLACES).map(row_of).collect())
    }

    /// Months, or years where there are more than [`MAX_MONTHS`]; articles that are dated by year alone stand at the year.
    fn dates(&self, sides: &Sides, digits: Digits) -> Table {
        let (mut months, mut years) = (SmallMap::<String, [usize; 3]>::new(), SmallMap::<String, [usize; 3]>::new());
        for (side, articles) in sides.iter().enumerate() {
            for &article in articles {
                let Some((year, month)) = self.index.facets.published(article).and_then(period) else { continue };
                months.value(month.unwrap_or_else(|| year.clone()))[side] += 1;
                years.value(year)[side] += 1;
            }
        }
        let periods = if months.len() > MAX_MONTHS { years } else { months };
        let row_of = |(period, counts): (String, [usize; 3])| {
            let cells = cells(counts, digits, Opens::Date(period.clone()));
            row(period, cells)
        };
        table(Column::Period, periods.into_iter().map(row_of).collect())
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
    let columns = vec![head, Column::InA, Column::InB, Column::InBoth];
    Table { columns, sort: None, n_total: rows.len(), rows }
}

fn row(head: String, cells: [Cell; 3]) -> Vec<Cell> {
    [Cell { text: head, leads: Leads::Nowhere }].into_iter().chain(cells).collect()
}

/// Counts, of which all but zeros open what they count.
fn cells(counts: [usize; 3], digits: Digits, opens: Opens) -> [Cell; 3] {
    counts.map(|count| Cell {
        text: written(count, digits),
        leads: if count > 0 { Leads::Opens(opens.clone()) } else { Leads::Nowhere },
    })
}

fn written(count: usize, digits: Digits) -> String {
    match digits {
        Digits::Few => format::count(count),
        Digits::All => count.to_string(),
    }
}
