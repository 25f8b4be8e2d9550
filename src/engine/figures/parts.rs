//! Which figures are parts of which, and which are shares of one: neither must be added up.
//!
//! Judged within a sentence, among figures of one quantity and unit, by the words around them and by their sums:
//! `part-word`: 党员80名，其中流动党员30名; `part-sum`: 共30户，甲村10户、乙村20户, or the parts first;
//! `part-each`: 共30户，分别在甲村11户、乙村20户 where rounding makes the sum inexact.

use std::sync::LazyLock;

use super::sentences::Sentences;
use super::value_of;
use crate::engine::extract::FigureMention;
use crate::engine::index::mention_numbers::scale_of;
use crate::engine::text::{Span, table};

/// From here on three numbers of which two make the third are taken for a total and its parts without any word.
const TELLING: f64 = 100.0;
/// How far the sum of parts may be from its total, as a part of it: both are often rounded.
const TOLERANCE: f64 = 0.005;
/// The same where the sentence says that the parts are listed.
const LISTED_TOLERANCE: f64 = 0.1;
/// How many figures away a total and its parts are looked for; a list is hardly longer.
const REACH: usize = 40;

/// What a figure is beside others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Role {
    /// The number of the figure that it is a part of.
    pub total: Option<usize>,
    /// True of a value for each or on the average: 每户4200元, 人均3万元.
    pub is_rate: bool,
}

/// For each figure what it is beside the others. `figures` are those of `text`, in its order.
pub fn roles(text: &str, figures: &[FigureMention]) -> Vec<Role> {
    let sentences = Sentences::new(text, |it| matches!(it, '。' | '！' | '？' | '!' | '?' | '\n' | '\r'));
    let mut res = vec![Role::default(); figures.len()];
    let mut from = 0;
    while let Some(first) = figures.get(from) {
        let sentence = sentences.around(first.span.start);
        let n_figures = figures.iter().skip(from).take_while(|it| it.span.start < sentence.end).count().max(1);
        let to = (from + n_figures).min(figures.len());
        let part = Part { text, figures: &figures[from..to], start: sentence.start };
        for (idx, total) in part.totals().into_iter().enumerate() {
            let is_rate = has_word(last_clause(part.lead(idx)), "per");
            res[from + idx] = Role { total: total.map(|it| from + it), is_rate };
        }
        from = to;
    }
    res
}

/// The figures of a sentence.
struct Part<'a> {
    text: &'a str,
    figures: &'a [FigureMention],
    /// Where the sentence begins.
    start: usize,
}

impl Part<'_> {
    fn totals(&self) -> Vec<Option<usize>> {
        let mut res = vec![None; self.figures.len()];
        self.by_word(&mut res);
        for total in 0..self.figures.len() {
            if res[total].is_none() {
                self.by_sum(total, &mut res);
            }
        }
        res
    }

    /// Everything behind 其中 is a part of the last figure before it that is as large and of the same kind.
    fn by_word(&self, res: &mut [Option<usize>]) {
        let mut before = None;
        for idx in 0..self.figures.len() {
            if has_word(self.lead(idx), "part") {
                before = Some(idx);
            }
            let candidates = (0..before.unwrap_or(0)).rev().take(REACH);
            let holds =
                |it: &usize| self.is_alike(*it, idx) && self.value(*it) >= self.value(idx) && res[*it].is_none();
            res[idx] = candidates.into_iter().find(holds);
        }
    }

    /// The figures right behind a total, or right before it, that make it up.
    fn by_sum(&self, total: usize, res: &mut [Option<usize>]) {
        let lead = self.lead(total);
        let is_total = has_word(last_clause(lead), "total");
        if !is_total && self.value(total) < TELLING {
            return;
        }
        let alike = |it: &usize| self.is_alike(total, *it);
        let behind: Vec<usize> = (total + 1..self.figures.len()).take(REACH).take_while(alike).collect();
        let before: Vec<usize> = (0..total).rev().take(REACH).take_while(alike).collect();
        for run in [behind, before] {
            let is_listed = is_total && run.iter().any(|it| *it > total && has_word(self.lead(*it), "each"));
            if let Some(n_parts) = self.made_up(total, &run, is_listed) {
                run.into_iter().take(n_parts).for_each(|it| {
                    if res[it].is_none() {
                        res[it] = Some(total);
                    }
                });
                return;
            }
        }
    }

    /// How many of the first of `run`, at least two, make up the total.
    fn made_up(&self, total: usize, run: &[usize], is_listed: bool) -> Option<usize> {
        let wanted = self.value(total);
        let mut sum = 0.0;
        for (idx, part) in run.iter().enumerate() {
            sum += self.value(*part);
            if idx > 0 && (sum - wanted).abs() <= TOLERANCE * wanted.abs() {
                return Some(idx + 1);
            }
        }
        (is_listed && run.len() > 1 && (sum - wanted).abs() <= LISTED_TOLERANCE * wanted.abs()).then_some(run.len())
    }

    fn value(&self, idx: usize) -> f64 {
        self.figures.get(idx).map_or(0.0, value_of)
    }

    /// True for two figures of one quantity and unit.
    fn is_alike(&self, a: usize, b: usize) -> bool {
        let scale = |idx: usize| self.figures.get(idx).map(scale_of);
        scale(a) == scale(b)
    }

    /// What stands between the figure before it, or the sentence's beginning, and a figure.
    fn lead(&self, idx: usize) -> &str {
        let before = idx.checked_sub(1).and_then(|it| self.figures.get(it)).map_or(self.start, |it| it.span.end);
        self.figures.get(idx).map_or("", |it| Span::new(before.min(it.span.start), it.span.start).slice(self.text))
    }
}

/// What of `lead` stands behind its last comma.
fn last_clause(lead: &str) -> &str {
    lead.rsplit(['，', ',', '；', ';', '：', ':', '（', '(']).next().unwrap_or(lead)
}

fn has_word(text: &str, kind: &str) -> bool {
    WORDS.iter().any(|it| it.1 == kind && text.contains(it.0))
}

/// Words and their kinds.
static WORDS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let pair = |row: Vec<&'static str>| Some((*row.first()?, *row.get(1)?));
    table::rows(data_table!(part_words)).filter_map(pair).collect()
});
