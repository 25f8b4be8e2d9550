//! What leads on from an article.

use serde::{Deserialize, Serialize};

/// What leads on from an article.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Related {
    /// The articles before and after it on its page.
    pub on_page: Beside,
    /// The articles before and after it in its section, by the pages' dates; empty for an article without a section.
    pub in_section: Beside,
    /// More like it, most similar first; empty until the dictionary is there.
    pub similar: Vec<ArticleLink>,
    /// How it is cited, in the order of `CitationForm::ALL`.
    pub citations: Vec<String>,
}

/// The articles beside one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Beside {
    /// Before it.
    pub previous: Option<ArticleLink>,
    /// After it.
    pub next: Option<ArticleLink>,
}

/// An article that can be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleLink {
    /// Article id.
    pub id: String,
    /// Headline, or what stands for it.
    pub name: String,
    /// The page's date, EDTF; "" for none.
    pub date: String,
}
