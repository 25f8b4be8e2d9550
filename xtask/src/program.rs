//! Running other programs.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::{Outcome, file};

/// The Cargo that runs this program.
pub const CARGO: &str = env!("CARGO");

/// A command in the repository's folder, without standard input, that finds the tools installed for this repository.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(file::root()).env("PATH", search_path()).stdin(Stdio::null());
    command
}

/// Runs it and shows what it prints.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| format!("cannot run {}: {error}", line(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", line(command))) }
}

/// Runs it and gives what it prints; `None` where it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs it, shows its standard output line by line, and hands each line to `see`.
pub fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Outcome {
    let cannot = |error| format!("cannot run tests: {error}");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(cannot)?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            see(&line);
        }
    }
    let status = child.wait().map_err(cannot)?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", line(command))) }
}

/// The folder of the tools that are installed for this repository only.
pub fn tools() -> PathBuf {
    file::root().join("target/tools")
}

/// Where a program stands that the search path names.
pub fn find(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&search_path()).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// The search path, with this repository's own tools first.
fn search_path() -> OsString {
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let folders = [tools().join("bin")].into_iter().chain(std::env::split_paths(&inherited));
    std::env::join_paths(folders).unwrap_or(inherited)
}

fn line(command: &Command) -> String {
    let words = [command.get_program()].into_iter().chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
