//! The files of the repository, for the tests that read it.

use std::fs;
use std::path::{Path, PathBuf};

/// The repository's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files below `place` whose name ends so, in order, without what is installed or built; `place` itself where it is a
/// file. A place that there is not fails the test.
pub fn files(place: &Path, ending: &str) -> Vec<PathBuf> {
    if place.is_file() {
        return vec![place.to_owned()];
    }
    let entries = fs::read_dir(place).unwrap_or_else(|error| panic!("{}: {error}", place.display()));
    let mut res = vec![];
    for path in entries.map(|it| it.expect("an entry of a folder").path()) {
        if path.is_dir() && !path.ends_with("node_modules") && !path.ends_with("target") {
            res.extend(files(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            res.push(path);
        }
    }
    res.sort();
    res
}
