//! The tables of `data/` in one asset: each after a line that names it. Natively they are embedded one by one.
//!
//! Written by a build hook and read by the worker before anything else, so that the worker's program, which must be
//! there first, is smaller by what they are. Compiled into the hook's program as it stands.

/// What stands before the name of a table; no row begins so.
const NAME: char = '#';

/// The asset of tables, each a name and the table's text, comments and all.
pub fn join<'a>(tables: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut res = String::new();
    for (name, table) in tables {
        res.push(NAME);
        res.push_str(name);
        res.push('\n');
        for row in table.lines().filter(|it| !it.starts_with(NAME) && !it.trim().is_empty()) {
            res.push_str(row);
            res.push('\n');
        }
    }
    res
}

/// The rows of the table called `name`; `None` where `asset` has none.
pub fn table<'a>(asset: &'a str, name: &str) -> Option<&'a str> {
    let mut tables = asset.split(NAME).filter_map(|it| it.split_once('\n'));
    tables.find(|it| it.0 == name).map(|it| it.1)
}

/// The asset, once it has come. Tables are read when they are first needed, so it has to come before anything is read.
#[cfg(target_arch = "wasm32")]
static GIVEN: std::sync::OnceLock<String> = std::sync::OnceLock::new();

/// Takes the asset that was fetched; `false` where it is none. Another that comes later changes nothing.
#[cfg(target_arch = "wasm32")]
pub fn give(asset: String) -> bool {
    let is_asset = asset.starts_with(NAME);
    if is_asset {
        let _ = GIVEN.set(asset);
    }
    is_asset
}

/// True once the tables are there.
#[cfg(target_arch = "wasm32")]
pub fn is_given() -> bool {
    GIVEN.get().is_some()
}

/// The rows of the table called `name`.
#[cfg(target_arch = "wasm32")]
pub fn given(name: &str) -> &'static str {
    GIVEN.get().and_then(|it| table(it, name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_found_without_its_comments() {
        let asset = join([("a", "# one\nx\ty\n\n"), ("ab", "# two\n"), ("b", "z")]);
        assert_eq!(asset, "#a\nx\ty\n#ab\n#b\nz\n");
        assert_eq!(["a", "ab", "b"].map(|it| table(&asset, it)), [Some("x\ty\n"), Some(""), Some("z\n")]);
    }

    #[test]
    fn what_is_no_asset_has_no_tables() {
        assert_eq!(table("", "a"), None);
        assert_eq!(table("<!doctype html>", ""), None);
        assert_eq!(table("#a\nx\n", "x"), None);
    }
}
