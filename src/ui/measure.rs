//! How wide letters are: measured by a canvas in the font of the chart, and sent to where charts are laid out.

use crate::engine::text::decimal;
use crate::ui::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

use crate::engine::chart::Paper;

/// Width of a character in ems where the browser has no canvas: that of a Chinese one, so that nothing overlaps.
const WIDEST_EM: f64 = 1.0;

/// Pixels of an em where the font's size cannot be read.
const USUAL_SIZE: f64 = 13.0;

/// Paper of `width` pixels with the font that `element` has now.
pub fn paper(element: &Element, width: f64) -> Paper {
    let style = window().get_computed_style(element).ok().flatten();
    let value = |name: &str| style.as_ref().and_then(|it| it.get_property_value(name).ok()).unwrap_or_default();
    let size = Some(js_sys::parse_float(&value("font-size"))).filter(|it| it.is_finite()).unwrap_or(USUAL_SIZE);
    let context = context();
    if let Some(context) = &context {
        context.set_font(
            &[value("font-weight").as_str(), " ", &decimal::short(size), "px ", &value("font-family")].concat(),
        );
    }
    Paper::measured(width, size, |text| {
        let measured = context.as_ref().and_then(|it| it.measure_text(text).ok()).map(|it| it.width());
        measured.unwrap_or(WIDEST_EM * size)
    })
}

fn context() -> Option<CanvasRenderingContext2d> {
    let canvas = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
