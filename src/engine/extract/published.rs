//! The page's own date: from front matter, or inferred from all the clues on the page together.

use serde::{Deserialize, Serialize};

use super::edtf::Edtf;
use crate::engine::diagnostic::{Code, Diagnostic, Severity};
use crate::engine::page::Page;
use crate::engine::text::{Reading, Span};

/// The page's date and how it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Published {
    /// The date; `None` where nothing tells it.
    pub edtf: Option<Edtf>,
    /// True when it is not printed in the front matter.
    pub inferred: bool,
    /// The words of the page that led to it, as printed, in the order of the page.
    pub clues: Vec<String>,
}

impl Published {
    /// What a reader should know about the date; `None` where it is printed.
    pub fn diagnostic(&self) -> Option<Diagnostic> {
        let code = match (&self.edtf, self.inferred) {
            (Some(_), false) => return None,
            (Some(_), true) => Code::PublishedInferred,
            (None, _) => Code::PublishedUnknown,
        };
        let detail = self.edtf.as_ref().map(|it| it.as_str().to_owned()).unwrap_or_default();
        Some(Diagnostic::new(Span::default(), Severity::Info, code).with_detail(detail))
    }
}

/// The date of `page`; `readings` are those of its articles.
pub fn infer(page: &Page, _readings: &[Reading]) -> Published {
    let edtf = page.front_matter.value("日期").and_then(Edtf::parse);
    Published { inferred: edtf.is_none(), edtf, clues: vec![] }
}
