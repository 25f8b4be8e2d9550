//! How wide texts are: measured by a canvas in the font of the chart, so that labels can be laid out before they are drawn.

use crate::ui::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

use crate::engine::chart::TextMeasure;

/// Width of a character in ems where the browser has no canvas: that of a Chinese one, so that nothing overlaps.
const WIDEST_EM: f64 = 1.0;

/// Pixels of an em where the font's size cannot be read.
const USUAL_SIZE: f64 = 13.0;

/// Measures texts in the font of an element.
pub struct CanvasMeasure {
    context: Option<CanvasRenderingContext2d>,
    size: f64,
}

impl CanvasMeasure {
    /// Measures in the font that `element` has now.
    pub fn of(element: &Element) -> Self {
        let style = window().get_computed_style(element).ok().flatten();
        let value = |name: &str| style.as_ref().and_then(|it| it.get_property_value(name).ok()).unwrap_or_default();
        let size = Some(js_sys::parse_float(&value("font-size"))).filter(|it| it.is_finite()).unwrap_or(USUAL_SIZE);
        let context = context();
        if let Some(context) = &context {
            context.set_font(&format!("{} {size}px {}", value("font-weight"), value("font-family")));
        }
        CanvasMeasure { context, size }
    }
}

impl TextMeasure for CanvasMeasure {
    fn width(&self, text: &str) -> f64 {
        let measured = self.context.as_ref().and_then(|it| it.measure_text(text).ok()).map(|it| it.width());
        measured.unwrap_or_else(|| text.chars().count() as f64 * WIDEST_EM * self.size)
    }

    fn size(&self) -> f64 {
        self.size
    }
}

fn context() -> Option<CanvasRenderingContext2d> {
    let canvas = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
