//! Every row of the hand-made tables and every rule of the engine is met by a case of `tests/specs`.
//!
//! A row is met where its word stands in the input of a case of its table's own area, not as a piece of a longer word of
//! the same table, which would win over it; a unit is met where a figure has it. A rule is met where the engine names it
//! when it reads the inputs. `uncovered.tsv` lists what is not met yet; what it lists without need fails the run.
//! `TABLE=units cargo test --test tables -- --nocapture` prints all rows of a table that are not met.

#[path = "specs/case.rs"]
#[allow(dead_code)] // The spec runner uses the rest of it.
mod case;
#[path = "support/files.rs"]
mod files;
#[path = "tables/rules.rs"]
mod rules;
#[path = "tables/words.rs"]
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use case::Case;
use files::{files, root};
use words::Met;

/// The areas of `tests/specs/extract` that an extractor answers for.
const EXTRACTORS: [&str; 8] = ["approx", "date", "figure", "numeral", "place", "programme", "subject", "unit"];

/// Fewest cases of an extractor.
const FEWEST_CASES: usize = 40;

/// Each hand-made table, the spec files that its rows are met in, and how.
const TABLES: [(&str, &[&str], Met); 21] = [
    ("approx", &["extract/approx", "extract/figure"], Met::Word),
    ("bylines", &["page/byline", "page/kind"], Met::Word),
    ("counted_nouns", &["extract/unit", "extract/figure"], Met::Word),
    ("counted_years", &["page/published"], Met::Word),
    ("currencies", &["extract/figure"], Met::Word),
    ("datable_events", &["page/published"], Met::Word),
    ("date_words", &["extract/date"], Met::Word),
    ("kinds", &["page/kind"], Met::Word),
    ("labels", &["page/label", "page/kind"], Met::Line),
    ("name_characters", &["page/byline"], Met::Word),
    ("noninitial", &["text/sentence", "page/flow"], Met::LineBegin),
    ("not_figures", &["extract/numeral", "extract/figure", "extract/unit"], Met::Word),
    ("numerals", &["extract/numeral"], Met::Word),
    ("part_words", &["figures/parts"], Met::Word),
    ("place_words", &["extract/place"], Met::Word),
    ("programme_heads", &["extract/programme"], Met::Word),
    ("programme_words", &["extract/programme"], Met::Word),
    ("query_words", &["query/parser"], Met::Word),
    ("stop_words", &["token/content"], Met::Word),
    ("subject_words", &["extract/subject"], Met::Word),
    ("user_words", &["token/tokenizer"], Met::Word),
];

/// Tables without rows that a person wrote, and why.
const MADE: [(&str, &str); 7] = [
    ("archive_places", "benchmarks only"),
    ("gazetteer", "written by `cargo xtask gazetteer` from the packages that its head names"),
    ("hmm", "counts of jieba's model; tests/dictionary.rs compares them"),
    ("tile_map", "places of tiles; tests/tile_map.rs checks every row"),
    ("lunar_years", "computed; each month was compared with another calendar"),
    ("traditional", "taken from the crate that its head names; src/engine/text/variant.rs folds every row"),
    ("pinyin", "written by `cargo xtask pinyin` from the crate that its head names"),
];

#[test]
fn every_table_is_listed() {
    let listed: BTreeSet<&str> =
        TABLES.iter().map(|it| it.0).chain(MADE.iter().map(|it| it.0)).chain(["rules", "units"]).collect();
    let found: BTreeSet<String> = files(&root().join("data"), "tsv").iter().map(|it| stem(it)).collect();
    assert_eq!(listed, found.iter().map(String::as_str).collect::<BTreeSet<_>>());
}

#[test]
fn every_row_is_met_by_a_case() {
    let mut unmet: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (table, specs, met) in TABLES {
        let inputs: Vec<String> = specs.iter().flat_map(|it| cases(it)).map(|it| input(&it)).collect();
        unmet.insert(table, words::unmet(&rows(table), &inputs, met));
    }
    unmet.insert("units", words::without(&rows("units"), rules::units(&["unit", "figure", "numeral"])));
    let mut problems = vec![];
    for (table, rows) in &unmet {
        if std::env::var("TABLE").is_ok_and(|it| it == *table) {
            println!("{}", rows.join("\n"));
        }
        let whole = format!("data/{table}.tsv");
        match (rows.is_empty(), uncovered("rows").contains(&whole)) {
            (false, false) => problems.push(format!("{whole}: {} rows are met by no case: {}", rows.len(), list(rows))),
            (true, true) => problems.push(format!("{whole}: every row is met; take it off tests/uncovered.tsv")),
            _ => {}
        }
        println!("{:5} rows of {whole} unmet", rows.len());
    }
    report(problems);
}

#[test]
fn every_rule_is_met_by_a_case() {
    let met: BTreeSet<String> = rules::of_mentions(&EXTRACTORS).into_iter().chain(rules::of_pages()).collect();
    let named = rules::named_in_sources();
    let exempt = uncovered("rule");
    assert!(named.len() > 50, "only {} rules were found in the sources", named.len());
    let mut problems = vec![];
    for rule in named.iter().filter(|it| !met.contains(*it) && !exempt.contains(*it)) {
        problems.push(format!("rule {rule}: no case makes the engine use it"));
    }
    for rule in met.iter().filter(|it| !named.contains(*it)) {
        problems.push(format!("rule {rule}: used, but its name stands nowhere in the sources"));
    }
    let of_mentions = rules::of_mentions(&EXTRACTORS);
    let listed: BTreeSet<String> = rows("rules").into_iter().collect();
    for rule in of_mentions.difference(&listed) {
        problems.push(format!("rule {rule}: add it to data/rules.tsv"));
    }
    for rule in listed.difference(&of_mentions).filter(|it| !exempt.contains(*it)) {
        problems.push(format!("rule {rule}: no mention has it; take it off data/rules.tsv"));
    }
    for rule in exempt.iter().filter(|it| met.contains(*it) || !named.contains(*it)) {
        problems.push(format!("rule {rule}: take it off tests/uncovered.tsv"));
    }
    report(problems);
}

#[test]
fn every_extractor_has_enough_cases() {
    let mut problems = vec![];
    for area in EXTRACTORS {
        let name = format!("extract/{area}");
        let n_cases = cases(&name).len();
        match (n_cases >= FEWEST_CASES, uncovered("cases").contains(&name)) {
            (false, false) => problems.push(format!("{name}: {n_cases} cases, at least {FEWEST_CASES}")),
            (true, true) => problems.push(format!("{name}: has enough cases; take it off tests/uncovered.tsv")),
            _ => {}
        }
    }
    report(problems);
}

/// The cases of `tests/specs/<name>.spec`; none where there is no such file yet.
fn cases(name: &str) -> Vec<Case> {
    let file = root().join(format!("tests/specs/{name}.spec"));
    if file.exists() { case::read(&file) } else { vec![] }
}

/// What the engine reads of a case.
fn input(case: &Case) -> String {
    if case.file.parent().is_some_and(|it| it.ends_with("extract")) { case.marked().0 } else { case.halves().0 }
}

/// The first columns of a table's rows.
fn rows(table: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(format!("data/{table}.tsv"))).unwrap();
    let rows = text.lines().filter(|it| !it.trim().is_empty() && !it.starts_with('#'));
    let word = |row: &str| {
        let mut columns = row.split('\t').map(str::trim);
        let first = columns.next().unwrap_or("").to_owned();
        // Here the first column says what the characters of the second are.
        if table == "name_characters" { columns.next().unwrap_or("").to_owned() } else { first }
    };
    rows.map(word).collect()
}

/// What `uncovered.tsv` lists under `kind`.
fn uncovered(kind: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("tests/uncovered.tsv")).unwrap();
    let rows = text.lines().filter(|it| !it.trim().is_empty() && !it.starts_with('#'));
    rows.filter_map(|it| it.split_once('\t')).filter(|it| it.0 == kind).map(|it| it.1.to_owned()).collect()
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap().to_string_lossy().into_owned()
}

fn list(rows: &[String]) -> String {
    let more = if rows.len() > 30 { " …" } else { "" };
    rows.iter().take(30).map(String::as_str).collect::<Vec<_>>().join(" ") + more
}

fn report(problems: Vec<String>) {
    assert!(
        problems.is_empty(),
        "{} problems; tests/specs/README.md explains\n{}",
        problems.len(),
        problems.join("\n")
    );
}
