//! Scales: from data to pixels. They know neither marks nor texts.

pub mod band;
pub mod linear;
pub mod shade;
pub mod time;

pub use band::Band;
pub use linear::{Linear, Values};
