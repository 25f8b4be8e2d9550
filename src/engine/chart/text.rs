//! Texts of a chart: measured, clipped with … to what fits, and kept inside the scene.

use super::layout::TextMeasure;
use super::scene::{Anchor, Shape, TextRole};

/// `text`, or as much of it as fits into `room` pixels with … after it; "" where not even that fits.
pub fn clip(text: &str, room: f64, measure: &dyn TextMeasure) -> String {
    if measure.width(text) <= room {
        return text.to_owned();
    }
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let clipped = |end: usize| format!("{}…", text.get(..end).unwrap_or("").trim_end());
    let n_fitting = ends.partition_point(|&end| measure.width(&clipped(end)) <= room);
    n_fitting.checked_sub(1).and_then(|it| ends.get(it)).map_or(String::new(), |&end| clipped(end))
}

/// A text in the middle of `x`, moved as far as it takes to stay inside a scene of `width` pixels.
pub fn middle(text: String, x: f64, y: f64, width: f64, role: TextRole, measure: &dyn TextMeasure) -> Shape {
    let half = measure.width(&text) / 2.0;
    Shape::Text { x: x.min(width - half).max(half), y, text, anchor: Anchor::Middle, role }
}

/// The widest of `texts`.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a String>, measure: &dyn TextMeasure) -> f64 {
    texts.into_iter().map(|it| measure.width(it)).fold(0.0, f64::max)
}
