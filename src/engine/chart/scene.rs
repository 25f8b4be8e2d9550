//! The scene: plain shapes with their places in pixels, and the marks that some of them stand for.
//!
//! Whoever draws something (a chart, a map of tiles, a histogram) fills a [`Scene`] and needs nothing else: the page's
//! `ScenePicture` prints it with one Tab stop, arrow keys, a spoken name for each mark and the detail below; the export
//! writes the same shapes into an SVG file. Title, unit, notes and legend are shapes too, so that they travel with it.
//!
//! * A shape that shows a value carries the number of its mark in [`Scene::marks`]; several shapes may share one.
//! * A mark answers only where a [`Shape::Target`] says so; targets come last, so that they lie on top.
//! * No shape has a colour: its [`Fill`], or a text's [`TextRole`], is a class of the stylesheet.

use serde::{Deserialize, Serialize};

use super::spec::Opens;

/// A drawn chart: shapes inside `width` × `height` pixels.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Scene {
    /// Pixels.
    pub width: f64,
    /// Pixels.
    pub height: f64,
    /// In drawing order.
    pub shapes: Vec<Shape>,
    /// What shapes stand for, by the number that they carry; walked in this order.
    pub marks: Vec<Mark>,
}

/// What a shape stands for, worded: everything that hover, focus, touch and the live region tell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mark {
    /// What it is, in full: a place with its subject, a month with its year, a bin's range.
    pub label: String,
    /// Its value as read: as printed, or a count with its unit.
    pub value: String,
    /// What else is known of it: the converted value, a figure's place, its article.
    pub details: Vec<String>,
    /// The sentence a figure stands in; "" for none.
    pub sentence: String,
    /// The time it covers (EDTF month or year), for the brush; "" for none.
    pub period: String,
    /// Where it stands among the others, column then row: left and right arrows walk columns, up and down rows. A row of
    /// bars has one column, a series one row.
    pub at: (u32, u32),
    /// What Enter or a click opens; `None` for nothing.
    pub opens: Option<Opens>,
}

/// One shape.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Shape {
    /// A bar, a cell, a tile, a swatch of the legend.
    Rect {
        /// Left edge.
        x: f64,
        /// Top edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Number of its mark; `None` in a legend.
        datum: Option<u32>,
        /// How it is filled.
        fill: Fill,
    },
    /// A round point.
    Dot {
        /// Middle.
        x: f64,
        /// Middle.
        y: f64,
        /// Radius.
        radius: f64,
        /// Number of its mark; `None` in a legend.
        datum: Option<u32>,
        /// How it is filled; hollow where it is approximate.
        fill: Fill,
    },
    /// A line through points, or an area.
    Path {
        /// Each a run of corners; rings inside of rings are holes (even-odd).
        rings: Vec<Vec<(f64, f64)>>,
        /// True for an area, whose rings end where they begin.
        closed: bool,
        /// Number of its mark; `None` for a mere line.
        datum: Option<u32>,
        /// How it is filled or, where it is open, drawn.
        fill: Fill,
    },
    /// A grid or axis line.
    Line {
        /// Start.
        x1: f64,
        /// Start.
        y1: f64,
        /// End.
        x2: f64,
        /// End.
        y2: f64,
    },
    /// A text.
    Text {
        /// Anchor point.
        x: f64,
        /// Baseline.
        y: f64,
        /// What it says, clipped with … to what fits.
        text: String,
        /// Where the anchor point stands in it.
        anchor: Anchor,
        /// What it is.
        role: TextRole,
    },
    /// What answers to pointer and focus: a mark with its label, larger than the mark, so that small ones can be hit.
    Target {
        /// Left edge.
        x: f64,
        /// Top edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Number of its mark.
        datum: u32,
    },
}

/// How a shape is filled: a class of the stylesheet (`chart__fill--…`), told apart by more than colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fill {
    /// An exact value.
    Plain,
    /// An approximate value: paler, with a broken edge; a dot is hollow.
    Approximate,
    /// From a value to the upper end of its range: hatched.
    Range,
    /// Outside of what is chosen: pale.
    Faint,
    /// There is no value: hatched.
    Missing,
    /// A frame around what is chosen.
    Chosen,
    /// A step of six, from 0 (none) to 5 (most).
    Shade(u8),
}

impl Fill {
    /// Steps of shading.
    pub const N_SHADES: u8 = 6;

    /// Its name in the stylesheet.
    pub fn as_str(self) -> &'static str {
        match self {
            Fill::Plain => "plain",
            Fill::Approximate => "approximate",
            Fill::Range => "range",
            Fill::Faint => "faint",
            Fill::Missing => "missing",
            Fill::Chosen => "chosen",
            Fill::Shade(step) => {
                ["shade-0", "shade-1", "shade-2", "shade-3", "shade-4", "shade-5"][usize::from(step.min(5))]
            }
        }
    }
}

/// Where a text's anchor point stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// At its left end.
    Start,
    /// In its middle.
    Middle,
    /// At its right end.
    End,
}

impl Anchor {
    /// Its name in SVG.
    pub fn as_str(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// What a text of a chart is; its class in the stylesheet (`chart__text--…`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextRole {
    /// The chart's title, [`TextRole::SIZES`] larger than other texts.
    Title,
    /// What stands behind the chart and what it leaves out: unit, n, query, source.
    Note,
    /// A text of the legend.
    Legend,
    /// The name of an axis or of a panel.
    Axis,
    /// A mark's label.
    Label,
    /// A mark's value.
    Value,
    /// A tick of an axis.
    Tick,
    /// A value that stands on a dark shade.
    OnShade,
}

impl TextRole {
    /// The size of a title as a multiple of that of all other texts; the stylesheet has the same.
    pub const TITLE_SIZE: f64 = 1.25;

    /// Its size as a multiple of the usual one.
    pub fn size(self) -> f64 {
        if self == TextRole::Title { TextRole::TITLE_SIZE } else { 1.0 }
    }

    /// Its name in the stylesheet.
    pub fn as_str(self) -> &'static str {
        match self {
            TextRole::Title => "title",
            TextRole::Note => "note",
            TextRole::Legend => "legend",
            TextRole::Axis => "axis",
            TextRole::Label => "label",
            TextRole::Value => "value",
            TextRole::Tick => "tick",
            TextRole::OnShade => "on-shade",
        }
    }
}

impl Shape {
    /// The shape `by` pixels further down.
    pub fn lowered(mut self, by: f64) -> Shape {
        match &mut self {
            Shape::Rect { y, .. } | Shape::Dot { y, .. } | Shape::Text { y, .. } | Shape::Target { y, .. } => *y += by,
            Shape::Line { y1, y2, .. } => (*y1, *y2) = (*y1 + by, *y2 + by),
            Shape::Path { rings, .. } => rings.iter_mut().flatten().for_each(|it| it.1 += by),
        }
        self
    }

    /// The number of the mark that it shows, if it shows one.
    pub fn datum(&self) -> Option<u32> {
        match self {
            Shape::Rect { datum, .. } | Shape::Dot { datum, .. } | Shape::Path { datum, .. } => *datum,
            Shape::Target { datum, .. } => Some(*datum),
            Shape::Line { .. } | Shape::Text { .. } => None,
        }
    }
}
