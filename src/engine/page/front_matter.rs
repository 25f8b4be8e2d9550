//! Optional front matter between two `---` lines with `键: 值`; unknown keys are kept and shown.

use serde::{Deserialize, Serialize};

use crate::engine::diagnostic::{Code, Diagnostic, Severity};
use crate::engine::text::Span;

/// The front matter of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FrontMatter {
    /// Every `键: 值` as printed, in order.
    pub entries: Vec<(String, String)>,
    /// From the first `---` to the end of the second one's line; empty when the page has none.
    pub span: Span,
}

impl FrontMatter {
    /// The value of the first entry with this key.
    pub fn value(&self, key: &str) -> Option<&str> {
        self.entries.iter().find(|(it, _)| it == key).map(|(_, value)| value.as_str())
    }
}

/// Reads the front matter at the head of `text`. Blank lines may stand before it; without a closing `---`, or without more
/// lines that have a key than lines that have none, there is none.
pub fn read(text: &str) -> (FrontMatter, Vec<Diagnostic>) {
    let mut res = FrontMatter::default();
    let mut diagnostics = vec![];
    let mut at = 0;
    let mut open = None;
    for line in text.split_inclusive(['\n', '\r']) {
        let span = Span::new(at, at + line.len());
        at += line.len();
        let trimmed = line.trim_start_matches('\u{feff}').trim();
        match (open, trimmed) {
            (None, "") => {}
            (None, "---") => open = Some(span.start),
            (None, _) => break,
            (Some(_), "---") if diagnostics.len() >= res.entries.len() => break,
            (Some(start), "---") => {
                res.span = Span::new(start, span.end);
                return (res, diagnostics);
            }
            (Some(_), "") => {}
            (Some(_), _) => match trimmed.split_once([':', '：']).filter(|(key, _)| is_key(key)) {
                Some((key, value)) => res.entries.push((key.trim().to_owned(), value.trim().to_owned())),
                None => diagnostics
                    .push(Diagnostic::new(span, Severity::Warning, Code::FrontMatterLine).with_detail(trimmed)),
            },
        }
    }
    (FrontMatter::default(), vec![])
}

/// A short word, no sentence.
fn is_key(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= 16
        && text.starts_with(char::is_alphanumeric)
        && !text.contains(['。', '，', ',', '”', '！', '？'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_kept_in_order_and_unknown_keys_too() {
        let (res, diagnostics) = read("\n---\n报纸: 某报\r\n色：红\r乱\n---\n正文");
        assert_eq!(res.entries, [("报纸".into(), "某报".into()), ("色".into(), "红".into())]);
        assert_eq!(res.value("报纸"), Some("某报"));
        assert_eq!(diagnostics.len(), 1);
    }

    #[test]
    fn a_rule_without_its_twin_is_no_front_matter() {
        assert_eq!(read("---\n报纸: 某报\n正文").0, FrontMatter::default());
        assert_eq!(read("正文\n---\n甲: 乙\n---").0, FrontMatter::default());
        assert_eq!(read("---\n大家说：好。\n来了，说：好\n村里\n---").0, FrontMatter::default());
    }
}
