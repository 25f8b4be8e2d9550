//! How far the engine's reading agrees with the gold: segmentation by B-cubed over the characters of the bodies, the
//! heads of paired articles, and mentions by exact span with their values by overlap.
//!
//! B-cubed: Amigó et al., *A comparison of extrinsic clustering evaluation metrics*, 2009, §3.4. What gold marks as
//! optional is neither rewarded nor punished.

use std::collections::BTreeMap;

use banmian::engine::analysis::{Analysis, Document};
use banmian::engine::extract::edtf::Edtf;
use banmian::engine::text::Span;

use crate::annotation::{Article, Mention};

/// Right and all cases of each measure.
#[derive(Debug, Default)]
pub struct Tally {
    shares: BTreeMap<String, (f64, f64)>,
    /// What was missed, invented or misread, for people.
    pub errors: Vec<String>,
}

impl Tally {
    fn add(&mut self, measure: &str, right: f64, all: f64) {
        let entry = self.shares.entry(measure.to_owned()).or_default();
        entry.0 += right;
        entry.1 += all;
    }

    fn judge(&mut self, measure: &str, right: bool, what: impl FnOnce() -> String) {
        self.add(measure, f64::from(u8::from(right)), 1.0);
        if !right {
            self.errors.push(format!("{measure}: {}", what()));
        }
    }

    /// F1 where precision and recall were counted (`x.p`, `x.r`), else the share of right cases.
    pub fn measures(&self) -> BTreeMap<String, f64> {
        let share = |name: &str| self.shares.get(name).map_or(0.0, |(right, all)| right / all.max(1.0));
        let mut res = BTreeMap::new();
        for name in self.shares.keys() {
            if let Some(base) = name.strip_suffix(".p") {
                let (p, r) = (share(name), share(&format!("{base}.r")));
                res.insert(format!("{base} F1"), if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 });
            } else if !name.ends_with(".r") {
                res.insert(name.clone(), share(name));
            }
        }
        res
    }
}

/// What the engine found, with spans of the page.
struct Found {
    span: Span,
    values: Vec<(&'static str, String)>,
}

/// Adds one page.
pub fn add(page: &str, gold: &[Article], analysis: &Analysis, tally: &mut Tally) {
    let system: Vec<Vec<Span>> = analysis.documents.iter().map(|it| it.article.paragraphs.concat()).collect();
    let pairs = segmentation(page, gold, &system, tally);
    for (gold_idx, article) in gold.iter().enumerate() {
        heads(article, pairs.get(&gold_idx).map(|it| &analysis.documents[*it]), tally);
    }
    for (kind, fields) in [
        ("places", &["canonical"][..]),
        ("dates", &["edtf"][..]),
        ("figures", &["value", "high", "unit", "quantity", "approx"][..]),
    ] {
        let expected: Vec<&Mention> = gold.iter().flat_map(|it| of_kind(it, kind)).collect();
        let bodies: Vec<Span> = gold.iter().flat_map(|it| it.spans.iter().copied()).collect();
        mentions(page, kind, fields, &expected, &bodies, &found(page, kind, analysis), tally);
    }
    programmes(gold, analysis, tally);
}

fn of_kind<'a>(article: &'a Article, kind: &str) -> &'a [Mention] {
    match kind {
        "places" => &article.places,
        "dates" => &article.dates,
        _ => &article.figures,
    }
}

/// Pairs articles by their common characters, largest first; returns gold index → system index.
fn segmentation(page: &str, gold: &[Article], system: &[Vec<Span>], tally: &mut Tally) -> BTreeMap<usize, usize> {
    let owners = |articles: Vec<&[Span]>| {
        let mut res: BTreeMap<usize, usize> = BTreeMap::new();
        for (article_idx, spans) in articles.into_iter().enumerate() {
            for span in spans {
                for (at, _) in span.slice(page).char_indices().filter(|(_, ch)| !ch.is_whitespace()) {
                    res.entry(span.start + at).or_insert(article_idx);
                }
            }
        }
        res
    };
    let gold_owner = owners(gold.iter().map(|it| it.spans.as_slice()).collect());
    let system_owner = owners(system.iter().map(Vec::as_slice).collect());
    let (mut n_gold, mut n_system, mut n_both) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    gold_owner.values().for_each(|it| *n_gold.entry(*it).or_insert(0.0) += 1.0);
    system_owner.values().for_each(|it| *n_system.entry(*it).or_insert(0.0) += 1.0);
    for (at, article) in &gold_owner {
        if let Some(other) = system_owner.get(at) {
            *n_both.entry((*article, *other)).or_insert(0.0) += 1.0;
        }
    }
    let both = |by: &dyn Fn(&(usize, usize)) -> f64| -> f64 { n_both.iter().map(|(key, n)| n * n / by(key)).sum() };
    tally.add("segmentation.p", both(&|key| n_system[&key.1]), system_owner.len() as f64);
    tally.add("segmentation.r", both(&|key| n_gold[&key.0]), gold_owner.len() as f64);
    let mut ranked: Vec<(&(usize, usize), &f64)> = n_both.iter().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(a.1).then(a.0.cmp(b.0)));
    let (mut pairs, mut used) = (BTreeMap::new(), vec![]);
    for ((gold_idx, system_idx), _) in ranked {
        if !pairs.contains_key(gold_idx) && !used.contains(system_idx) {
            pairs.insert(*gold_idx, *system_idx);
            used.push(*system_idx);
        }
    }
    pairs
}

fn heads(gold: &Article, document: Option<&Document>, tally: &mut Tally) {
    let mut field = |name: &str, expected: &str, found: Option<String>| {
        let right = found.as_deref().is_some_and(|it| blank(it) == blank(expected));
        tally.judge(name, right, || format!("{expected:?} got {found:?}"));
    };
    field("headline", &gold.headline, document.map(|it| it.headline.clone()));
    field("section", &gold.section, document.map(|it| it.article.section.clone()));
    field("kind", &gold.kind, document.map(|it| it.article.kind.as_str().to_owned()));
    let byline = document.map(|it| {
        let mut res: Vec<_> = it.article.byline.iter().map(|it| (it.role.clone(), it.name.clone())).collect();
        res.sort();
        format!("{res:?}")
    });
    field("byline", &format!("{:?}", gold.byline), byline);
}

fn blank(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn found(page: &str, kind: &str, analysis: &Analysis) -> Vec<Found> {
    let mut res = vec![];
    for document in &analysis.documents {
        let mut push = |span: Span, values: Vec<(&'static str, String)>| {
            if let Some(span) = document.reading.to_source(page, span) {
                res.push(Found { span, values });
            }
        };
        let mentions = &document.mentions;
        match kind {
            "places" => mentions.places.iter().for_each(|it| push(it.span, vec![("canonical", it.canonical.clone())])),
            "dates" => mentions.dates.iter().for_each(|it| {
                push(it.span, vec![("edtf", it.edtf.as_ref().map_or(String::new(), |it| it.as_str().to_owned()))])
            }),
            _ => mentions.figures.iter().for_each(|it| {
                let number = |value: Option<f64>| value.map_or(String::new(), |it| it.to_string());
                let values = vec![
                    ("value", number(Some(it.value))),
                    ("high", number(it.high)),
                    ("unit", it.unit.clone()),
                    ("quantity", it.quantity.as_str().to_owned()),
                    ("approx", it.approx.map_or(String::new(), |it| it.as_str().to_owned())),
                ];
                push(it.span, values);
            }),
        }
    }
    res
}

fn mentions(
    page: &str,
    kind: &str,
    fields: &[&str],
    gold: &[&Mention],
    bodies: &[Span],
    found: &[Found],
    tally: &mut Tally,
) {
    let (optional, firm): (Vec<&Mention>, Vec<&Mention>) = gold.iter().partition(|it| it.optional);
    let kept: Vec<&Found> = found
        .iter()
        .filter(|it| {
            firm.iter().any(|gold| gold.span == it.span)
                || (!optional.iter().any(|gold| gold.span.overlaps(it.span))
                    && (bodies.iter().chain(firm.iter().map(|it| &it.span))).any(|body| body.overlaps(it.span)))
        })
        .collect();
    let mut n_exact = 0.0;
    for gold in &firm {
        let exact = kept.iter().find(|it| it.span == gold.span);
        n_exact += f64::from(u8::from(exact.is_some()));
        let near = exact.or_else(|| kept.iter().find(|it| it.span.overlaps(gold.span)));
        match (near, exact) {
            (None, _) => tally.errors.push(format!("{kind} missed: {}", gold.span.slice(page))),
            (Some(it), None) => {
                let (expected, got) = (gold.span.slice(page), it.span.slice(page));
                tally.errors.push(format!("{kind} span: {expected} got {got}"));
            }
            _ => {}
        }
        if let Some(it) = near.filter(|_| kind != "places" || exact.is_some()) {
            values(page, kind, fields, gold, it, tally);
        }
    }
    for it in &kept {
        if !firm.iter().any(|gold| gold.span.overlaps(it.span)) {
            tally.errors.push(format!("{kind} invented: {}", it.span.slice(page)));
        }
    }
    tally.add(&format!("{kind} exact.p"), n_exact, kept.len() as f64);
    tally.add(&format!("{kind} exact.r"), n_exact, firm.len() as f64);
}

fn values(page: &str, kind: &str, fields: &[&str], gold: &Mention, found: &Found, tally: &mut Tally) {
    for (field, got) in found.values.iter().filter(|(field, _)| fields.contains(field)) {
        let expected = gold.value.get(*field).filter(|it| !it.is_null());
        let expected = expected.map_or(String::new(), |it| it.as_str().map_or(it.to_string(), str::to_owned));
        let right = match *field {
            "canonical" => same_place(&expected, got),
            "edtf" => same_days(&expected, got),
            "value" | "high" => match (expected.parse::<f64>(), got.parse::<f64>()) {
                (Ok(a), Ok(b)) => (a - b).abs() <= 1e-9 * a.abs().max(1.0),
                (a, b) => a.is_err() && b.is_err(),
            },
            _ => expected == *got,
        };
        let what = || format!("{}: {} got {got}", gold.span.slice(page), gold.text(field));
        tally.judge(&format!("{kind} {field}"), right, what);
    }
}

/// The same path, or below the county the same last name in the same county.
fn same_place(a: &str, b: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split('/').collect(), b.split('/').collect());
    a == b || (a.len().min(b.len()) > 3 && a[..3] == b[..3] && a.last() == b.last())
}

/// The same first and last day; an uncertain date (~) has the days of a certain one.
fn same_days(a: &str, b: &str) -> bool {
    let days = |text: &str| Edtf::parse(&text.replace(['~', '?'], "")).map(|it| it.bounds());
    a == b || matches!((days(a), days(b)), (Some(a), Some(b)) if a == b)
}

fn programmes(gold: &[Article], analysis: &Analysis, tally: &mut Tally) {
    let names: Vec<&str> =
        analysis.documents.iter().flat_map(|it| it.mentions.programmes.iter().map(|it| it.name.as_str())).collect();
    for expected in gold.iter().flat_map(|it| &it.programmes) {
        let is_same =
            |name: &&str| name.contains(expected.as_str()) || name.chars().count() > 1 && expected.contains(*name);
        tally.judge("programmes recall", names.iter().any(is_same), || expected.clone());
    }
}
