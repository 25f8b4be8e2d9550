//! What is delivered, raw and compressed, against the budgets.

use std::path::Path;

use crate::hook::asset;
use crate::{Outcome, file};

/// One file as delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Delivered {
    name: String,
    raw: u64,
    compressed: u64,
}

/// A sum that must stay below its limit.
struct Budget {
    name: &'static str,
    limit: u64,
    /// Which files count, by name.
    counts: fn(&str) -> bool,
    /// What of them counts.
    size: fn(&Delivered) -> u64,
}

const BUDGETS: [Budget; 7] = [
    Budget { name: "app (wasm, js, css, html), gzip -9", limit: 350_000, counts: is_app, size: |file| file.compressed },
    Budget { name: "worker wasm, gzip -9", limit: 450_000, counts: is_worker, size: |file| file.compressed },
    Budget { name: "map wasm, gzip -9", limit: 400_000, counts: is_map, size: |file| file.compressed },
    Budget { name: "export wasm, gzip -9", limit: 450_000, counts: is_export, size: |file| file.compressed },
    Budget { name: "tables, as stored", limit: 70_000, counts: is_tables, size: |file| file.raw },
    Budget { name: "words of both languages, gzip -9", limit: 25_000, counts: is_words, size: |file| file.compressed },
    Budget { name: "dictionary, as stored", limit: 1_500_000, counts: is_dictionary, size: |file| file.raw },
];

/// Prints every file of `dist`, and the sums; fails where a budget is exceeded.
pub fn run() -> Outcome {
    let files = measure(&file::root().join("dist"))?;
    println!("{:>12} {:>12}  file", "raw", "gzip -9");
    for file in &files {
        println!("{:>12} {:>12}  {}", grouped(file.raw), grouped(file.compressed), file.name);
    }
    let mut exceeded = vec![];
    for budget in &BUDGETS {
        let sum = sum(budget, &files);
        let verdict = if sum <= budget.limit { "within" } else { "EXCEEDS" };
        println!("{}: {} bytes, {verdict} {}", budget.name, grouped(sum), grouped(budget.limit));
        if sum > budget.limit {
            exceeded.push(budget.name);
        }
    }
    if exceeded.is_empty() { Ok(()) } else { Err(format!("too large: {}", exceeded.join("; "))) }
}

fn measure(dist: &Path) -> Outcome<Vec<Delivered>> {
    let names = file::walk(dist).map_err(|error| format!("{error}; build first: trunk build --release"))?;
    names.iter().filter(|name| !name.starts_with(".stage")).map(|name| delivered(dist, name)).collect()
}

fn delivered(dist: &Path, name: &Path) -> Outcome<Delivered> {
    let bytes = file::read(&dist.join(name))?;
    let compressed = asset::gzip(&bytes)?.len() as u64;
    Ok(Delivered { name: name.to_string_lossy().replace('\\', "/"), raw: bytes.len() as u64, compressed })
}

fn sum(budget: &Budget, files: &[Delivered]) -> u64 {
    files.iter().filter(|file| (budget.counts)(&file.name)).map(budget.size).sum()
}

/// What the page itself needs before it asks the worker anything.
fn is_app(name: &str) -> bool {
    let ending = [".wasm", ".js", ".css", ".html"].iter().any(|ending| name.ends_with(ending));
    ending && !is_worker(name) && !is_apart(name)
}

fn is_worker(name: &str) -> bool {
    name == "worker_bg.wasm"
}

fn is_map(name: &str) -> bool {
    name == "map_bg.wasm"
}

fn is_export(name: &str) -> bool {
    name == "export_bg.wasm"
}

/// Programs of their own, with the scripts that go with them: nobody fetches one without need.
fn is_apart(name: &str) -> bool {
    is_map(name) || is_export(name) || ["map.js", "export.js", "side_worker.js"].contains(&name)
}

fn is_words(name: &str) -> bool {
    name.starts_with("words/")
}

fn is_tables(name: &str) -> bool {
    name.starts_with("tables.")
}

fn is_dictionary(name: &str) -> bool {
    name.starts_with("assets/dictionary.")
}

/// `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_counts_towards_exactly_one_budget() {
        for name in [
            "app-1_bg.wasm",
            "app-1.js",
            "worker_bg.wasm",
            "map_bg.wasm",
            "export_bg.wasm",
            "worker.js",
            "boot.js",
            "style.css",
            "index.html",
        ] {
            let n_budgets = BUDGETS.iter().filter(|budget| (budget.counts)(name)).count();
            assert_eq!(n_budgets, 1, "{name}");
        }
        for name in ["corpus/000.txt", "map.js", "side_worker.js", "maps/index.json"] {
            assert!(BUDGETS.iter().all(|budget| !(budget.counts)(name)), "{name}");
        }
    }

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
