//! Rows of the hand-made tables in `data/`: tab-separated, `#` starts a comment line; and the look-up of their words by
//! first character.

pub use crate::engine::text::by_char::ByChar;
pub use crate::engine::text::table::rows;

/// The field at `idx`, or "".
pub fn field(row: &[&'static str], idx: usize) -> &'static str {
    row.get(idx).copied().unwrap_or("")
}
