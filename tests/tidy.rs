//! The written invariants, held: each check names the line of ARCHITECTURE.md that it keeps.

#[path = "support/files.rs"]
mod files;

use std::fs;
use std::path::Path;

use files::{files, root};

/// Longest source file, in lines.
const MAX_LINES: usize = 400;

/// Files that may be longer, with their own limit: every message stands in the one protocol file.
const LONGER: [(&str, usize); 1] = [("src/protocol.rs", 600)];

/// What makes the standard sort anew for a type and an order.
const SORTS: [&str; 3] = ["sort_by(", "sort_by_key(", "sort_unstable_by_key("];

/// Folder or file below `src`, words that no line of it may contain, and the invariant that says so.
const FORBIDDEN: [(&str, &[&str], &str); 16] = [
    (
        "src/engine",
        &["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo", "rust_i18n", "t!("],
        "I1: the engine is pure",
    ),
    ("src/engine", &["std::time", "std::fs", "std::env", "std::net", "std::thread"], "I1: the engine is pure"),
    (
        "src/engine",
        &["crate::ui", "crate::worker", "crate::service", "crate::protocol", "crate::view_model"],
        "I2: nothing is used upwards",
    ),
    (
        "src/view_model",
        &["leptos", "web_sys", "js_sys", "gloo", "crate::ui", "crate::service", "crate::worker"],
        "I2: nothing is used upwards",
    ),
    (
        "src/export",
        &["leptos", "web_sys", "js_sys", "gloo", "crate::ui", "crate::service", "crate::worker"],
        "I2: nothing is used upwards",
    ),
    (
        "src/service.rs",
        &["leptos", "web_sys", "js_sys", "gloo", "crate::ui", "crate::worker"],
        "I2: nothing is used upwards",
    ),
    (
        "src/ui",
        &[
            "crate::service",
            "engine::lexicon",
            "engine::analysis",
            "engine::index",
            "parse_page",
            "Gazetteer",
            "Tokenizer",
        ],
        "I3: the UI never links the engine",
    ),
    ("src/ui/components", &["leptos::prelude"], "a small first load: components use crate::ui::prelude"),
    ("src/ui/views", &["leptos::prelude"], "a small first load: views use crate::ui::prelude"),
    ("src/engine/page", &SORTS, "a small worker: lists are sorted by engine::arrange"),
    ("src/engine/extract", &SORTS, "a small worker: lists are sorted by engine::arrange"),
    ("src/engine/index", &SORTS, "a small worker: lists are sorted by engine::arrange"),
    ("src/engine/query", &SORTS, "a small worker: lists are sorted by engine::arrange"),
    ("src/engine/chart", &SORTS, "a small worker: lists are sorted by engine::arrange"),
    ("src/service", &SORTS, "a small worker: lists are sorted by engine::arrange"),
    ("src/ui", &["innerHTML", "inner_html", "eval(", "style=\""], "I7: the page obeys the content policy"),
];

/// A crate and the one file (below `src`) that may name it.
const OWNED: [(&str, &str); 6] = [
    ("jieba_rs", "src/engine/token/tokenizer.rs"),
    ("postcard", "src/codec.rs"),
    ("rust_xlsxwriter", "src/export/xlsx.rs"),
    ("encoding_rs", "src/engine/text/decode.rs"),
    ("geojson::", "src/bin/map/read.rs"),
    ("proj4rs::", "src/bin/map/projection.rs"),
];

#[test]
fn layers_use_only_what_they_may() {
    let mut problems = vec![];
    for (place, words, invariant) in FORBIDDEN {
        for file in files(&root().join(place), "rs") {
            for (number, line) in code_lines(&file) {
                for word in words.iter().filter(|it| names(&line, it)) {
                    problems.push(format!("{}:{number}: `{word}` ({invariant})", show(&file)));
                }
            }
        }
    }
    report(problems);
}

#[test]
fn each_owned_crate_is_named_by_one_file() {
    let mut problems = vec![];
    for (name, owner) in OWNED {
        let naming: Vec<String> = files(&root().join("src"), "rs")
            .into_iter()
            .filter(|file| code_lines(file).iter().any(|(_, line)| line.contains(name)))
            .map(|it| show(&it))
            .collect();
        if naming != [owner] {
            problems.push(format!("{name} is named by {naming:?}, not by {owner} alone (I5: one file a dependency)"));
        }
    }
    report(problems);
}

#[test]
fn sources_are_short_and_say_what_they_are() {
    let mut problems = vec![];
    for folder in ["src", "macros", "tests", "benches", "examples", "xtask"] {
        for file in files(&root().join(folder), "rs") {
            let text = read(&file);
            if !text.starts_with("//!") {
                problems.push(format!("{}: no header (I8: files)", show(&file)));
            }
            let n_lines = text.lines().count();
            let limit = LONGER.iter().find(|(name, _)| *name == show(&file)).map_or(MAX_LINES, |(_, limit)| *limit);
            if n_lines > limit {
                problems.push(format!("{}: {n_lines} lines, at most {limit} (I8: files)", show(&file)));
            }
            for word in ["todo!", "unimplemented!", "#[ignore"] {
                if !show(&file).ends_with("tidy.rs") && text.contains(word) {
                    problems.push(format!("{}: {word} (I8: files)", show(&file)));
                }
            }
        }
    }
    report(problems);
}

#[test]
fn colours_stand_in_one_stylesheet() {
    let mut problems = vec![];
    for file in files(&root().join("style"), "css") {
        if file.ends_with("variables.css") {
            continue;
        }
        let mut in_comment = false;
        for (number, line) in read(&file).lines().enumerate() {
            in_comment |= line.contains("/*");
            let is_literal =
                ["rgb(", "rgba(", "hsl(", "oklch("].iter().any(|it| line.contains(it)) || has_hex_colour(line);
            if is_literal && !in_comment {
                problems.push(format!("{}:{}: a literal colour (I6: one stylesheet)", show(&file), number + 1));
            }
            in_comment &= !line.contains("*/");
        }
    }
    report(problems);
}

#[test]
fn words_on_the_screen_stand_in_the_translations() {
    let mut problems = vec![];
    for folder in ["src/ui", "src/worker"] {
        for file in files(&root().join(folder), "rs") {
            for (number, line) in code_lines(&file) {
                if line.chars().any(|ch| ('\u{4e00}'..='\u{9fff}').contains(&ch)) {
                    problems.push(format!("{}:{number}: Chinese words in code (I6: translations)", show(&file)));
                }
            }
        }
    }
    report(problems);
}

#[test]
fn tables_explain_themselves() {
    let mut problems = vec![];
    for file in files(&root().join("data"), "tsv") {
        if !read(&file).starts_with('#') {
            problems.push(format!("{}: no header line (I4: tables)", show(&file)));
        }
    }
    report(problems);
}

#[test]
fn documents_name_only_what_exists() {
    let mut problems = vec![];
    for document in ["ARCHITECTURE.md", "README.md", "DESIGN.md"] {
        let text = read(&root().join(document));
        assert!(text.lines().count() <= 200, "{document} has more than 200 lines");
        for path in text.split('`').skip(1).step_by(2).filter(|it| is_path(it)) {
            let found = root().join(path).exists() || root().join("src").join(path).exists();
            if !found {
                problems.push(format!("{document}: `{path}` does not exist"));
            }
        }
        for target in text.split("](").skip(1).filter_map(|it| it.split_once(')')).map(|(it, _)| it) {
            if !target.starts_with("http") && !root().join(target).exists() {
                problems.push(format!("{document}: the link {target} leads nowhere"));
            }
        }
    }
    report(problems);
}

fn is_path(text: &str) -> bool {
    let endings = [".rs", ".md", ".toml", ".tsv", ".css", ".html", ".js", ".txt", ".yml", "/"];
    endings.iter().any(|it| text.ends_with(it) && text.len() > it.len())
        && !text.contains([' ', '*', '<', '…', '{'])
        && !text.starts_with("dist")
}

fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|it| it.is_alphanumeric() || it == '_')
    })
}

/// Lines with their numbers, comments and the tests at a file's end left out.
fn code_lines(file: &Path) -> Vec<(usize, String)> {
    read(file)
        .lines()
        .enumerate()
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
        .map(|(idx, line)| (idx + 1, line.split("//").next().unwrap_or("").to_owned()))
        .collect()
}

fn has_hex_colour(line: &str) -> bool {
    let Some((_, value)) = line.split_once(':') else { return false };
    value.split('#').skip(1).any(|it| it.chars().take_while(char::is_ascii_hexdigit).count() >= 3)
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn show(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string()
}

fn report(problems: Vec<String>) {
    assert!(problems.is_empty(), "{} problems; ARCHITECTURE.md tells why\n{}", problems.len(), problems.join("\n"));
}
