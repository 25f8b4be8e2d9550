//! One stylesheet from many: a component's file is delivered as soon as it exists, and the page asks once.

use std::path::{Path, PathBuf};

use super::compact;
use crate::{Outcome, file};

/// What must come first, and in this order.
const FIRST: [&str; 3] = ["variables.css", "base.css", "layout.css"];
/// What overrides all else, so comes last.
const LAST: &str = "print.css";

/// Joins the files of `style` into `target`: variables, base, layout, the components by name, print.
pub fn join(style: &Path, target: &Path) -> Outcome {
    let relatives = if style.exists() { file::walk(style)? } else { vec![] };
    let mut joined = String::new();
    for relative in in_order(relatives) {
        joined.push_str(&file::read_text(&style.join(relative))?);
        joined.push('\n');
    }
    file::write(target, compact::stylesheet(&joined).as_bytes())
}

fn in_order(mut relatives: Vec<PathBuf>) -> Vec<PathBuf> {
    relatives.retain(|relative| relative.extension().is_some_and(|extension| extension == "css"));
    relatives.sort_by_key(|relative| (rank(relative), relative.clone()));
    relatives
}

fn rank(relative: &Path) -> usize {
    let name = relative.to_string_lossy();
    match FIRST.iter().position(|first| *first == name) {
        Some(position) => position,
        None if name == LAST => FIRST.len() + 1,
        None => FIRST.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_come_first_and_print_last() {
        let files =
            ["print.css", "components/b.css", "layout.css", "components/a.css", "base.css", "variables.css", "x.md"];
        let ordered = in_order(files.iter().map(PathBuf::from).collect());
        let names: Vec<_> = ordered.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        let expected = ["variables.css", "base.css", "layout.css", "components/a.css", "components/b.css", "print.css"];
        assert_eq!(names, expected);
    }
}
