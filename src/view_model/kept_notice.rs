//! What there is to say about what a person keeps in this browser.

use super::Locale;
use super::labels::Label;
use super::saved_views::{BadViews, Merged};
use super::words::{text, text_with};

/// What happened to saved views and past queries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptNotice {
    /// A view was saved under this name.
    Saved(String),
    /// Views were imported.
    Merged(Merged),
    /// A file was not imported.
    BadFile(BadViews),
    /// A file could not be read at all.
    Unread,
    /// What the storage held is damaged.
    Damaged(BadViews),
    /// The browser keeps nothing, or has no room left.
    NotKept,
}

/// The notice in words.
pub fn notice_text(locale: Locale, notice: &KeptNotice) -> String {
    let bad = |key, bad: &BadViews| {
        text_with(locale, key, &[("line", &bad.line.to_string()), ("fault", &bad.fault.label(locale))])
    };
    match notice {
        KeptNotice::Saved(name) => text_with(locale, "kept.saved", &[("name", name)]),
        KeptNotice::Merged(it) => {
            let [added, renamed, same] = [it.n_added, it.n_renamed, it.n_same].map(|it| it.to_string());
            text_with(locale, "kept.merged", &[("added", &added), ("renamed", &renamed), ("same", &same)])
        }
        KeptNotice::BadFile(it) => bad("kept.bad-file", it),
        KeptNotice::Unread => text(locale, "kept.unread"),
        KeptNotice::Damaged(it) => bad("kept.damaged", it),
        KeptNotice::NotKept => text(locale, "kept.not-kept"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::saved_views::ViewsFault;

    #[test]
    fn a_bad_file_is_told_with_its_line() {
        let bad = BadViews { line: 3, fault: ViewsFault::NoLink };
        let said = notice_text(Locale::English, &KeptNotice::BadFile(bad));
        assert!(said.contains("Line 3") && said.contains("link"), "{said}");
        let merged = Merged { n_added: 2, n_renamed: 1, n_same: 4 };
        assert!(notice_text(Locale::Chinese, &KeptNotice::Merged(merged)).contains("已导入 2 个"));
    }
}
