//! `cargo xtask fuzz`: coverage-guided fuzzing of what reads text that anybody wrote. Not part of `cargo xtask test`.
//!
//! Needs cargo-fuzz and a C++ compiler; the stable toolchain is enough (`-s none`). Each target starts from the inputs of
//! the specs and knows the words of the tables; what it finds stays in `fuzz/corpus` and `fuzz/artifacts`, which are not
//! committed: a finding becomes a case of a spec.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

use crate::program::{self, CARGO};
use crate::{Outcome, file, step};

/// A target and the folders of `tests/specs` whose inputs it starts from.
const TARGETS: [(&str, &[&str]); 6] = [
    ("page", &["page"]),
    ("numeral", &["extract"]),
    ("date", &["extract"]),
    ("query", &["query"]),
    ("edtf", &[]),
    ("analysis", &["extract"]),
];

/// Seconds that each target runs unless told otherwise.
const SECONDS: &str = "600";
/// Longest input, in bytes, and seconds after which one input counts as too slow.
const LIMITS: [&str; 2] = ["-max_len=4096", "-timeout=10"];

/// Runs one target or all; `options` are `[target] [seconds]`.
pub fn run(options: &[String]) -> Outcome {
    let named = options.iter().find(|it| TARGETS.iter().any(|target| target.0 == it.as_str()));
    let seconds = options.iter().find(|it| it.parse::<u32>().is_ok()).map_or(SECONDS, String::as_str);
    if let Some(other) = options.iter().find(|it| Some(*it) != named && it.as_str() != seconds) {
        let names = TARGETS.map(|it| it.0).join(", ");
        return Err(format!("no such target: {other}; there are {names}"));
    }
    program::find("cargo-fuzz").ok_or("cargo-fuzz is missing: cargo install cargo-fuzz")?;
    let root = file::root();
    let words = root.join("fuzz/corpus/words.txt");
    file::write(&words, dictionary(&root)?.as_bytes())?;
    for (target, folders) in TARGETS.iter().filter(|it| named.is_none_or(|name| name == it.0)) {
        seed(&root, target, folders)?;
        let corpus = format!("fuzz/corpus/{target}");
        step::run(&format!("fuzzing {target} for {seconds} seconds"), || {
            let mut command = program::command(CARGO);
            command.args(["fuzz", "run", "-s", "none", target, &corpus, "--"]).args(LIMITS);
            command.args([format!("-max_total_time={seconds}"), format!("-dict={}", words.display())]);
            program::run(command.args(["-print_final_stats=1", "-verbosity=0"]))
        })?;
    }
    Ok(())
}

/// Writes each case of the specs as an input of its own.
fn seed(root: &Path, target: &str, folders: &[&str]) -> Outcome {
    let place = root.join("fuzz/corpus").join(target);
    file::write(&place.join("empty"), b"")?;
    for folder in folders {
        for spec in file::with_ending(&root.join("tests/specs").join(folder), "spec")? {
            let stem = spec.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            for (idx, case) in file::read_text(&spec)?.split("\n--- ").enumerate() {
                let body: Vec<&str> = case.lines().skip(1).take_while(|it| *it != "=>").collect();
                file::write(&place.join(format!("{stem}-{idx:03}")), body.join("\n").as_bytes())?;
            }
        }
    }
    Ok(())
}

/// The words of the small tables, as libFuzzer reads them: quoted, other bytes than ASCII escaped.
fn dictionary(root: &Path) -> Outcome<String> {
    let mut words = BTreeSet::new();
    for table in file::with_ending(&root.join("data"), "tsv")? {
        let text = file::read_text(&table)?;
        let rows: Vec<&str> = text.lines().filter(|it| !it.is_empty() && !it.starts_with('#')).collect();
        if rows.len() < 2000 {
            let first = rows.iter().filter_map(|it| it.split('\t').next());
            words.extend(first.filter(|it| !it.is_empty() && it.len() < 40).map(str::to_owned));
        }
    }
    let mut res = String::new();
    for word in words {
        let escaped = word.bytes().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "\\x{byte:02x}");
            text
        });
        let _ = writeln!(res, "\"{escaped}\"");
    }
    Ok(res)
}
