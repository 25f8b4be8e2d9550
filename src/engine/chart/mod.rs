//! Charts, one grammar: data (articles, mentions, figures) → transforms (which bands each belongs to) → a spec (inert) →
//! scales and marks → a sheet of plain shapes, computed natively and tested as data.
//!
//! A new chart is a file in `kinds`, a mark in `mark` where no other draws it, a variant of [`ChartKind`] and its title.

pub mod data;
pub mod duration;
pub mod kinds;
mod mark;
pub mod paper;
pub mod scale;
pub mod scene;
mod sheet;
pub mod spec;
pub mod text;
pub mod tile_map;
pub mod transform;
pub mod wording;
pub mod words;

pub use paper::{Paper, TextMeasure};
pub use scene::{Fill, Mark, Scene, Shape};
pub use sheet::draw;
pub use spec::{ChartKind, ChartOptions, ChartSpec, Datum, Opens};
pub use words::Words;
