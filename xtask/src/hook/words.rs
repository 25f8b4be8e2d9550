//! The translations as the browser fetches them: a file for each language, a line for each key.

use std::collections::BTreeMap;
use std::path::Path;

use crate::{Outcome, file};

/// The languages of `locales/`, in the order in which each key has them.
const LOCALES: [&str; 2] = ["zh-CN", "en"];

/// Writes `<locale>.txt` of every language into `target`.
pub fn write(root: &Path, target: &Path) -> Outcome {
    let mut rows: BTreeMap<String, [String; 2]> = BTreeMap::new();
    for path in file::with_ending(&root.join("locales"), "yml")? {
        let area = parse(&file::read_text(&path)?).map_err(|line| format!("{}: {line:?}", path.display()))?;
        rows.extend(area);
    }
    for (at, locale) in LOCALES.iter().enumerate() {
        let lines: String = rows.iter().flat_map(|(key, values)| [key.as_str(), "\t", &values[at], "\n"]).collect();
        file::write(&target.join(format!("{locale}.txt")), lines.as_bytes())?;
    }
    Ok(())
}

/// Reads the one form that the project's translations have (`tests/locales.rs` sees to it): a key a line, its languages
/// below. The error is the line that is otherwise.
fn parse(text: &str) -> Result<Vec<(String, [String; 2])>, String> {
    let mut lines = text.lines().filter(|it| !it.is_empty() && !it.starts_with('#')).skip(1);
    let mut res = vec![];
    while let Some(line) = lines.next() {
        let key = line.strip_suffix(':').ok_or(line)?;
        let mut value = |locale: &str| -> Result<String, String> {
            let line = lines.next().unwrap_or_default();
            let text = line.strip_prefix(&format!("  {locale}: ")).ok_or(line)?;
            Some(scalar(text)).filter(|it| !it.contains(['\n', '\t'])).ok_or(line.to_owned())
        };
        res.push((key.to_owned(), [value(LOCALES[0])?, value(LOCALES[1])?]));
    }
    Ok(res)
}

/// The text of a one-line YAML scalar, plain or in double quotes.
fn scalar(text: &str) -> String {
    match text.trim().strip_prefix('"').and_then(|it| it.strip_suffix('"')) {
        Some(quoted) => quoted.replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\"),
        None => text.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_both_languages() {
        let text = "_version: 2\n# Comment.\nui.a:\n  zh-CN: 甲\n  en: \"A: \\\"a\\\"\"\nui.b:\n  zh-CN: 乙\n  en: B\n";
        let rows = parse(text).unwrap();
        assert_eq!(rows[0], ("ui.a".to_owned(), ["甲".to_owned(), "A: \"a\"".to_owned()]));
        assert_eq!((rows.len(), rows[1].0.as_str()), (2, "ui.b"));
    }

    #[test]
    fn what_is_otherwise_is_named() {
        assert_eq!(parse("_version: 2\nui.a:\n  zh-CN: 甲\n").unwrap_err(), "");
        assert_eq!(parse("_version: 2\nui.a: x\n").unwrap_err(), "ui.a: x");
        assert!(parse("_version: 2\nui.a:\n  zh-CN: 甲\n  en: \"a\\nb\"\n").is_err());
    }

    #[test]
    fn the_projects_own_are_whole() {
        for path in file::with_ending(&file::root().join("locales"), "yml").unwrap() {
            assert!(parse(&file::read_text(&path).unwrap()).is_ok(), "{}", path.display());
        }
    }
}
