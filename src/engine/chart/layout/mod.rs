//! Layouts: a chart spec → the shapes of its scene. One file a form of chart.

mod bars;
mod columns;

pub use bars::bars;
pub use columns::columns;

/// Height of a line of text, in pixels.
const LINE: f64 = 18.0;

/// From the top of a line of text to its baseline.
const BASELINE: f64 = 13.0;

/// Blank between a text and what stands beside it.
const GAP: f64 = 6.0;

/// More steps of a value axis than this are noise.
const MAX_STEPS: usize = 6;
