//! Every row of `data/rules.tsv` is a rule of the code. The other way round, a spec fails whose mention has a rule that the
//! table lacks, and `tests/locales.rs` sees to it that each rule has its words.

use std::fs;
use std::path::{Path, PathBuf};

use banmian::engine::extract::confidence;

#[test]
fn every_listed_rule_is_one_of_the_code() {
    let code: String = files(&root().join("src/engine/extract"), "rs").iter().map(|it| read(it)).collect();
    let dead: Vec<&str> =
        confidence::rules().map(|it| it.name).filter(|it| !code.contains(&format!("\"{it}\""))).collect();
    assert!(dead.is_empty(), "no extractor makes {dead:?}; take them out of data/rules.tsv and locales/rules.yml");
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut res = vec![];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            res.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            res.push(path);
        }
    }
    res.sort();
    res
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
