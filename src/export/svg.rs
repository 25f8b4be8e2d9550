//! A scene as an SVG file that needs nothing beside it: plain paths and texts with their colours and fonts in them, so
//! that a word processor shows what the screen showed. `ui/picture.js` draws the same paths and texts for PNG.

use crate::engine::chart::scene::{Fill, TextRole};
use crate::engine::chart::{Scene, Shape};
use crate::engine::text::decimal;

/// What the stylesheet says where it is asked.
pub struct Palette<'a> {
    /// The value of a custom property of the stylesheet (`bar` for `--bar`).
    pub colour: &'a dyn Fn(&str) -> String,
    /// The list of fonts that the texts were measured in.
    pub font: &'a str,
    /// Their size in pixels.
    pub size: f64,
}

/// The SVG of `scene` in the language `lang`; `words` are what it is and what stands with it, for those who cannot see it.
pub fn svg(scene: &Scene, lang: &str, words: (&str, &str), palette: &Palette) -> String {
    let mut res = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let [width, height] = [scene.width, scene.height].map(number);
    let box_ = format!("0 0 {width} {height}");
    push_open(
        &mut res,
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("xml:lang", lang),
            ("width", &width),
            ("height", &height),
            ("viewBox", &box_),
            ("font-family", palette.font),
            ("font-size", &number(palette.size)),
        ],
    );
    res.push_str(&format!("\n<title>{}</title>\n<desc>{}</desc>\n", escaped(words.0), escaped(words.1)));
    push_hatch(&mut res, palette);
    push_path(&mut res, &rect(0.0, 0.0, scene.width, scene.height), &Paint::filled("paper"), palette);
    for shape in &scene.shapes {
        push_shape(&mut res, shape, palette);
    }
    res + "</svg>\n"
}

/// How a path is painted; colours are names of custom properties. The same as `style/components/chart.css` says.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Paint {
    /// "" for none.
    fill: &'static str,
    opacity: &'static str,
    /// "" for none.
    stroke: &'static str,
    width: &'static str,
    dashes: &'static str,
}

/// Filled with lines across in the colour of bars.
const HATCH: &str = "hatch";

const SHADES: [&str; Fill::N_SHADES as usize] = ["shade-0", "shade-1", "shade-2", "shade-3", "shade-4", "shade-5"];

impl Paint {
    fn filled(fill: &'static str) -> Self {
        Paint { fill, ..Paint::default() }
    }

    fn of(fill: Fill) -> Self {
        match fill {
            Fill::Plain => Paint::filled("bar"),
            Fill::Approximate => Paint { fill: "bar", opacity: "0.4", stroke: "ink", width: "1", dashes: "4 3" },
            Fill::Range => Paint::filled(HATCH),
            Fill::Faint => Paint::filled("rule"),
            Fill::Missing => Paint { fill: HATCH, stroke: "rule", width: "1", ..Paint::default() },
            Fill::Chosen => Paint { stroke: "accent", width: "3", ..Paint::default() },
            Fill::Shade(step) => Paint::filled(SHADES[usize::from(step.min(Fill::N_SHADES - 1))]),
        }
    }

    /// A round point, hollow where it is approximate.
    fn of_dot(fill: Fill) -> Self {
        match fill {
            Fill::Approximate => Paint { fill: "paper", stroke: "bar", width: "2", dashes: "2 2", ..Paint::default() },
            fill => Paint::of(fill),
        }
    }

    /// An open line.
    fn of_stroke(fill: Fill) -> Self {
        let dashes = if fill == Fill::Approximate { "4 3" } else { "" };
        Paint { stroke: "bar", width: "2", dashes, ..Paint::default() }
    }
}

fn push_shape(res: &mut String, shape: &Shape, palette: &Palette) {
    match shape {
        Shape::Rect { x, y, width, height, fill, .. } => {
            push_path(res, &rect(*x, *y, *width, *height), &Paint::of(*fill), palette);
        }
        Shape::Dot { x, y, radius, fill, .. } => {
            push_path(res, &circle(*x, *y, *radius), &Paint::of_dot(*fill), palette);
        }
        Shape::Path { rings, closed, fill, .. } => {
            let paint = if *closed { Paint::of(*fill) } else { Paint::of_stroke(*fill) };
            push_path(res, &outline(rings, *closed), &paint, palette);
        }
        Shape::Line { x1, y1, x2, y2 } => {
            let line = [*x1, *y1, *x2, *y2].map(number);
            let paint = Paint { stroke: "rule", width: "1", ..Paint::default() };
            push_path(res, &format!("M{} {}L{} {}", line[0], line[1], line[2], line[3]), &paint, palette);
        }
        Shape::Text { x, y, text, anchor, role } => {
            let colour = match role {
                TextRole::Title | TextRole::Label | TextRole::Value => "ink",
                TextRole::Note | TextRole::Legend | TextRole::Axis | TextRole::Tick => "ink-soft",
                TextRole::OnShade => "paper",
            };
            let is_title = *role == TextRole::Title;
            let size = if is_title { number(palette.size * TextRole::TITLE_SIZE) } else { String::new() };
            let weight = if is_title { "600" } else { "" };
            push_open(
                res,
                "text",
                &[
                    ("x", &number(*x)),
                    ("y", &number(*y)),
                    ("text-anchor", anchor.as_str()),
                    ("fill", &(palette.colour)(colour)),
                    ("font-size", &size),
                    ("font-weight", weight),
                ],
            );
            res.push_str(&escaped(text));
            res.push_str("</text>\n");
        }
        Shape::Target { .. } => {}
    }
}

fn push_path(res: &mut String, outline: &str, paint: &Paint, palette: &Palette) {
    let colour = |name: &str| match name {
        "" => "none".to_owned(),
        HATCH => format!("url(#{HATCH})"),
        name => (palette.colour)(name),
    };
    let stroke = if paint.stroke.is_empty() { String::new() } else { colour(paint.stroke) };
    push_open(
        res,
        "path",
        &[
            ("d", outline),
            ("fill", &colour(paint.fill)),
            ("fill-rule", "evenodd"),
            ("fill-opacity", paint.opacity),
            ("stroke", &stroke),
            ("stroke-width", paint.width),
            ("stroke-dasharray", paint.dashes),
        ],
    );
    res.push_str("</path>\n");
}

/// A tile whose lines go on in the next one.
fn push_hatch(res: &mut String, palette: &Palette) {
    let size = [("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse")];
    res.push_str("<defs>");
    push_open(res, "pattern", &[&[("id", HATCH)], &size[..]].concat());
    let colour = (palette.colour)("bar");
    push_open(res, "path", &[("d", "M-1 1L1 -1M0 6L6 0M5 7L7 5"), ("stroke", &colour), ("stroke-width", "1.5")]);
    res.push_str("</path></pattern></defs>\n");
}

/// The beginning of an element; attributes that say nothing are left out.
fn push_open(res: &mut String, name: &str, attributes: &[(&str, &str)]) {
    res.push_str(&format!("<{name}"));
    for (name, value) in attributes.iter().filter(|it| !it.1.is_empty()) {
        res.push_str(&format!(" {name}=\"{}\"", escaped(value)));
    }
    res.push('>');
}

fn rect(x: f64, y: f64, width: f64, height: f64) -> String {
    outline(&[vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)]], true)
}

/// Two half circles.
fn circle(x: f64, y: f64, radius: f64) -> String {
    let [left, right, y, r] = [x - radius, x + radius, y, radius].map(number);
    format!("M{left} {y}A{r} {r} 0 1 1 {right} {y}A{r} {r} 0 1 1 {left} {y}Z")
}

fn outline(rings: &[Vec<(f64, f64)>], closed: bool) -> String {
    let mut res = String::new();
    for ring in rings {
        for (idx, (x, y)) in ring.iter().enumerate() {
            res.push_str(&format!("{}{} {}", if idx == 0 { "M" } else { "L" }, number(*x), number(*y)));
        }
        res.push_str(if closed { "Z" } else { "" });
    }
    res
}

/// A hundredth of a pixel is as fine as anyone sees.
fn number(value: f64) -> String {
    let text = decimal::fixed(value, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// `text` in XML; characters that XML cannot hold are left out.
fn escaped(text: &str) -> String {
    let mut res = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => res.push_str("&amp;"),
            '<' => res.push_str("&lt;"),
            '>' => res.push_str("&gt;"),
            '"' => res.push_str("&quot;"),
            '\t' | '\n' | '\r' => res.push(' '),
            ch if ch < ' ' || matches!(ch, '\u{fffe}' | '\u{ffff}') => {}
            ch => res.push(ch),
        }
    }
    res
}
