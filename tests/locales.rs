//! Both languages are complete: every key has both, with the same placeholders, and every key that the code names exists.
//!
//! The translations keep one simple form (a key a line, its two languages below it), which this test enforces and so can
//! read without a YAML library; what it read is compared with what the application says.

#[path = "support/files.rs"]
mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use banmian::view_model::{Locale, labels, words};
use files::{files, root};

/// What a key says in each language, in the order of `Locale::ALL`.
type Translations = BTreeMap<String, [String; 2]>;

#[test]
fn every_key_has_both_languages_and_says_something() {
    for (key, values) in translations() {
        for (locale, value) in Locale::ALL.into_iter().zip(&values) {
            assert!(!value.trim().is_empty(), "{key} says nothing in {}", locale.as_str());
            assert_eq!(words::text(locale, &key), *value, "{key} in {}", locale.as_str());
        }
    }
}

#[test]
fn both_languages_have_the_same_placeholders() {
    for (key, [chinese, english]) in translations() {
        assert_eq!(placeholders(&chinese), placeholders(&english), "{key}");
    }
}

#[test]
fn every_enum_has_its_names() {
    let translations = translations();
    let missing: Vec<String> = labels::keys().into_iter().filter(|it| !translations.contains_key(it)).collect();
    assert!(missing.is_empty(), "add to locales/labels.yml: {missing:?}");
}

#[test]
fn every_key_in_the_code_exists() {
    let translations = translations();
    let areas: BTreeSet<&str> = translations.keys().filter_map(|it| it.split('.').next()).collect();
    let mut missing = vec![];
    for (file, text) in sources() {
        for literal in literals(&text) {
            let is_key = is_key(literal) && literal.split('.').next().is_some_and(|it| areas.contains(it));
            let is_asked = [" ", "{", "(", "&"].iter().any(|it| text.contains(&format!("{it}t!(\"{literal}\"")));
            let is_row = ["one", "other"].iter().all(|it| translations.contains_key(&format!("{literal}.{it}")));
            if (is_key || is_asked) && !is_row && !translations.contains_key(literal) {
                missing.push(format!("{}: {literal}", file.display()));
            }
        }
    }
    assert!(missing.is_empty(), "no translation for\n{}", missing.join("\n"));
}

#[test]
fn no_key_is_dead() {
    let code: String = sources().into_iter().map(|(_, text)| text).collect();
    let of_enums: BTreeSet<String> = labels::keys().into_iter().collect();
    let dead: Vec<String> = translations()
        .into_keys()
        .filter(|it| !of_enums.contains(it) && !code.contains(&format!("\"{it}\"")) && !is_of_row(it, &code))
        .collect();
    assert!(dead.is_empty(), "no code says {dead:?}");
}

/// A key of a row: numbered ones, where the code says `format!("format.month.{n}")`, and `.one` and `.other` of a
/// counted row, which the code names without its ending.
fn is_of_row(key: &str, code: &str) -> bool {
    key.rsplit_once('.').is_some_and(|(row, last)| match last {
        "one" | "other" => code.contains(&format!("\"{row}\"")),
        _ => last.bytes().all(|it| it.is_ascii_digit()) && code.contains(&format!("\"{row}.{{")),
    })
}

fn translations() -> Translations {
    let mut res = Translations::new();
    for file in files(&root().join("locales"), "yml") {
        let text = fs::read_to_string(&file).unwrap();
        let mut lines = text.lines().filter(|it| !it.is_empty() && !it.starts_with('#'));
        assert_eq!(lines.next(), Some("_version: 2"), "{}", file.display());
        while let Some(line) = lines.next() {
            let at = || format!("{}: {line}", file.display());
            let key = line.strip_suffix(':').filter(|it| is_key(it)).unwrap_or_else(|| panic!("no key: {}", at()));
            let values = Locale::ALL.map(|locale| {
                let prefix = format!("  {}: ", locale.as_str());
                let value = lines.next().and_then(|it| it.strip_prefix(&prefix));
                scalar(value.unwrap_or_else(|| panic!("no{prefix}under {}", at())))
            });
            assert!(res.insert(key.to_owned(), values).is_none(), "twice: {}", at());
        }
    }
    res
}

/// The text of a one-line YAML scalar, plain or in double quotes.
fn scalar(text: &str) -> String {
    match text.trim().strip_prefix('"').and_then(|it| it.strip_suffix('"')) {
        Some(quoted) => quoted.replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\"),
        None => text.trim().to_owned(),
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split("%{").skip(1).map(|it| it.split('}').next().unwrap_or(it)).collect()
}

/// `area.name`, `area.name.part`: small letters, digits, hyphens and underscores between dots.
fn is_key(text: &str) -> bool {
    let is_plain = |it: &str| {
        !it.is_empty() && it.chars().all(|ch| ch.is_ascii_lowercase() || ch.is_ascii_digit() || "-_".contains(ch))
    };
    text.contains('.') && text.split('.').all(is_plain)
}

/// The string literals of a source, one line each; good enough for keys, which hold no quotation mark.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|it| !it.trim_start().starts_with("//")).flat_map(|it| it.split('"').skip(1).step_by(2))
}

fn sources() -> Vec<(PathBuf, String)> {
    files(&root().join("src"), "rs").into_iter().map(|it| (it.clone(), fs::read_to_string(it).unwrap())).collect()
}
