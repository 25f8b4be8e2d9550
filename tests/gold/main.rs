//! Precision and recall against the bundled corpus as a careful reader annotated it.
//!
//! `public/corpus/NNN.txt` is read as the product reads it; `tests/gold/NNN.json` says what a reader sees. Every measure
//! has a floor in `tests/gold_floor.tsv`: a run below it fails. `UPDATE_GOLD=1 cargo test --test gold` raises the floors
//! to what was measured; it never lowers one. `GOLD_ERRORS=1 … -- --nocapture` lists what was missed and invented.

mod annotation;
mod score;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use banmian::engine::analysis;
use banmian::engine::lexicon::Lexicon;
use banmian::engine::page::parse_page;
use score::Tally;

/// How far below its floor a measure may stay: less than any single case weighs.
const ROUNDING: f64 = 0.000_5;

#[test]
fn no_measure_falls_below_its_floor() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lexicon = Lexicon::native();
    let mut tally = Tally::default();
    let mut n_pages = 0;
    for name in ["000", "001", "002", "003", "004"] {
        let text = fs::read_to_string(root.join(format!("public/corpus/{name}.txt"))).unwrap();
        let gold = fs::read_to_string(root.join(format!("tests/gold/{name}.json"))).unwrap();
        let gold = annotation::resolve(&text, &gold);
        let analysis = analysis::analyse(parse_page(name, &text), &lexicon);
        score::add(&text, &gold, &analysis, &mut tally);
        n_pages += 1;
    }
    assert_eq!(n_pages, 5);
    let measures = tally.measures();
    assert!(measures.len() >= 16, "only {} measures", measures.len());
    let file = root.join("tests/gold_floor.tsv");
    let floors = read_floors(&file);
    print_table(&measures, &floors);
    if std::env::var_os("GOLD_ERRORS").is_some() {
        println!("{}", tally.errors.join("\n"));
    }
    if std::env::var_os("UPDATE_GOLD").is_some() {
        write_floors(&file, &measures, &floors);
        return;
    }
    for (name, floor) in &floors {
        let value = measures.get(name).unwrap_or_else(|| panic!("{name} has a floor, but is not measured"));
        assert!(value + ROUNDING >= *floor, "{name} fell to {value:.4}; its floor is {floor:.4}");
    }
    for name in measures.keys() {
        assert!(floors.contains_key(name), "{name} has no floor; run with UPDATE_GOLD=1");
    }
}

fn read_floors(file: &PathBuf) -> BTreeMap<String, f64> {
    let table = fs::read_to_string(file).unwrap_or_default();
    let rows = table.lines().filter(|it| !it.starts_with('#') && !it.is_empty());
    rows.map(|row| {
        let (name, floor) = row.split_once('\t').unwrap_or_else(|| panic!("{row}: no tab"));
        (name.to_owned(), floor.parse().unwrap_or_else(|_| panic!("{row}: no number")))
    })
    .collect()
}

fn write_floors(file: &PathBuf, measures: &BTreeMap<String, f64>, floors: &BTreeMap<String, f64>) {
    let mut table = String::from(
        "# What the engine reaches on the bundled corpus, and may not fall below: measure, floor (0 to 1).\n\
         # Raised by `UPDATE_GOLD=1 cargo test --test gold`; a floor is never lowered.\n",
    );
    for (name, value) in measures {
        let floor = floors.get(name).copied().unwrap_or(0.0).max(*value);
        writeln!(table, "{name}\t{floor:.4}").unwrap();
    }
    fs::write(file, table).unwrap();
}

fn print_table(measures: &BTreeMap<String, f64>, floors: &BTreeMap<String, f64>) {
    for (name, value) in measures {
        println!("{name:24} {value:.4}  floor {:.4}", floors.get(name).copied().unwrap_or(0.0));
    }
}
