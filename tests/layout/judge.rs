//! How much of a printed page is read as its reader would: articles, heads, healed sentences.

use std::collections::BTreeMap;

use banmian::engine::page::{Article, Page};
use banmian::engine::text::Span;

use crate::sheet::{Sheet, Truth};

/// What is measured, in the order of the table.
pub const MEASURES: [&str; 6] = ["segmentation", "headline", "section", "byline", "kind", "joins"];

/// Right, claimed and wanted of each measure.
#[derive(Debug, Default)]
pub struct Tally {
    shares: BTreeMap<&'static str, [f64; 4]>,
    /// What was misread, for people.
    pub errors: Vec<String>,
}

impl Tally {
    /// F1 of each measure; 1 where there was nothing to measure.
    pub fn measures(&self) -> Vec<f64> {
        let f1 = |name: &&str| {
            let [right_claimed, claimed, right_wanted, wanted] = self.shares.get(*name).copied().unwrap_or_default();
            if claimed + wanted == 0.0 {
                return 1.0;
            }
            let (p, r) = (right_claimed / claimed.max(1.0), right_wanted / wanted.max(1.0));
            if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
        };
        MEASURES.iter().map(f1).collect()
    }

    fn add(&mut self, measure: &'static str, of: [f64; 4]) {
        let entry = self.shares.entry(measure).or_default();
        of.iter().zip(entry.iter_mut()).for_each(|(more, it)| *it += more);
    }

    fn judge(&mut self, measure: &'static str, expected: &str, found: Option<String>) {
        let right = found.as_deref() == Some(expected);
        let share = f64::from(u8::from(right));
        self.add(measure, [share, 1.0, share, 1.0]);
        if !right {
            self.errors.push(format!("{measure}: {expected:?} got {found:?}"));
        }
    }
}

/// Adds a page as it was read.
pub fn add(sheet: &Sheet, page: &Page, tally: &mut Tally) {
    let mates = segmentation(sheet, page, tally);
    for (idx, truth) in sheet.articles.iter().enumerate().filter(|(_, it)| !it.spans.is_empty()) {
        heads(sheet, truth, mates.get(&idx).map(|it| &page.articles[*it]), tally);
    }
    joins(sheet, page, tally);
}

fn heads(sheet: &Sheet, truth: &Truth, article: Option<&Article>, tally: &mut Tally) {
    let blank = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
    let headline = article.map(|it| blank(&it.headline_text(&sheet.text)));
    tally.judge("headline", &blank(&truth.headline), headline);
    tally.judge("section", &truth.section, article.map(|it| it.section.clone()));
    if let Some(kind) = &truth.kind {
        tally.judge("kind", kind, article.map(|it| it.kind.as_str().to_owned()));
    }
    let sorted = |mut it: Vec<(String, String)>| {
        it.sort();
        format!("{it:?}")
    };
    let found = article.map(|it| sorted(it.byline.iter().map(|it| (it.role.clone(), it.name.clone())).collect()));
    tally.judge("byline", &sorted(truth.byline.clone()), found);
}

/// B-cubed over the characters of the bodies; pairs articles by their common characters.
fn segmentation(sheet: &Sheet, page: &Page, tally: &mut Tally) -> BTreeMap<usize, usize> {
    let owners = |spans: Vec<(usize, Span)>| -> BTreeMap<usize, usize> {
        let letters = |(owner, span): (usize, Span)| {
            let chars = span.slice(&sheet.text).char_indices().filter(|(_, it)| !it.is_whitespace());
            chars.map(|(at, _)| (span.start + at, owner)).collect::<Vec<_>>()
        };
        let all = spans.into_iter().flat_map(letters);
        all.filter(|(at, _)| !sheet.unjudged.iter().any(|it| (it.start..it.end).contains(at))).collect()
    };
    let wanted = sheet.articles.iter().enumerate();
    let wanted = owners(wanted.flat_map(|(idx, it)| it.spans.iter().map(move |it| (idx, *it))).collect());
    let read = page.articles.iter().enumerate();
    let read = owners(read.flat_map(|(idx, it)| it.paragraphs.iter().flatten().map(move |it| (idx, *it))).collect());
    let (mut n_wanted, mut n_read, mut both) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    wanted.values().for_each(|it| *n_wanted.entry(*it).or_insert(0.0) += 1.0);
    read.values().for_each(|it| *n_read.entry(*it).or_insert(0.0) += 1.0);
    for (at, owner) in &wanted {
        if let Some(other) = read.get(at) {
            *both.entry((*owner, *other)).or_insert(0.0) += 1.0;
        }
    }
    let share =
        |by: &dyn Fn(&(usize, usize)) -> f64| -> f64 { both.iter().map(|(key, n): (_, &f64)| n * n / by(key)).sum() };
    let precise = share(&|key| n_read[&key.1]);
    let complete = share(&|key| n_wanted[&key.0]);
    tally.add("segmentation", [precise, read.len() as f64, complete, wanted.len() as f64]);
    for ((truth, article), n_chars) in &both {
        if *n_chars < n_wanted[truth] || *n_chars < n_read[article] {
            let headline = &sheet.articles[*truth].headline;
            tally
                .errors
                .push(format!("torn or mixed: {n_chars} of {} of {headline:?} in article {article}", n_wanted[truth]));
        }
    }
    let mut ranked: Vec<_> = both.into_iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut mates: BTreeMap<usize, usize> = BTreeMap::new();
    for ((truth, article), _) in ranked {
        if !mates.contains_key(&truth) && !mates.values().any(|it| *it == article) {
            mates.insert(truth, article);
        }
    }
    mates
}

/// The cut sentences that were healed, and the sentences that were joined without need.
fn joins(sheet: &Sheet, page: &Page, tally: &mut Tally) {
    let near = |it: &Span, next: &Span| (it.end, next.start);
    let healed = page.articles.iter().flat_map(|it| &it.paragraphs).flat_map(|it| it.windows(2));
    let healed: Vec<(usize, usize)> = healed.map(|it| near(&it[0], &it[1])).collect();
    let healed: Vec<_> = healed
        .into_iter()
        .filter(|it| !sheet.unjudged.iter().any(|span| span.end >= it.0 && span.start <= it.0))
        .collect();
    let right = healed.iter().filter(|it| sheet.joins.contains(it)).count() as f64;
    tally.add("joins", [right, healed.len() as f64, right, sheet.joins.len() as f64]);
    let excerpt = |(left, right): &(usize, usize)| {
        let before: Vec<char> = sheet.text[..*left].chars().rev().take(10).collect();
        let after: String = sheet.text[*right..].chars().take(10).collect();
        format!("{}|{after}", before.into_iter().rev().collect::<String>())
    };
    let missed = sheet.joins.iter().filter(|it| !healed.contains(it)).map(|it| format!("join missed: {}", excerpt(it)));
    let false_ones =
        healed.iter().filter(|it| !sheet.joins.contains(it)).map(|it| format!("join invented: {}", excerpt(it)));
    tally.errors.extend(missed.chain(false_ones));
}
