//! What the screen says, without Leptos: the URL, formats, labels, highlights. Tested natively.

pub mod language;
pub mod load_state;
pub mod url;

pub use language::Language;
pub use load_state::Load;
