//! What Trunk calls after it has built the programs: everything else that is delivered is put beside them.
//!
//! Writes only to Trunk's staging folder and, as a cache, to `target/assets`, so that `trunk serve` never sees a change
//! of its own making.

pub mod asset;
mod compact;
pub mod corpus;
mod dictionary;
mod maps;
mod public;
mod stylesheet;
mod tables;
mod wasm;
mod words;

use std::path::{Path, PathBuf};

use crate::{Outcome, file};

/// Fills Trunk's staging folder, which the variable `TRUNK_STAGING_DIR` names.
pub fn run() -> Outcome {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or(
        "TRUNK_STAGING_DIR is not set; this command is called by Trunk: run `trunk build` or `cargo xtask serve`",
    )?;
    let chosen_corpus = std::env::var_os(corpus::VARIABLE).map(PathBuf::from);
    fill(&file::root(), &staging, chosen_corpus.as_deref())
}

/// Puts everything that is not a program into `staging`.
fn fill(root: &Path, staging: &Path, chosen_corpus: Option<&Path>) -> Outcome {
    public::copy(&root.join("public"), staging)?;
    if std::env::var_os("TRUNK_PROFILE").is_some_and(|it| it == "release") {
        wasm::shrink(staging)?;
    }
    compact::scripts(staging)?;
    stylesheet::join(&root.join("style"), &staging.join("style.css"))?;
    corpus::copy(chosen_corpus.unwrap_or(&root.join("public/corpus")), &staging.join("corpus"))?;
    maps::copy(&root.join("public/maps"), &staging.join("maps"))?;
    dictionary::write(root, &staging.join("assets/dictionary.bin.gz"))?;
    words::write(root, &staging.join("words"))?;
    tables::write(root, &staging.join("tables.txt.gz"))?;
    for table in ["gazetteer.tsv", "pinyin.tsv"] {
        let (source, name) = (root.join("data").join(table), format!("{table}.gz"));
        if source.exists() {
            asset::write_gzipped(root, &name, &source, &staging.join("assets").join(&name))?;
        }
    }
    Ok(())
}
