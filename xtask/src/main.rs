//! The project's commands: `cargo xtask serve`, `cargo xtask test`, and what the build calls.

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--corpus DIR] [--port N] [--address A]
               sets up what is missing, builds the release and serves it
  test         sets up what is missing and runs every check and test
  size         prints each delivered file of dist/, raw and gzip -9, against its budget
  fuzz [TARGET] [SECONDS]
               fuzzes what reads text (page, numeral, date, query, edtf, analysis), 600 seconds each; needs cargo-fuzz
  gazetteer    makes data/gazetteer.tsv anew from its source (downloads 24 MB)
  pinyin       makes data/pinyin.tsv anew from the pinyin crate's data
  hook         called by Trunk: puts public files, stylesheet, corpus and assets beside the two programs";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let options = arguments.get(1..).unwrap_or_default();
    let outcome = match arguments.first().map(String::as_str) {
        Some("serve") => xtask::serve::run(options),
        Some("test") => xtask::test::run(),
        Some("size") => xtask::size::run(),
        Some("fuzz") => xtask::fuzz::run(options),
        Some("gazetteer") => xtask::gazetteer::run(&xtask::file::root()),
        Some("pinyin") => xtask::pinyin::run(&xtask::file::root()),
        Some("hook") => xtask::hook::run(),
        _ => {
            println!("{USAGE}");
            Err(format!("no such command: {}", arguments.join(" ")))
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}
