//! Charts: a spec (inert data) → scales and marks → a scene of plain shapes, computed natively and tested as data.

pub mod duration;
pub mod kinds;
pub mod layout;
pub mod scale;
pub mod scene;
pub mod spec;
mod text;
pub mod tile_map;

pub use layout::{ChartLabels, TextMeasure};
pub use scene::{Fill, Mark, Scene, Shape};
pub use spec::{ChartKind, ChartSpec, Datum, Opens};
