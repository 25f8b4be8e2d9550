//! A case: a name, attributes, a comment, a text, and the spans marked in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// One case of a spec file.
#[derive(Debug, Clone)]
pub struct Case {
    /// The spec file.
    pub file: PathBuf,
    /// Line of the header, from 1.
    pub line: usize,
    /// Unique over all specs.
    pub name: String,
    /// `key=value` of the header.
    pub attributes: BTreeMap<String, String>,
    /// The lines below the header, comments (`// `) and the blank lines at the ends left out.
    pub body: String,
}

/// A marked span: bytes of the text without its marks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    pub start: usize,
    pub end: usize,
    pub kind: String,
    pub values: BTreeMap<String, String>,
}

impl Case {
    /// The file's name without its ending, which fixes what is checked.
    pub fn area(&self) -> String {
        self.file.file_stem().unwrap().to_string_lossy().into_owned()
    }

    /// For messages.
    pub fn location(&self) -> String {
        format!("{}:{}", self.file.display(), self.line)
    }

    /// The attribute, if the header has it.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.get(key).map(String::as_str)
    }

    /// The part of the body before and after a line that says `=>`; both ends without blank lines.
    pub fn halves(&self) -> (String, String) {
        let lines: Vec<&str> = self.body.lines().collect();
        let at = lines.iter().position(|it| *it == "=>").unwrap_or(lines.len());
        let part = |lines: &[&str]| lines.join("\n").trim_matches('\n').to_owned();
        (part(&lines[..at]), part(lines.get(at + 1..).unwrap_or(&[])))
    }

    /// The text without its marks, and the marks: `[text]{kind key=value key="two words"}`.
    pub fn marked(&self) -> (String, Vec<Mark>) {
        let (mut text, mut marks, mut open) = (String::new(), vec![], vec![]);
        let mut rest = self.body.as_str();
        while let Some(ch) = rest.chars().next() {
            if ch == '[' {
                open.push(text.len());
                rest = &rest[1..];
            } else if let (']', Some(after)) = (ch, rest.strip_prefix("]{")) {
                let (inside, after) = after.split_once('}').unwrap_or_else(|| panic!("{}: no }}", self.location()));
                let start = open.pop().unwrap_or_else(|| panic!("{}: ] without [", self.location()));
                let (kind, values) = inside.split_once(' ').unwrap_or((inside, ""));
                marks.push(Mark { start, end: text.len(), kind: kind.to_owned(), values: attributes(values) });
                rest = after;
            } else {
                text.push(ch);
                rest = &rest[ch.len_utf8()..];
            }
        }
        assert!(open.is_empty(), "{}: [ without ]{{…}}", self.location());
        marks.sort();
        (text, marks)
    }
}

/// The cases of a file.
pub fn read(file: &Path) -> Vec<Case> {
    let mut res: Vec<Case> = vec![];
    for (line_idx, line) in fs::read_to_string(file).unwrap().lines().enumerate() {
        let header = line.strip_prefix("--- ").and_then(|it| it.strip_suffix(" ---"));
        if let Some(header) = header {
            let (name, rest) = header.split_once(' ').unwrap_or((header, ""));
            res.push(Case {
                file: file.to_owned(),
                line: line_idx + 1,
                name: name.to_owned(),
                attributes: attributes(rest),
                body: String::new(),
            });
        } else if let (false, Some(case)) = (line.starts_with("// "), res.last_mut()) {
            case.body.push_str(line);
            case.body.push('\n');
        }
    }
    for case in &mut res {
        case.body = case.body.trim_matches('\n').to_owned();
    }
    res
}

/// `key=value key="two words"` as a map.
pub fn attributes(text: &str) -> BTreeMap<String, String> {
    let mut res = BTreeMap::new();
    let mut rest = text.trim();
    while let Some((key, after)) = rest.split_once('=') {
        let (value, after) = match after.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => after.split_once(' ').unwrap_or((after, "")),
        };
        res.insert(key.trim().to_owned(), value.to_owned());
        rest = after.trim_start();
    }
    res
}
