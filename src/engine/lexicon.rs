//! What the engine reads text with and what has to be loaded first: the tokenizer's dictionary and the gazetteer.

use super::extract::gazetteer::Gazetteer;
use super::token::Tokenizer;

/// Either part may be missing: then words, or places, are not found yet.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Cuts words.
    pub tokenizer: Option<Tokenizer>,
    /// Knows places.
    pub gazetteer: Option<Gazetteer>,
}

impl Lexicon {
    /// The whole lexicon from what the native build carries.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn native() -> Self {
        Lexicon { tokenizer: Some(Tokenizer::native()), gazetteer: Some(Gazetteer::native()) }
    }
}
