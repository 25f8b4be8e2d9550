//! Tools of the Rust world: the wasm target, Trunk, wasm-bindgen. Installed into `target/tools`, never over the person's own.

use std::path::Path;
use std::process::Command;

use crate::program::{self, CARGO};
use crate::{Outcome, file};

const WASM: &str = "wasm32-unknown-unknown";
/// The Trunk that Trunk.toml was written for. Another patch release on the search path is taken too.
const TRUNK: &str = "0.21.14";

/// Brings every crate that Cargo.lock names, so that everything after it works offline.
pub fn fetch() -> Outcome {
    program::run(program::command(CARGO).args(["fetch", "--locked", "--quiet"]))
}

/// The standard library for wasm.
pub fn wasm_target() -> Outcome {
    let libraries = program::output(program::command("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    program::run(program::command("rustup").args(["target", "add", WASM])).map_err(|error| {
        format!(
            "{error}\n  Install the {WASM} target of your Rust toolchain (with rustup: `rustup target add {WASM}`)."
        )
    })
}

/// rustfmt and clippy, which a minimal toolchain lacks.
pub fn components() -> Outcome {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if program::output(program::command(CARGO).args([subcommand, "--version"])).is_none() {
            program::run(program::command("rustup").args(["component", "add", component]))
                .map_err(|error| format!("{error}\n  Install the {component} component of your Rust toolchain."))?;
        }
    }
    Ok(())
}

/// Trunk.
pub fn trunk() -> Outcome {
    let found = version("trunk");
    if found.as_deref().is_some_and(|found| minor(found) == minor(TRUNK)) {
        return Ok(());
    }
    say_other("trunk", found.as_deref(), TRUNK);
    install("trunk", TRUNK, &["--locked"])
}

/// wasm-bindgen, whose version must be exactly the one of Cargo.lock.
pub fn wasm_bindgen() -> Outcome {
    let lock = file::read_text(&file::root().join("Cargo.lock"))?;
    let wanted = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen")?;
    let found = version("wasm-bindgen");
    if found.as_deref() == Some(wanted) && version("wasm-bindgen-test-runner").as_deref() == Some(wanted) {
        return Ok(());
    }
    say_other("wasm-bindgen", found.as_deref(), wanted);
    install("wasm-bindgen-cli", wanted, &["--locked"]).or_else(|_| {
        println!("   its own lock file cannot be used here; trying without it");
        install("wasm-bindgen-cli", wanted, &[])
    })
}

fn install(package: &str, version: &str, options: &[&str]) -> Outcome {
    let mut command = program::command(CARGO);
    // Outside the workspace, so that its configuration does not apply to the tool.
    command.current_dir(std::env::temp_dir()).args(["install", package, "--version", version, "--force", "--root"]);
    command.arg(program::tools()).args(options).env_remove("CARGO_TARGET_DIR");
    program::run(&mut command)
        .map_err(|error| format!("{error}\n  Install it by hand: `cargo install {package} --version {version}`."))
}

fn say_other(tool: &str, found: Option<&str>, wanted: &str) {
    match found {
        Some(found) => println!("   found {tool} {found}, installing {wanted} into target/tools"),
        None => println!("   {tool} is missing, installing {wanted} into target/tools"),
    }
}

fn version(tool: &str) -> Option<String> {
    let printed = program::output(Command::new(program::find(tool)?).arg("--version"))?;
    printed_version(&printed).map(str::to_owned)
}

/// The version in what a tool prints for `--version`: its last word on the first line that has a digit in front.
fn printed_version(printed: &str) -> Option<&str> {
    let mut words = printed.lines().next()?.split_whitespace();
    words.find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
}

/// `0.21` of `0.21.14`.
fn minor(version: &str) -> &str {
    version.rsplit_once('.').map_or(version, |(minor, _)| minor)
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_tools_print_for_their_version() {
        assert_eq!(printed_version("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(printed_version("wasm-bindgen 0.2.130 (abc 2025-01-01)"), Some("0.2.130"));
        assert_eq!(printed_version("trunk"), None);
        assert_eq!(printed_version(""), None);
    }

    #[test]
    fn finds_the_version_of_exactly_the_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }

    #[test]
    fn another_patch_release_of_trunk_will_do() {
        assert_eq!(minor("0.21.14"), minor("0.21.2"));
        assert_ne!(minor("0.21.14"), minor("0.22.0"));
    }
}
