//! Layouts: a chart spec → the shapes of its scene. One file a form of chart.

mod bars;
mod columns;

pub use bars::bars;
pub use columns::columns;

use super::scene::TextMeasure;

/// More steps of a value axis than this are noise.
const MAX_STEPS: usize = 6;

/// Heights and gaps, in pixels, as they follow the size of the font.
#[derive(Debug, Clone, Copy)]
struct Metrics {
    /// One em as a part of the em that the other numbers are for.
    scale: f64,
    /// Height of a line of text.
    line: f64,
    /// From the top of a line of text to its baseline.
    baseline: f64,
    /// Blank between a text and what stands beside it.
    gap: f64,
}

impl Metrics {
    /// For texts as `measure` has them. The numbers are for letters of 13 pixels.
    fn of(measure: &dyn TextMeasure) -> Self {
        let scale = measure.size() / 13.0;
        Metrics { scale, line: 18.0 * scale, baseline: 13.0 * scale, gap: 6.0 * scale }
    }
}
