//! Runs every case of `tests/specs/**/*.spec`; README.md beside it tells the format.
//!
//! A folder has one check; a case that fails is shown with what was found. `expected_failures.txt` lists the names of
//! cases that are known to fail, and a listed case that passes fails the run until it is unlisted.

mod case;
mod check;
#[path = "../support/paper.rs"]
mod paper;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use case::Case;

type Check = fn(&Case) -> Result<(), String>;

/// The check of each folder below `tests/specs`.
const CHECKS: [(&str, Check); 9] = [
    ("chart", check::chart::check),
    ("extract", check::mentions::check),
    ("figures", check::figures::check),
    ("index", check::index::check),
    ("page", check::page::check),
    ("query", check::query::check),
    ("text", check::text::check),
    ("token", check::token::check),
    ("view_model", check::view_model::check),
];

#[test]
fn every_case_passes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs");
    let expected_failures: BTreeSet<String> = fs::read_to_string(root.join("expected_failures.txt"))
        .unwrap()
        .lines()
        .map(|it| it.trim().to_owned())
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
        .collect();
    let only = std::env::var("SPEC").unwrap_or_default();
    let mut names = BTreeMap::new();
    let mut problems = vec![];
    let mut n_cases = 0;
    for (folder, check) in CHECKS {
        for file in spec_files(&root.join(folder)) {
            for case in case::read(&file) {
                if let Some(other) = names.insert(case.name.clone(), file.clone()) {
                    problems.push(format!("{}: the name stands in {} too", case.name, other.display()));
                }
                if !case.name.contains(&only) && !file.ends_with(&only) {
                    continue;
                }
                n_cases += 1;
                match (check(&case), expected_failures.contains(&case.name)) {
                    (Err(why), false) => problems.push(format!("{} ({})\n{why}", case.name, case.location())),
                    (Ok(()), true) => problems.push(format!("{}: passes; unlist it", case.name)),
                    _ => {}
                }
            }
        }
    }
    for name in &expected_failures {
        if !names.contains_key(name) {
            problems.push(format!("{name}: listed in expected_failures.txt, but there is no such case"));
        }
    }
    println!("{n_cases} cases");
    assert!(problems.is_empty(), "{} problems in {n_cases} cases\n\n{}", problems.len(), problems.join("\n\n"));
}

/// What must not be found weighs as much as what must: a third of the cases of each extractor mark nothing, and a third
/// of those of the page's reading are named `…-not-…` or `…-none`.
#[test]
fn a_third_of_the_cases_is_negative() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs");
    let mut problems = vec![];
    for folder in ["extract", "page"] {
        for file in spec_files(&root.join(folder)) {
            let cases = case::read(&file);
            let is_negative = |it: &&Case| match folder {
                "extract" => it.marked().1.is_empty(),
                _ => it.name.contains("-not-") || it.name.ends_with("-none"),
            };
            let n_negative = cases.iter().filter(is_negative).count();
            println!("{n_negative:4} of {:4} {}", cases.len(), file.display());
            if n_negative * 3 < cases.len() {
                problems.push(format!("{}: only {n_negative} of {} cases are negative", file.display(), cases.len()));
            }
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn spec_files(folder: &Path) -> Vec<PathBuf> {
    let mut res: Vec<PathBuf> =
        fs::read_dir(folder).map(|it| it.filter_map(|it| Some(it.ok()?.path())).collect()).unwrap_or_default();
    res.retain(|it| it.extension().is_some_and(|it| it == "spec"));
    res.sort();
    res
}
