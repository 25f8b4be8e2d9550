//! Prints what the engine sees in pages: `inspect --json PAGE.txt…`, `inspect --lines < lines`, `inspect --trace PAGE.txt…`.
//!
//! `--json` prints one JSON object a page, a line each; `--lines` reads `{"id","text","ref"?}` a line and prints tokens
//! and mentions a line; `--trace` prints, for people, every block, article, token and mention with its rule's name.
//! Offsets are Unicode code points.

#[path = "inspect/json.rs"]
mod json;
#[path = "inspect/lines.rs"]
mod lines;
#[path = "inspect/trace.rs"]
mod trace;

use std::path::Path;
use std::process::ExitCode;

use banmian::engine::analysis::{self, Analysis};
use banmian::engine::lexicon::Lexicon;
use banmian::engine::page;
use banmian::engine::text::decode;

const USAGE: &str = "usage: inspect --json PAGE.txt… | inspect --trace PAGE.txt… | inspect --lines < LINES.jsonl";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mode = arguments.iter().find(|it| it.starts_with("--")).cloned().unwrap_or_default();
    let files: Vec<&String> = arguments.iter().filter(|it| !it.starts_with("--")).collect();
    let done = match mode.as_str() {
        "--json" | "--trace" if !files.is_empty() => {
            let lexicon = Lexicon::native();
            let printed: Vec<bool> = files.iter().map(|it| print_file(&mode, it, &lexicon)).collect();
            !printed.contains(&false)
        }
        "--lines" if files.is_empty() => print_answers(&Lexicon::native()),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn print_answers(lexicon: &Lexicon) -> bool {
    let done = lines::run(std::io::stdin().lock(), std::io::stdout().lock(), lexicon);
    if let Err(error) = &done {
        eprintln!("standard input or output: {error}");
    }
    done.is_ok()
}

fn print_file(mode: &str, file: &str, lexicon: &Lexicon) -> bool {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{file}: {error}");
            return false;
        }
    };
    let id = Path::new(file).file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let analysis: Analysis = analyse(&id, &bytes, lexicon);
    match mode {
        "--json" => println!("{}", json::page(&analysis)),
        _ => print!("{}", trace::page(&analysis)),
    }
    true
}

fn analyse(id: &str, bytes: &[u8], lexicon: &Lexicon) -> Analysis {
    let decoded = decode::native(bytes);
    let mut page = page::parse_page(id, &decoded.text);
    page.diagnostics.extend(decoded.diagnostic());
    analysis::analyse(page, lexicon)
}
