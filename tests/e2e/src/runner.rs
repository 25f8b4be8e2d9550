//! Runs tests one after the other, each in a browser of its own, and prints what the standard harness prints.

use std::process::ExitCode;

use crate::Outcome;
use crate::driver::Driver;
use crate::page::Page;

/// A test: its name, and what it does in a fresh browser.
pub type Test = (&'static str, fn(&Page) -> Outcome);

/// Runs the tests whose name contains one of the arguments; all of them without arguments.
pub fn run(tests: &[Test]) -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|part| name.contains(part.as_str()));
    let chosen: Vec<&Test> = tests.iter().filter(|(name, _)| is_wanted(name)).collect();
    println!("\nrunning {} tests", chosen.len());
    let failures = match Driver::start() {
        Ok(driver) => {
            chosen.iter().filter_map(|(name, test)| Some((*name, run_one(&driver, name, *test).err()?))).collect()
        }
        Err(message) => vec![("driver", message)],
    };
    for (name, message) in &failures {
        println!("\n---- {name} ----\n{message}");
    }
    let verdict = if failures.is_empty() { "ok" } else { "FAILED" };
    let n_passed = chosen.len().saturating_sub(failures.len());
    println!("\ntest result: {verdict}. {n_passed} passed; {} failed;", failures.len());
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run_one(driver: &Driver, name: &str, test: fn(&Page) -> Outcome) -> Outcome {
    let page = driver.browser()?;
    let outcome = test(&page).and_then(|()| no_panic(&page));
    println!("test {name} ... {}", if outcome.is_ok() { "ok" } else { "FAILED" });
    outcome.map_err(|message| format!("{message}\n{}", circumstances(&page, name)))
}

/// A page that panicked is dead, even where a test did not look any further.
fn no_panic(page: &Page) -> Outcome {
    let panic = page.console_errors()?.into_iter().find(|line| line.contains("panicked"));
    panic.map_or(Ok(()), |line| Err(format!("the page panicked: {line}")))
}

/// What the screen was when the test failed: address, console, what could be perceived, and a picture.
fn circumstances(page: &Page, name: &str) -> String {
    let picture = xtask::file::root().join("tests/e2e/screenshots").join(format!("failed-{name}.png"));
    let pictured = page.screenshot(&picture).map_or_else(|error| error, |()| picture.display().to_string());
    let console = page.console_errors().unwrap_or_default().join("\n  ");
    let outline = page.outline().unwrap_or_default();
    let seen = outline.iter().filter(|node| !node.name.is_empty() && !node.role.ends_with("TextBox"));
    let lines: Vec<String> = seen.take(150).map(|node| format!("  {} “{}”", node.role, node.name)).collect();
    let url = page.url().unwrap_or_default();
    format!("at {url}\npicture: {pictured}\nconsole:\n  {console}\nscreen:\n{}", lines.join("\n"))
}
