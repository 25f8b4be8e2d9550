//! The picture of a scene as a file: SVG, and PNG drawn from it, in the colours and fonts of the page.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, CssStyleDeclaration};

use super::measure;
use crate::engine::chart::{Scene, TextMeasure};
use crate::export::frame;
use crate::export::svg::{self, Palette};
use crate::protocol::About;
use crate::ui::prelude::{document, window};
use crate::view_model::{Locale, export};

/// Pixels of a PNG for one on the screen.
const SCALE: f64 = 2.0;

/// Where the texts of scenes stand on the screen: their font is the picture's.
const PLACE: &str = ".chart__ruler, .chart__place";

#[wasm_bindgen(module = "/src/ui/picture.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = pngOf)]
    async fn png_of(svg: &str, scale: f64) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_name = copyPng)]
    async fn copy_png(svg: &str, scale: f64) -> Result<JsValue, JsValue>;
}

/// The SVG of a scene with what makes it citable; `None` where no scene is on the screen.
pub fn svg(locale: Locale, scene: &Scene, about: &About) -> Option<String> {
    let place = document().query_selector(PLACE).ok().flatten().filter(|_| !scene.shapes.is_empty())?;
    let style = |it: &web_sys::Element| window().get_computed_style(it).ok().flatten();
    let (page, text) = (style(&document().document_element()?)?, style(&place)?);
    let value =
        |of: &CssStyleDeclaration, name: &str| of.get_property_value(name).unwrap_or_default().trim().to_owned();
    let measure = measure::paper(&place, scene.width);
    let notes: Vec<String> = about.rows.iter().map(|(name, it)| export::line(locale, name, it)).collect();
    let scene = frame::framed(scene, &about.title, &notes, &measure);
    let palette = Palette {
        colour: &|name| value(&page, &format!("--{name}")),
        font: &value(&text, "font-family"),
        size: measure.size(),
    };
    Some(svg::svg(&scene, locale.html_lang(), (&about.title, &notes.join("\n")), &palette))
}

/// An SVG as a file.
pub fn svg_blob(svg: &str) -> Option<Blob> {
    Blob::new_with_str_sequence(&Array::of1(&svg.into())).ok()
}

/// An SVG as PNG.
pub async fn png(svg: &str) -> Option<Blob> {
    png_of(svg, SCALE).await.ok()?.dyn_into().ok()
}

/// Copies an SVG as PNG. False where the browser forbids it.
pub async fn copy(svg: &str) -> bool {
    copy_png(svg, SCALE).await.is_ok()
}
