//! Pages printed from articles that are known, with the disturbances of print and export, and how well they are read.
//!
//! The bundled articles are printed column by column with one disturbance a page; every measure of every disturbance has a
//! floor in `tests/layout_floor.tsv`. `UPDATE_LAYOUT=1 cargo test --test layout` raises the floors; they never fall.
//! `LAYOUT_TEXT=file` prints the articles of a file instead (`stock.rs` tells its form) and only shows the table;
//! `LAYOUT_ONLY=name` keeps the disturbances whose name contains it, `LAYOUT_ERRORS=1` lists what was misread there,
//! `LAYOUT_SHOW=n` prints page n of them, `LAYOUT_PAGES=n` prints so many pages.

#[path = "../gold/annotation.rs"]
#[allow(dead_code)]
mod annotation;
mod deck;
mod disturbance;
mod judge;
mod sheet;
mod stock;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use banmian::engine::page::parse_page;
use judge::{MEASURES, Tally};
use stock::Stock;

/// Pages that are printed with each disturbance.
const N_PAGES: u64 = 12;
/// How far below its floor a measure may stay: less than any single case weighs.
const ROUNDING: f64 = 0.000_6;

#[test]
fn no_disturbance_falls_below_its_floor() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = std::env::var("LAYOUT_TEXT").ok().map(|it| fs::read_to_string(it).unwrap());
    let stock = file.as_deref().map_or_else(|| Stock::corpus(root), Stock::of_file);
    let only = std::env::var("LAYOUT_ONLY").unwrap_or_default();
    let mut measured: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    println!("{:28} {}", "", MEASURES.join(" "));
    for disturbance in disturbance::ALL.into_iter().filter(|it| it.0.contains(&only)) {
        let mut tally = Tally::default();
        let n_pages = std::env::var("LAYOUT_PAGES").ok().and_then(|it| it.parse().ok()).unwrap_or(N_PAGES);
        for seed in 0..n_pages {
            let sheet = disturbance::page(&stock, disturbance, seed);
            let page = parse_page("p", &sheet.text);
            let n_before = tally.errors.len();
            judge::add(&sheet, &page, &mut tally);
            show(disturbance.0, seed, &sheet.text, &tally.errors[n_before..]);
        }
        let values = tally.measures();
        let row: Vec<String> =
            values.iter().zip(MEASURES).map(|(it, name)| format!("{it:>w$.3}", w = name.len())).collect();
        println!("{:28} {}", disturbance.0, row.join(" "));
        measured.insert(disturbance.0, values);
    }
    if file.is_none() && only.is_empty() && std::env::var_os("LAYOUT_PAGES").is_none() {
        check(&root.join("tests/layout_floor.tsv"), &measured);
    }
}

fn show(name: &str, seed: u64, text: &str, errors: &[String]) {
    if std::env::var("LAYOUT_SHOW").is_ok_and(|it| it == seed.to_string()) {
        println!("==== {name} {seed}\n{text}");
    }
    if std::env::var_os("LAYOUT_ERRORS").is_some() {
        errors.iter().for_each(|it| println!("{name} {seed} {it}"));
    }
}

fn check(file: &Path, measured: &BTreeMap<&str, Vec<f64>>) {
    let table = fs::read_to_string(file).unwrap_or_default();
    let rows = table.lines().filter(|it| !it.starts_with('#') && !it.is_empty());
    let floors: BTreeMap<&str, Vec<f64>> = rows
        .map(|row| {
            let mut columns = row.split('\t');
            let name = columns.next().unwrap_or_default();
            (name, columns.map(|it| it.parse().unwrap_or_else(|_| panic!("{row}: no number"))).collect())
        })
        .collect();
    if std::env::var_os("UPDATE_LAYOUT").is_some() {
        return raise(file, measured, &floors);
    }
    for (name, values) in measured {
        let floors = floors.get(name).unwrap_or_else(|| panic!("{name} has no floor; run with UPDATE_LAYOUT=1"));
        for ((value, floor), measure) in values.iter().zip(floors).zip(MEASURES) {
            assert!(value + ROUNDING >= *floor, "{name}: {measure} fell to {value:.4}; its floor is {floor:.4}");
        }
    }
    assert!(floors.keys().all(|it| measured.contains_key(it)), "a disturbance has a floor, but is not printed");
}

fn raise(file: &Path, measured: &BTreeMap<&str, Vec<f64>>, floors: &BTreeMap<&str, Vec<f64>>) {
    let mut table = format!(
        "# How well printed pages of the bundled articles are read, by disturbance (0 to 1).\n\
         # Raised by `UPDATE_LAYOUT=1 cargo test --test layout`; a floor is never lowered.\n# disturbance\t{}\n",
        MEASURES.join("\t")
    );
    for (name, values) in measured {
        let floor = |idx: usize| floors.get(name).and_then(|it| it.get(idx)).copied().unwrap_or(0.0);
        let row: Vec<String> =
            values.iter().enumerate().map(|(idx, it)| format!("{:.3}", it.max(floor(idx)))).collect();
        writeln!(table, "{name}\t{}", row.join("\t")).unwrap();
    }
    fs::write(file, table).unwrap();
}
