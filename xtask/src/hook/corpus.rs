//! The bundled pages and the list that names them.

use std::path::{Path, PathBuf};

use crate::{Outcome, file};

/// Names a folder of pages to deliver instead of `public/corpus`; set by `cargo xtask serve --corpus DIR`.
pub const VARIABLE: &str = "BANMIAN_CORPUS";

/// Copies every `*.txt` of `folder` to `target`, with their list as `index.json`.
pub fn copy(folder: &Path, target: &Path) -> Outcome {
    for page in file::with_ending(folder, "txt")? {
        file::copy(&page, &target.join(page.file_name().unwrap_or_default()))?;
    }
    file::write(&target.join("index.json"), list(folder)?.as_bytes())
}

/// The names of the pages of `folder`, sorted, as a JSON array.
pub fn list(folder: &Path) -> Outcome<String> {
    to_json(&file::with_ending(folder, "txt")?)
}

fn to_json(pages: &[PathBuf]) -> Outcome<String> {
    let names: Vec<_> = pages.iter().filter_map(|page| page.file_name()?.to_str()).collect();
    serde_json::to_string(&names).map_err(|error| format!("cannot write the list of pages: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_names_without_their_folder() {
        let pages = [PathBuf::from("a/000.txt"), PathBuf::from("a/赤峰.txt")];
        assert_eq!(to_json(&pages).as_deref(), Ok(r#"["000.txt","赤峰.txt"]"#));
    }
}
