//! Spans of the source, readings that heal column breaks, and the one place where offsets change their unit.

pub mod asset;
pub mod by_char;
pub mod decimal;
pub mod decode;
pub mod normalize;
pub mod position;
pub mod readable;
pub mod reading;
pub mod sentence;
pub mod span;
pub mod table;
pub mod variant;
pub mod word_hash;

pub use position::CodePoints;
pub use reading::Reading;
pub use span::Span;
