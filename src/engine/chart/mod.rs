//! Charts: a spec (inert data) → scales and marks → a scene of plain shapes, computed natively and tested as data.

pub mod kinds;
pub mod scene;
pub mod spec;

pub use scene::{Scene, Shape, TextMeasure};
pub use spec::{ChartKind, ChartSpec, Datum, Opens};
