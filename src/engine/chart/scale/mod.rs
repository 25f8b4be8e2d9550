//! Scales: from data to pixels. They know neither marks nor texts.

pub mod band;
pub mod classes;
pub mod numeric;
pub mod time;

pub use band::Band;
pub use numeric::{Numeric, Values};
