//! `cargo xtask test`: everything that must hold, each step with its name and time.

use std::process::Command;

use crate::program::{self, CARGO};
use crate::tool::{self, Browser};
use crate::{Outcome, build, size, step};

/// Tests counted so far.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: u64,
    failed: u64,
}

/// Sets up, runs every step, and prints how many tests passed. The first step that fails ends it.
pub fn run() -> Outcome {
    let mut tally = Tally::default();
    let outcome = steps(&mut tally);
    if outcome.is_err() {
        // A step that is no test run, formatting say, counts as one failure.
        tally.failed = tally.failed.max(1);
    }
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    outcome
}

fn steps(tally: &mut Tally) -> Outcome {
    tool::for_build()?;
    let browser = tool::for_tests()?;
    step::run("formatting", || cargo("fmt --all --check"))?;
    step::run("clippy (the first time some 3 minutes)", || {
        cargo("clippy --offline --quiet --workspace --all-targets -- -D warnings")?;
        cargo("clippy --offline --quiet --target wasm32-unknown-unknown --bins --test web -- -D warnings")
    })?;
    step::run("native tests (the first time some 3 minutes)", || {
        tally.run(program::command(CARGO).args("test --offline --workspace --exclude banmian-e2e".split(' ')))
    })?;
    step::run("wasm tests in a headless browser (the first time a minute)", || tally.run(&mut wasm_tests(&browser)))?;
    build::release()?;
    step::run("sizes", size::run)?;
    step::run("end-to-end tests in Chromium (the first time some 5 minutes)", || tally.run(&mut end_to_end(&browser)))
}

fn cargo(arguments: &str) -> Outcome {
    program::run(program::command(CARGO).args(arguments.split(' ')))
}

fn wasm_tests(browser: &Browser) -> Command {
    let mut command = program::command(CARGO);
    command.args("test --offline --target wasm32-unknown-unknown --test web".split(' '));
    command.env("CHROMEDRIVER", &browser.driver).env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    command
}

fn end_to_end(browser: &Browser) -> Command {
    let mut command = program::command(CARGO);
    command.args("test --offline --package banmian-e2e".split(' '));
    command.env("CHROMEDRIVER", &browser.driver).env("CHROMIUM", &browser.chromium);
    command
}

impl Tally {
    /// Runs a test command and counts.
    fn run(&mut self, command: &mut Command) -> Outcome {
        program::watch(command, |line| self.count(line))
    }

    /// Adds a line like `test result: ok. 12 passed; 0 failed; …`.
    fn count(&mut self, line: &str) {
        let Some(result) = line.trim().strip_prefix("test result:") else { return };
        for part in result.split([';', '.']) {
            let mut words = part.split_whitespace();
            let number = words.next().and_then(|word| word.parse::<u64>().ok()).unwrap_or_default();
            match words.next() {
                Some("passed") => self.passed += number,
                Some("failed") => self.failed += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_result_lines_and_nothing_else() {
        let mut tally = Tally::default();
        tally.count("test result: ok. 12 passed; 0 failed; 0 ignored; finished in 0.01s");
        tally.count("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out");
        tally.count("test a_test ... ok");
        assert_eq!(tally, Tally { passed: 15, failed: 2 });
    }
}
