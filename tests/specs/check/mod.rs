//! One check a folder of specs; only these touch the API.

pub mod chart;
pub mod figures;
pub mod index;
pub mod library;
pub mod mentions;
pub mod page;
pub mod published;
pub mod query;
pub mod text;
pub mod token;
pub mod view_model;

use std::sync::OnceLock;

use banmian::engine::lexicon::Lexicon;

/// Dictionary and gazetteer, loaded once.
pub fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::native)
}

/// Says how `found` differs from `expected`.
pub fn same(expected: &str, found: &str) -> Result<(), String> {
    if expected.trim_end() == found.trim_end() {
        return Ok(());
    }
    Err(format!("expected:\n{expected}\nfound:\n{found}"))
}
