//! The tables that the worker reads pages with, in one asset.

use std::path::Path;

use super::asset;
use crate::{Outcome, file};

/// The engine's own format, taken as it is.
#[path = "../../../src/engine/text/asset.rs"]
#[cfg_attr(not(test), expect(dead_code, reason = "the build only writes"))]
mod format;

/// Tables with an asset of their own, and those that the programs carry themselves.
const OTHERS: [&str; 5] = ["archive_places", "gazetteer", "hmm", "pinyin", "traditional"];

/// Writes every other table of `data/`, gzipped, to `target`.
pub fn write(root: &Path, target: &Path) -> Outcome {
    let tables = tables(root)?;
    let joined = format::join(tables.iter().map(|(name, table)| (name.as_str(), table.as_str())));
    asset::write_cached(root, "tables.txt.gz", &[joined.as_bytes()], target, || asset::gzip(joined.as_bytes()))
}

fn tables(root: &Path) -> Outcome<Vec<(String, String)>> {
    let paths = file::with_ending(&root.join("data"), "tsv")?;
    let named = paths.iter().filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path)));
    named.filter(|it| !OTHERS.contains(&it.0.as_str())).map(|(name, path)| Ok((name, file::read_text(path)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_that_the_engine_asks_for_is_there() {
        let tables = tables(&file::root()).unwrap();
        let joined = format::join(tables.iter().map(|(name, table)| (name.as_str(), table.as_str())));
        let source = file::root().join("src");
        let mut asked_for = 0;
        for path in file::walk(&source).unwrap() {
            let text = file::read_text(&source.join(path)).unwrap();
            for said in text.split("data_table!(").skip(1) {
                let name = said.split(')').next().unwrap_or_default();
                assert!(format::table(&joined, name).is_some_and(|it| !it.is_empty()), "no table {name:?}");
                asked_for += 1;
            }
        }
        assert!(asked_for > 20);
    }
}
