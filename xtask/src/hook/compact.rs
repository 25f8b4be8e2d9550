//! What the page fetches, without what only its readers need: comments, indentation.

use std::path::Path;

use crate::{Outcome, file};

/// Takes the comments from the scripts that wasm-bindgen wrote into `staging`.
pub fn scripts(staging: &Path) -> Outcome {
    for path in file::with_ending(staging, "js")? {
        file::write(&path, script(&file::read_text(&path)?).as_bytes())?;
    }
    Ok(())
}

/// A script without indentation, empty lines and the comments that have lines of their own. (No string of these scripts
/// goes over several lines.)
fn script(text: &str) -> String {
    let mut res = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines() {
        let words = line.trim();
        in_comment |= words.starts_with("/**");
        if !in_comment && !words.is_empty() && !words.starts_with("// ") {
            res.push_str(words);
            res.push('\n');
        }
        in_comment &= !words.ends_with("*/");
    }
    res
}

/// A stylesheet without comments, indentation and empty lines.
pub fn stylesheet(text: &str) -> String {
    let mut res = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        res.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    res.push_str(rest);
    let lines = res.lines().map(str::trim).filter(|it| !it.is_empty());
    lines.map(|it| close(it) + if it.ends_with(['{', '}', ';', ',']) { "" } else { "\n" }).collect()
}

/// A line of a stylesheet without the blanks that mean nothing; what stands in quotes is kept.
fn close(line: &str) -> String {
    let pieces = line.split('"').enumerate().map(|(at, it)| match at % 2 {
        0 => it.replace(": ", ":").replace(", ", ",").replace(" {", "{").replace(" > ", ">"),
        _ => it.to_owned(),
    });
    pieces.collect::<Vec<_>>().join("\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_keeps_all_but_its_comments() {
        let text = "/**\n * Adds.\n * @param {number} a\n */\nfn(a) {\n    // twice\n\n    return a + \"// a\"; // sum\n}\n/** One. */\nb();\n";
        assert_eq!(script(text), "fn(a) {\nreturn a + \"// a\"; // sum\n}\nb();\n");
    }

    #[test]
    fn a_stylesheet_keeps_its_rules() {
        assert_eq!(stylesheet("/* a\n b */\n.a {\n  color: red; /* c */\n}\n\n"), ".a{color:red;}");
        let several = ".a > b,\n  c {\n  content: \"a: b, c\";\n  grid: 1fr\n    / 2fr;\n}\n";
        assert_eq!(stylesheet(several), ".a>b,c{content:\"a: b, c\";grid:1fr\n/ 2fr;}");
        assert_eq!(stylesheet(".a{} /* open"), ".a{}");
    }
}
