//! The figures of a whole library in columns: of each what it is sorted, grouped and narrowed by, as a small number, worked
//! out once. Selections and orders are then walks over numbers.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::context::contexts;
use super::parts::{Role, roles};
use super::{Direction, FigureColumn, FigureSort, unit_of, value_of};
use crate::engine::arrange::{Arrange, gathered};
use crate::engine::extract::FigureMention;
use crate::engine::extract::unit::Quantity;
use crate::engine::index::{Index, IndexedArticle};

/// The number of what is not known.
pub const NONE: u32 = u32::MAX;

/// How many columns there are.
const N_COLUMNS: usize = FigureColumn::ALL.len();

/// One column.
#[derive(Debug, Clone, Default)]
pub struct Codes {
    /// Of each figure, the number of its value among `names`; [`NONE`] where it has none.
    pub of: Vec<u32>,
    /// The values in order. Empty for columns whose numbers are no values (of articles).
    pub names: Vec<String>,
}

/// Every figure of a library, numbered in the order of the text.
#[derive(Debug, Default)]
pub struct FigureColumns {
    /// Of each figure its article and its number among that article's.
    places: Vec<(u32, u32)>,
    /// The first figure of each article, and the end.
    starts: Vec<u32>,
    /// Values in the unit in which they compare.
    values: Vec<f64>,
    quantities: Vec<Quantity>,
    codes: [OnceCell<Codes>; N_COLUMNS],
    orders: [OnceCell<Vec<u32>>; 2 * N_COLUMNS],
    ranks: OnceCell<Vec<u32>>,
    roles: OnceCell<Vec<Role>>,
}

impl FigureColumns {
    /// The figures of `index`. All that is asked later must be of the same one.
    pub fn new(index: &Index) -> Self {
        let mut res = FigureColumns::default();
        for (number, article) in (0..).zip(index.articles()) {
            res.starts.push(res.places.len() as u32);
            for (figure_idx, figure) in (0..).zip(figures_of(article)) {
                res.places.push((number, figure_idx));
                res.values.push(value_of(figure));
                res.quantities.push(figure.quantity);
            }
        }
        res.starts.push(res.places.len() as u32);
        res
    }

    /// How many figures there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// True without figures.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The figures of an article.
    pub fn of_article(&self, article: u32) -> std::ops::Range<u32> {
        let at = article as usize;
        let ends = self.starts.get(at).zip(self.starts.get(at + 1));
        ends.map(|(start, end)| *start..*end).unwrap_or_default()
    }

    /// Where a figure stands: its article, and its number among that article's figures.
    pub fn place(&self, figure: u32) -> (u32, usize) {
        self.places.get(figure as usize).map_or((0, 0), |it| (it.0, it.1 as usize))
    }

    /// The value of a figure in the unit in which it compares.
    pub fn value(&self, figure: u32) -> f64 {
        self.values.get(figure as usize).copied().unwrap_or(0.0)
    }

    /// What a figure measures.
    pub fn quantity(&self, figure: u32) -> Quantity {
        self.quantities.get(figure as usize).copied().unwrap_or(Quantity::Other)
    }

    /// A column; worked out when it is first asked for.
    pub fn codes(&self, index: &Index, column: FigureColumn) -> &Codes {
        self.codes[column as usize].get_or_init(|| match column {
            FigureColumn::Article | FigureColumn::Published => self.by_article(index, column),
            FigureColumn::Quantity => {
                self.numbered(|at| self.quantities[at] as u32, Quantity::ALL.map(Quantity::as_str))
            }
            _ => self.named(index, column),
        })
    }

    /// The figures in an order: ties in the order of the text, what is not known last.
    pub fn order(&self, index: &Index, sort: FigureSort) -> &[u32] {
        let turned = sort.direction == Direction::Descending;
        self.orders[2 * sort.column as usize + usize::from(turned)].get_or_init(|| match sort.column {
            FigureColumn::Value | FigureColumn::High => self.by_value(index, turned),
            _ => by_code(&self.codes(index, sort.column).of, turned),
        })
    }

    /// Of each figure its place when all are sorted by value.
    pub fn ranks(&self, index: &Index) -> &[u32] {
        self.ranks.get_or_init(|| {
            let mut res = vec![0; self.len()];
            let sort = FigureSort { column: FigureColumn::Value, direction: Direction::Ascending };
            for (rank, figure) in (0..).zip(self.order(index, sort)) {
                res[*figure as usize] = rank;
            }
            res
        })
    }

    /// What each figure is beside the others of its sentence; totals by the numbers of all figures.
    pub fn roles(&self, index: &Index) -> &[Role] {
        self.roles.get_or_init(|| {
            let mut res = Vec::with_capacity(self.len());
            for article in index.articles() {
                let first = res.len();
                let found = roles(&article.document.reading.text, figures_of(article));
                res.extend(found.into_iter().map(|it| Role { total: it.total.map(|it| first + it), ..it }));
            }
            res
        })
    }

    fn numbered<const N: usize>(&self, code: impl Fn(usize) -> u32, names: [&str; N]) -> Codes {
        Codes { of: (0..self.len()).map(code).collect(), names: names.map(str::to_owned).to_vec() }
    }

    /// The order of the articles, or of their pages' dates.
    fn by_article(&self, index: &Index, column: FigureColumn) -> Codes {
        if column == FigureColumn::Article {
            return Codes { of: self.places.iter().map(|it| it.0).collect(), names: vec![] };
        }
        let dates = self.places.iter().map(|it| Cow::Owned(published(index.article(it.0))));
        coded(dates.collect())
    }

    fn named(&self, index: &Index, column: FigureColumn) -> Codes {
        let mut values: Vec<Cow<str>> = vec![];
        for article in index.articles() {
            let context = Context::of(article, column);
            let figures = 0..figures_of(article).len();
            values.extend(figures.map(|it| context.value(it, column)));
        }
        coded(values)
    }

    /// By quantity and unit, and only then by value: values of different units do not compare.
    fn by_value(&self, index: &Index, turned: bool) -> Vec<u32> {
        let units = &self.codes(index, FigureColumn::Unit).of;
        let mut res: Vec<u32> = (0..self.len() as u32).collect();
        res.arrange_by(|a, b| {
            let (a, b) = (*a as usize, *b as usize);
            let by_value = self.values[a].total_cmp(&self.values[b]);
            let by_scale = self.quantities[a].cmp(&self.quantities[b]).then(units[a].cmp(&units[b]));
            by_scale.then(if turned { by_value.reverse() } else { by_value })
        });
        res
    }
}

/// The figures of an article.
pub fn figures_of(article: &IndexedArticle) -> &[FigureMention] {
    &article.document.mentions.figures
}

/// The page's date; `?` behind it where it is not printed.
pub fn published(article: &IndexedArticle) -> String {
    let date = article.published.edtf.as_ref().map_or("", |it| it.as_str());
    let mark = if article.published.inferred && !date.is_empty() && !date.contains('/') { "?" } else { "" };
    date.trim_end_matches(['~', '?', '%']).to_owned() + mark
}

/// What an article tells of its figures.
pub struct Context<'a> {
    /// The article.
    pub article: &'a IndexedArticle,
    contexts: Vec<super::context::Context>,
}

impl<'a> Context<'a> {
    /// For columns that need no context, `column` spares it.
    pub fn of(article: &'a IndexedArticle, column: FigureColumn) -> Self {
        let needs = matches!(column, FigureColumn::Refers | FigureColumn::Year | FigureColumn::Programme);
        let document = &article.document;
        let contexts = if needs { contexts(&document.reading.text, &document.mentions) } else { vec![] };
        Context { article, contexts }
    }

    /// What stands in a column of words; "" for nothing.
    pub fn value(&self, figure_idx: usize, column: FigureColumn) -> Cow<'a, str> {
        let article: &'a IndexedArticle = self.article;
        let document = &article.document;
        let (text, mentions) = (&document.reading.text, &document.mentions);
        let Some(figure) = mentions.figures.get(figure_idx) else { return Cow::Borrowed("") };
        let context = self.contexts.get(figure_idx).copied().unwrap_or_default();
        Cow::Borrowed(match column {
            FigureColumn::Printed => figure.span.slice(text),
            FigureColumn::Unit => unit_of(figure),
            FigureColumn::Quantity => figure.quantity.as_str(),
            FigureColumn::Approx => figure.approx.map_or("", |it| it.as_str()),
            FigureColumn::Subject => figure.subject.map_or("", |it| it.slice(text)),
            FigureColumn::Place => article.place_of_figure(figure_idx).map_or("", |it| &it.canonical),
            FigureColumn::Programme => {
                context.programme.and_then(|it| mentions.programmes.get(it)).map_or("", |it| &it.name)
            }
            FigureColumn::Refers | FigureColumn::Year => {
                let named = context.date.and_then(|it| mentions.dates.get(it)?.edtf.as_ref());
                let date = named.map_or_else(|| assumed(article), |it| it.as_str().to_owned());
                return Cow::Owned(if column == FigureColumn::Year { year(&date) } else { date });
            }
            FigureColumn::Article => &document.article.id,
            FigureColumn::Section => &document.article.section,
            FigureColumn::Confidence => figure.confidence.as_str(),
            FigureColumn::Published => return Cow::Owned(published(article)),
            FigureColumn::Sentence => crate::engine::query::snippet::sentence(text, figure.span).slice(text),
            FigureColumn::Value | FigureColumn::High => "",
        })
    }
}

/// Without a date of its own a figure holds for the time of its page, which is uncertain.
fn assumed(article: &IndexedArticle) -> String {
    let date = published(article);
    if date.is_empty() || date.ends_with('?') || date.contains('/') { date } else { date + "?" }
}

/// The year in which a date begins; "" where that is open.
fn year(date: &str) -> String {
    let digits = date.split(['-', '/', '~', '?', '%']).next().unwrap_or("");
    let is_year = digits.len() == 4 && digits.bytes().all(|it| it.is_ascii_digit());
    if is_year { digits.to_owned() } else { String::new() }
}

/// Values as numbers, in their order.
fn coded(values: Vec<Cow<str>>) -> Codes {
    let names: BTreeSet<&str> = gathered(values.iter().map(|it| it.as_ref()).filter(|it| !it.is_empty()));
    let names: Vec<&str> = names.into_iter().collect();
    let code = |it: &Cow<str>| names.binary_search(&it.as_ref()).map_or(NONE, |it| it as u32);
    Codes { of: values.iter().map(code).collect(), names: names.iter().map(|it| (*it).to_owned()).collect() }
}

/// The places of `codes` in their order, by counting.
fn by_code(codes: &[u32], turned: bool) -> Vec<u32> {
    let n_codes = codes.iter().filter(|it| **it != NONE).max().map_or(0, |it| *it as usize + 1);
    let bucket = |code: u32| match (code, turned) {
        (NONE, _) => n_codes,
        (code, true) => n_codes - 1 - code as usize,
        (code, false) => code as usize,
    };
    let mut starts = vec![0; n_codes + 2];
    codes.iter().for_each(|it| starts[bucket(*it) + 1] += 1);
    (1..starts.len()).for_each(|it| starts[it] += starts[it - 1]);
    let mut res = vec![0; codes.len()];
    for (figure, code) in (0..).zip(codes) {
        let start = &mut starts[bucket(*code)];
        res[*start] = figure;
        *start += 1;
    }
    res
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_stands_last_either_way() {
        let codes = [2, NONE, 0, 2, 1];
        assert_eq!(by_code(&codes, false), [2, 4, 0, 3, 1]);
        assert_eq!(by_code(&codes, true), [0, 3, 4, 2, 1]);
        assert_eq!(by_code(&[], true), [0; 0]);
    }

    #[test]
    fn years_are_those_in_which_dates_begin() {
        for (date, expected) in
            [("2022-06-14", "2022"), ("2021/2022", "2021"), ("2022?", "2022"), ("../2022", ""), ("199X", "")]
        {
            assert_eq!(year(date), expected, "{date}");
        }
    }
}
