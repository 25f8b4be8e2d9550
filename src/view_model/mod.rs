//! What the screen says, without Leptos: the URL, formats, labels, highlights. Tested natively.

pub mod load_state;
pub mod url;

pub use load_state::Load;
