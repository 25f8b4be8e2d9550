//! What reading a page noticed, as a list for people: equal remarks told once with all their places, the gravest first.

use super::labels::Label;
use super::{Locale, format};
use crate::engine::diagnostic::{Code, Diagnostic, Severity};
use crate::protocol::{PageDiagnostic, Passage};

/// A remark and every place it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The first of the equal diagnostics.
    pub diagnostic: Diagnostic,
    /// The words at each place, and where they are read; in the order of the page.
    pub places: Vec<(String, Option<Passage>)>,
}

/// Diagnostics that say the same are one remark.
pub fn remarks(diagnostics: &[PageDiagnostic]) -> Vec<Remark> {
    let mut res: Vec<Remark> = vec![];
    let by_severity = Severity::ALL.into_iter().rev().flat_map(|severity| of_severity(diagnostics, severity));
    for PageDiagnostic { diagnostic, excerpt, passage } in by_severity {
        let says_same = |it: &&mut Remark| message(&it.diagnostic) == message(diagnostic);
        let place = (!excerpt.is_empty()).then(|| (excerpt.clone(), passage.clone()));
        match res.iter_mut().find(says_same) {
            Some(remark) => remark.places.extend(place),
            None => res.push(Remark { diagnostic: diagnostic.clone(), places: place.into_iter().collect() }),
        }
    }
    res
}

fn of_severity(diagnostics: &[PageDiagnostic], severity: Severity) -> impl Iterator<Item = &PageDiagnostic> {
    diagnostics.iter().filter(move |it| it.diagnostic.severity == severity)
}

/// What a diagnostic says: its code, and the detail where its words have it; those of a join are its place.
fn message(diagnostic: &Diagnostic) -> (Code, &str) {
    let detail = if diagnostic.code.is_join() { "" } else { &diagnostic.detail };
    (diagnostic.code, detail)
}

/// How many diagnostics there are of each severity, the gravest first.
pub fn severity_counts(locale: Locale, diagnostics: &[PageDiagnostic]) -> String {
    let count = |severity: Severity| match of_severity(diagnostics, severity).count() {
        0 => None,
        n => Some(format!("{} {}", severity.label(locale), format::count(n))),
    };
    Severity::ALL.into_iter().rev().filter_map(count).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::text::Span;

    fn diagnostic(severity: Severity, code: Code, detail: &str, excerpt: &str) -> PageDiagnostic {
        let diagnostic = Diagnostic::new(Span::default(), severity, code).with_detail(detail);
        PageDiagnostic { diagnostic, excerpt: excerpt.into(), passage: None }
    }

    #[test]
    fn equal_remarks_are_told_once_and_the_gravest_first() {
        let page = [
            diagnostic(Severity::Info, Code::NoLabel, "", ""),
            diagnostic(Severity::Info, Code::ColumnJoin, "甲|乙", "甲|乙"),
            diagnostic(Severity::Info, Code::ColumnJoin, "丙|丁", "丙|丁"),
            diagnostic(Severity::Warning, Code::PlaceMisprint, "甲后旗", "甲旗"),
            diagnostic(Severity::Warning, Code::PlaceMisprint, "乙镇", "乙真"),
            diagnostic(Severity::Warning, Code::PlaceMisprint, "甲后旗", "甲前旗"),
        ];
        let told = remarks(&page);
        let outline: Vec<(&str, usize)> =
            told.iter().map(|it| (it.diagnostic.detail.as_str(), it.places.len())).collect();
        assert_eq!(outline, [("甲后旗", 2), ("乙镇", 1), ("", 0), ("甲|乙", 2)]);
        assert_eq!(severity_counts(Locale::Chinese, &page), "注意 3 · 提示 3");
        assert_eq!(severity_counts(Locale::English, &[]), "");
    }
}
